package org.capgate.fit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.capgate.model.Readout;
import org.capgate.scenario.Scenario;
import org.capgate.sensitivity.Response;
import org.capgate.sensitivity.Varied;
import org.capgate.solver.Solvers;
import org.capgate.sweep.Measurement;
import org.capgate.treatment.AmountUnit;
import org.capgate.treatment.Compounds;
import org.capgate.treatment.Dose;
import org.junit.jupiter.api.Test;

class FitTest {
  private static final Fit.Settings THREE = new Fit.Settings(3, 1, 2);

  private static Fit noisy(long seed, double deviation, boolean isKnown) {
    return NoisyDecay.fit("noise of a test", seed, deviation, isKnown);
  }

  @Test
  void dataWithoutNoiseGiveTheNumbersTheyWereMadeWith() {
    Fit.Result result = noisy(1, 0, false).fit(THREE, done -> {});
    for (int i = 0; i < 3; i++) {
      // The method ends when a step changes the cost by 1e-9 of itself, here at rounding.
      assertEquals(
          NoisyDecay.TRUE[i],
          result.estimates().get(i).value(),
          1e-6,
          NoisyDecay.FREE.get(i).name());
      assertTrue(!result.estimates().get(i).isAtBound());
    }
    assertEquals(0, result.sumOfSquares(), 1e-12);
    assertTrue(result.sameBest() >= 2, "starts that came to it: " + result.sameBest());
  }

  /** 95 % intervals of 200 repeats cover the truth 95 % of the time, give or take 1.5 %. */
  @Test
  void intervalsCoverTheTruthAsOftenAsTheySay() {
    for (boolean isKnown : new boolean[] {true, false}) {
      int[] covered = new int[3];
      for (int repeat = 0; repeat < 200; repeat++) {
        Fit.Result result =
            noisy(1000 + repeat, 0.2, isKnown).fit(new Fit.Settings(1, 1, 1), done -> {});
        for (int i = 0; i < 3; i++) {
          Fit.Estimate estimate = result.estimates().get(i);
          covered[i] +=
              estimate.low() <= NoisyDecay.TRUE[i] && NoisyDecay.TRUE[i] <= estimate.high() ? 1 : 0;
        }
      }
      for (int i = 0; i < 3; i++) {
        assertTrue(
            covered[i] >= 180 && covered[i] <= 196,
            "%s covered %s of 200 times".formatted(NoisyDecay.FREE.get(i).name(), covered[i]));
      }
    }
  }

  @Test
  void oneAndEightThreadsGiveTheSameBits() {
    Fit fit = noisy(5, 0.3, true);
    Fit.Result one = fit.fit(new Fit.Settings(6, 3, 1), done -> {});
    assertEquals(one, fit.fit(new Fit.Settings(6, 3, 8), done -> {}));
  }

  /**
   * From 1 the nearest minimum of (sin x)-like data is the wrong one; other starts find the right.
   */
  @Test
  void severalStartsFindWhatOneMisses() {
    Response wave =
        point -> {
          double[] values = new double[40];
          for (int i = 0; i < values.length; i++) {
            values[i] = StrictMath.sin(point[0] * 0.1 * i);
          }
          return values;
        };
    double[] observed = wave.at(new double[] {7});
    double[] scales = new double[40];
    Arrays.fill(scales, 0.1);
    Fit fit = new Fit(wave, List.of(new Varied("rate", 1, 0.5, 12)), observed, scales, true);
    double alone = fit.fit(new Fit.Settings(1, 1, 1), done -> {}).sumOfSquares();
    Fit.Result several = fit.fit(new Fit.Settings(32, 1, 2), done -> {});
    assertTrue(alone > 100, "one start misses it: " + alone);
    assertEquals(7, several.estimates().get(0).value(), 1e-6);
    assertTrue(several.sameBest() >= 1 && several.sameBest() < 32);
  }

