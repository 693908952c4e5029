package org.capgate.cli.output;

import java.util.Arrays;
import java.util.Collection;
import java.util.TreeSet;
import org.capgate.scenario.Scenario;
import org.capgate.treatment.Administration;
import org.capgate.treatment.Dose;

/** When something is given, for the marks of a figure. */
public final class DoseHours {
  private DoseHours() {}

  /** When anything active is given in any of the scenarios (h), ascending, each time once. */
  public static double[] of(Collection<Scenario> scenarios) {
    TreeSet<Double> times = new TreeSet<>();
    for (Scenario scenario : scenarios) {
      if (!TreatmentLabel.isInert(scenario.treatment(), scenario.compounds())) {
        for (Administration given : scenario.treatment().administrations()) {
          times.add(given.startHours());
          if (given instanceof Dose dose) {
            Arrays.stream(dose.givenHours()).forEach(times::add);
          }
        }
      }
    }
    return times.stream().mapToDouble(Double::doubleValue).toArray();
  }
}
