package org.capgate.network;

import static org.capgate.treatment.AmountUnit.MG_PER_KG;

import org.capgate.scenario.Scenario;
import org.capgate.treatment.Compounds;
import org.capgate.treatment.Dose;

/** Networks for tests. */
final class Networks {
  static final Scenario KETAMINE =
      Scenario.mouse()
          .treatment(Dose.of(Compounds.ketamine(), 10, MG_PER_KG).intraperitoneal().atHours(0))
          .build();

  private Networks() {}

  static Network.Builder small() {
    return Network.of(KETAMINE).neurons(300).synapsesPerNeuron(30).seed(7);
  }
}
