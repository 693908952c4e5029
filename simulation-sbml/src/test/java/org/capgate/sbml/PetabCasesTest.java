package org.capgate.sbml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.capgate.fit.Observation;
import org.capgate.input.InputException;
import org.capgate.sensitivity.Varied;
import org.capgate.solver.Solvers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What each case of the public test suite of PEtab asks for, asked of a model of our own whose
 * solution is known: a dose into a vein leaves plasma by one exponential and enters the brain by
 * another. Simulations, chi-square and log-likelihood at the nominal values are compared with
 * closed forms.
 */
class PetabCasesTest {
  /** Runs are solved to 1e-8, concentrations in closed form; rounding is left. */
  private static final double SAME = 1e-9;

  private static final double DOSE = 1000 / 237.73; // 1 mg/kg in µmol/kg
  private static final double OUT = 6.9 / 3; // clearance over volume, h⁻¹
  private static final double INTO = 20; // equilibration of the brain, h⁻¹

  @TempDir Path folder;
  private PetabFolder problem;

  @BeforeEach
  void small() throws Exception {
    problem = new PetabFolder(folder).small();
    parameters("");
  }

  private static double plasma(double dose, double hours) {
    return dose / 3 * Math.exp(-OUT * hours);
  }

  /** The partition coefficient of the shipped set. */
  private double brain(double dose, double hours) {
    double partition =
        PetabFolder.scenarios(PetabFolder.SCENARIOS)
            .scenario()
            .parameters()
            .value("ketamine/kinetics/mouse/brain/partitionCoefficient");
    return partition
        * INTO
        / (INTO - OUT)
        * (plasma(dose, hours) - dose / 3 * Math.exp(-INTO * hours));
  }

  private void parameters(String more) throws Exception {
    problem.replace(
        "parameters.tsv",
        "parameterId parameterScale lowerBound upperBound nominalValue estimate\n%s lin 4 12 6.9 1\n%s"
            .formatted(PetabFolder.CLEARANCE_ID, more));
  }

  private void observables(String rows) throws Exception {
    problem.replace(
        "observables.tsv",
        "observableId observableFormula observableTransformation noiseFormula\n" + rows);
  }

  private void measurements(String columns, String rows) throws Exception {
    problem.replace(
        "measurements.tsv",
        "observableId simulationConditionId time measurement%s\n%s".formatted(columns, rows));
  }

  /** Compares with simulations, residuals and the logarithms of what densities are divided by. */
  private void check(double[] simulated, double[] residuals, double[] logDivisors) {
    PetabProblem read = problem.read();
    double[] nominal = read.free().stream().mapToDouble(Varied::value).toArray();
    List<String> names = read.free().stream().map(Varied::name).toList();
    double[] predicted = read.observations().predictions(names, Solvers.standard(1e-8)).at(nominal);
    List<Double> all = new ArrayList<>();
    double chiSquare = 0;
    double likelihood = 0;
    assertEquals(simulated.length, predicted.length);
    for (int i = 0; i < predicted.length; i++) {
      assertEquals(simulated[i], predicted[i], SAME * Math.abs(simulated[i]));
      all.add(predicted[i]);
      chiSquare += residuals[i] * residuals[i];
      likelihood -=
          0.5 * Math.log(2 * Math.PI) + logDivisors[i] + 0.5 * residuals[i] * residuals[i];
    }
    assertEquals(chiSquare, read.observations().chiSquare(all), 1e-8 * (1 + chiSquare));
    assertEquals(likelihood, read.observations().logLikelihood(all), 1e-8 * (1 + chiSquare));
  }

  /** Errors that are normal as they are. */
  private void check(double[] simulated, double... deviations) {
    double[] residuals = new double[simulated.length];
    double[] logs = new double[simulated.length];
    List<Observation> all = problem.read().observations().all();
    for (int i = 0; i < simulated.length; i++) {
      residuals[i] = (all.get(i).value() - simulated[i]) / deviations[i];
      logs[i] = Math.log(deviations[i]);
    }
    check(simulated, residuals, logs);
  }

