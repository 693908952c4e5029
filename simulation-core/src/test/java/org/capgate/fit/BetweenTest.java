package org.capgate.fit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.function.Function;
import org.capgate.model.Readout;
import org.capgate.random.RandomStream;
import org.capgate.scenario.Scenario;
import org.capgate.sensitivity.Response;
import org.capgate.sensitivity.Varied;
import org.junit.jupiter.api.Test;

/** Subjects whose levels leave by one process, each with a height and a rate of its own. */
class BetweenTest {
  private static final List<Varied> FREE =
      List.of(new Varied("height", 4, 0.1, 100), new Varied("rate", 0.5, 0.01, 20));
  static final Function<Observations, Response> DECAY =
      part ->
          point ->
              part.all().stream()
                  .mapToDouble(one -> point[0] * StrictMath.exp(-point[1] * one.atHours()))
                  .toArray();
  private static final double ERROR = 0.15;

  @Test
  void subjectsWithoutErrorsHaveTheVarianceOfTheirNumbers() {
    List<Observation> all = new ArrayList<>();
    double[] rates = {0.6, 0.8, 1.1, 0.7};
    for (int subject = 0; subject < rates.length; subject++) {
      for (double t : new double[] {0.2, 1, 2}) {
        double value = 5 * StrictMath.exp(-rates[subject] * t);
        all.add(
            new Observation("mice", t, Readout.MOOD, value, Double.NaN)
                .of("mouse %s".formatted(subject)));
      }
    }
    Between found = between(new Observations(all, Map.of("mice", Scenario.mouse().build())));
    double mean = 0;
    for (double rate : rates) {
      mean += StrictMath.log(rate) / rates.length;
    }
    double variance = 0;
    for (double rate : rates) {
      variance += Math.pow(StrictMath.log(rate) - mean, 2) / (rates.length - 1);
    }
    assertEquals(Math.sqrt(variance), found.spreads().get(1).deviation(), 1e-5);
    assertEquals(0, found.spreads().get(0).deviation(), 1e-5);
  }

  /** Heights around 5 and rates around 0.8, that of the logarithm with a deviation. */
  static Observations made(int subjects, double deviation, long seed, boolean isKnown) {
    List<Observation> all = new ArrayList<>();
    for (int subject = 0; subject < subjects; subject++) {
      RandomStream stream = RandomStream.of(seed, subject, 0, "subjects of a test");
      double height = 5 * StrictMath.exp(0.5 * deviation * stream.nextGaussian());
      double rate = 0.8 * StrictMath.exp(deviation * stream.nextGaussian());
      for (double t : new double[] {0.2, 0.5, 1, 1.5, 2, 3}) {
        double value = height * StrictMath.exp(-rate * t) + ERROR * stream.nextGaussian();
        all.add(
            new Observation("mice", t, Readout.MOOD, value, isKnown ? ERROR : Double.NaN)
                .of("mouse %s".formatted(subject)));
      }
    }
    return new Observations(all, Map.of("mice", Scenario.mouse().build()));
  }

  static Between between(Observations observations) {
    Fit.Result pooled =
        Fit.of(observations, DECAY.apply(observations), FREE)
            .fit(new Fit.Settings(2, 1, 2), done -> {});
    return Between.of(observations, DECAY, pooled, 2, done -> {}).orElseThrow();
  }

  @Test
  void theSpreadBetweenManySubjectsIsFoundAgain() {
    for (boolean isKnown : new boolean[] {true, false}) {
      Between found = between(made(400, 0.3, 1, isKnown));
      // Four standard errors of 400: 0.3/√400 and 0.3/√800.
      assertEquals(0.8, found.spreads().get(1).typical(), 0.8 * 0.06);
      assertEquals(0.3, found.spreads().get(1).deviation(), 0.045);
      assertEquals(0.15, found.spreads().get(0).deviation(), 0.025);
      assertEquals(isKnown ? 1 : ERROR * ERROR, found.meanSquare() * scale(isKnown), 0.15 * ERROR);
      assertEquals(0, found.leftOut());
    }
  }

  /** Residuals are over the root mean square of the data where no deviation is stated. */
  private static double scale(boolean isKnown) {
    double one = made(400, 0.3, 1, isKnown).scales()[0];
    return isKnown ? 1 : one * one;
  }

  @Test
  void errorsAloneAreNotTakenForDifferencesBetweenSubjects() {
    Between found = between(made(400, 0, 2, false));
    // Standard errors of one subject are about 0.09; they are taken off to a tenth of their square.
    assertTrue(found.spreads().get(1).deviation() < 0.04, found.spreads().toString());
  }

  @Test
  void oneAndTwoThreadsGiveTheSameBits() {
    Observations observations = made(5, 0.3, 3, true);
    Fit.Result pooled =
        Fit.of(observations, DECAY.apply(observations), FREE)
            .fit(new Fit.Settings(1, 1, 1), done -> {});
    assertEquals(
        Between.of(observations, DECAY, pooled, 1, done -> {}),
        Between.of(observations, DECAY, pooled, 4, done -> {}));
  }

  @Test
  void twoSubjectsHaveNoSpread() {
    Observations observations = made(2, 0.3, 4, true);
    assertThrows(NoSuchElementException.class, () -> between(observations));
  }
}
