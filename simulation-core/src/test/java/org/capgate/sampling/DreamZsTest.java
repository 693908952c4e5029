package org.capgate.sampling;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import java.util.function.Supplier;
import org.capgate.analysis.KnownResults;
import org.capgate.random.RandomStream;
import org.junit.jupiter.api.Test;

/** Moments are compared within five standard errors of the sampler's own effective sizes. */
class DreamZsTest {
  private static final double STANDARD_ERRORS = 5;

  @Test
  void findsTheMomentsOfAGaussianIn80CorrelatedDimensions() {
    int dimensions = 80;
    double correlation = 0.8; // of neighbours: the longest axis is 3 times the shortest
    LogDensity gaussian =
        x -> {
          double sum = 0;
          for (int i = 0; i < dimensions; i++) {
            double step = i == 0 ? scaled(x, 0) : scaled(x, i) - correlation * scaled(x, i - 1);
            sum += step * step / (i == 0 ? 1 : 1 - correlation * correlation);
          }
          return -0.5 * sum;
        };
    double[] half = new double[dimensions];
    Arrays.setAll(half, i -> 12 * scale(i));
    Box box = Box.of(Arrays.stream(half).map(h -> -h).toArray(), half);
    Draws draws = draws(gaussian, box, new DreamZs.Settings(3, 8, 20, 2), 80_000);
    int from = draws.perChain() / 4;
    double worst = 0;
    double least = Double.POSITIVE_INFINITY;
    for (int i = 0; i < dimensions; i++) {
      Convergence convergence = draws.convergence(i, from);
      worst = Math.max(worst, convergence.rHat());
      least = Math.min(least, convergence.bulkSize());
      double error = scale(i) / Math.sqrt(convergence.bulkSize());
      assertEquals(0, mean(draws.values(i, from), x -> x), STANDARD_ERRORS * error);
      double variance = mean(draws.values(i, from), x -> x * x) / (scale(i) * scale(i));
      assertEquals(1, variance, STANDARD_ERRORS * Math.sqrt(2 / convergence.bulkSize()));
    }
    assertTrue(worst <= 1.02, "R-hat " + worst);
    assertTrue(least >= 400, "bulk size " + least);
    double covariance = 0;
    for (int chain = 0; chain < draws.chains(); chain++) {
      for (int i = from; i < draws.perChain(); i++) {
        double[] point = draws.point(chain, i);
        covariance += scaled(point, 40) * scaled(point, 41);
      }
    }
    double count = (double) draws.chains() * (draws.perChain() - from);
    assertEquals(correlation, covariance / count, STANDARD_ERRORS * Math.sqrt(2 / least));
  }

  /** Dimensions differ in scale by up to a factor of 80. */
  private static double scale(int dimension) {
    return 0.1 * (1 + dimension);
  }

  private static double scaled(double[] x, int dimension) {
    return x[dimension] / scale(dimension);
  }

  @Test
  void findsTheMomentsOfABanana() {
    double bend = 0.5;
    LogDensity banana =
        x -> {
          double straight = x[1] + bend * (x[0] * x[0] - 4);
          return -0.5 * (x[0] * x[0] / 4 + straight * straight);
        };
    Box box = Box.of(new double[] {-25, -150}, new double[] {25, 30});
    Draws draws = draws(banana, box, new DreamZs.Settings(1, 4, 20, 1), 60_000);
    int from = draws.perChain() / 4;
    double[] variances = {4, 1 + 2 * bend * bend * 16}; // var(x²) = 2 σ⁴, σ² = 4
    for (int i = 0; i < 2; i++) {
      Convergence convergence = draws.convergence(i, from);
      assertTrue(convergence.rHat() < 1.02, "R-hat " + convergence.rHat());
      double error = Math.sqrt(variances[i] / convergence.bulkSize());
      assertEquals(0, mean(draws.values(i, from), x -> x), STANDARD_ERRORS * error);
      double variance = mean(draws.values(i, from), x -> x * x);
      // The fourth moment of the bent dimension is at most 15 variances squared, as of x² of a
      // normal x, and the tail is what it is measured by.
      double relativeError = Math.sqrt(14 / convergence.tailSize());
      assertEquals(1, variance / variances[i], STANDARD_ERRORS * relativeError);
    }
  }

