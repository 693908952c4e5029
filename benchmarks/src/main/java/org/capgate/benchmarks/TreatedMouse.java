package org.capgate.benchmarks;

import static org.capgate.treatment.AmountUnit.MG_PER_KG;

import org.capgate.dynamics.OdeSystem;
import org.capgate.scenario.Scenario;
import org.capgate.treatment.Compounds;
import org.capgate.treatment.Dose;

/** What is measured: a wild-type mouse, ketamine 10 mg/kg at t = 0. */
final class TreatedMouse {
  private TreatedMouse() {}

  static OdeSystem system() {
    return Scenario.mouse()
        .treatment(Dose.of(Compounds.ketamine(), 10, MG_PER_KG).intraperitoneal().atHours(0))
        .build()
        .instantiate(1);
  }
}
