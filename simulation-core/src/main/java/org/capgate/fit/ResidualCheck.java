package org.capgate.fit;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.stat.correlation.PearsonsCorrelation;
import org.apache.commons.math3.stat.ranking.NaturalRanking;
import org.capgate.random.RandomStream;

/**
 * Whether scaled residuals look like noise. A small probability speaks against it; none of the
 * three says what is wrong.
 *
 * @param normality W′ of Shapiro and Francia (1972): the square of the correlation between the
 *     residuals in their order and normal scores; 1 for a normal sample, in [0, 1]
 * @param normalityProbability of a W′ so low in a normal sample (Royston 1993); NaN for fewer than
 *     five residuals
 * @param trend Spearman's rank correlation of residuals with time, in [−1, 1]; NaN where all
 *     residuals are alike
 * @param trendProbability of one so large when residuals are shuffled
 * @param autocorrelation between residuals and the next ones in time of the same experiment and
 *     readout, in [−1, 1]
 * @param autocorrelationProbability of one so large when residuals are shuffled
 */
public record ResidualCheck(
    double normality,
    double normalityProbability,
    double trend,
    double trendProbability,
    double autocorrelation,
    double autocorrelationProbability) {
  private static final int SHUFFLES = 1999;
  private static final double BLOM = 0.375;

  /**
   * @param residuals in the order of the observations
   * @param seed of the shuffles
   */
  public static ResidualCheck of(
      List<Observation> observations, List<Double> residuals, long seed) {
    double[] all = residuals.stream().mapToDouble(Double::doubleValue).toArray();
    double[] times = observations.stream().mapToDouble(Observation::atHours).toArray();
    double[] timeRanks = new NaturalRanking().rank(times);
    ToDoubleFunction<double[]> trend =
        shuffled -> correlation(timeRanks, new NaturalRanking().rank(shuffled));
    int[][] next = neighbours(observations);
    ToDoubleFunction<double[]> autocorrelation = shuffled -> ofNeighbours(shuffled, next);
    double normality = normality(all);
    return new ResidualCheck(
        normality,
        normalityProbability(normality, all.length),
        trend.applyAsDouble(all),
        probability(all, trend, RandomStream.of(seed, 0, 0, "trend of residuals")),
        autocorrelation.applyAsDouble(all),
        probability(
            all, autocorrelation, RandomStream.of(seed, 0, 0, "autocorrelation of residuals")));
  }

  /** Normal scores: what residuals in ascending order would be if they were standard normal. */
  public static double[] normalScores(int size) {
    NormalDistribution normal = new NormalDistribution();
    return IntStream.range(0, size)
        .mapToDouble(
            i -> normal.inverseCumulativeProbability((i + 1 - BLOM) / (size + 1 - 2 * BLOM)))
        .toArray();
  }

  private static double normality(double[] residuals) {
    double[] ascending = residuals.clone();
    Arrays.sort(ascending);
    double r = correlation(ascending, normalScores(ascending.length));
    return r * r;
  }

  /** ln(1 − W′) is close to normal, with mean and deviation that follow from the size. */
  private static double normalityProbability(double normality, int size) {
    if (size < 5) {
      return Double.NaN;
    }
    double u = StrictMath.log(size);
    double v = StrictMath.log(u);
    double mean = -1.2725 + 1.0521 * (v - u);
    double deviation = 1.0308 - 0.26758 * (v + 2 / u);
    double z = (StrictMath.log(1 - normality) - mean) / deviation;
    return 1 - new NormalDistribution().cumulativeProbability(z);
  }

  /** Share of shuffled residuals whose statistic is at least as large, the real ones among them. */
  private static double probability(
      double[] residuals, ToDoubleFunction<double[]> statistic, RandomStream stream) {
    double seen = Math.abs(statistic.applyAsDouble(residuals));
    if (Double.isNaN(seen)) {
      return Double.NaN;
    }
    double[] shuffled = residuals.clone();
    int asLarge = 1;
    for (int i = 0; i < SHUFFLES; i++) {
      for (int last = shuffled.length - 1; last > 0; last--) {
        int other = stream.nextInt(last + 1);
        double swapped = shuffled[last];
        shuffled[last] = shuffled[other];
        shuffled[other] = swapped;
      }
      // Sums of other orders differ in their last digits.
      asLarge += Math.abs(statistic.applyAsDouble(shuffled)) >= seen - 1e-12 ? 1 : 0;
    }
    return asLarge / (SHUFFLES + 1.0);
  }

  /** Pairs of observations that follow each other in time. */
  private static int[][] neighbours(List<Observation> observations) {
    List<Integer> order =
        IntStream.range(0, observations.size())
            .boxed()
            .sorted(
                Comparator.comparing((Integer i) -> series(observations.get(i)))
                    .thenComparingDouble(i -> observations.get(i).atHours()))
            .toList();
    return IntStream.range(1, order.size())
        .filter(
            i ->
                series(observations.get(order.get(i)))
                    .equals(series(observations.get(order.get(i - 1)))))
        .mapToObj(i -> new int[] {order.get(i - 1), order.get(i)})
        .toArray(int[][]::new);
  }

  private static String series(Observation one) {
    return "%s\n%s".formatted(one.experiment(), one.readout().name());
  }

  private static double ofNeighbours(double[] residuals, int[][] next) {
    double[] earlier = Arrays.stream(next).mapToDouble(pair -> residuals[pair[0]]).toArray();
    double[] later = Arrays.stream(next).mapToDouble(pair -> residuals[pair[1]]).toArray();
    return correlation(earlier, later);
  }

  /** NaN where one of them does not vary, or for fewer than three. */
  private static double correlation(double[] one, double[] other) {
    return one.length < 3 ? Double.NaN : new PearsonsCorrelation().correlation(one, other);
  }
}
