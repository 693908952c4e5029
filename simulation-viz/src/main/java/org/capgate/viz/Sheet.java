package org.capgate.viz;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.jfree.chart.axis.AxisSpace;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.Plot;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.PlotState;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.RectangleInsets;
import org.jspecify.annotations.Nullable;

/** A grid of panels with shared labels and one legend, as a plot that JFreeChart can draw. */
final class Sheet extends Plot {
  private static final long serialVersionUID = 1L;

  private final transient SheetContent content;
  private final transient List<? extends Plot> plots;

  Sheet(SheetContent content) {
    this.content = content;
    this.plots = content.plots().get();
    setInsets(RectangleInsets.ZERO_INSETS);
    setBackgroundPaint(null);
    setOutlineVisible(false);
  }

  @Override
  public String getPlotType() {
    return "sheet of panels";
  }

  @Override
  public void draw(
      Graphics2D g2,
      Rectangle2D area,
      @Nullable Point2D anchor,
      @Nullable PlotState parentState,
      @Nullable PlotRenderingInfo info) {
    AffineTransform usual = g2.getTransform();
    g2.translate(area.getX(), area.getY());
    SheetLayout layout = SheetLayout.filling(content, area.getWidth(), area.getHeight());
    drawPanels(g2, layout, info);
    g2.setPaint(FigureTheme.TEXT);
    drawTitles(g2, layout);
    drawAxisLabels(g2, layout);
    layout.legend().draw(g2, layout.legendLeft(), layout.legendTop());
    drawFooter(g2, layout);
    g2.setTransform(usual);
  }

  private void drawPanels(Graphics2D g2, SheetLayout layout, @Nullable PlotRenderingInfo info) {
    for (int i = 0; i < plots.size(); i++) {
      Rectangle2D data = layout.panel(i);
      Rectangle2D area =
          new Rectangle2D.Double(
              data.getX() - content.leftRoom(),
              data.getY(),
              data.getWidth() + content.leftRoom(),
              data.getHeight() + content.bottomRoom());
      reserveRoom(plots.get(i));
      PlotRenderingInfo panelInfo =
          info == null || info.getOwner() == null ? null : new PlotRenderingInfo(info.getOwner());
      plots.get(i).draw(g2, area, null, null, panelInfo);
      if (info != null && panelInfo != null) {
        info.addSubplotInfo(panelInfo);
      }
    }
  }

  private void reserveRoom(Plot plot) {
    AxisSpace left = new AxisSpace();
    left.setLeft(content.leftRoom());
    AxisSpace bottom = new AxisSpace();
    bottom.setBottom(content.bottomRoom());
    if (plot instanceof XYPlot lines) {
      lines.setFixedRangeAxisSpace(left, false);
      lines.setFixedDomainAxisSpace(bottom, false);
    } else if (plot instanceof CategoryPlot bars) { // bars lie: their domain axis is the left one
      bars.setFixedDomainAxisSpace(left, false);
      bars.setFixedRangeAxisSpace(bottom, false);
    }
  }

  private void drawTitles(Graphics2D g2, SheetLayout layout) {
    Font titleFont = FigureTheme.titleFont();
    double top = layout.margin();
    drawLines(g2, titleFont, layout.titleLines(), layout.margin(), top);
    Font font = FigureTheme.panelTitleFont();
    for (int i = 0; i < plots.size(); i++) {
      List<String> lines = layout.panelTitleLines(i);
      Rectangle2D panel = layout.panel(i);
      double above = panel.getMinY() - lines.size() * Fonts.lineHeight(font) - 3;
      drawLines(g2, font, lines, panel.getMinX(), above);
    }
  }

  private void drawAxisLabels(Graphics2D g2, SheetLayout layout) {
    Font font = FigureTheme.labelFont();
    g2.setFont(font);
    int columns = content.columns();
    int lastRow = (content.rows() - 1) * columns;
    Rectangle2D bottom = layout.panels(lastRow, content.panels() - 1);
    String domain = content.domainLabel().text();
    double x = bottom.getCenterX() - Fonts.width(domain, font) / 2;
    g2.drawString(
        domain, (float) Math.max(layout.margin(), x), (float) layout.domainLabelBaseline());

    int labels = content.rangeLabels().size();
    for (int i = 0; i < labels; i++) {
      Rectangle2D beside =
          labels == 1 ? layout.panels(0, lastRow) : layout.panel(Math.min(i * columns, lastRow));
      double baseline = layout.rangeLabelBaseline();
      for (String line : layout.rangeLabelLines(i)) {
        drawUpwards(g2, line, baseline, beside.getCenterY());
        baseline += Fonts.lineHeight(font);
      }
    }
  }

  private static void drawUpwards(Graphics2D g2, String text, double x, double centreY) {
    AffineTransform usual = g2.getTransform();
    g2.translate(x, centreY + Fonts.width(text, g2.getFont()) / 2);
    g2.rotate(-Math.PI / 2);
    g2.drawString(text, 0f, 0f);
    g2.setTransform(usual);
  }

  private static void drawFooter(Graphics2D g2, SheetLayout layout) {
    g2.setPaint(FigureTheme.AXIS);
    drawLines(
        g2, FigureTheme.footerFont(), layout.footerLines(), layout.margin(), layout.footerTop());
  }

  private static void drawLines(
      Graphics2D g2, Font font, List<String> lines, double x, double top) {
    g2.setFont(font);
    double baseline = top + 0.95 * font.getSize2D();
    for (String line : lines) {
      g2.drawString(line, (float) x, (float) baseline);
      baseline += Fonts.lineHeight(font);
    }
  }
}
