package org.capgate.calibration;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.capgate.evidence.Evaluation;
import org.capgate.evidence.Finding;
import org.capgate.evidence.FindingFile;
import org.capgate.evidence.FindingsEvaluator;
import org.capgate.evidence.Standing;
import org.capgate.input.CsvTable;
import org.capgate.input.InputException;
import org.capgate.model.ParameterSet;
import org.capgate.random.RandomStream;
import org.junit.jupiter.api.Test;

class LikelihoodTest {
  private static final List<Finding> FINDINGS = FindingFile.published().findings();
  private static final FindingsEvaluator EVALUATOR = FindingsEvaluator.standard();

  private static List<Likelihood.Row> rows() {
    return new Likelihood(FINDINGS, Scatter.published()).rows(EVALUATOR).orElseThrow();
  }

  @Test
  void aNumberLiesBetweenItsBoundsExactlyWhereTheFindingPasses() {
    Map<String, Evaluation> evaluations = new HashMap<>();
    EVALUATOR
        .evaluate("test", FINDINGS)
        .evaluations()
        .forEach(one -> evaluations.put(one.finding().id(), one));
    for (Likelihood.Row row : rows()) {
      boolean inside = row.low() <= row.number() && row.number() <= row.high();
      assertEquals(evaluations.get(row.finding().id()).passed(), inside, row.toString());
    }
  }

  @Test
  void everyRowThatCountsIsThereOnceAndItsPowerIsThatOfItsStanding() {
    List<Likelihood.Row> rows = rows();
    assertEquals(
        FINDINGS.stream()
            .filter(finding -> finding.standing() != Standing.CONFLICTING)
            .map(Finding::id)
            .toList(),
        rows.stream().map(row -> row.finding().id()).toList());
    for (Likelihood.Row row : rows) {
      assertEquals(row.finding().standing() == Standing.ESTABLISHED ? 1 : 0.5, row.power());
      assertTrue(row.deviation() > 0 && row.low() < row.high(), row.toString());
    }
  }

  @Test
  void establishedRowsHaveATwentiethOfTheScatterOfTheirAssayAndNarrowerBoundsAsRangesHave() {
    Likelihood likelihood = new Likelihood(FINDINGS, Scatter.published());
    double swim = Scatter.published().relativeDeviation(FindingFile.published().finding("B01"));
    assertEquals(0.06, swim);
    Map<String, Likelihood.Row> rows = byId(likelihood);
    assertEquals(0.003, rows.get("B01").deviation(), 1e-15); // established
    assertEquals(0.009, rows.get("B01").inset(), 1e-15);
    assertEquals(swim, rows.get("B17").deviation()); // inferred
    assertEquals(0, rows.get("B17").inset());
    assertEquals(8.0 / 8, rows.get("C01").deviation()); // 4 to 12 points, whatever its standing
    assertEquals(2, rows.get("C01").inset());
    assertEquals(0.04, rows.get("S01").inset(), 1e-15); // 0.16 to 0.32, inferred
    for (Likelihood.Row row : rows.values()) {
      assertTrue(row.inset() <= 0.25 * (row.high() - row.low()), row.toString());
    }
  }

  @Test
  void aRowAtItsInsetBoundIsAsProbableAsNot() {
    Likelihood.Row row =
        new Likelihood.Row(
            FINDINGS.get(0), "a", 0.13, 0.1, Double.POSITIVE_INFINITY, 0.02, 0.03, 1);
    assertEquals(StrictMath.log(0.5), row.logProbability(), 1e-14);
  }

  private static Map<String, Likelihood.Row> byId(Likelihood likelihood) {
    Map<String, Likelihood.Row> rows = new HashMap<>();
    for (Likelihood.Row row : likelihood.rows(EVALUATOR).orElseThrow()) {
      rows.put(row.finding().id(), row);
    }
    return rows;
  }

  /** The integral over the shared error by the trapezoidal rule with fine steps. */
  @Test
  void rowsOfOneExperimentShareHalfOfTheVarianceOfTheirErrors() {
    Likelihood.Row one = row("a", -0.02, 0.1, Double.POSITIVE_INFINITY);
    Likelihood.Row other = row("a", 0.11, 0.1, Double.POSITIVE_INFINITY);
    double sum = 0;
    for (double z = -8; z <= 8; z += 1e-3) {
      double density = StrictMath.exp(-z * z / 2) / Math.sqrt(2 * Math.PI);
      double together = 0;
      for (Likelihood.Row row : List.of(one, other)) {
        together +=
            Normal.logProbability(
                row.number() + Math.sqrt(0.5) * 0.06 * z,
                Math.sqrt(0.5) * 0.06,
                row.low(),
                row.high());
      }
      sum += 1e-3 * density * StrictMath.exp(together);
    }
    double found = Likelihood.log(List.of(one, other));
    assertEquals(StrictMath.log(sum), found, 5e-3); // seven nodes
    double apart = Likelihood.log(List.of(one, row("b", 0.11, 0.1, Double.POSITIVE_INFINITY)));
    assertTrue(found > apart, "errors that go together make both more probable than apart");
    assertEquals(one.logProbability() + other.logProbability(), apart, 1e-12);
  }

  private static Likelihood.Row row(String experiment, double number, double low, double high) {
    return new Likelihood.Row(FINDINGS.get(0), experiment, number, low, high, 0.06, 0, 1);
  }

