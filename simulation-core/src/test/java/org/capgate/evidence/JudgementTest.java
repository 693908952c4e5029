package org.capgate.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;
import org.capgate.model.Genotype;
import org.capgate.model.Readout;
import org.capgate.scenario.Stress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules of the vocabulary on numbers made up for the purpose; no model takes part. */
class JudgementTest {

  private static final String MUTANT = "4EBP2 x0 inhibitory";

  /** Numbers by who they belong to: wild type, mutant or stressed, treated or not. */
  private static final class MadeUp implements Simulations {
    private final Map<String, Double> numbers = new LinkedHashMap<>();
    private Course course = new Course(new double[] {0}, new double[] {0});

    MadeUp course(double[] timesHours, double... values) {
      course = new Course(timesHours, values);
      return this;
    }

    MadeUp set(String who, double number) {
      numbers.put(who, number);
      return this;
    }

    private double get(Condition condition, String when) {
      String who =
          (condition.stress() == Stress.CHRONIC ? "stressed " : "")
              + (condition.genotype().equals(Genotype.wildType()) ? "wild-type " : "mutant ")
              + when;
      Double number = numbers.get(who);
      if (number == null) {
        throw new IllegalStateException("no number for " + who);
      }
      return number;
    }

    @Override
    public double baseline(Condition untreated, Readout readout) {
      assertTrue(untreated.treatment().isNone());
      return get(untreated, "untreated");
    }

    @Override
    public double at(Condition condition, Readout readout, double tHours) {
      return get(condition, condition.treatment().isNone() ? "untreated" : "treated");
    }

    @Override
    public Course course(Condition condition, Readout readout) {
      return course;
    }

    @Override
    public double highest(Condition condition, Readout readout) {
      return get(condition, "highest");
    }

    @Override
    public double lowest(Condition condition, Readout readout) {
      return get(condition, "lowest");
    }
  }

  private static Evaluation judge(MadeUp numbers, String... changes) {
    FindingFile file = new Rows().row(changes).read();
    return new Judgement(numbers, FindingPlan.of(file.findings())).evaluate(file.findings().get(0));
  }

  @ParameterizedTest(name = "from 200 to {1} is {2} for {0}")
  @CsvSource({
    "increase, 220, PASS",
    "increase, 219.9, FAIL",
    "increase, 100, FAIL",
    "decrease, 180, PASS",
    "decrease, 180.1, FAIL",
    "decrease, 300, FAIL",
    "no-change, 209.9, PASS",
    "no-change, 190.1, PASS",
    "no-change, 210, FAIL",
    "no-change, 190, FAIL"
  })
  void aChangeIsJudgedRelativeToTheBaseline(String expected, double treated, Verdict verdict) {
    MadeUp numbers = new MadeUp().set("wild-type untreated", 200).set("wild-type treated", treated);
    Evaluation evaluation = judge(numbers, "expected", expected);
    assertEquals(verdict, evaluation.verdict(), evaluation.reason());
    assertEquals(OptionalDouble.of(200), evaluation.baseline());
    assertEquals(OptionalDouble.of(200), evaluation.reference());
    assertEquals(OptionalDouble.of(treated), evaluation.value());
    // One division: equal to the last bit.
    assertEquals((treated - 200) / 200, evaluation.relativeChange().orElseThrow());
  }

  @Test
  void theSignOfANegativeBaselineDoesNotTurnTheDirectionRound() {
    MadeUp numbers = new MadeUp().set("wild-type untreated", -2).set("wild-type treated", -1);
    assertTrue(judge(numbers, "expected", "increase").passed());
    assertFalse(judge(numbers, "expected", "decrease").passed());
  }

