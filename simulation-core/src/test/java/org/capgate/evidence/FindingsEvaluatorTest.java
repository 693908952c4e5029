package org.capgate.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.capgate.dynamics.IntegrationException;
import org.capgate.dynamics.Integrator;
import org.capgate.dynamics.Trajectory;
import org.capgate.model.ParameterSet;
import org.capgate.solver.Solvers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Findings against the model itself; whether they hold is for PublishedFindingsTest to say. */
class FindingsEvaluatorTest {

  private static final FindingsEvaluator EVALUATOR = FindingsEvaluator.standard();

  @Test
  void everyPublishedFindingIsSimulated() {
    FindingsReport report = EVALUATOR.evaluate(FindingFile.published());
    assertEquals(97, report.evaluations().size());
    assertEquals(97, report.passed() + report.failed());
    for (Evaluation row : report.evaluations()) {
      assertTrue(row.value().isPresent(), row.finding().id() + ": " + row.reason());
      assertEquals(
          !row.finding().at().isTime(),
          row.baseline().isPresent(),
          row.finding().id() + ": " + row.reason());
    }
  }

  @Test
  void aSecondEvaluationGivesTheSameBits() {
    FindingFile file = FindingFile.published();
    assertEquals(EVALUATOR.evaluate(file).toJson(), EVALUATOR.evaluate(file).toJson());
  }

  @Test
  void aFindingMayBeComparedWithAShippedOneThatItsFileDoesNotRepeat() {
    Finding shipped = FindingFile.published().finding("E01");
    FindingFile file =
        new Rows()
            .row(
                "genotype",
                "4EBP2 x0 inhibitory",
                "readout",
                "excitatory-transmission",
                "versus",
                "finding:E01",
                "expected",
                "reduced")
            .read();
    FindingsReport alone = EVALUATOR.evaluate(file);
    FindingsReport together = EVALUATOR.evaluate("both", List.of(file.findings().get(0), shipped));
    assertEquals(1, alone.evaluations().size());
    assertEquals(together.evaluations().get(0), alone.evaluations().get(0));
    assertTrue(alone.evaluations().get(0).value().isPresent());
  }

  @Test
  void theTimesOfPeakAndReturnAreThoseOfTheSimulatedCourse() {
    String[] glutamate = {"readout", "glutamate", "versus", "none", "expected", "value"};
    FindingFile file =
        new Rows()
            .row(with(glutamate, "id", "P", "at_h", "peak-time", "magnitude", "1 h (0 to 72)"))
            .row(with(glutamate, "id", "R", "at_h", "return 0.5", "magnitude", "1 h (0 to 72)"))
            .read();
    List<Evaluation> rows = EVALUATOR.evaluate(file).evaluations();
    double peakHours = rows.get(0).value().orElseThrow();
    double returnHours = rows.get(1).value().orElseThrow();
    assertTrue(peakHours > 0 && returnHours > peakHours, peakHours + " then " + returnHours);
  }

  private static String[] with(String[] fields, String... more) {
    return Stream.concat(Stream.of(fields), Stream.of(more)).toArray(String[]::new);
  }

  @Test
  void findingsUnderEqualConditionsShareOneRun() {
    List<Trajectory> runs = new ArrayList<>();
    Integrator counting =
        (system, span, sampling) -> {
          Trajectory run = Solvers.standard().solve(system, span, sampling);
          runs.add(run);
          return run;
        };
    FindingFile file =
        new Rows()
            .row("id", "A")
            .row("id", "B", "at_h", "72", "readout", "mood", "expected", "increase")
            .row("id", "C", "at_h", "2", "readout", "bdnf", "expected", "no-change")
            .row("id", "D", "genotype", "4EBP2 x0 all", "expected", "no-change")
            .row("id", "E", "genotype", "4EBP2 x0.0 all", "at_h", "72", "expected", "no-change")
            .row("id", "F", "versus", "finding:A", "at_h", "168", "expected", "reduced")
            .row(
                "id",
                "G",
                "treatment",
                "none",
                "at_h",
                "baseline",
                "versus",
                "unstressed",
                "stress",
                "chronic",
                "expected",
                "increase")
            .read();
    FindingsReport report = EVALUATOR.withIntegrator(counting).evaluate(file);
    assertEquals(7, report.evaluations().size());
    assertEquals(2, runs.size()); // one wild type, one knockout; baselines need no run
  }

  @Test
  void aFindingGivesTheSameNumbersAloneAsAmongOthers() {
    FindingsReport all = EVALUATOR.evaluate(FindingFile.published());
    Rows rows = new Rows().row("id", "B01");
    Evaluation alone = EVALUATOR.evaluate(rows.read()).evaluations().get(0);
    Evaluation among = all.evaluations().get(0);
    // The last step before the end of a run is shorter: equal within the integrator's tolerance.
    double tolerance = 1e-4 * among.value().orElseThrow();
    assertEquals(among.value().orElseThrow(), alone.value().orElseThrow(), tolerance);
  }

  @Test
  void theOrderOfTheRowsDoesNotMatter() {
    Rows forth =
        new Rows()
            .row("id", "A", "treatment", "ketamine 100 mg/kg ip at 0 h")
            .row("id", "B", "at_h", "72");
    Rows back =
        new Rows()
            .row("id", "B", "at_h", "72")
            .row("id", "A", "treatment", "ketamine 100 mg/kg ip at 0 h");
    List<Evaluation> first = EVALUATOR.evaluate(forth.read()).evaluations();
    List<Evaluation> second = EVALUATOR.evaluate(back.read()).evaluations();
    assertEquals(first.get(0).value(), second.get(1).value());
    assertEquals(first.get(1).value(), second.get(0).value());
  }

