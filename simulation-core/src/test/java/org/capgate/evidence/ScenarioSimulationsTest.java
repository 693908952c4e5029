package org.capgate.evidence;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import org.capgate.dynamics.Sampling;
import org.capgate.dynamics.Statistics;
import org.capgate.dynamics.TimeSpan;
import org.capgate.dynamics.Trajectory;
import org.capgate.dynamics.Variable;
import org.capgate.model.GenotypeOfSubclasses;
import org.capgate.model.Readout;
import org.capgate.scenario.Scenario;
import org.junit.jupiter.api.Test;

/** When runs are sampled; curves are made up, no model is run. */
class ScenarioSimulationsTest {

  private static final double FINE_HOURS = 1.0 / 30;

  /** Subjects whose mood follows a curve, and who remember when they were looked at. */
  private static final class Curve implements Subjects {
    private final DoubleUnaryOperator moodAt;
    private double[] timesHours = {};
    private TimeSpan span = TimeSpan.hours(0, 1);
    private int runs;

    Curve(DoubleUnaryOperator moodAt) {
      this.moodAt = moodAt;
    }

    @Override
    public Trajectory solve(
        Scenario scenario, GenotypeOfSubclasses edits, TimeSpan over, Sampling sampling) {
      runs++;
      span = over;
      timesHours = sampling.timesHours(over);
      return Trajectory.ofReadouts(
          List.of(new Variable(Readout.MOOD.quantity(), "1", "made up")),
          timesHours,
          new double[][] {Arrays.stream(timesHours).map(moodAt).toArray()},
          new Statistics(0, 0, 0, 0, 0, 0),
          Map.of());
    }

    @Override
    public double baseline(Scenario untreated, GenotypeOfSubclasses edits, Readout readout) {
      return 0;
    }
  }

  private static Simulations simulations(Curve curve, FindingFile file) {
    return new ScenarioSimulations(
        condition ->
            Scenario.of(condition.subject())
                .genotype(condition.genotype())
                .treatment(condition.treatment())
                .build(),
        new RunPlan(file.findings()),
        curve);
  }

  private static FindingFile mood(String treatment, String at) {
    return new Rows()
        .row("readout", "mood", "expected", "increase", "treatment", treatment, "at_h", at)
        .read();
  }

  @Test
  void extremesAreTheLargestAndSmallestOfAllSamples() {
    Curve curve = new Curve(t -> t - t * t / 20); // 5 at 10 h, 0 before and after 20 h
    FindingFile file = mood("ketamine 10 mg/kg ip at 0 h", "peak");
    Condition condition = file.finding("R1").condition();
    Simulations simulations = simulations(curve, file);
    assertEquals(5, simulations.highest(condition, Readout.MOOD));
    double last = curve.span.endHours();
    assertEquals(last - last * last / 20, simulations.lowest(condition, Readout.MOOD));
    assertEquals(1, curve.runs);
  }

  @Test
  void whileADoseIsFreshEveryTwoMinutesAreSampledAndEveryQuarterOfAnHourForThreeDays() {
    Curve curve = new Curve(t -> t);
    FindingFile file = mood("ketamine 10 mg/kg ip at -2 h; ketamine 10 mg/kg ip at 30 h", "peak");
    simulations(curve, file).highest(file.finding("R1").condition(), Readout.MOOD);
    double[] times = curve.timesHours;
    assertEquals(-2, curve.span.startHours());
    assertEquals(-2, times[0]);
    // Three days after the last dose or arrival, to a sample.
    double end = times[times.length - 1];
    assertTrue(end >= 102 - 0.25 && end < 103, "ends at " + end);
    assertEquals(end, curve.span.endHours());
    for (int i = 1; i < times.length; i++) {
      double before = times[i - 1];
      boolean fresh = before < 4 - FINE_HOURS || before >= 30 && before < 36 - FINE_HOURS;
      // Times are rounded to a billionth.
      double most = (fresh ? FINE_HOURS : 0.25) + 2e-9;
      assertTrue(times[i] - before <= most, before + " h to " + times[i] + " h");
    }
    // Fresh doses are no reason to sample the rest finely: 181 for each dose, 4 an hour otherwise.
    assertTrue(times.length < 2 * 2 * 181 + 4 * 105, times.length + " samples");
  }

  @Test
  void aRunWithoutExtremesIsSampledOnlyWhenItIsRead() {
    Curve curve = new Curve(t -> t);
    FindingFile file = mood("ketamine 10 mg/kg ip at -2 h", "24");
    Condition condition = file.finding("R1").condition();
    assertEquals(24, simulations(curve, file).at(condition, Readout.MOOD, 24));
    assertEquals(TimeSpan.hours(-2, 24), curve.span);
    // One sample just after the start, so that a run has a length whatever is read.
    assertArrayEquals(new double[] {-2 + FINE_HOURS, 24}, curve.timesHours, 1e-9);
  }

  @Test
  void theExtremeIsLookedForUntilThreeDaysAfterALateReading() {
    Curve curve = new Curve(t -> t);
    FindingFile file =
        new Rows()
            .row("id", "A", "readout", "mood", "expected", "increase", "at_h", "peak")
            .row("id", "B", "readout", "mood", "expected", "increase", "at_h", "200")
            .read();
    simulations(curve, file).highest(file.finding("A").condition(), Readout.MOOD);
    assertEquals(272, curve.span.endHours());
  }

  @Test
  void withoutTreatmentTheRunStartsAtZero() {
    Curve curve = new Curve(t -> 1);
    FindingFile file = mood("none", "peak");
    simulations(curve, file).highest(file.finding("R1").condition(), Readout.MOOD);
    assertEquals(TimeSpan.hours(0, 72), curve.span);
  }

  @Test
  void aReadingBeforeTheStartIsKeptWhereExtremesAreSampledToo() {
    Curve curve = new Curve(t -> t);
    FindingFile file =
        new Rows()
            .row("id", "A", "readout", "mood", "treatment", "none", "at_h", "peak")
            .row("id", "B", "readout", "mood", "treatment", "none", "at_h", "-5")
            .read();
    Condition condition = file.finding("B").condition();
    assertEquals(-5, simulations(curve, file).at(condition, Readout.MOOD, -5));
    assertEquals(TimeSpan.hours(-5, 72), curve.span);
  }
}
