package org.capgate.viz;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;

/** Draws the effects: for each treatment a line from untreated (open) to treated (filled). */
final class EffectDrawing {
  private static final Font FONT = FigureTheme.tickFont();
  private static final double OPEN_RADIUS = 3.6;
  private static final double FILLED_RADIUS = 2.6;
  private static final double BAND_HALF_HEIGHT = 3.5;
  private static final double DIAMOND = 3.4;

  private final ComparisonContent content;
  private final EffectLayout layout;
  private final Graphics2D g2;

  EffectDrawing(ComparisonContent content, EffectLayout layout, Graphics2D g2) {
    this.content = content;
    this.layout = layout;
    this.g2 = g2;
  }

  void draw() {
    drawAxis();
    drawHeader();
    for (EffectLayout.Group group : layout.groups()) {
      g2.setPaint(FigureTheme.TEXT);
      Page.lines(g2, FONT, group.name(), Page.MARGIN, group.nameTop());
      for (EffectLayout.Row row : group.rows()) {
        drawRow(row);
      }
    }
  }

  private void drawAxis() {
    double bottom = layout.rowsBottom();
    Interval range = layout.range();
    double step = layout.step();
    Font font = FigureTheme.tickFont();
    double labels = bottom + Axes.TICK_ROOM_PIXELS + 0.95 * font.getSize2D();
    for (double k = Math.ceil(range.low() / step); k * step <= range.high(); k++) {
      double x = layout.x(k * step);
      g2.setPaint(FigureTheme.GRID);
      g2.setStroke(FigureTheme.gridStroke());
      g2.draw(new Line2D.Double(x, layout.rowsTop(), x, bottom));
      g2.setPaint(FigureTheme.AXIS);
      g2.setStroke(FigureTheme.axisStroke());
      g2.draw(new Line2D.Double(x, bottom, x, bottom + 3));
      g2.setPaint(FigureTheme.TEXT);
      g2.setFont(font);
      String text = Ticks.format(step).format(k * step);
      g2.drawString(text, (float) (x - Fonts.width(text, font) / 2), (float) labels);
    }
    for (EffectLayout.Group group : layout.groups()) {
      double y = group.bottom() + 2.5;
      g2.setPaint(FigureTheme.GRID);
      g2.setStroke(FigureTheme.gridStroke());
      double end = content.width().pixels() - Page.RIGHT_MARGIN;
      g2.draw(new Line2D.Double(Page.MARGIN, y, end, y));
    }
    g2.setPaint(FigureTheme.AXIS);
    g2.setStroke(FigureTheme.axisStroke());
    g2.draw(new Line2D.Double(layout.plotLeft(), bottom, layout.plotRight(), bottom));
    g2.setPaint(FigureTheme.TEXT);
    double top = bottom + Axes.TICK_ROOM_PIXELS + 1.3 * font.getSize2D();
    double width = layout.plotRight() - Page.MARGIN;
    List<String> lines = Labels.wrap(content.effect().text(), FigureTheme.labelFont(), width);
    double centre = (layout.plotLeft() + layout.plotRight()) / 2;
    double left = centre - Labels.widest(lines, FigureTheme.labelFont()) / 2;
    Page.lines(g2, FigureTheme.labelFont(), lines, Math.max(Page.MARGIN, left), top);
  }

  /** Titles of the columns, and the untreated reference as a line through all rows. */
  private void drawHeader() {
    g2.setPaint(FigureTheme.TEXT);
    Font bold = FigureTheme.panelTitleFont();
    double top = layout.rowsTop() - Fonts.lineHeight(bold) - 2;
    for (EffectLayout.Column column : layout.columns()) {
      Page.lines(g2, bold, List.of(column.header()), column.left(), top);
    }
    List<Effect> reference = content.reference().effects();
    if (reference.isEmpty()) {
      return;
    }
    double x = layout.x(reference.get(0).untreated().value());
    g2.setPaint(DirectLabels.LEVEL.colour());
    g2.setStroke(DirectLabels.LEVEL.stroke());
    for (EffectLayout.Group group : layout.groups()) { // not through names that stand above rows
      g2.draw(new Line2D.Double(x, group.top() - 2.5, x, group.bottom() + 2.5));
    }
    List<String> lines = layout.referenceLines();
    double width = Labels.widest(lines, FONT);
    double left = Math.min(layout.plotRight() - width, Math.max(layout.plotLeft(), x - width / 2));
    g2.setPaint(FigureTheme.AXIS);
    Page.lines(g2, FONT, lines, left, layout.rowsTop() - Page.height(lines, FONT) - 3);
  }

  private void drawRow(EffectLayout.Row row) {
    Effect effect = row.effect();
    LineStyle style = content.styles().of(effect.treatment());
    double y = row.middle();
    double from = layout.x(effect.untreated().value());
    double to = layout.x(effect.treated().value());
    drawBands(effect.untreated(), FigureTheme.AXIS, y);
    drawBands(effect.treated(), style.colour(), y);
    g2.setPaint(style.colour());
    g2.setStroke(style.stroke());
    g2.draw(new Line2D.Double(from, y, to, y));
    g2.setPaint(FigureTheme.BACKGROUND);
    g2.fill(disc(from, y, OPEN_RADIUS));
    g2.setPaint(FigureTheme.AXIS);
    g2.setStroke(new BasicStroke(1.2f));
    g2.draw(disc(from, y, OPEN_RADIUS));
    g2.setPaint(style.colour());
    g2.fill(disc(to, y, FILLED_RADIUS));
    for (PublishedEffect finding : effect.published()) {
      finding.treated().ifPresent(number -> drawPublished(number, y + 3.5));
    }
    g2.setPaint(FigureTheme.TEXT);
    for (EffectLayout.Column column : layout.columns()) {
      List<String> lines = column.lines(effect);
      Page.lines(g2, FONT, lines, column.left(), y - Page.height(lines, FONT) / 2);
    }
  }

  private void drawBands(Estimate estimate, Color colour, double y) {
    g2.setPaint(
        new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), XyPanel.BAND_ALPHA));
    estimate.outer().ifPresent(band -> g2.fill(bar(band, y)));
    estimate.inner().ifPresent(band -> g2.fill(bar(band, y)));
  }

  private Rectangle2D bar(Estimate.Spread band, double y) {
    double left = layout.x(band.low());
    double width = layout.x(band.high()) - left;
    return new Rectangle2D.Double(left, y - BAND_HALF_HEIGHT, width, 2 * BAND_HALF_HEIGHT);
  }

  private void drawPublished(Estimate number, double y) {
    g2.setPaint(FigureTheme.TEXT);
    g2.setStroke(new BasicStroke(1f));
    Interval range = number.range();
    g2.draw(new Line2D.Double(layout.x(range.low()), y, layout.x(range.high()), y));
    double x = layout.x(number.value());
    Path2D diamond = new Path2D.Double();
    diamond.moveTo(x - DIAMOND, y);
    diamond.lineTo(x, y - DIAMOND);
    diamond.lineTo(x + DIAMOND, y);
    diamond.lineTo(x, y + DIAMOND);
    diamond.closePath();
    g2.setPaint(FigureTheme.BACKGROUND);
    g2.fill(diamond);
    g2.setPaint(FigureTheme.TEXT);
    g2.draw(diamond);
  }

  private static Ellipse2D disc(double x, double y, double radius) {
    return new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius);
  }
}
