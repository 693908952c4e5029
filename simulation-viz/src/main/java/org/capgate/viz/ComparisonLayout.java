package org.capgate.viz;

import java.awt.Font;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/**
 * Where everything of a comparison goes, in pixels: title, a grid of panels of which the second
 * cell holds the names of the curves, the effects, small print.
 */
final class ComparisonLayout {
  private static final double COLUMN_GAP = 19;
  private static final double ROW_GAP = 7;
  private static final double BLOCK_GAP = 8;
  private static final double VALUE_TICK_GAP = 20;
  private static final double DOSE_ROOM = 9;
  private static final double MOST_STRETCH = 1.6;

  private final ComparisonContent content;
  private final int columns;
  private final double panelWidth;
  private final double panelHeight;
  private final double left;
  private final double leftRoom;
  private final List<String> titleLines;
  private final List<String> valueLines;
  private final List<List<String>> panelTitles = new ArrayList<>();
  private final List<Rectangle2D> panels = new ArrayList<>();
  private final Interval values;
  private final double valueStep;
  private final DirectLabels labels;
  private final EffectLayout effects;
  private final List<String> smallPrint = new ArrayList<>();
  private final double smallPrintTop;
  private final double height;

  ComparisonLayout(ComparisonContent content) {
    this.content = content;
    double width = content.width().pixels();
    columns = columns(content.genotypes().size() + 1, content.width());
    Interval bare = Interval.ofY(content.allCurves()).widened(0.06);
    double roughHeight = roughHeight(width);
    double room = content.dosesHours().isEmpty() ? 0 : bare.span() * DOSE_ROOM / roughHeight;
    values = new Interval(bare.low(), bare.high() + room);
    valueStep = Ticks.step(values.span(), roughHeight, VALUE_TICK_GAP);
    leftRoom = Axes.widestTickLabel(values, valueStep) + Axes.TICK_ROOM_PIXELS;
    valueLines =
        Labels.wrap(content.value().text(), FigureTheme.labelFont(), gridRows() * roughHeight);
    left = Page.MARGIN + Page.height(valueLines, FigureTheme.labelFont()) + 2 + leftRoom;
    double across = width - left - Page.RIGHT_MARGIN - (columns - 1) * COLUMN_GAP;
    panelWidth = Math.floor(across / columns);
    labels = new DirectLabels(content, panelWidth + COLUMN_GAP / 2);
    double wanted = labels.height() - (gridRows() == 1 ? bottomRoom() : 0);
    panelHeight = Math.ceil(Math.max(roughHeight, Math.min(MOST_STRETCH * roughHeight, wanted)));

    double line = width - 2 * Page.MARGIN;
    titleLines = Labels.wrap(content.title(), FigureTheme.titleFont(), line);
    double y = Page.MARGIN + Page.height(titleLines, FigureTheme.titleFont()) + BLOCK_GAP;
    y = layOutPanels(y) + bottomRoom() + Fonts.lineHeight(FigureTheme.labelFont());
    effects = new EffectLayout(content, y + BLOCK_GAP, width);
    y = content.hasEffects() ? effects.bottom() : y;
    for (String text : content.smallPrint()) {
      smallPrint.addAll(Labels.wrap(text, FigureTheme.footerFont(), line));
    }
    smallPrintTop = y + BLOCK_GAP;
    double print = Page.height(smallPrint, FigureTheme.footerFont());
    height = Math.ceil((smallPrint.isEmpty() ? y : smallPrintTop + print) + Page.MARGIN);
  }

  /** Cells side by side: few and wide, but no more than four rows if it can be helped. */
  private static int columns(int cells, FigureWidth width) {
    if (width == FigureWidth.ONE_COLUMN) {
      return 2;
    }
    return cells <= 4 ? Math.max(2, cells) : cells <= 6 || cells == 9 ? 3 : 4;
  }

  private double roughHeight(double width) {
    double byRows = Math.max(70, 370.0 / gridRows());
    return Math.floor(Math.min(Math.min(112, byRows), 0.62 * width / columns));
  }

  private int gridRows() {
    return (content.genotypes().size() + columns) / columns;
  }

  private int cell(int genotype) {
    return genotype == 0 ? 0 : genotype + 1;
  }

  private double layOutPanels(double top) {
    Font font = FigureTheme.panelTitleFont();
    int count = content.genotypes().size();
    for (int i = 0; i < count; i++) {
      String title = content.genotypes().get(i).title();
      panelTitles.add(Labels.wrap(title, font, panelWidth + COLUMN_GAP / 2));
    }
    double y = top;
    int genotype = 0;
    for (int row = 0; row < gridRows(); row++) {
      int first = genotype;
      double titles = 0;
      while (genotype < count && cell(genotype) / columns == row) {
        titles = Math.max(titles, Page.height(panelTitles.get(genotype++), font));
      }
      y = Math.ceil(y + (row == 0 ? 0 : ROW_GAP) + titles + 3);
      for (int i = first; i < genotype; i++) {
        double x = Math.ceil(left) + cell(i) % columns * (panelWidth + COLUMN_GAP);
        panels.add(new Rectangle2D.Double(x, y, panelWidth, panelHeight));
      }
      y += panelHeight;
      if (row == 0) {
        y += roomBelowFirstRow() - (gridRows() == 1 ? bottomRoom() : 0);
      }
    }
    return y;
  }

  /** Below this nothing is written beside the first panel. */
  double labelsBottom() {
    return panels.get(0).getMaxY() + roomBelowFirstRow();
  }

  /** Names of curves may need more height than the panel beside them. */
  private double roomBelowFirstRow() {
    double own = gridRows() == 1 ? bottomRoom() : 0;
    return Math.max(own, labels.height() - panelHeight);
  }

  /** Room for tick labels below a panel. */
  double bottomRoom() {
    return FigureTheme.tickFont().getSize2D() * 1.3 + Axes.TICK_ROOM_PIXELS;
  }

  /** Room for tick labels left of the first column. */
  double leftRoom() {
    return leftRoom;
  }

  Rectangle2D panel(int genotype) {
    return panels.get(genotype);
  }

  /** The area of all panels. */
  Rectangle2D grid() {
    Rectangle2D all = panels.get(0);
    for (Rectangle2D panel : panels) {
      all = all.createUnion(panel);
    }
    return all;
  }

  List<String> panelTitle(int genotype) {
    return panelTitles.get(genotype);
  }

  boolean isFirstOfRow(int genotype) {
    return cell(genotype) % columns == 0;
  }

  /** Whether no panel stands below. */
  boolean isLastOfColumn(int genotype) {
    int below = cell(genotype) + columns;
    return below > cell(content.genotypes().size() - 1);
  }

  Interval values() {
    return values;
  }

  double valueStep() {
    return valueStep;
  }

  DirectLabels labels() {
    return labels;
  }

  EffectLayout effects() {
    return effects;
  }

  List<String> titleLines() {
    return titleLines;
  }

  List<String> valueLines() {
    return valueLines;
  }

  List<String> smallPrint() {
    return smallPrint;
  }

  double smallPrintTop() {
    return smallPrintTop;
  }

  double height() {
    return height;
  }
}
