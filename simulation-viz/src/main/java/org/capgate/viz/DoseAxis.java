package org.capgate.viz;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.LogAxis;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.axis.TickType;
import org.jfree.chart.axis.ValueTick;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.TextAnchor;

/** Logarithmic axis with ticks at the doses people give: 0.3, 1, 3, 10, 30, 100, 200. */
final class DoseAxis extends LogAxis {
  private static final long serialVersionUID = 1L;

  private static final double[] USUAL = {
    0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1, 3, 10, 30, 100, 200, 1000, 3000, 10_000
  };

  private final Interval doses;

  DoseAxis(Interval doses) {
    this.doses = doses;
    setRange(0.8 * doses.low(), 1.25 * doses.high());
  }

  /** Doses that get a label, from the lowest to the highest simulated one. */
  static List<Double> labelled(Interval doses) {
    List<Double> labelled = new ArrayList<>();
    for (double dose : USUAL) {
      if (dose >= 0.999 * doses.low() && dose <= 1.001 * doses.high()) {
        labelled.add(dose);
      }
    }
    return labelled.size() >= 2 ? labelled : List.of(doses.low(), doses.high());
  }

  static String text(double dose) {
    return Ticks.format(dose).format(dose);
  }

  @Override
  public List<ValueTick> refreshTicks(
      Graphics2D g2, AxisState state, Rectangle2D dataArea, RectangleEdge edge) {
    List<ValueTick> ticks = new ArrayList<>();
    for (double dose : labelled(doses)) {
      String label = isTickLabelsVisible() ? text(dose) : "";
      ticks.add(
          new NumberTick(
              TickType.MAJOR, dose, label, TextAnchor.TOP_CENTER, TextAnchor.CENTER, 0.0));
    }
    return ticks;
  }
}
