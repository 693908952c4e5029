package org.capgate.viz;

import java.awt.Font;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Where the effects go: for each genotype its name and a row for each treatment, with a plot from
 * untreated to treated and columns of words. On a narrow page names stand on lines of their own.
 */
final class EffectLayout {
  private static final Font FONT = FigureTheme.tickFont();
  private static final double LEAST_ROW = 12;
  private static final double GENOTYPE_GAP = 5;
  private static final double COLUMN_GAP = 10;
  private static final double NARROW_WORDS = 132;
  private static final int MOST_TALL_ROWS = 20;

  private final ComparisonContent content;
  private final boolean namesAbove;
  private final double rowsTop;
  private final double rowsBottom;
  private final double plotLeft;
  private final double plotRight;
  private final List<String> referenceLines;
  private final List<Group> groups = new ArrayList<>();
  private final List<Column> columns = new ArrayList<>();
  private final Interval range;
  private final double step;

  /**
   * A genotype.
   *
   * @param name wrapped
   * @param top upper edge of its rows
   * @param bottom lower edge of its rows
   * @param rows one for each effect
   */
  record Group(List<String> name, double nameTop, double top, double bottom, List<Row> rows) {}

  /**
   * A treatment of a genotype.
   *
   * @param effect shown
   * @param middle height at which it is drawn
   * @param height of the row
   */
  record Row(Effect effect, double middle, double height) {}

  /**
   * A column of words right of the plot.
   *
   * @param header above it
   * @param left edge
   * @param width for wrapping
   * @param text of an effect
   */
  record Column(String header, double left, double width, Function<Effect, String> text) {
    List<String> lines(Effect effect) {
      return Page.wrapped(text.apply(effect), FONT, width);
    }
  }

  EffectLayout(ComparisonContent content, double top, double pageWidth) {
    this.content = content;
    boolean narrow = content.width() == FigureWidth.ONE_COLUMN;
    namesAbove = narrow;
    double right = pageWidth - Page.RIGHT_MARGIN;
    List<Column> words = narrow ? List.of(summary()) : List.of(published(), verdict(), change());
    for (Column column : words) {
      if (column.width() > 0) {
        right -= column.width();
        columns.add(0, new Column(column.header(), right, column.width(), column.text()));
        right -= COLUMN_GAP;
      }
    }
    plotRight = right;
    double names = namesAbove ? 6 : Math.min(widestName(), 0.22 * pageWidth) + COLUMN_GAP;
    plotLeft = Page.MARGIN + names;
    referenceLines =
        Labels.wrap(content.reference().title() + ", untreated", FONT, plotRight - plotLeft);
    rowsTop = top + Page.height(referenceLines, FONT) + 5;
    rowsBottom = layOutRows(names);
    range = shownRange();
    double length = Math.max(40, plotRight - plotLeft);
    double rough = Ticks.step(range.span(), length, 30);
    step = Ticks.step(range.span(), length, Axes.widestTickLabel(range, rough) + 16);
  }

  /** Whether there are so many rows that each must do with a line of text. */
  private boolean isCrowded() {
    int rows = content.genotypes().stream().mapToInt(one -> one.effects().size()).sum();
    return rows > MOST_TALL_ROWS;
  }

  private Column change() {
    return column("change", isCrowded() ? 200 : 72, Effect::changeText);
  }

  private Column verdict() {
    return column("verdict", isCrowded() ? 200 : 84, Effect::verdictText);
  }

  private Column published() {
    Map<String, String> sources = content.sources();
    return column("published", 90, effect -> published(effect, sources));
  }

  /** All in one, for a narrow page. */
  private Column summary() {
    Map<String, String> sources = content.sources();
    return column(
        "change, verdict",
        NARROW_WORDS,
        effect -> {
          String verdict = effect.verdictText();
          String found = published(effect, sources);
          return effect.changeText()
              + (verdict.isEmpty() ? "" : ", " + verdict)
              + (found.isEmpty() ? "" : "; published: " + found);
        });
  }

