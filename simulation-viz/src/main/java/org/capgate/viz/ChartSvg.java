package org.capgate.viz;

import java.awt.geom.Rectangle2D;
import java.util.Map;
import org.jfree.chart.JFreeChart;

/** Any JFreeChart chart as SVG, in its own look; {@link Figure#svg} is for figures of ours. */
public final class ChartSvg {
  private ChartSvg() {}

  /**
   * SVG document of a chart; the same text each time.
   *
   * @param widthPixels of 1/96 inch, &gt; 0
   * @param heightPixels of 1/96 inch, &gt; 0
   * @throws FigureException if this machine has no fonts
   */
  public static String of(JFreeChart chart, int widthPixels, int heightPixels) {
    if (widthPixels <= 0 || heightPixels <= 0) {
      throw new IllegalArgumentException(
          "width and height of a chart must be > 0 pixels, but were "
              + widthPixels
              + " and "
              + heightPixels);
    }
    Fonts.require();
    String title = chart.getTitle() == null ? "chart" : chart.getTitle().getText();
    SvgDrawing drawing = SvgDrawing.titled(title);
    chart.draw(drawing, new Rectangle2D.Double(0, 0, widthPixels, heightPixels));
    return drawing.document(widthPixels, heightPixels, title, title, Map.of());
  }
}