  @Test
  void givesEachOfTwoModesItsShare() {
    double[] centres = {-5, 5};
    double[] shares = {0.3, 0.7};
    LogDensity mixture =
        x -> {
          double density = 0;
          for (int mode = 0; mode < 2; mode++) {
            double squared = 0;
            for (double xi : x) {
              squared += (xi - centres[mode]) * (xi - centres[mode]);
            }
            density += shares[mode] * StrictMath.exp(-0.5 * squared);
          }
          return StrictMath.log(density);
        };
    double[] high = {15, 15, 15, 15, 15};
    Box box = Box.of(Arrays.stream(high).map(h -> -h).toArray(), high);
    Draws draws = draws(mixture, box, new DreamZs.Settings(5, 10, 10, 2), 20_000);
    int from = draws.perChain() / 4;
    for (int i = 0; i < 5; i++) {
      double[][] upper = draws.values(i, from);
      for (double[] chain : upper) {
        Arrays.setAll(chain, k -> chain[k] > 0 ? 1 : 0);
      }
      Convergence convergence = draws.convergence(i, from);
      assertTrue(convergence.rHat() < 1.02, "R-hat " + convergence.rHat());
      double error = Math.sqrt(0.3 * 0.7 / convergence.bulkSize());
      assertEquals(0.7, mean(upper, x -> x), STANDARD_ERRORS * error);
    }
  }

  /** Values of emcee, made by benchmarks/peers/sampling/emcee_levels.py, where the data stand. */
  @Test
  void agreesWithEmceeOnThreeKineticConstants() {
    List<String[]> rows = Lines.of("emcee-levels.csv");
    List<String[]> constants = rows.stream().filter(row -> !row[1].isEmpty()).toList();
    List<String[]> data = rows.stream().filter(row -> row[1].isEmpty()).toList();
    double[] hours =
        data.stream()
            .mapToDouble(row -> Double.parseDouble(row[0].replaceAll("[^0-9.]", "")))
            .toArray();
    double[] levels = column(data, 3);
    double[] scatter = column(data, 4);
    LogDensity density =
        point -> {
          double absorption = StrictMath.exp(point[0]);
          double elimination = StrictMath.exp(point[1]);
          if (absorption <= elimination) {
            return Double.NEGATIVE_INFINITY;
          }
          double factor = 10 * absorption / (StrictMath.exp(point[2]) * (absorption - elimination));
          double sum = 0;
          for (int i = 0; i < hours.length; i++) {
            double level =
                factor
                    * (StrictMath.exp(-elimination * hours[i])
                        - StrictMath.exp(-absorption * hours[i]));
            double off = (StrictMath.log(levels[i]) - StrictMath.log(level)) / scatter[i];
            sum += off * off;
          }
          return -0.5 * sum;
        };
    Box box = Box.of(column(constants, 1), column(constants, 2));
    Draws draws = draws(density, box, new DreamZs.Settings(11, 4, 20, 1), 50_000);
    int from = draws.perChain() / 4;
    double[] means = column(constants, 3);
    double[] meanErrors = column(constants, 4);
    double[] deviations = column(constants, 5);
    double[] deviationErrors = column(constants, 6);
    for (int i = 0; i < means.length; i++) {
      Convergence convergence = draws.convergence(i, from);
      assertTrue(convergence.rHat() < 1.01, "R-hat " + convergence.rHat());
      double[][] values = draws.values(i, from);
      double mean = mean(values, x -> x);
      double deviation = Math.sqrt(mean(values, x -> (x - mean) * (x - mean)));
      double ours = deviations[i] / Math.sqrt(convergence.bulkSize());
      double[] expected = {means[i], deviations[i]};
      // Our error of a deviation is that of the mean, at most, for tails up to 4 times as heavy as
      // those of a Gaussian.
      double[] errors = {root(meanErrors[i], ours), root(deviationErrors[i], ours)};
      assertArrayEquals(
          new double[2],
          new double[] {
            beyond(mean - expected[0], STANDARD_ERRORS * errors[0]),
            beyond(deviation - expected[1], STANDARD_ERRORS * errors[1])
          },
          constants.get(i)[0]);
    }
  }

