package org.capgate.viz;

import java.util.ArrayList;
import java.util.List;

/** Ticks at the doses people give: 0.3, 1, 3, 10, 30, 100, 200. */
final class DoseTicks {
  private static final double[] USUAL = {
    0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1, 3, 10, 30, 100, 200, 1000, 3000, 10_000
  };

  private DoseTicks() {}

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
}