  @Test
  void thePeakOfADrugIsAboveItsNeighboursInTime() {
    FindingFile file =
        new Rows()
            .row(
                "id",
                "P",
                "readout",
                "plasma-ketamine",
                "at_h",
                "peak",
                "expected",
                "value",
                "versus",
                "none",
                "magnitude",
                "5 uM (0.001 to 1000)",
                "subject",
                "human",
                "treatment",
                "ketamine 0.5 mg/kg iv at 0 h for 0.667 h")
            .row(
                "id",
                "Q",
                "readout",
                "plasma-ketamine",
                "at_h",
                "0.667",
                "expected",
                "value",
                "versus",
                "peak",
                "magnitude",
                "1 (0.999 to 1 of peak)",
                "subject",
                "human",
                "treatment",
                "ketamine 0.5 mg/kg iv at 0 h for 0.667 h")
            .read();
    FindingsReport report = EVALUATOR.evaluate(file);
    // An infusion peaks when it ends.
    assertEquals(report.evaluations().get(0).value(), report.evaluations().get(1).value());
    assertEquals(2, report.passed(), report.toText());
  }

  @Test
  void aDecreaseAtThePeakIsReadAtTheLowestValue() {
    FindingFile file =
        new Rows()
            .row("id", "A", "readout", "phospho-eef2", "at_h", "peak")
            .row("id", "B", "readout", "phospho-eef2", "at_h", "0.5")
            .read();
    List<Evaluation> rows = EVALUATOR.evaluate(file).evaluations();
    assertTrue(rows.get(0).value().orElseThrow() <= rows.get(1).value().orElseThrow());
    assertTrue(rows.get(0).passed(), rows.get(0).reason());
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "ketamine 10 mg/kg ip at 0 h every 168 h for 28 d, 24",
    "hm3dq excitatory at 0 h for 1 h, 24",
    "hm4di inhibitory at 0 h for 1 h, 24",
    "rapamycin 0.2 nmol icv at -0.5 h, -0.25",
    "ana-12 0.5 mg/kg ip at -0.5 h; ketamine 10 mg/kg in at 0 h, 24",
    "vehicle 1 mg/kg ip at 0 h, 24",
    "none, 24"
  })
  void everyKindOfTreatmentIsSimulated(String treatment, String at) {
    FindingFile file = new Rows().row("treatment", treatment, "at_h", at).read();
    Evaluation row = EVALUATOR.evaluate(file).evaluations().get(0);
    assertTrue(row.value().isPresent(), row.reason());
  }

  @Test
  void theVehicleChangesNothing() {
    FindingFile file =
        new Rows()
            .row("treatment", "vehicle 1 mg/kg ip at 0 h", "expected", "no-change")
            .row(
                "id",
                "R2",
                "treatment",
                "vehicle 1 mg/kg ip at 0 h",
                "expected",
                "no-change",
                "genotype",
                "4EBP2 x0 inhibitory",
                "stress",
                "chronic")
            .read();
    FindingsReport report = EVALUATOR.evaluate(file);
    assertEquals(2, report.passed(), report.toText());
  }

  @Test
  void aDoseTheSubjectCannotBeGivenFailsItsRowOnly() {
    FindingFile file =
        new Rows()
            .row("id", "A", "subject", "human", "treatment", "nbqx 10 mg/kg ip at 0 h")
            .row("id", "B")
            .read();
    FindingsReport report = EVALUATOR.evaluate(file);
    Evaluation impossible = report.evaluations().get(0);
    assertFalse(impossible.passed());
    assertTrue(
        impossible.reason().startsWith("could not be simulated: f.csv:2:"), impossible.reason());
    assertEquals(OptionalDouble.empty(), impossible.value());
    assertTrue(report.evaluations().get(1).value().isPresent());
  }

  @Test
  void aRunThatFailsIsAFailedFindingAndIsNotRepeated() {
    List<String> attempts = new ArrayList<>();
    Integrator failing =
        (system, span, sampling) -> {
          attempts.add(span.toString());
          throw new IntegrationException(
              IntegrationException.Reason.NOT_FINITE, "bdnf", 3.2, "bdnf is NaN at t = 3.2 h");
        };
    FindingFile file = new Rows().row("id", "A").row("id", "B", "at_h", "72").read();
    FindingsReport report = EVALUATOR.withIntegrator(failing).evaluate(file);
    assertEquals(1, attempts.size());
    assertEquals(2, report.failed());
    for (Evaluation row : report.evaluations()) {
      assertEquals("could not be simulated: bdnf is NaN at t = 3.2 h", row.reason());
    }
  }

  @Test
  void otherParametersGiveOtherNumbers() {
    FindingFile file = new Rows().row().read();
    ParameterSet standard = ParameterSet.standard();
    double high = standard.parameter("moodByExcitation").high();
    double changed =
        EVALUATOR
            .withParameters(standard.with("moodByExcitation", high))
            .evaluate(file)
            .evaluations()
            .get(0)
            .value()
            .orElseThrow();
    double usual = EVALUATOR.evaluate(file).evaluations().get(0).value().orElseThrow();
    assertTrue(Math.abs(changed - usual) > 1e-3 * usual);
  }
}