  @Test
  void aNumberThatTheDataDoNotTouchHasNoInterval() {
    Response idle = point -> new double[] {point[0], 2 * point[0], 3 * point[0], 4 * point[0]};
    Fit fit =
        new Fit(
            idle,
            List.of(new Varied("used", 1, 0.1, 10), new Varied("idle", 1, 0.1, 10)),
            new double[] {2, 4, 6, 8.1},
            new double[] {1, 1, 1, 1},
            false);
    assertTrue(Double.isNaN(fit.fit(THREE, done -> {}).estimates().get(1).low()));
  }

  @Test
  void aNumberThatWantsToLeaveItsRangeStaysAtTheEndAndSaysSo() {
    Fit fit =
        new Fit(
            point -> new double[] {point[0], point[0]},
            List.of(new Varied("x", 1, 0.5, 2)),
            new double[] {5, 6},
            new double[] {1, 1},
            true);
    Fit.Estimate estimate = fit.fit(THREE, done -> {}).estimates().get(0);
    assertEquals(2, estimate.value(), 1e-12);
    assertTrue(estimate.isAtBound());
  }

  @Test
  void pointsWithoutAPredictionAreLeftAgain() {
    Response holed =
        point ->
            point[0] < 0.3 ? new double[] {Double.NaN, Double.NaN} : new double[] {point[0], 2};
    Fit fit =
        new Fit(
            holed,
            List.of(new Varied("x", 1, 0.1, 2)),
            new double[] {0.4, 2},
            new double[] {1, 1},
            true);
    assertEquals(0.4, fit.fit(THREE, done -> {}).estimates().get(0).value(), 1e-6);
    Fit none =
        new Fit(
            point -> new double[] {Double.NaN, Double.NaN},
            List.of(new Varied("x", 1, 0.1, 2)),
            new double[] {1, 2},
            new double[] {1, 1},
            true);
    assertThrows(IllegalStateException.class, () -> none.fit(THREE, done -> {}));
  }

  @Test
  void numbersOfTwoExperimentsAreRecoveredTogether() {
    String clearance = "ketamine/kinetics/mouse/central/clearanceLitresPerHourPerKilogram";
    String partition = "ketamine/kinetics/mouse/brain/partitionCoefficient";
    Map<String, Scenario> scenarios = Map.of("low", given(3), "high", given(30));
    Map<String, Double> truth = Map.of(clearance, 8.3, partition, 0.6);
    List<Observation> all = new ArrayList<>();
    for (String label : List.of("low", "high")) {
      Scenario scenario = given(label.equals("low") ? 3 : 30);
      Scenario real = scenario.toBuilder().parameters(scenario.parameters().with(truth)).build();
      for (double t : new double[] {0.25, 0.5, 1, 2}) {
        for (Readout readout : List.of(Readout.PLASMA_KETAMINE, Readout.BRAIN_KETAMINE)) {
          double value = Measurement.of(readout, t).in(real, Solvers.standard(1e-6))[0];
          all.add(new Observation(label, t, readout, value, Double.NaN));
        }
      }
    }
    Observations observations = new Observations(all, scenarios);
    List<Varied> free =
        List.of(
            new Varied(clearance, 6.9, 4, 12),
            new Varied(partition, scenarios.get("low").parameters().value(partition), 0.3, 3));
    Response predictions =
        observations.predictions(List.of(clearance, partition), Solvers.standard(1e-6));
    Fit.Result result = Fit.of(observations, predictions, free).fit(THREE, done -> {});
    assertEquals(8.3, result.estimates().get(0).value(), 1e-5);
    assertEquals(0.6, result.estimates().get(1).value(), 1e-6);
  }

  private static Scenario given(double mgPerKg) {
    return Scenario.mouse()
        .treatment(
            Dose.of(Compounds.ketamine(), mgPerKg, AmountUnit.MG_PER_KG)
                .intraperitoneal()
                .atHours(0))
        .build();
  }
}
