package org.capgate.viz;

import java.awt.Graphics2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.jfree.chart.plot.Plot;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.PlotState;
import org.jfree.chart.ui.RectangleInsets;
import org.jspecify.annotations.Nullable;

/**
 * Two sheets side by side under one title.
 *
 * @param title above both; the sheets have none of their own
 * @param left sheet
 * @param right sheet
 * @param share of the width that the left one takes
 * @param footer small print below
 */
record BesideContent(
    String title, SheetContent left, SheetContent right, double share, String footer)
    implements FigureContent {
  private static final double TITLE_GAP = 3;

  @Override
  public BesideContent withFooter(String text) {
    return new BesideContent(title, left, right, share, text);
  }

  @Override
  public String description() {
    return "%s%s Beside it%s".formatted(title, left.description(), right.description());
  }

  @Override
  public double naturalHeight(double widthPixels) {
    double sheets =
        Math.max(
            left.naturalHeight(share * widthPixels),
            right.naturalHeight((1 - share) * widthPixels));
    return Math.ceil(top(widthPixels) + sheets + footerHeight(widthPixels));
  }

  private List<String> titleLines(double width) {
    return Labels.wrap(title, FigureTheme.titleFont(), width - 2 * Page.MARGIN);
  }

  private List<String> footerLines(double width) {
    return Page.wrapped(footer, FigureTheme.footerFont(), width - 2 * Page.MARGIN);
  }

  private double top(double width) {
    return Page.MARGIN + Page.height(titleLines(width), FigureTheme.titleFont()) + TITLE_GAP;
  }

  private double footerHeight(double width) {
    double height = Page.height(footerLines(width), FigureTheme.footerFont());
    return height == 0 ? 0 : height + Page.MARGIN;
  }

  @Override
  public Plot plot() {
    return new BesidePlot(this);
  }

  /** Draws both sheets into the area it is given. */
  private static final class BesidePlot extends Plot {
    private static final long serialVersionUID = 1L;

    private final transient BesideContent content;
    private final transient Sheet left;
    private final transient Sheet right;

    BesidePlot(BesideContent content) {
      this.content = content;
      this.left = new Sheet(content.left());
      this.right = new Sheet(content.right());
      setInsets(RectangleInsets.ZERO_INSETS);
      setBackgroundPaint(null);
      setOutlineVisible(false);
    }

    @Override
    public String getPlotType() {
      return "two sheets";
    }

    @Override
    public void draw(
        Graphics2D g2,
        Rectangle2D area,
        @Nullable Point2D anchor,
        @Nullable PlotState parentState,
        @Nullable PlotRenderingInfo info) {
      double width = area.getWidth();
      double x = area.getX() + Page.MARGIN;
      g2.setPaint(FigureTheme.TEXT);
      Page.lines(
          g2, FigureTheme.titleFont(), content.titleLines(width), x, area.getY() + Page.MARGIN);
      double top = area.getY() + content.top(width);
      double footer = content.footerHeight(width);
      double height = Math.max(20, area.getMaxY() - top - footer);
      double middle = Math.floor(content.share() * width);
      left.draw(
          g2, new Rectangle2D.Double(area.getX(), top, middle, height), anchor, parentState, info);
      right.draw(
          g2,
          new Rectangle2D.Double(area.getX() + middle, top, width - middle, height),
          anchor,
          parentState,
          info);
      g2.setPaint(FigureTheme.AXIS);
      Page.lines(
          g2, FigureTheme.footerFont(), content.footerLines(width), x, area.getMaxY() - footer);
    }
  }
}
