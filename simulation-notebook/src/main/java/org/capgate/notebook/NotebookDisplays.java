package org.capgate.notebook;

import java.util.List;
import org.capgate.analysis.Table;
import org.capgate.dynamics.Trajectory;
import org.capgate.scenario.Scenario;
import org.capgate.viz.ChartSvg;
import org.capgate.viz.Figure;
import org.jfree.chart.JFreeChart;
import org.rapaio.jupyter.kernel.display.DisplayRenderer;
import org.rapaio.jupyter.kernel.display.DisplayTransformer;
import org.rapaio.jupyter.kernel.display.spi.DisplayProvider;

/**
 * What the kernel asks for the looks of our types: a table and a scenario are HTML tables, a figure
 * or chart is SVG, a run is a figure with the numbers under it. Each has a plain text beside it for
 * frontends without pictures.
 */
public final class NotebookDisplays implements DisplayProvider {
  private static final int CHART_WIDTH_PIXELS = 680;
  private static final int CHART_HEIGHT_PIXELS = 420;

  private static final List<DisplayRenderer> RENDERERS =
      List.of(
          Looks.drawing(Figure.class, Figure::svg, Figure::description),
          Looks.drawing(
              JFreeChart.class,
              chart -> ChartSvg.of(chart, CHART_WIDTH_PIXELS, CHART_HEIGHT_PIXELS),
              chart -> "chart"),
          Looks.page(Table.class, TableHtml::of, Table::toText),
          Looks.page(Scenario.class, ScenarioHtml::of, ScenarioHtml::text),
          Looks.page(
              Trajectory.class,
              run -> RunSummary.of(run).html(),
              run -> RunSummary.of(run).text()));

  /** For the kernel. */
  public NotebookDisplays() {}

  @Override
  public List<DisplayRenderer> getDisplayRenderers() {
    return RENDERERS;
  }

  @Override
  public List<DisplayTransformer> getDisplayTransformers() {
    return List.of();
  }
}