  private static double root(double a, double b) {
    return Math.sqrt(a * a + b * b);
  }

  private static double beyond(double off, double allowed) {
    return Math.abs(off) <= allowed ? 0 : off / allowed;
  }

  private static double[] column(List<String[]> rows, int column) {
    return rows.stream().mapToDouble(row -> Double.parseDouble(row[column])).toArray();
  }

  @Test
  void oneAndTwoThreadsDrawTheSameBits() {
    assertEquals(text(small(1, new Remembered(), 300)), text(small(2, new Remembered(), 300)));
  }

  @Test
  void aRunThatWasCutOffGoesOnWithTheSameBitsAndAsksNothingTwice() {
    String whole = text(small(1, new Remembered(), 400));
    for (int cutOffAfter : new int[] {1, 3, 50, 77}) {
      Remembered results = new Remembered();
      results.most = cutOffAfter;
      assertThrows(Killed.class, () -> small(1, results, 400));
      results.most = Integer.MAX_VALUE;
      int before = results.known.size();
      assertEquals(cutOffAfter, before);
      assertEquals(whole, text(small(2, results, 400)));
      assertEquals(4 + 4 * 40, results.computed.get(), "each block of each chain once");
    }
  }

  @Test
  void aDensityThatAnswersOnlyWhatCanBeAcceptedDrawsTheSameBits() {
    LogDensity plain = x -> -0.5 * (x[0] * x[0] + 4 * (x[1] - x[0]) * (x[1] - x[0]));
    AtomicInteger cutShort = new AtomicInteger();
    LogDensity brief =
        new LogDensity() {
          @Override
          public double at(double[] point) {
            return plain.at(point);
          }

          @Override
          public double at(double[] point, double least) {
            double full = plain.at(point);
            if (full < least) {
              cutShort.incrementAndGet();
              return Double.NEGATIVE_INFINITY;
            }
            return full;
          }
        };
    Box box = Box.of(new double[] {-5, -5}, new double[] {5, 5});
    DreamZs.Settings settings = new DreamZs.Settings(4, 3, 10, 2);
    Draws full = draws(plain, box, settings, 2_000);
    Draws other = draws(brief, box, settings, 2_000);
    assertTrue(cutShort.get() > 100, "few were refused");
    for (int chain = 0; chain < 3; chain++) {
      assertArrayEquals(
          full.point(chain, full.perChain() - 1), other.point(chain, full.perChain() - 1));
    }
  }

  @Test
  void aShorterRunIsTheBeginningOfALongerOne() {
    Draws shorter = small(1, new Remembered(), 100);
    Draws longer = small(1, new Remembered(), 200);
    for (int chain = 0; chain < 4; chain++) {
      for (int i = 0; i < shorter.perChain(); i++) {
        assertArrayEquals(shorter.point(chain, i), longer.point(chain, i));
        assertEquals(shorter.logDensity(chain, i), longer.logDensity(chain, i));
      }
    }
  }

  @Test
  void anotherSeedDrawsOtherNumbers() {
    DreamZs.Settings other = new DreamZs.Settings(10, 4, 10, 1);
    Draws draws = draws(DreamZsTest::hill, Box.unit(3), other, 300);
    assertTrue(!text(draws).equals(text(small(1, new Remembered(), 300))));
  }

  @Test
  void tellsAfterEachBlockWhatWasDrawnSoFar() {
    AtomicInteger blocks = new AtomicInteger();
    new DreamZs(DreamZsTest::hill, Box.unit(3), uniform(Box.unit(3)), settings(1))
        .run(
            95,
            KnownResults.none(),
            soFar -> {
              assertEquals(blocks.incrementAndGet(), soFar.perChain());
              assertEquals(blocks.get() * 40L, soFar.jumps());
              assertTrue(soFar.acceptedShare() >= 0 && soFar.acceptedShare() <= 1);
            });
    assertEquals(10, blocks.get());
  }