  @Test
  void theProbabilityIsThatOfANormalErrorAndFallsForEverBeyondItsTails() {
    double infinite = Double.POSITIVE_INFINITY;
    assertEquals(StrictMath.log(0.5), Normal.logProbability(0.1, 0.06, 0.1, infinite), 1e-14);
    // Φ(1) − Φ(−1) and 1 − Φ(3), as in tables
    assertEquals(StrictMath.log(0.682689492137086), Normal.logProbability(0, 1, -1, 1), 1e-12);
    assertEquals(
        StrictMath.log(1.349898031630095e-3), Normal.logProbability(0, 1, 3, infinite), 1e-12);
    assertEquals(
        Normal.logProbability(0, 1, 3, infinite), Normal.logProbability(0, 1, -infinite, -3));
    double before = 0;
    for (double number = 0; number > -1e5; number = number * 1.1 - 0.1) {
      double here = Normal.logProbability(number, 1, 0.1, 0.2);
      assertTrue(Double.isFinite(here) && here < before, "at " + number);
      before = here;
    }
  }

  @Test
  void everyDrawOfThePriorHasAProbabilityOrNoneAndTheShippedSetHasMore() {
    Posterior posterior =
        new Posterior(EVALUATOR, ParameterSet.standard(), FINDINGS, Scatter.published());
    double shipped = posterior.at(posterior.point(ParameterSet.standard()));
    assertTrue(Double.isFinite(shipped), "the shipped set has no probability");
    for (int i = 0; i < 6; i++) {
      double[] point = posterior.drawn(RandomStream.of(3, i, 0, "test"));
      double there = posterior.at(point);
      assertTrue(there < shipped && !Double.isNaN(there), "draw " + i + ": " + there);
      assertEquals(there, posterior.at(point));
    }
  }

  @Test
  void looksNoFurtherThanNeededAndInAnyOrderWithTheSameResult() {
    Likelihood likelihood = new Likelihood(FINDINGS, Scatter.published());
    double full = likelihood.log(EVALUATOR);
    Likelihood otherOrder = likelihood.lookingFirstAt(id -> id.hashCode());
    for (Likelihood one : List.of(likelihood, otherOrder)) {
      assertEquals(full, one.log(EVALUATOR, full - 1e-6));
      assertEquals(Double.NEGATIVE_INFINITY, one.log(EVALUATOR, full + 1e-6));
    }
    double sum = 0;
    for (double log : likelihood.logs(EVALUATOR).orElseThrow()) {
      sum += log;
    }
    assertEquals(full, sum, 1e-9);
  }

  @Test
  void chainsBeginInsideTheBoxWithTheSameBitsForAnyThreads() {
    Posterior posterior =
        new Posterior(EVALUATOR, ParameterSet.standard(), FINDINGS, Scatter.published());
    Posterior.Outset one = posterior.outset(1);
    Posterior.Outset two = posterior.outset(2);
    for (int i = 0; i < 5; i++) {
      double[] point = one.start().apply(RandomStream.of(1, i, 0, "start"));
      assertTrue(posterior.box().contains(point));
      assertArrayEquals(point, two.start().apply(RandomStream.of(1, i, 0, "start")));
      assertEquals(posterior.at(point), one.density().at(point), 1e-9);
    }
  }

  @Test
  void aPointAndItsParameterSetAreTheSame() {
    Posterior posterior =
        new Posterior(EVALUATOR, ParameterSet.standard(), FINDINGS, Scatter.published());
    double[] point = posterior.drawn(RandomStream.of(5, 0, 0, "test"));
    assertArrayEquals(point, posterior.point(posterior.set(point)), 1e-9);
  }

  private static Scatter scatter(String rows) {
    return Scatter.of(
        CsvTable.read(
            "scatter.csv",
            new StringReader("assay,area,readouts,sd,low,high,source\n" + rows + "\n")));
  }

  @Test
  void theRowThatNamesAReadoutCountsBeforeTheOneOfItsArea() {
    Finding finding = FINDINGS.get(0);
    String named =
        "a,%s,%s,0.2,0.1,0.3,ASSUMED".formatted(finding.area(), finding.readout().name());
    String plain = "b,%s,,0.1,0.1,0.3,ASSUMED".formatted(finding.area());
    assertEquals(0.2, scatter(named + "\n" + plain).relativeDeviation(finding));
    assertEquals(0.2, scatter(plain + "\n" + named).relativeDeviation(finding));
    assertEquals(0.1, scatter(plain).relativeDeviation(finding));
  }

  @Test
  void aTableWithoutARowForAFindingOrWithAnUnknownReadoutIsRefusedByName() {
    Finding finding = FINDINGS.get(0);
    Scatter other = scatter("b,elsewhere,,0.1,0.1,0.3,ASSUMED");
    String missing =
        assertThrows(InputException.class, () -> other.relativeDeviation(finding)).getMessage();
    assertTrue(missing.contains("scatter.csv") && missing.contains(finding.area()), missing);
    String unknown =
        assertThrows(
                InputException.class,
                () -> scatter("b,x,%sx,0.1,0.1,0.3,ASSUMED".formatted(finding.readout().name())))
            .getMessage();
    assertTrue(unknown.contains("scatter.csv:2") && unknown.contains("readouts"), unknown);
    String outside =
        assertThrows(InputException.class, () -> scatter("b,x,,0.4,0.1,0.3,ASSUMED")).getMessage();
    assertTrue(outside.contains("sd"), outside);
  }
}
