package org.capgate.viz;

import java.awt.Color;
import java.text.NumberFormat;
import java.util.List;
import java.util.Map;
import org.jfree.chart.axis.AxisLocation;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.labels.CategoryItemLabelGenerator;
import org.jfree.chart.labels.ItemLabelAnchor;
import org.jfree.chart.labels.ItemLabelPosition;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.PlotOrientation;
import org.jfree.chart.renderer.category.BarRenderer;
import org.jfree.chart.renderer.category.StandardBarPainter;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.category.CategoryDataset;
import org.jfree.data.category.DefaultCategoryDataset;
import org.jspecify.annotations.Nullable;

/**
 * The plot of lying bars in groups.
 *
 * @param groups from top to bottom
 * @param bars in a group, from top to bottom
 * @param values by place; a missing one leaves a gap
 */
record BarPlot(List<String> groups, List<String> bars, Map<Place, Double> values) {

  /**
   * Where a bar is.
   *
   * @param group of bars
   * @param bar in the group
   */
  record Place(String group, String bar) {}

  static Color colour(int bar) {
    return FigureTheme.palette().get(bar);
  }

  CategoryPlot plot(
      Map<String, List<String>> wrapped,
      NumberAxis range,
      double gapShare,
      @Nullable NumberFormat printed) {
    DefaultCategoryDataset data = new DefaultCategoryDataset();
    for (String bar : bars) {
      for (String group : groups) {
        data.addValue(values.get(new Place(group, bar)), bar, group);
      }
    }
    CategoryAxis domain = new WrappedCategoryAxis(wrapped);
    domain.setLowerMargin(gapShare / groups.size() / 2);
    domain.setUpperMargin(gapShare / groups.size() / 2);
    domain.setCategoryMargin(gapShare * (groups.size() - 1) / groups.size());

    CategoryPlot plot = new CategoryPlot(data, domain, range, renderer(printed));
    plot.setOrientation(PlotOrientation.HORIZONTAL);
    plot.setRangeAxisLocation(AxisLocation.BOTTOM_OR_LEFT);
    plot.setBackgroundPaint(null);
    plot.setOutlineVisible(false);
    plot.setInsets(RectangleInsets.ZERO_INSETS);
    plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
    plot.setRangeGridlinePaint(FigureTheme.GRID);
    plot.setRangeGridlineStroke(FigureTheme.gridStroke());
    plot.setRangeZeroBaselineVisible(true);
    plot.setRangeZeroBaselinePaint(FigureTheme.AXIS);
    plot.setRangeZeroBaselineStroke(FigureTheme.axisStroke());
    return plot;
  }

  private BarRenderer renderer(@Nullable NumberFormat printed) {
    BarRenderer renderer = new BarRenderer();
    renderer.setBarPainter(new StandardBarPainter());
    renderer.setShadowVisible(false);
    renderer.setDrawBarOutline(false);
    renderer.setItemMargin(0.05);
    for (int i = 0; i < bars.size(); i++) {
      renderer.setSeriesPaint(i, colour(i));
    }
    if (printed != null) {
      renderer.setDefaultItemLabelGenerator(new PrintedValue(printed));
      renderer.setDefaultItemLabelsVisible(true);
      renderer.setDefaultItemLabelFont(FigureTheme.valueFont());
      renderer.setDefaultItemLabelPaint(FigureTheme.TEXT);
      renderer.setDefaultPositiveItemLabelPosition(
          new ItemLabelPosition(ItemLabelAnchor.OUTSIDE3, TextAnchor.CENTER_LEFT));
      renderer.setDefaultNegativeItemLabelPosition(
          new ItemLabelPosition(ItemLabelAnchor.OUTSIDE9, TextAnchor.CENTER_RIGHT));
    }
    return renderer;
  }

  /** Text at the end of a bar. */
  private record PrintedValue(NumberFormat format) implements CategoryItemLabelGenerator {
    @Override
    public String generateRowLabel(CategoryDataset data, int row) {
      return data.getRowKey(row).toString();
    }

    @Override
    public String generateColumnLabel(CategoryDataset data, int column) {
      return data.getColumnKey(column).toString();
    }

    @Override
    public @Nullable String generateLabel(CategoryDataset data, int row, int column) {
      Number value = data.getValue(row, column);
      if (value == null) {
        return null;
      }
      String text = format.format(value);
      return text.matches("\u2212[0.]+") ? text.substring(1) : text; // no minus zero
    }
  }
}
