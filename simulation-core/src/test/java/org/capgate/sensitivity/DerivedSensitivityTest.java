package org.capgate.sensitivity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.capgate.input.Place;
import org.capgate.model.Gene;
import org.capgate.model.Genotype;
import org.capgate.model.Parameter;
import org.capgate.model.Readout;
import org.capgate.scenario.Scenario;
import org.capgate.scenario.Stress;
import org.capgate.solver.Rosenbrock;
import org.capgate.solver.Solvers;
import org.capgate.sweep.Measurement;
import org.capgate.treatment.AmountUnit;
import org.capgate.treatment.CellClass;
import org.capgate.treatment.Compounds;
import org.capgate.treatment.Dose;
import org.junit.jupiter.api.Test;

/** Differences against derivatives derived from the statement of the equations. */
class DerivedSensitivityTest {
  private static final double[] AT_HOURS = {2, 24};

  private static Scenario.Builder treated() {
    return Scenario.mouse()
        .treatment(
            Dose.of(Compounds.ketamine(), 10, AmountUnit.MG_PER_KG).intraperitoneal().atHours(0));
  }

  @Test
  void differencesAgreeWithDerivedSensitivitiesInTheWildType() {
    agree(treated().build());
  }

  /** The settled state of a stressed animal with half of a gene leans on parameters its own way. */
  @Test
  void theyAgreeWhereGenesAndStressMoveTheSettledState() {
    agree(
        treated()
            .genotype(Genotype.scaled(Gene.EBP2, 0.8).in(CellClass.EXCITATORY))
            .stress(Stress.CHRONIC)
            .build());
  }

  private static void agree(Scenario scenario) {
    List<Parameter> parameters =
        Varied.chosen(scenario.parameters(), List.of("fitted"), Place.UNKNOWN).stream()
            .filter(parameter -> !parameter.isOfCompound() && parameter.value() != 0)
            .toList();
    assertTrue(parameters.size() > 30);
    double[] point = parameters.stream().mapToDouble(Parameter::value).toArray();
    double[] scale = Arrays.stream(point).map(Math::abs).toArray();
    Rosenbrock solver = Solvers.standard(1e-10);
    List<Readout> readouts = List.of(Readout.MOOD, Readout.EXCITATORY_RATE);
    ScenarioResponse response =
        new ScenarioResponse(
            scenario,
            parameters.stream().map(Parameter::name).toList(),
            new Measurement(readouts, List.of(AT_HOURS[0], AT_HOURS[1])),
            solver);
    double[] values = response.at(point);
    long began = System.nanoTime();
    List<LocalSensitivity.Slope> slopes =
        LocalSensitivity.at(point, scale, response, 1, done -> {});
    double differencesSeconds = (System.nanoTime() - began) * 1e-9;
    ForwardSensitivities derived = new ForwardSensitivities(scenario);
    began = System.nanoTime();
    double worst = 0;
    String where = "";
    for (int i = 0; i < point.length; i++) {
      for (int r = 0; r < readouts.size(); r++) {
        double[] changes =
            derived.perRelativeChange(parameters.get(i).name(), readouts.get(r), AT_HOURS, solver);
        for (int t = 0; t < AT_HOURS.length; t++) {
          int output = r * AT_HOURS.length + t;
          double exact = changes[t] / values[output];
          double found = point[i] * slopes.get(i).perUnit()[output] / values[output];
          // relative where the sensitivity is larger than 1
          double off = Math.abs(exact - found) / Math.max(1, Math.abs(exact));
          if (!(off <= worst)) {
            worst = off;
            where = parameters.get(i).name() + " " + exact + " " + found;
          }
        }
      }
    }
    double derivedSeconds = (System.nanoTime() - began) * 1e-9 / readouts.size();
    System.out.println(
        "%s parameters: differences %s s, derived %s s, worst %s at %s"
            .formatted(point.length, differencesSeconds, derivedSeconds, worst, where));
    assertEquals(0, worst, 1e-6, where);
  }
}