  @Test
  void case1OneObservableAtTwoTimes() throws Exception {
    observables("seen plasmaKetamineMicromolar lin 0.5\n");
    measurements("", "seen condition1 0.5 0.7\nseen condition1 1 0.1\n");
    check(new double[] {plasma(DOSE, 0.5), plasma(DOSE, 1)}, 0.5, 0.5);
  }

  @Test
  void case2TwoConditionsWithNumbersOfTheirOwn() throws Exception {
    observables("seen plasmaKetamineMicromolar lin 1\n");
    measurements("", "seen condition1 0.5 0.7\nseen condition2 0.5 0.8\n");
    check(new double[] {plasma(DOSE, 0.5), plasma(2 * DOSE, 0.5)}, 1, 1);
  }

  @Test
  void cases3And6NumbersForObservableParametersAtEachTime() throws Exception {
    observables(
        "seen observableParameter1_seen*plasmaKetamineMicromolar+observableParameter2_seen lin 0.5\n");
    measurements(
        " observableParameters", "seen condition1 0.5 0.7 0.5;2\nseen condition1 1 0.1 10;-1\n");
    check(new double[] {0.5 * plasma(DOSE, 0.5) + 2, 10 * plasma(DOSE, 1) - 1}, 0.5, 0.5);
  }

  @Test
  void case4FactorAndOffsetFromTheParameterTableFixedOrEstimated() throws Exception {
    for (String estimate : List.of("0", "1")) {
      parameters("factor lin 0 10 0.5 %s\nshift lin 0 10 2 %1$s\n".formatted(estimate));
      observables("seen factor*plasmaKetamineMicromolar+shift lin 1\n");
      measurements(
          "",
          "seen condition1 0.5 0.7\nseen condition1 1 0.1\nseen condition1 2 0.1\nseen condition1 3 0.1\n");
      double[] simulated = new double[4];
      double[] times = {0.5, 1, 2, 3};
      for (int i = 0; i < 4; i++) {
        simulated[i] = 0.5 * plasma(DOSE, times[i]) + 2;
      }
      check(simulated, 1, 1, 1, 1);
      assertEquals(estimate.equals("1") ? 3 : 1, problem.read().free().size());
    }
  }

  @Test
  void case5AnEstimateOfItsOwnForEachConditionThroughTheMeasurements() throws Exception {
    parameters("shift1 lin 0 10 2 1\nshift2 lin 0 10 3 1\n");
    observables("seen plasmaKetamineMicromolar+observableParameter1_seen lin 1\n");
    measurements(
        " observableParameters",
        "seen condition1 0.5 2 shift1\nseen condition2 0.5 2 shift2\nseen condition1 1 2.1 shift1\nseen condition2 1 3.2 shift2\n");
    check(
        new double[] {
          plasma(DOSE, 0.5) + 2,
          plasma(2 * DOSE, 0.5) + 3,
          plasma(DOSE, 1) + 2,
          plasma(2 * DOSE, 1) + 3
        },
        1,
        1,
        1,
        1);
  }

  @Test
  void cases7And16ErrorsOnLogarithmicScales() throws Exception {
    for (String scale : List.of("log10", "log")) {
      observables(
          "seen plasmaKetamineMicromolar lin 0.5\nthought brainKetamineMicromolar %s 0.6\n"
              .formatted(scale));
      measurements("", "seen condition1 1 0.2\nthought condition1 1 0.8\n");
      double unit = scale.equals("log") ? 1 : Math.log(10);
      double[] simulated = {plasma(DOSE, 1), brain(DOSE, 1)};
      check(
          simulated,
          new double[] {
            (0.2 - simulated[0]) / 0.5, (Math.log(0.8) - Math.log(simulated[1])) / unit / 0.6
          },
          new double[] {Math.log(0.5), Math.log(0.6 * 0.8 * unit)});
    }
  }