  @Test
  void aDensityThatIsNoNumberIsRefused() {
    DreamZs sampler = new DreamZs(x -> Double.NaN, Box.unit(2), uniform(Box.unit(2)), settings(1));
    IllegalStateException refusal =
        assertThrows(
            IllegalStateException.class, () -> sampler.run(10, KnownResults.none(), soFar -> {}));
    assertTrue(String.valueOf(refusal.getMessage()).contains("NaN at ["), refusal.getMessage());
  }

  @Test
  void aDensityThatIsZeroEverywhereHasNoStart() {
    DreamZs sampler =
        new DreamZs(x -> Double.NEGATIVE_INFINITY, Box.unit(2), uniform(Box.unit(2)), settings(1));
    IllegalStateException refusal =
        assertThrows(
            IllegalStateException.class, () -> sampler.run(10, KnownResults.none(), soFar -> {}));
    assertTrue(String.valueOf(refusal.getMessage()).startsWith("no chain can start"));
  }

  @Test
  void fewerThanThreeChainsAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> new DreamZs.Settings(1, 2, 10, 1));
  }

  @Test
  void aFlatDensityIsDrawnFlatUpToItsBounds() {
    Draws draws = draws(x -> 0, Box.unit(2), new DreamZs.Settings(2, 4, 5, 1), 8_000);
    double edge = mean(draws.values(0, 100), x -> x < 0.02 || x > 0.98 ? 1 : 0);
    double size = draws.convergence(0, 100).tailSize();
    assertEquals(0.04, edge, STANDARD_ERRORS * Math.sqrt(0.04 * 0.96 / size));
  }

  private static double hill(double[] x) {
    return -20 * ((x[0] - 0.4) * (x[0] - 0.4) + (x[1] - x[2]) * (x[1] - x[2]));
  }

  private static DreamZs.Settings settings(int threads) {
    return new DreamZs.Settings(9, 4, 10, threads);
  }

  private static Draws small(int threads, KnownResults known, int generations) {
    Box box = Box.unit(3);
    return new DreamZs(DreamZsTest::hill, box, uniform(box), settings(threads))
        .run(generations, known, soFar -> {});
  }

  private static Draws draws(
      LogDensity density, Box box, DreamZs.Settings settings, int generations) {
    return new DreamZs(density, box, uniform(box), settings)
        .run(generations, KnownResults.none(), soFar -> {});
  }

  private static Function<RandomStream, double[]> uniform(Box box) {
    return stream -> {
      double[] point = new double[box.dimensions()];
      Arrays.setAll(point, i -> stream.uniform(box.low(i), box.high(i)));
      return point;
    };
  }

  private static double mean(double[][] values, DoubleUnaryOperator of) {
    return Arrays.stream(values).flatMapToDouble(Arrays::stream).map(of).average().orElseThrow();
  }

  /** All bits of all draws. */
  private static String text(Draws draws) {
    StringBuilder text = new StringBuilder();
    for (int chain = 0; chain < draws.chains(); chain++) {
      for (int i = 0; i < draws.perChain(); i++) {
        for (double value : draws.point(chain, i)) {
          text.append(Double.toHexString(value)).append(' ');
        }
        text.append(Double.toHexString(draws.logDensity(chain, i))).append('\n');
      }
    }
    return text.append(draws.acceptedShare()).toString();
  }

  private static final class Killed extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  /** Results that survive the end of a run, which may end after so many of them. */
  private static final class Remembered implements KnownResults {
    private final Map<String, double[]> known = new ConcurrentHashMap<>();
    private final AtomicInteger computed = new AtomicInteger();
    private int most = Integer.MAX_VALUE;

    @Override
    public double[] get(String key, Supplier<double[]> compute) {
      double[] found = known.get(key);
      if (found != null) {
        return found;
      }
      if (computed.get() >= most) {
        throw new Killed();
      }
      double[] result = compute.get();
      known.put(key, result);
      computed.incrementAndGet();
      return result;
    }
  }
}
