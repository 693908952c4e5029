package org.capgate.sampling;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.capgate.analysis.KnownResults;
import org.capgate.random.RandomStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Draws from a density with walls, with walks in an emulator and without. */
class EmulatedDrawsTest {
  private static final int DIMENSIONS = 12;
  private static final double STANDARD_ERRORS = 5;

  /**
   * A standard normal density between curved walls: numbers above 0 are asked for, which a
   * quadratic function of the inputs meets only roughly.
   */
  private static class Walls implements SimulatedDensity {
    final AtomicInteger simulations = new AtomicInteger();

    @Override
    public Optional<double[]> numbers(double[] point) {
      simulations.incrementAndGet();
      return Optional.of(simulated(point));
    }

    private static double[] simulated(double[] point) {
      double[] numbers = new double[DIMENSIONS];
      for (int k = 0; k < DIMENSIONS; k += 2) {
        double x = point[k];
        double bent = 0.3 * x * x + 0.05 * StrictMath.sin(2 * x) + 0.2 * point[(k + 2) % 12];
        numbers[k] = 0.4 - point[k + 1] + bent;
        numbers[k + 1] = 0.4 + point[k + 1] - bent;
      }
      return numbers;
    }

    @Override
    public double ofNumbers(
        double[] point, double[] numbers, double[] errors, double[] byPoint, double[] byNumbers) {
      double log = 0;
      for (int k = 0; k < numbers.length; k++) {
        double scale = Math.sqrt(0.02 * 0.02 + errors[k] * errors[k]);
        log -= StrictMath.log1p(StrictMath.exp(-numbers[k] / scale));
        byNumbers[k] = 1 / (1 + StrictMath.exp(numbers[k] / scale)) / scale;
      }
      for (int i = 0; i < point.length; i++) {
        log -= point[i] * point[i] / 2;
        byPoint[i] = -point[i];
      }
      return log;
    }

    @Override
    public double at(double[] point) {
      simulations.incrementAndGet();
      double[] numbers = simulated(point);
      double[] none = new double[DIMENSIONS];
      return ofNumbers(point, numbers, none, none.clone(), none.clone());
    }
  }

  private static Draws draws(LogDensity density, int threads, int generations, KnownResults known) {
    return draws(density, threads, generations, known, soFar -> {});
  }

  private static Draws draws(
      LogDensity density,
      int threads,
      int generations,
      KnownResults known,
      DreamZs.Listener listener) {
    double[] high = new double[DIMENSIONS];
    Arrays.fill(high, 6);
    Box box = Box.of(Arrays.stream(high).map(h -> -h).toArray(), high);
    return new DreamZs(
            density, box, EmulatedDrawsTest::started, new DreamZs.Settings(4, 6, 10, threads))
        .run(generations, known, listener);
  }

  private static double[] started(RandomStream stream) {
    double[] point = new double[DIMENSIONS];
    Arrays.setAll(point, i -> 0.3 * stream.nextGaussian());
    return point;
  }

  private static Draws withoutWalks() {
    return draws(new Walls()::at, 2, 327_680, KnownResults.none());
  }

  @Tag("slow")
  @Test
  void walksDrawFromTheSameDensityAndGoFarther() {
    Draws without = withoutWalks();
    Draws emulated = draws(new Walls(), 2, 5_120, KnownResults.none());
    double least = Double.POSITIVE_INFINITY;
    double leastPlain = Double.POSITIVE_INFINITY;
    for (int i = 0; i < DIMENSIONS; i++) {
      Convergence ours = emulated.convergence(i, emulated.perChain() / 2);
      Convergence theirs = without.convergence(i, without.perChain() / 2);
      assertTrue(ours.rHat() < 1.02, "R-hat " + ours.rHat());
      least = Math.min(least, ours.bulkSize() / emulated.jumps());
      leastPlain = Math.min(leastPlain, theirs.bulkSize() / without.jumps());
      for (int power = 1; power <= 2; power++) {
        double[] of = moment(emulated, i, power);
        double[] expected = moment(without, i, power);
        double error = Math.sqrt(of[1] / ours.bulkSize() + expected[1] / theirs.bulkSize());
        assertEquals(expected[0], of[0], STANDARD_ERRORS * error, "power %s".formatted(power));
      }
    }
    assertTrue(least > 10 * leastPlain, "%s against %s".formatted(least, leastPlain));
  }

  /** Mean and variance of a power of a dimension. */
  private static double[] moment(Draws draws, int dimension, int power) {
    double[] all =
        Arrays.stream(draws.values(dimension, draws.perChain() / 2))
            .flatMapToDouble(Arrays::stream)
            .map(x -> power == 1 ? x : x * x)
            .toArray();
    double mean = Arrays.stream(all).average().orElseThrow();
    double variance = Arrays.stream(all).map(x -> (x - mean) * (x - mean)).average().orElseThrow();
    return new double[] {mean, variance};
  }

  @Tag("slow")
  @Test
  void anEmulatorThatIsWrongChangesNoMoment() {
    SimulatedDensity misled =
        new Walls() {
          @Override
          public Optional<double[]> numbers(double[] point) {
            return super.numbers(point)
                .map(numbers -> Arrays.stream(numbers).map(x -> 0.7 * x + 0.1).toArray());
          }
        };
    Draws without = withoutWalks();
    Draws emulated = draws(misled, 2, 10_240, KnownResults.none());
    for (int i = 0; i < DIMENSIONS; i++) {
      Convergence ours = emulated.convergence(i, emulated.perChain() / 2);
      Convergence theirs = without.convergence(i, without.perChain() / 2);
      double[] of = moment(emulated, i, 2);
      double[] expected = moment(without, i, 2);
      double error = Math.sqrt(of[1] / ours.bulkSize() + expected[1] / theirs.bulkSize());
      assertEquals(expected[0], of[0], STANDARD_ERRORS * error);
    }
  }

  @Test
  void threadsAndWhatIsKnownLeaveTheBitsAlone() {
    Map<String, double[]> kept = new ConcurrentHashMap<>();
    KnownResults known = (key, compute) -> kept.computeIfAbsent(key, missing -> compute.get());
    Draws first = draws(new Walls(), 1, 400, known);
    Walls again = new Walls();
    Draws second = draws(again, 2, 400, known);
    assertEquals(0, again.simulations.get());
    Draws third = draws(new Walls(), 3, 400, KnownResults.none());
    for (int chain = 0; chain < first.chains(); chain++) {
      int last = first.perChain() - 1;
      assertArrayEquals(first.point(chain, last), second.point(chain, last), 0);
      assertArrayEquals(first.point(chain, last), third.point(chain, last), 0);
    }
  }

  @Test
  void learningIsToldSampleBySample() {
    List<Integer> told = new ArrayList<>();
    DreamZs.Listener listener =
        new DreamZs.Listener() {
          @Override
          public void drawn(Draws soFar) {
            // not looked at here
          }

          @Override
          public void learning(int simulated, int of) {
            assertEquals(1_920, of); // as many as jumps: 32 blocks of 10 of 6 chains
            told.add(simulated);
          }
        };
    draws(new Walls(), 2, 400, KnownResults.none(), listener);
    assertEquals(IntStream.rangeClosed(1, 1_920).boxed().toList(), told);
  }
}
