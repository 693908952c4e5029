package org.capgate.viz;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Line2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jfree.chart.axis.AxisSpace;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.Plot;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.PlotState;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.RectangleInsets;
import org.jspecify.annotations.Nullable;

/** A comparison of genotypes as a plot that JFreeChart can draw; scaled to the area it is given. */
final class ComparisonSheet extends Plot {
  private static final long serialVersionUID = 1L;

  private final transient ComparisonContent content;
  private final transient ComparisonLayout layout;
  private final transient BrokenTime time;

  ComparisonSheet(ComparisonContent content) {
    this.content = content;
    this.layout = new ComparisonLayout(content);
    this.time = content.time();
    setInsets(RectangleInsets.ZERO_INSETS);
    setBackgroundPaint(null);
    setOutlineVisible(false);
  }

  @Override
  public String getPlotType() {
    return "comparison of genotypes";
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
    double scale =
        Math.min(area.getWidth() / content.width().pixels(), area.getHeight() / layout.height());
    if (Math.abs(scale - 1) > 1e-3) {
      g2.scale(scale, scale);
    }
    g2.setPaint(FigureTheme.TEXT);
    Page.lines(g2, FigureTheme.titleFont(), layout.titleLines(), Page.MARGIN, Page.MARGIN);
    drawValueLabel(g2);
    for (int i = 0; i < content.genotypes().size(); i++) {
      drawPanel(g2, i);
    }
    Rectangle2D first = layout.panel(0);
    double endX = first.getMaxX() - time.roomAfter(first.getWidth());
    layout.labels().draw(g2, first, layout.values(), endX, layout.labelsBottom());
    if (content.hasEffects()) {
      new EffectDrawing(content, layout.effects(), g2).draw();
    }
    g2.setPaint(FigureTheme.AXIS);
    Page.lines(
        g2, FigureTheme.footerFont(), layout.smallPrint(), Page.MARGIN, layout.smallPrintTop());
    g2.setTransform(usual);
  }

  private void drawValueLabel(Graphics2D g2) {
    Font font = FigureTheme.labelFont();
    Rectangle2D grid = layout.grid();
    AffineTransform usual = g2.getTransform();
    g2.translate(Page.MARGIN, grid.getCenterY());
    g2.rotate(-Math.PI / 2);
    for (int i = 0; i < layout.valueLines().size(); i++) {
      String line = layout.valueLines().get(i);
      double baseline = 0.85 * font.getSize2D() + i * Fonts.lineHeight(font);
      g2.setFont(font);
      g2.drawString(line, (float) (-Fonts.width(line, font) / 2), (float) baseline);
    }
    g2.setTransform(usual);
  }

  private void drawPanel(Graphics2D g2, int genotype) {
    Rectangle2D panel = layout.panel(genotype);
    Font font = FigureTheme.panelTitleFont();
    List<String> title = layout.panelTitle(genotype);
    g2.setPaint(FigureTheme.TEXT);
    Page.lines(g2, font, title, panel.getMinX(), panel.getMinY() - Page.height(title, font) - 3);
    double free = panel.getWidth() - (time.parts().size() - 1) * BrokenTime.GAP;
    double x = panel.getMinX();
    for (int i = 0; i < time.parts().size(); i++) {
      BrokenTime.Part part = time.parts().get(i);
      Rectangle2D data =
          new Rectangle2D.Double(x, panel.getMinY(), part.share() * free, panel.getHeight());
      drawPart(g2, genotype, part, data, i == 0);
      if (i > 0) {
        drawBreak(g2, x - BrokenTime.GAP, panel.getMaxY());
        drawBreak(g2, x, panel.getMaxY());
      }
      if (layout.isLastOfColumn(genotype)) {
        g2.setPaint(FigureTheme.TEXT);
        double left = data.getCenterX() - Fonts.width(part.label(), FigureTheme.labelFont()) / 2;
        double top = panel.getMaxY() + layout.bottomRoom() - 2;
        Page.lines(g2, FigureTheme.labelFont(), List.of(part.label()), left, top);
      }
      x += data.getWidth() + BrokenTime.GAP;
    }
  }

  private static void drawBreak(Graphics2D g2, double x, double y) {
    g2.setPaint(FigureTheme.AXIS);
    g2.setStroke(FigureTheme.axisStroke());
    g2.draw(new Line2D.Double(x - 1.8, y + 4, x + 1.8, y - 4));
  }

  private void drawPart(
      Graphics2D g2, int genotype, BrokenTime.Part part, Rectangle2D data, boolean isFirst) {
    NumberAxis domain = part.axis(data.getWidth());
    NumberAxis range = Axes.number(layout.values(), layout.valueStep());
    domain.setTickLabelsVisible(layout.isLastOfColumn(genotype));
    range.setTickLabelsVisible(layout.isFirstOfRow(genotype));
    range.setVisible(isFirst);
    double leftRoom = isFirst ? layout.leftRoom() : 0;
    XyPanel panel = new XyPanel(domain, range);
    if (genotype > 0) {
      content.level().ifPresent(value -> panel.lines(List.of(level(value, part))));
    }
    XYPlot plot =
        panel
            .lines(styled(content.genotypes().get(genotype).curves(), part))
            .doses(dosesIn(part))
            .plot();
    AxisSpace left = new AxisSpace();
    left.setLeft(leftRoom);
    AxisSpace bottom = new AxisSpace();
    bottom.setBottom(layout.bottomRoom());
    plot.setFixedRangeAxisSpace(left, false);
    plot.setFixedDomainAxisSpace(bottom, false);
    Rectangle2D area =
        new Rectangle2D.Double(
            data.getX() - leftRoom,
            data.getY(),
            data.getWidth() + leftRoom,
            data.getHeight() + layout.bottomRoom());
    plot.draw(g2, area, null, null, null);
  }

  private static StyledSeries level(double level, BrokenTime.Part part) {
    double[] x = {part.widened().low(), part.widened().high()};
    return new StyledSeries(Series.of("level", x, new double[] {level, level}), DirectLabels.LEVEL);
  }

  private List<StyledSeries> styled(List<Series> curves, BrokenTime.Part part) {
    List<StyledSeries> styled = new ArrayList<>();
    for (Series curve : curves) {
      Optional<Series> shown =
          curve.mapX(part.scale()::fromHours).around(part.shown().low(), part.shown().high());
      shown.ifPresent(
          line -> styled.add(new StyledSeries(line, content.styles().of(curve.name()))));
    }
    return styled;
  }

  private double[] dosesIn(BrokenTime.Part part) {
    return content.dosesHours().stream()
        .mapToDouble(part.scale()::fromHours)
        .filter(dose -> dose >= part.shown().low() && dose <= part.shown().high())
        .toArray();
  }
}