  @ParameterizedTest(name = "mutant to {0} while the wild type goes to {1}: {2}")
  @CsvSource({
    "104.9, 120, PASS", // 4.9 %, and 24.5 % of 20 %
    "104.9, 119, FAIL", // 25.8 % of 19 %
    "95.1, 120, PASS", // the other way round is no response either
    "105, 200, FAIL", // 5 % whatever the wild type does
    "102, 104.9, PASS", // the wild type does not respond: nothing to take a quarter of
    "102, 105.1, FAIL" // 39 % of 5.1 %
  })
  void aMutantThatDoesNotRespondShowsLessThanAQuarterOfTheWildType(
      double mutant, double wildType, Verdict verdict) {
    MadeUp numbers =
        new MadeUp()
            .set("mutant untreated", 100)
            .set("mutant treated", mutant)
            .set("wild-type untreated", 100)
            .set("wild-type treated", wildType);
    Evaluation evaluation = judge(numbers, "genotype", MUTANT, "expected", "no-change");
    assertEquals(verdict, evaluation.verdict(), evaluation.reason());
  }

  @Test
  void theShareOfTheWildTypeIsTakenOfRelativeChanges() {
    MadeUp numbers =
        new MadeUp()
            .set("mutant untreated", 10)
            .set("mutant treated", 10.3)
            .set("wild-type untreated", 100)
            .set("wild-type treated", 110);
    // 3 % is 30 % of 10 %, though 0.3 is 3 % of 10.
    assertFalse(judge(numbers, "genotype", MUTANT, "expected", "no-change").passed());
  }

  @ParameterizedTest(name = "change by {0}: {1}")
  @CsvSource({"4, PASS", "12, PASS", "3.9, FAIL", "12.1, FAIL"})
  void aMagnitudeGatesTheAbsoluteChange(double fall, Verdict verdict) {
    MadeUp numbers =
        new MadeUp().set("wild-type untreated", 35).set("wild-type treated", 35 - fall);
    Evaluation evaluation =
        judge(numbers, "readout", "depression-score", "magnitude", "7.7 points (4 to 12)");
    assertEquals(verdict, evaluation.verdict(), evaluation.reason());
  }

  @ParameterizedTest(name = "from 100 to {0}: {1}")
  @CsvSource({"97, PASS", "95.9, PASS", "95.5, FAIL", "99.5, FAIL", "103, FAIL"})
  void aMagnitudeSmallerThanTenPercentIsEnoughWhereTheRowSaysSo(double treated, Verdict verdict) {
    MadeUp numbers = new MadeUp().set("wild-type untreated", 100).set("wild-type treated", treated);
    Evaluation evaluation = judge(numbers, "magnitude", "3 s (1 to 4.2)");
    assertEquals(verdict, evaluation.verdict(), evaluation.reason());
  }

  @ParameterizedTest(name = "against placebo from 35 by {0}: {1}")
  @CsvSource({"4, PASS", "12.1, FAIL"})
  void aDifferenceFromPlaceboIsOneFromTheUntreatedState(double fall, Verdict verdict) {
    MadeUp numbers =
        new MadeUp().set("wild-type untreated", 35).set("wild-type treated", 35 - fall);
    Evaluation evaluation =
        judge(
            numbers,
            "readout",
            "depression-score",
            "versus",
            "placebo",
            "magnitude",
            "7.7 points (4 to 12)");
    assertEquals(verdict, evaluation.verdict(), evaluation.reason());
    assertEquals(OptionalDouble.of(35), evaluation.reference());
  }

  @Test
  void aMutantUnderDrugAndPlaceboIsHeldAgainstTheWildTypeToo() {
    MadeUp numbers =
        new MadeUp()
            .set("mutant untreated", 100)
            .set("mutant treated", 104)
            .set("wild-type untreated", 100)
            .set("wild-type treated", 112);
    assertFalse(
        judge(numbers, "genotype", MUTANT, "expected", "no-change", "versus", "placebo").passed());
  }

