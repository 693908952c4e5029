package org.capgate.fit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.capgate.ensemble.OrderedParallel;
import org.capgate.model.Readout;
import org.capgate.uncertainty.Quantiles;

/**
 * A visual predictive check: data of the same plan are simulated many times from what was fitted,
 * and their percentiles, bin by bin of time, are compared with those of the data. A percentile that
 * was observed lies in the band of a good model 95 % of the time.
 *
 * @param bins in the order of experiments and readouts, then of time
 */
public record PredictiveCheck(List<Bin> bins) {
  /** The percentiles, as shares. */
  public static final List<Double> SHARES = List.of(0.05, 0.5, 0.95);

  private static final int FEWEST = 5; // observations that have percentiles
  private static final int MOST_BINS = 8; // of an experiment and readout
  private static final double LOW = 0.025;
  private static final double HIGH = 0.975;

  public PredictiveCheck {
    bins = List.copyOf(bins);
  }

  /**
   * Observations near in time.
   *
   * @param experiment label
   * @param readout what was observed
   * @param fromHours the first time (h after t = 0)
   * @param toHours the last one
   * @param size how many there are
   * @param levels one for each of {@link #SHARES}
   */
  public record Bin(
      String experiment,
      Readout readout,
      double fromHours,
      double toHours,
      int size,
      List<Level> levels) {
    public Bin {
      levels = List.copyOf(levels);
    }
  }

  /**
   * A percentile of a bin.
   *
   * @param observed that of the data
   * @param median over simulated data
   * @param low lower end of the band that holds 95 % of the simulated ones
   * @param high upper end
   */
  public record Level(double observed, double median, double low, double high) {
    /** Whether the observed one lies in the band. */
    public boolean isWithin() {
      return observed >= low && observed <= high;
    }
  }

  /** How many observed percentiles lie within their bands. */
  public int within() {
    return (int) bins.stream().flatMap(bin -> bin.levels.stream()).filter(Level::isWithin).count();
  }

  /** How many percentiles there are. */
  public int size() {
    return bins.size() * SHARES.size();
  }

  /**
   * Simulates and compares; the same bits for any number of threads.
   *
   * @param simulated values in the order of the observations, for each replicate; called by any
   *     thread, must depend on the number of the replicate alone
   * @param replicates ≥ 20
   * @param done told the number of finished replicates
   */
  public static PredictiveCheck of(
      Observations observations,
      IntFunction<double[]> simulated,
      int replicates,
      int threads,
      IntConsumer done) {
    List<List<Integer>> members = members(observations.all());
    double[] observed = observations.values();
    // [replicate][bin][level]
    List<double[][]> all =
        OrderedParallel.map(
            replicates, threads, number -> percentiles(simulated.apply(number), members), done);
    double[][] seen = percentiles(observed, members);
    List<Bin> bins = new ArrayList<>();
    for (int bin = 0; bin < members.size(); bin++) {
      Observation first = observations.all().get(members.get(bin).get(0));
      List<Level> levels = new ArrayList<>();
      for (int level = 0; level < SHARES.size(); level++) {
        int binNumber = bin;
        int levelNumber = level;
        Quantiles over =
            Quantiles.of(
                all.stream()
                    .mapToDouble(one -> one[binNumber][levelNumber])
                    .filter(value -> !Double.isNaN(value)) // subjects drawn that have no prediction
                    .toArray());
        levels.add(new Level(seen[bin][level], over.at(0.5), over.at(LOW), over.at(HIGH)));
      }
      Observation last = observations.all().get(members.get(bin).get(members.get(bin).size() - 1));
      bins.add(
          new Bin(
              first.experiment(),
              first.readout(),
              first.atHours(),
              last.atHours(),
              members.get(bin).size(),
              levels));
    }
    return new PredictiveCheck(bins);
  }

  private static double[][] percentiles(double[] values, List<List<Integer>> members) {
    double[][] percentiles = new double[members.size()][];
    for (int bin = 0; bin < percentiles.length; bin++) {
      double[] own =
          members.get(bin).stream()
              .mapToDouble(i -> values[i])
              .filter(value -> !Double.isNaN(value))
              .toArray();
      percentiles[bin] =
          SHARES.stream()
              .mapToDouble(share -> own.length == 0 ? Double.NaN : Quantiles.of(own).at(share))
              .toArray();
    }
    return percentiles;
  }

  /** Numbers of the observations of each bin, in time. Equal times are in one bin. */
  private static List<List<Integer>> members(List<Observation> all) {
    Map<List<Object>, List<Integer>> series = new LinkedHashMap<>();
    for (int i = 0; i < all.size(); i++) {
      series
          .computeIfAbsent(
              List.of(all.get(i).experiment(), all.get(i).readout()), first -> new ArrayList<>())
          .add(i);
    }
    List<List<Integer>> bins = new ArrayList<>();
    for (List<Integer> own : series.values()) {
      own.sort(Comparator.comparingDouble(i -> all.get(i).atHours()));
      bins.addAll(cut(own, all));
    }
    return bins;
  }

  /** About as many observations in each. */
  private static List<List<Integer>> cut(List<Integer> inTime, List<Observation> all) {
    int full = Math.max(FEWEST, (inTime.size() + MOST_BINS - 1) / MOST_BINS);
    List<List<Integer>> bins = new ArrayList<>();
    int from = 0;
    for (int i = 1; i <= inTime.size(); i++) {
      boolean isEnd = i == inTime.size();
      boolean isNewTime =
          isEnd || all.get(inTime.get(i)).atHours() > all.get(inTime.get(i - 1)).atHours();
      if (isEnd || (isNewTime && i - from >= full && inTime.size() - i >= FEWEST)) {
        bins.add(List.copyOf(inTime.subList(from, i)));
        from = i;
      }
    }
    return bins;
  }

  /** Numbers of the bins of one experiment and readout. */
  public List<Integer> series(String experiment, Readout readout) {
    return IntStream.range(0, bins.size())
        .filter(
            i ->
                bins.get(i).experiment().equals(experiment)
                    && bins.get(i).readout().equals(readout))
        .boxed()
        .toList();
  }
}
