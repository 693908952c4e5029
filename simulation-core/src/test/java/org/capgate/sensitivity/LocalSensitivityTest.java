package org.capgate.sensitivity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.capgate.input.InputException;
import org.capgate.input.Place;
import org.capgate.model.Parameter;
import org.capgate.model.ParameterSet;
import org.capgate.model.Readout;
import org.capgate.scenario.Scenario;
import org.capgate.solver.Solvers;
import org.capgate.sweep.Measurement;
import org.capgate.treatment.AmountUnit;
import org.capgate.treatment.Compounds;
import org.capgate.treatment.Dose;
import org.junit.jupiter.api.Test;

class LocalSensitivityTest {
  @Test
  void aSmoothFunctionHasItsOwnDerivatives() {
    double[] point = {0.7, 2};
    Response response =
        x -> new double[] {StrictMath.exp(x[0]) * x[1] * x[1], StrictMath.sin(x[0] * x[1])};
    List<LocalSensitivity.Slope> slopes =
        LocalSensitivity.at(point, point, response, 2, done -> {});
    double[] byFirst = {StrictMath.exp(0.7) * 4, 2 * StrictMath.cos(1.4)};
    double[] bySecond = {StrictMath.exp(0.7) * 4, 0.7 * StrictMath.cos(1.4)};
    for (int out = 0; out < 2; out++) {
      // Fourth power of a width of 0.008: 4e-9 times a fifth derivative over 30; rounding 1e-13.
      assertEquals(byFirst[out], slopes.get(0).perUnit()[out], 1e-10);
      assertEquals(bySecond[out], slopes.get(1).perUnit()[out], 1e-10);
      double off = Math.abs(byFirst[out] - slopes.get(0).perUnit()[out]);
      assertTrue(slopes.get(0).error()[out] >= off, "the stated error is a bound");
    }
  }

  /** The other side is taken where one is forbidden. */
  @Test
  void aPointAtABoundHasDerivativesFromTheSideThatIsAllowed() {
    for (double side : new double[] {1, -1}) {
      Response bounded =
          x -> {
            if (side * x[0] > side) {
              throw new InputException(Place.UNKNOWN, "beyond 1");
            }
            return new double[] {StrictMath.exp(x[0])};
          };
      LocalSensitivity.Slope slope =
          LocalSensitivity.at(new double[] {1}, new double[] {1}, bounded, 1, done -> {}).get(0);
      assertEquals(Math.E, slope.perUnit()[0], 1e-7); // third order in a width of 0.004
    }
  }

  @Test
  void wordsStandForTheNumbersTheyName() {
    ParameterSet set = ParameterSet.standard();
    List<Parameter> fitted = Varied.chosen(set, List.of("fitted"), Place.UNKNOWN);
    assertEquals(set.numbers().filter(Parameter::isFitted).toList(), fitted);
    List<Parameter> ofKetamine = Varied.chosen(set, List.of("ketamine/"), Place.UNKNOWN);
    assertTrue(ofKetamine.stream().allMatch(number -> number.name().startsWith("ketamine/")));
    assertTrue(ofKetamine.size() > 5);
    assertEquals(
        List.of("bdnfTimeHours"),
        Varied.chosen(set, List.of("bdnfTimeHours", "bdnfTimeHours"), Place.UNKNOWN).stream()
            .map(Parameter::name)
            .toList());
  }

  @Test
  void aRangeStaysWithinThePlausibleOneAndItsEndsAreMet() {
    Parameter parameter = new Parameter("x", "h", 2, 1, 3, 2, true, "", "test");
    Varied varied = Varied.within(1.2, parameter);
    assertEquals(2 / 1.2, varied.at(0));
    assertEquals(2.4, varied.at(1));
    assertEquals(2, varied.at(0.5), 1e-15);
    Varied wide = Varied.within(10, parameter);
    assertEquals(1, wide.low());
    assertEquals(3, wide.high());
    Varied zero = Varied.within(1.5, new Parameter("x", "h", 0, -1, 3, 0, true, "", "test"));
    assertEquals(-1, zero.low());
    assertEquals(2, zero.high());
    assertEquals(0.5, zero.at(0.5));
  }

  /** In plasma ketamine is linear in bioavailability and scales as a closed form says. */
  @Test
  void drugLevelsHaveTheDerivativesOfTheirClosedForm() {
    Scenario scenario =
        Scenario.mouse()
            .treatment(
                Dose.of(Compounds.ketamine(), 10, AmountUnit.MG_PER_KG)
                    .intraperitoneal()
                    .atHours(0))
            .build();
    String share = "ketamine/kinetics/mouse/routes/ip/bioavailability";
    String volume = "ketamine/kinetics/mouse/central/volumeLitresPerKilogram";
    String clearance = "ketamine/kinetics/mouse/central/clearanceLitresPerHourPerKilogram";
    List<String> names = List.of(share, clearance, volume);
    ScenarioResponse response =
        new ScenarioResponse(
            scenario, names, Measurement.of(Readout.PLASMA_KETAMINE, 0.5), Solvers.standard(1e-6));
    double[] point = names.stream().mapToDouble(scenario.parameters()::value).toArray();
    double value = response.at(point)[0];
    List<LocalSensitivity.Slope> slopes =
        LocalSensitivity.at(point, point, response, 2, done -> {});
    double normalised = point[0] * slopes.get(0).perUnit()[0] / value;
    assertEquals(1, normalised, 1e-10); // proportional; rounding over a width of 0.004
    // Half an hour after the dose the Bateman function gives the other two.
    double absorption =
        scenario.parameters().value("ketamine/kinetics/mouse/routes/ip/absorptionPerHour");
    double k = point[1] / point[2];
    double t = 0.5;
    double decay = StrictMath.exp(-k * t);
    double rise = StrictMath.exp(-absorption * t);
    double byRate =
        k / (absorption - k) - k * t * decay / (decay - rise); // of the curve, normalised
    assertEquals(byRate, point[1] * slopes.get(1).perUnit()[0] / value, 1e-9);
    assertEquals(-1 - byRate, point[2] * slopes.get(2).perUnit()[0] / value, 1e-9);
  }
}
