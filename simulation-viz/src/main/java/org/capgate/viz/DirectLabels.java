package org.capgate.viz;

import java.awt.BasicStroke;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Names beside the ends of the curves of a panel, each joined to its curve by a piece of the same
 * line; moved apart where curves end close to each other.
 */
final class DirectLabels {
  private static final double LEADER = 18;
  private static final double TEXT_GAP = 4;
  private static final double GAP = 3;
  private static final int LONGEST_TITLE = 20;
  private static final Font FONT = FigureTheme.labelFont();

  /** The level of the untreated reference in the panels of the others. */
  static final LineStyle LEVEL =
      new LineStyle(
          FigureTheme.AXIS,
          new BasicStroke(
              1f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10f, new float[] {1.5f, 2.5f}, 0f),
          null);

  private final List<Entry> entries = new ArrayList<>();
  private final double textWidth;

  /** What is named. */
  private sealed interface Sign permits Curve, Level, Dose {}

  private record Curve(LineStyle style, double endValue) implements Sign {}

  private record Level() implements Sign {}

  private record Dose(boolean triangle) implements Sign {}

  private record Entry(List<String> lines, Sign sign) {
    double height() {
      return Page.height(lines, FONT);
    }
  }

  DirectLabels(ComparisonContent content, double widthPixels) {
    textWidth = Math.max(20, widthPixels - LEADER - TEXT_GAP);
    if (!content.dosesHours().isEmpty()) {
      add("dose", new Dose(DoseMarks.asTriangles(content.dosesHours().size())));
    }
    if (content.level().isPresent()) {
      String title = content.reference().title();
      String whose = title.length() <= LONGEST_TITLE ? title : "the first panel";
      add("untreated level of " + whose, new Level());
    }
    List<Series> curves = new ArrayList<>(content.reference().curves());
    curves.sort(Comparator.comparingDouble((Series line) -> -line.y(line.size() - 1)));
    for (Series curve : curves) {
      LineStyle style = content.styles().of(curve.name());
      add(curve.name(), new Curve(style, curve.y(curve.size() - 1)));
    }
  }

  private void add(String name, Sign sign) {
    entries.add(new Entry(Labels.wrap(name, FONT, textWidth), sign));
  }

  double height() {
    return entries.stream().mapToDouble(Entry::height).sum() + (entries.size() - 1) * GAP;
  }

  /**
   * Draws beside the right edge of a panel.
   *
   * @param values over which its value axis runs
   * @param endX where the curves end
   * @param bottom below which nothing is drawn
   */
  void draw(Graphics2D g2, Rectangle2D panel, Interval values, double endX, double bottom) {
    double[] tops = tops(panel, values, bottom);
    double left = panel.getMaxX();
    for (int i = 0; i < entries.size(); i++) {
      Entry entry = entries.get(i);
      double middle = tops[i] + Fonts.lineHeight(FONT) / 2;
      if (entry.sign() instanceof Curve curve) {
        g2.setPaint(curve.style().colour());
        g2.setStroke(curve.style().stroke());
        double end = y(curve.endValue(), panel, values);
        g2.draw(new Line2D.Double(endX, end, left + LEADER, middle));
      } else if (entry.sign() instanceof Dose dose) {
        DoseMarks.drawOne(g2, left + LEADER / 2 + 2, middle - 3, dose.triangle());
      } else {
        g2.setPaint(LEVEL.colour());
        g2.setStroke(LEVEL.stroke());
        g2.draw(new Line2D.Double(left + 4, middle, left + LEADER, middle));
      }
      g2.setPaint(FigureTheme.TEXT);
      Page.lines(g2, FONT, entry.lines(), left + LEADER + TEXT_GAP, tops[i]);
    }
  }

  /** As near to the ends of the curves as they fit without touching, in order. */
  private double[] tops(Rectangle2D panel, Interval values, double bottom) {
    double[] tops = new double[entries.size()];
    double free = panel.getMinY();
    for (int i = 0; i < tops.length; i++) {
      double wanted = free;
      if (entries.get(i).sign() instanceof Curve curve) {
        wanted = y(curve.endValue(), panel, values) - Fonts.lineHeight(FONT) / 2;
      }
      tops[i] = Math.max(free, wanted);
      free = tops[i] + entries.get(i).height() + GAP;
    }
    double most = bottom;
    for (int i = tops.length - 1; i >= 0; i--) {
      tops[i] = Math.min(tops[i], most - entries.get(i).height());
      most = tops[i] - GAP;
    }
    return tops;
  }

  private static double y(double value, Rectangle2D panel, Interval values) {
    return panel.getMaxY() - (value - values.low()) / values.span() * panel.getHeight();
  }
}