  @Test
  void case8Replicates() throws Exception {
    observables("seen plasmaKetamineMicromolar lin 0.5\n");
    measurements("", "seen condition1 1 0.1\nseen condition1 1 0.2\n");
    check(new double[] {plasma(DOSE, 1), plasma(DOSE, 1)}, 0.5, 0.5);
  }

  @Test
  void case14SeveralNumbersForNoise() throws Exception {
    observables("seen plasmaKetamineMicromolar lin noiseParameter1_seen+noiseParameter2_seen\n");
    measurements(" noiseParameters", "seen condition1 0.5 0.7 0.5;2\nseen condition1 1 0.1 1;2\n");
    check(new double[] {plasma(DOSE, 0.5), plasma(DOSE, 1)}, 2.5, 3);
  }

  @Test
  void case15NoiseAsOneEstimatedParameter() throws Exception {
    parameters("noise lin 0 10 5 1\n");
    observables("seen plasmaKetamineMicromolar lin noiseParameter1_seen\n");
    measurements(
        " noiseParameters", "seen condition1 0.5 0.7 noise\nseen condition1 1 0.1 noise\n");
    check(new double[] {plasma(DOSE, 0.5), plasma(DOSE, 1)}, 5, 5);
    assertEquals(1, problem.read().free().size());
  }

  private void assertRefused(String... words) {
    InputException refused = assertThrows(InputException.class, problem::read);
    for (String word : words) {
      assertTrue(refused.getMessage().contains(word), refused.getMessage());
    }
  }

  @Test
  void cases9And10And17And18SettlingUnderAConditionIsRefused() throws Exception {
    observables("seen plasmaKetamineMicromolar lin 0.5\n");
    measurements(
        " preequilibrationConditionId",
        "seen condition1 0.5 0.7 condition2\nseen condition1 1 0.1 condition2\n");
    assertRefused(
        "measurements.tsv:2:", "preequilibrationConditionId: 'condition2' cannot be used");
  }

  @Test
  void cases5And11And13And19NumbersOfConditionsThatTheScenariosDoNotHaveAreRefused()
      throws Exception {
    String table = "conditionId conditionName doseKetamineIv1 brainKetamine\n";
    String rows = "condition1 low %s %s\ncondition2 high,~twice %s 0\n";
    for (String start : List.of("2", "initial")) {
      problem.replace("conditions.tsv", table + rows.formatted(DOSE, start, 2 * DOSE));
      assertRefused("conditions.tsv:2:", "brainKetamine: must be 0", "was '%s'".formatted(start));
    }
    problem.replace("conditions.tsv", table + rows.formatted(DOSE, "NaN", 2 * DOSE));
    problem.replace(
        "measurements.tsv",
        "observableId simulationConditionId time measurement\nseen condition1 1 1\nseen condition1 2 1\n");
    observables("seen plasmaKetamineMicromolar lin 0.5\n");
    problem.read();
  }

  @Test
  void case12WhatIsNoNumberOfTheModelIsRefused() throws Exception {
    problem.replace(
        "conditions.tsv",
        "conditionId conditionName doseKetamineIv1 compartment\ncondition1 low %s 3\ncondition2 high,~twice %s 3\n"
            .formatted(DOSE, 2 * DOSE));
    assertRefused("conditions.tsv:1:", "'compartment' is no number of the model");
  }

  @Test
  void modelsOfOthersAreRefusedBeforeAnythingElse() throws Exception {
    problem.change(
        "model.xml",
        xml ->
            """
            <sbml xmlns="http://www.sbml.org/sbml/level2/version4" level="2" version="4">
              <model id="another"/>
            </sbml>
            """);
    assertRefused("model.xml: is no model that CapGate exported");
  }
}