  @ParameterizedTest(name = "{0} within {1}: {2}")
  @CsvSource(
      delimiter = '|',
      value = {
        "peak-time | 1 h (0.5 to 1.5) | PASS",
        "peak-time | 2 h (1.5 to 3) | FAIL",
        "return 0.5 | 3 h (2.9 to 3.1) | PASS",
        "return 0.25 | 3.5 h (3.4 to 3.6) | PASS",
        "return 0.25 | 3 h (2.9 to 3.1) | FAIL",
      })
  void thePeakAndTheReturnAreTimes(String at, String magnitude, Verdict verdict) {
    MadeUp numbers =
        new MadeUp()
            .set("wild-type untreated", 100)
            .course(new double[] {0, 1, 2, 4}, 100, 60, 60.1, 100.1);
    Evaluation evaluation =
        judge(numbers, "at_h", at, "versus", "none", "expected", "value", "magnitude", magnitude);
    assertEquals(verdict, evaluation.verdict(), evaluation.reason());
    assertEquals("h", evaluation.finding().unit());
    assertEquals(OptionalDouble.empty(), evaluation.baseline());
  }

  @Test
  void aReadoutThatDoesNotReturnWithinTheRunFailsAReturn() {
    MadeUp numbers =
        new MadeUp().set("wild-type untreated", 100).course(new double[] {0, 1, 2}, 100, 60, 80);
    Evaluation evaluation =
        judge(
            numbers,
            "at_h",
            "return 0.1",
            "versus",
            "none",
            "expected",
            "value",
            "magnitude",
            "2 h (1 to 3)");
    assertFalse(evaluation.passed());
    assertTrue(evaluation.reason().contains("return 0.1"), evaluation.reason());
  }

  @Test
  void aMagnitudeDoesNotReplaceTheDirection() {
    MadeUp numbers = new MadeUp().set("wild-type untreated", 35).set("wild-type treated", 42);
    assertFalse(
        judge(numbers, "readout", "depression-score", "magnitude", "7.7 points (4 to 12)")
            .passed());
  }

  @Test
  void aWildTypeIsComparedAtTheSameTimeUnderTheSameTreatment() {
    MadeUp numbers =
        new MadeUp()
            .set("mutant untreated", 50)
            .set("mutant treated", 80)
            .set("wild-type treated", 100);
    Evaluation evaluation = judge(numbers, "genotype", MUTANT, "versus", "wild-type");
    assertTrue(evaluation.passed(), evaluation.reason());
    assertEquals(OptionalDouble.of(100), evaluation.reference());
    assertEquals(OptionalDouble.of(50), evaluation.baseline());
  }

  @Test
  void baselinesAreComparedSettledAndUntreated() {
    MadeUp numbers = new MadeUp().set("mutant untreated", 80).set("wild-type untreated", 100);
    String[] row = {"genotype", MUTANT, "at_h", "baseline", "versus", "wild-type"};
    Evaluation evaluation = judge(numbers, row);
    assertTrue(evaluation.passed(), evaluation.reason());
    assertEquals(-0.2, evaluation.relativeChange().orElseThrow(), 1e-15); // rounding of 0.8 - 1
  }

  @Test
  void aStressedSubjectIsComparedWithAnUnstressedOne() {
    MadeUp numbers =
        new MadeUp().set("stressed wild-type untreated", 120).set("wild-type untreated", 100);
    Evaluation evaluation =
        judge(
            numbers,
            "stress",
            "chronic",
            "at_h",
            "baseline",
            "versus",
            "unstressed",
            "expected",
            "increase",
            "treatment",
            "none");
    assertTrue(evaluation.passed(), evaluation.reason());
    assertEquals(OptionalDouble.of(100), evaluation.reference());
  }

  @ParameterizedTest(name = "{0} is read at its own extreme")
  @CsvSource({"increase, 130", "decrease, 80", "no-change, 130"})
  void thePeakIsTheExtremeInTheExpectedDirection(String expected, double read) {
    MadeUp numbers =
        new MadeUp()
            .set("wild-type untreated", 100)
            .set("wild-type highest", 130)
            .set("wild-type lowest", 80);
    Evaluation evaluation = judge(numbers, "expected", expected, "at_h", "peak");
    assertEquals(OptionalDouble.of(read), evaluation.value());
    assertEquals(!expected.equals("no-change"), evaluation.passed());
  }

