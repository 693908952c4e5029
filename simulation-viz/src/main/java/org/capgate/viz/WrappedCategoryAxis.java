package org.capgate.viz;

import java.awt.Graphics2D;
import java.util.List;
import java.util.Map;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.text.TextBlock;
import org.jfree.chart.ui.HorizontalAlignment;
import org.jfree.chart.ui.RectangleEdge;

/** Category axis with labels broken into lines beforehand; JFreeChart would cut long ones off. */
final class WrappedCategoryAxis extends CategoryAxis {
  private static final long serialVersionUID = 1L;

  private final transient Map<String, List<String>> lines;

  WrappedCategoryAxis(Map<String, List<String>> lines) {
    this.lines = lines;
    setTickLabelFont(FigureTheme.labelFont());
    setTickLabelPaint(FigureTheme.TEXT);
    setAxisLineVisible(false);
    setTickMarksVisible(false);
  }

  @Override
  protected TextBlock createLabel(
      Comparable category, float width, RectangleEdge edge, Graphics2D g2) {
    TextBlock block = new TextBlock();
    block.setLineAlignment(HorizontalAlignment.RIGHT);
    String name = category.toString();
    for (String line : lines.getOrDefault(name, List.of(name))) {
      block.addLine(line, getTickLabelFont(), getTickLabelPaint());
    }
    return block;
  }
}
