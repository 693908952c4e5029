package org.capgate.benchmarks;

import static org.capgate.treatment.AmountUnit.MG_PER_KG;

import org.capgate.dynamics.OdeSystem;
import org.capgate.scenario.Scenario;
import org.capgate.treatment.Compounds;
import org.capgate.treatment.Dose;

/** What is measured: a wild-type mouse, ketamine 10 mg/kg. */
public final class TreatedMouse {
  private TreatedMouse() {}

  /** With the dose at t = 0. */
  static OdeSystem system() {
    return scenario(0).instantiate(1);
  }

  /** With the dose at a time (h). */
  public static Scenario scenario(double doseHours) {
    return Scenario.mouse()
        .treatment(
            Dose.of(Compounds.ketamine(), 10, MG_PER_KG).intraperitoneal().atHours(doseHours))
        .build();
  }
}