  @ParameterizedTest(name = "{0} against the peak: {1}")
  @CsvSource({"8, PASS", "9.1, FAIL"})
  void aValueIsComparedWithThePeakOfItsOwnRun(double treated, Verdict verdict) {
    MadeUp numbers =
        new MadeUp()
            .set("wild-type untreated", 0)
            .set("wild-type treated", treated)
            .set("wild-type highest", 10);
    assertEquals(verdict, judge(numbers, "versus", "peak").verdict());
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({"0.42, PASS", "1.1, PASS", "0.41, FAIL", "1.2, FAIL"})
  void aValueMustLieInItsRange(double level, Verdict verdict) {
    MadeUp numbers = new MadeUp().set("wild-type untreated", 0).set("wild-type treated", level);
    Evaluation evaluation =
        judge(
            numbers,
            "readout",
            "plasma-ketamine",
            "expected",
            "value",
            "versus",
            "none",
            "magnitude",
            "0.78 uM (0.42 to 1.1)");
    assertEquals(verdict, evaluation.verdict(), evaluation.reason());
    assertEquals(OptionalDouble.empty(), evaluation.reference());
  }

  @ParameterizedTest(name = "{0} of 20: {1}")
  @CsvSource({"0, PASS", "1, PASS", "1.1, FAIL"})
  void aShareOfThePeakMustLieInItsRange(double level, Verdict verdict) {
    MadeUp numbers =
        new MadeUp()
            .set("wild-type untreated", 0)
            .set("wild-type treated", level)
            .set("wild-type highest", 20);
    Evaluation evaluation =
        judge(
            numbers,
            "readout",
            "brain-ketamine",
            "expected",
            "value",
            "versus",
            "peak",
            "magnitude",
            "0 (0 to 0.05 of peak)");
    assertEquals(verdict, evaluation.verdict(), evaluation.reason());
  }

  @ParameterizedTest(name = "response {0} to {1} against 100 to 80: {2}")
  @CsvSource({
    "100, 90, PASS", // half of the response
    "200, 180, PASS", // half, whatever the baseline
    "100, 97.9, PASS", // just above a tenth
    "100, 98.1, FAIL",
    "100, 82, PASS", // nine tenths
    "100, 81.9, FAIL",
    "100, 110, FAIL" // the other sign
  })
  void aReducedResponseHasTheSameSignAndAShare(double from, double to, Verdict verdict) {
    MadeUp numbers =
        new MadeUp()
            .set("mutant untreated", from)
            .set("mutant treated", to)
            .set("wild-type untreated", 100)
            .set("wild-type treated", 80);
    Evaluation evaluation = reduced(numbers, "untreated", "24");
    assertEquals(verdict, evaluation.verdict(), evaluation.reason());
    assertEquals(OptionalDouble.of(from), evaluation.reference());
  }

  @Test
  void aReducedResponseIsMeasuredLikeTheResponseItIsComparedWith() {
    MadeUp numbers =
        new MadeUp()
            .set("stressed wild-type untreated", 140)
            .set("stressed mutant untreated", 120)
            .set("mutant untreated", 100)
            .set("wild-type untreated", 100);
    FindingFile file =
        new Rows()
            .row("stress", "chronic", "at_h", "baseline", "versus", "unstressed")
            .row(
                "id",
                "R2",
                "stress",
                "chronic",
                "genotype",
                MUTANT,
                "at_h",
                "baseline",
                "versus",
                "finding:R1",
                "expected",
                "reduced")
            .read();
    Evaluation evaluation =
        new Judgement(numbers, FindingPlan.of(file.findings())).evaluate(file.finding("R2"));
    assertTrue(evaluation.passed(), evaluation.reason()); // 20 % is half of 40 %
    assertEquals(OptionalDouble.of(100), evaluation.reference());
  }

  @Test
  void nothingIsReducedFromNoResponse() {
    MadeUp numbers =
        new MadeUp()
            .set("mutant untreated", 100)
            .set("mutant treated", 90)
            .set("wild-type untreated", 100)
            .set("wild-type treated", 100);
    Evaluation evaluation = reduced(numbers, "untreated", "24");
    assertFalse(evaluation.passed());
    assertEquals("R1 shows no response to compare with", evaluation.reason());
  }

  @ParameterizedTest(name = "{0} while the other finding gives 80: {1}")
  @CsvSource({"70, PASS", "73, FAIL"})
  void anotherFindingsValueCanBeTheReference(double mutant, Verdict verdict) {
    MadeUp numbers =
        new MadeUp()
            .set("mutant untreated", 100)
            .set("mutant treated", mutant)
            .set("wild-type untreated", 100)
            .set("wild-type treated", 80);
    FindingFile file =
        new Rows().row("id", "R2", "genotype", MUTANT, "versus", "finding:R1").row().read();
    Evaluation evaluation =
        new Judgement(numbers, FindingPlan.of(file.findings())).evaluate(file.finding("R2"));
    assertEquals(verdict, evaluation.verdict(), evaluation.reason());
    assertEquals(OptionalDouble.of(80), evaluation.reference());
  }

  private static Evaluation reduced(MadeUp numbers, String versus, String at) {
    FindingFile file =
        new Rows()
            .row(
                "id",
                "R2",
                "genotype",
                MUTANT,
                "at_h",
                at,
                "versus",
                "finding:R1",
                "expected",
                "reduced")
            .row("versus", versus, "at_h", at)
            .read();
    return new Judgement(numbers, FindingPlan.of(file.findings())).evaluate(file.finding("R2"));
  }

  @ParameterizedTest(name = "mood to {0}: {1} {2}")
  @CsvSource({
    "0.1, increase, PASS",
    "0.09, increase, FAIL",
    "0.04, no-change, PASS",
    "-0.1, decrease, PASS"
  })
  void moodWhoseZeroIsAConventionIsJudgedInItsOwnUnit(
      double mood, String expected, Verdict verdict) {
    MadeUp numbers = new MadeUp().set("wild-type untreated", 0).set("wild-type treated", mood);
    Evaluation evaluation = judge(numbers, "readout", "mood", "expected", expected);
    assertEquals(verdict, evaluation.verdict(), evaluation.reason());
  }

  @Test
  void aDrugThatWasNotThereBeforeIsAnIncrease() {
    MadeUp numbers = new MadeUp().set("wild-type untreated", 0).set("wild-type treated", 0.02);
    assertTrue(judge(numbers, "readout", "brain-hnk", "expected", "increase").passed());
    MadeUp traces = new MadeUp().set("wild-type untreated", 0).set("wild-type treated", 1e-9);
    assertTrue(judge(traces, "readout", "brain-hnk", "expected", "no-change").passed());
  }

  @Test
  void aFailedSimulationIsAFailedFindingWithItsReason() {
    Evaluation evaluation = judge(new MadeUp().set("wild-type treated", 1));
    assertFalse(evaluation.passed());
    assertEquals("could not be simulated: no number for wild-type untreated", evaluation.reason());
    assertEquals(OptionalDouble.empty(), evaluation.value());
  }

  @Test
  void notANumberIsNeverAPass() {
    MadeUp numbers =
        new MadeUp().set("wild-type untreated", 1).set("wild-type treated", Double.NaN);
    Evaluation evaluation = judge(numbers, "expected", "no-change");
    assertFalse(evaluation.passed());
    assertEquals("could not be simulated: immobility is NaN", evaluation.reason());
  }
}