  private static String published(Effect effect, Map<String, String> sources) {
    List<String> words = new ArrayList<>();
    for (PublishedEffect finding : effect.published()) {
      words.add("%s (%s)".formatted(finding.found(), sources.get(finding.source())));
    }
    return String.join(", ", words);
  }

  /** No wider than its words, 0 if it has none. */
  private Column column(String header, double most, Function<Effect, String> text) {
    double widest = 0;
    for (ComparisonContent.Genotype genotype : content.genotypes()) {
      for (Effect effect : genotype.effects()) {
        List<String> lines = Page.wrapped(text.apply(effect), FONT, most);
        widest = Math.max(widest, Labels.widest(lines, FONT));
      }
    }
    double headed = Math.max(widest, Fonts.width(header, FigureTheme.panelTitleFont()));
    return new Column(header, 0, widest == 0 ? 0 : headed + 0.5, text);
  }

  private double widestName() {
    return Labels.widest(
        content.genotypes().stream().map(ComparisonContent.Genotype::title).toList(), FONT);
  }

  private double layOutRows(double names) {
    double y = rowsTop;
    double line = Fonts.lineHeight(FONT);
    for (ComparisonContent.Genotype genotype : content.genotypes()) {
      if (genotype.effects().isEmpty()) {
        continue;
      }
      y += GENOTYPE_GAP / 2;
      double nameWidth = namesAbove ? plotRight : names - COLUMN_GAP;
      List<String> name = Labels.wrap(genotype.title(), FONT, nameWidth);
      double nameTop = y;
      if (namesAbove) {
        y += name.size() * line;
      }
      double from = y;
      List<Row> rows = new ArrayList<>();
      for (Effect effect : genotype.effects()) {
        int lines =
            columns.stream().mapToInt(column -> column.lines(effect).size()).max().orElse(1);
        double height = Math.max(LEAST_ROW, lines * line);
        rows.add(new Row(effect, y + height / 2, height));
        y += height;
      }
      double block = name.size() * line;
      if (!namesAbove) {
        y = Math.max(y, from + block);
        nameTop = (from + y - block) / 2;
      }
      groups.add(new Group(name, nameTop, from, y, rows));
      y += GENOTYPE_GAP / 2;
    }
    return y;
  }

  private Interval shownRange() {
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (Group group : groups) {
      for (Row row : group.rows()) {
        List<Estimate> shown = new ArrayList<>(List.of(row.effect().untreated()));
        shown.add(row.effect().treated());
        row.effect().published().forEach(found -> found.treated().ifPresent(shown::add));
        for (Estimate estimate : shown) {
          low = Math.min(low, estimate.range().low());
          high = Math.max(high, estimate.range().high());
        }
      }
    }
    return groups.isEmpty() ? new Interval(0, 1) : Interval.notEmpty(low, high).widened(0.06);
  }

  /** Where a value stands. */
  double x(double value) {
    return plotLeft + (value - range.low()) / range.span() * (plotRight - plotLeft);
  }

  /** What the line through all rows is. */
  List<String> referenceLines() {
    return referenceLines;
  }

  List<Group> groups() {
    return groups;
  }

  List<Column> columns() {
    return columns;
  }

  Interval range() {
    return range;
  }

  double step() {
    return step;
  }

  double rowsTop() {
    return rowsTop;
  }

  double rowsBottom() {
    return rowsBottom;
  }

  double plotLeft() {
    return plotLeft;
  }

  double plotRight() {
    return plotRight;
  }

  /** Below the axis and its label. */
  double bottom() {
    double ticks = FigureTheme.tickFont().getSize2D() * 1.3 + Axes.TICK_ROOM_PIXELS;
    double width = plotRight - Page.MARGIN;
    int lines = Labels.wrap(content.effect().text(), FigureTheme.labelFont(), width).size();
    return rowsBottom + ticks + lines * Fonts.lineHeight(FigureTheme.labelFont());
  }
}
