package org.capgate.fit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.capgate.model.Readout;
import org.capgate.random.RandomStream;
import org.capgate.scenario.Scenario;
import org.capgate.sensitivity.Varied;
import org.junit.jupiter.api.Test;

class PredictiveCheckTest {
  private static final int SIZE = 120;
  private static final double ERROR = 0.4;

  /** Twelve levels at each of ten times, of which the truth is 3·e^(−t/2). */
  private static Observations made(long seed, double error) {
    List<Observation> all = new ArrayList<>();
    RandomStream stream = RandomStream.of(seed, 0, 0, "data of a check");
    for (int i = 0; i < SIZE; i++) {
      double t = 0.5 * (i % 10 + 1);
      double value = 3 * StrictMath.exp(-t / 2) + error * stream.nextGaussian();
      all.add(new Observation("mice", t, Readout.MOOD, value, ERROR));
    }
    return new Observations(all, Map.of("mice", Scenario.mouse().build()));
  }

  private static Fit.Result fitted(Observations observations) {
    List<Varied> free = List.of(new Varied("height", 2, 0.1, 50), new Varied("rate", 1, 0.01, 20));
    return Fit.of(observations, BetweenTest.DECAY.apply(observations), free)
        .fit(new Fit.Settings(1, 1, 1), done -> {});
  }

  private static PredictiveCheck check(Observations observations, long seed) {
    IntFunction<double[]> simulated = Replicates.of(observations, fitted(observations), seed);
    return PredictiveCheck.of(observations, simulated, 200, 2, done -> {});
  }

  @Test
  void dataOfTheModelLieInTheBandsAsOftenAsTheySay() {
    int within = 0;
    int all = 0;
    for (int repeat = 0; repeat < 60; repeat++) {
      PredictiveCheck check = check(made(repeat, ERROR), repeat);
      within += check.within();
      all += check.size();
    }
    // Of 60 · 8 bins · 3 percentiles, which go together a little; what is fitted takes some off.
    assertEquals(0.955, within / (double) all, 0.02, "%s of %s".formatted(within, all));
  }

  @Test
  void errorsTwiceAsLargeAsStatedLeaveTheBands() {
    PredictiveCheck check = check(made(1, 2 * ERROR), 1);
    assertTrue(check.within() < 0.6 * check.size(), "%s within".formatted(check.within()));
  }

  @Test
  void everyObservationIsInOneBinWithAllOfItsTime() {
    PredictiveCheck check = check(made(1, ERROR), 1);
    assertEquals(SIZE, check.bins().stream().mapToInt(PredictiveCheck.Bin::size).sum());
    for (int i = 1; i < check.bins().size(); i++) {
      assertTrue(check.bins().get(i).fromHours() > check.bins().get(i - 1).toHours());
    }
  }

  /** Bands of what differs between subjects hold data that errors alone would not explain. */
  @Test
  void subjectsThatDifferNeedTheSpreadBetweenThem() {
    Observations observations = BetweenTest.made(60, 0.5, 7, true);
    PredictiveCheck without = check(observations, 1);
    PredictiveCheck with =
        PredictiveCheck.of(
            observations,
            Replicates.of(observations, BetweenTest.DECAY, BetweenTest.between(observations), 1),
            200,
            2,
            done -> {});
    assertTrue(without.within() < 0.5 * without.size(), "%s without".formatted(without.within()));
    assertTrue(with.within() > 0.8 * with.size(), "%s with".formatted(with.within()));
  }

  @Test
  void oneAndFourThreadsGiveTheSameBits() {
    Observations observations = BetweenTest.made(6, 0.3, 7, false);
    IntFunction<double[]> simulated =
        Replicates.of(observations, BetweenTest.DECAY, BetweenTest.between(observations), 1);
    assertEquals(
        PredictiveCheck.of(observations, simulated, 30, 1, done -> {}),
        PredictiveCheck.of(observations, simulated, 30, 4, done -> {}));
  }
}
