package org.capgate.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.OptionalDouble;
import org.capgate.model.Readout;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Verdicts exactly at their bounds, and what a person is told of them. */
class JudgementBoundsTest {

  private static final String MUTANT = "4EBP2 x0 inhibitory";

  /**
   * Numbers made up: of the wild type and of everybody else.
   *
   * @param wildType untreated and treated, in the unit of the readout
   * @param mutant untreated and treated
   * @param highest of every run
   * @param lowest of every run
   */
  private record MadeUp(Pair wildType, Pair mutant, double highest, double lowest)
      implements Simulations {

    MadeUp(Pair wildType, Pair mutant) {
      this(wildType, mutant, Double.NaN, Double.NaN);
    }

    private Pair of(Condition condition) {
      return condition.genotype().isWildType() ? wildType : mutant;
    }

    @Override
    public double baseline(Condition untreated, Readout readout) {
      return of(untreated).untreated();
    }

    @Override
    public double at(Condition condition, Readout readout, double tHours) {
      return of(condition).treated();
    }

    @Override
    public Course course(Condition condition, Readout readout) {
      throw new AssertionError("a bound asked for a course, which none is about");
    }

    @Override
    public double highest(Condition condition, Readout readout) {
      return highest;
    }

    @Override
    public double lowest(Condition condition, Readout readout) {
      return lowest;
    }
  }

  private record Pair(double untreated, double treated) {}

  private static final Pair NOTHING = new Pair(0, 0);

  private static Evaluation judge(Simulations numbers, Rows rows) {
    FindingFile file = rows.read();
    return new Judgement(numbers, FindingPlan.of(file.findings())).evaluate(file.findings().get(0));
  }

  private static Evaluation ofWildType(double untreated, double treated, String... changes) {
    Pair pair = new Pair(untreated, treated);
    return judge(new MadeUp(pair, NOTHING), new Rows().row(changes));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "increase, needs +10 % or more",
    "decrease, needs -10 % or less",
    "no-change, needs less than 5 % either way"
  })
  void theReasonStatesTheBoundAndItsDirection(String expected, String reason) {
    assertEquals(reason, ofWildType(100, 100, "expected", expected).reason());
  }

  @ParameterizedTest(name = "mutant to {0}, wild type to {1}: {2}")
  @CsvSource({
    "65, 68, FAIL", // 1/64 is a quarter of 4/64, and less is needed
    "64.5, 68, PASS" // an eighth
  })
  void aQuarterOfTheWildTypesResponseIsAResponse(double mutant, double wildType, Verdict verdict) {
    Evaluation evaluation =
        judge(
            new MadeUp(new Pair(64, wildType), new Pair(64, mutant)),
            new Rows().row("genotype", MUTANT, "expected", "no-change"));
    assertEquals(verdict, evaluation.verdict(), evaluation.reason());
  }

  @Test
  void aWildTypeThatChangesByFivePercentDoesRespond() {
    Evaluation evaluation =
        judge(
            new MadeUp(new Pair(100, 105), new Pair(100, 102)),
            new Rows().row("genotype", MUTANT, "expected", "no-change"));
    assertFalse(evaluation.passed());
    assertEquals(
        "needs less than 5 % either way and less than 25 % of the wild type's response, is 40 %",
        evaluation.reason());
  }

  @ParameterizedTest(name = "to {0} where the other goes from 100 to 50: {1}")
  @CsvSource({"95, PASS", "55, PASS", "95.1, FAIL", "54.9, FAIL"})
  void aTenthAndNineTenthsOfAResponseAreStillReduced(double treated, Verdict verdict) {
    Evaluation evaluation =
        judge(
            new MadeUp(new Pair(100, 50), new Pair(100, treated)),
            new Rows()
                .row("genotype", MUTANT, "expected", "reduced", "versus", "finding:R2")
                .row("id", "R2"));
    assertEquals(verdict, evaluation.verdict(), evaluation.reason());
  }

  @Test
  void theBaselineAndTheReferenceMustBeNumbersAsWellAsTheValue() {
    String reason = "could not be simulated: immobility is NaN";
    Rows rows = new Rows().row("genotype", MUTANT, "versus", "wild-type");
    Pair known = new Pair(100, 80);
    assertEquals(reason, judge(new MadeUp(known, new Pair(Double.NaN, 80)), rows).reason());
    assertEquals(reason, judge(new MadeUp(new Pair(100, Double.NaN), known), rows).reason());
  }

  @ParameterizedTest(name = "{0} and {1} around 100: {2}")
  @CsvSource({"130, 80, 130", "110, 70, 70", "110, 90, 110"})
  void whereNoChangeIsExpectedThePeakIsTheExtremeFartherFromTheBaseline(
      double highest, double lowest, double read) {
    Evaluation evaluation =
        judge(
            new MadeUp(new Pair(100, 100), NOTHING, highest, lowest),
            new Rows().row("expected", "no-change", "at_h", "peak"));
    assertEquals(OptionalDouble.of(read), evaluation.value());
  }

  @Test
  void aValueIsShownWithItsChangeWhereThatExists() {
    String[] row = {"expected", "value", "magnitude", "30 s (20 to 40)"};
    assertEquals(OptionalDouble.of(0.5), ofWildType(20, 30, row).relativeChange());
    assertEquals(OptionalDouble.empty(), ofWildType(0, 30, row).relativeChange());
    assertEquals(OptionalDouble.of(0), ofWildType(0, 30, row).reference());
  }

  @Test
  void thereIsNoShareOfAPeakOfNothing() {
    Evaluation evaluation =
        judge(
            new MadeUp(NOTHING, NOTHING, 0, 0),
            new Rows()
                .row(
                    "readout",
                    "brain-ketamine",
                    "expected",
                    "value",
                    "versus",
                    "peak",
                    "magnitude",
                    "0 (0 to 0.05 of peak)"));
    assertFalse(evaluation.passed());
    assertEquals("has no peak to take a share of", evaluation.reason());
  }
}
