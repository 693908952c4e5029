package org.capgate.network.wiring;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The synapses of a projection as a sparse matrix of targets × sources in compressed rows, sources
 * ascending within a row. Immutable.
 *
 * <p>The weight of synapse k of a target is a factor of the target (double) times a relative weight
 * of the synapse (float). Where all synapses of every target are alike no relative weights are
 * held: 4 bytes a synapse, otherwise 8; beside them 20 bytes a target.
 */
public final class Connectivity {
  /** Longest array every Java machine can make. */
  public static final int MOST_SYNAPSES = Integer.MAX_VALUE - 8;

  private static final int ROWS_AT_ONCE = 8192;

  private final Projection projection;
  private final int[] start; // [target], first synapse; one entry more
  private final int[] source; // [synapse]
  private final float @Nullable [] relative; // [synapse], null: all 1
  private final double[] factor; // [target]
  private final double[] total; // [target], sum of relative weights

  private Connectivity(
      Projection projection,
      int[] start,
      int[] source,
      float @Nullable [] relative,
      double[] factor) {
    this.projection = projection;
    this.start = start;
    this.source = source;
    this.relative = relative;
    this.factor = factor;
    total = new double[factor.length];
    for (int target = 0; target < total.length; target++) {
      total[target] = relativeSum(target, start, relative);
    }
  }

  /** Makes all rows, one piece after the other. */
  static Connectivity ofRows(Projection projection, Wiring.Rows rows) {
    List<SynapseRows> pieces = new ArrayList<>();
    long synapses = 0;
    for (int from = 0; from < projection.targets(); from += ROWS_AT_ONCE) {
      int to = Math.min(projection.targets(), from + ROWS_AT_ONCE);
      SynapseRows piece = rows.make(from, to);
      pieces.add(piece);
      synapses += piece.synapses();
      requirePossible(synapses);
    }
    return join(projection, pieces);
  }

  /**
   * Joins pieces made by {@link Wiring.Rows}, in any order, into the whole projection; all synapses
   * of a target get equal weights that add up to 1.
   *
   * @param pieces together every target once
   * @throws IllegalArgumentException for a target that is missing or there twice, and for more than
   *     {@link #MOST_SYNAPSES} synapses
   */
  public static Connectivity join(Projection projection, List<SynapseRows> pieces) {
    List<SynapseRows> ordered = new ArrayList<>(pieces);
    ordered.sort((a, b) -> Integer.compare(a.from(), b.from()));
    requirePossible(ordered.stream().mapToLong(SynapseRows::synapses).sum());
    int[] start = new int[projection.targets() + 1];
    int expected = 0;
    for (SynapseRows piece : ordered) {
      if (piece.from() != expected || piece.to() > projection.targets()) {
        throw new IllegalArgumentException(
            "rows must follow each other from target 0 to "
                + (projection.targets() - 1)
                + ", but after "
                + (expected - 1)
                + " came "
                + piece.from()
                + " to "
                + (piece.to() - 1));
      }
      for (int target = piece.from(); target < piece.to(); target++) {
        start[target + 1] = start[target] + piece.degree(target);
      }
      expected = piece.to();
    }
    if (expected != projection.targets()) {
      throw new IllegalArgumentException("rows of targets from " + expected + " are missing");
    }
    int[] source = new int[start[expected]];
    for (SynapseRows piece : ordered) {
      piece.copySourcesTo(source, start[piece.from()]);
    }
    double[] factor = new double[projection.targets()];
    for (int target = 0; target < factor.length; target++) {
      int degree = start[target + 1] - start[target];
      factor[target] = degree == 0 ? 0 : 1.0 / degree;
    }
    return new Connectivity(projection, start, source, null, factor);
  }

  /**
   * From compressed rows.
   *
   * @param start first synapse of each target, then the number of synapses; copied
   * @param source of each synapse, ascending within a target; copied
   * @param relative weight of each synapse before the factor, finite and ≥ 0, or null where all are
   *     1; copied
   * @param factor of each target, finite and ≥ 0; copied
   * @throws IllegalArgumentException naming the first entry that is wrong
   */
  public static Connectivity of(
      Projection projection,
      int[] start,
      int[] source,
      float @Nullable [] relative,
      double[] factor) {
    ConnectivityCheck.check(projection, start, source, relative, factor);
    return new Connectivity(
        projection,
        start.clone(),
        source.clone(),
        relative == null ? null : relative.clone(),
        factor.clone());
  }

  /** Which populations are connected. */
  public Projection projection() {
    return projection;
  }

  /** Number of synapses. */
  public int synapses() {
    return source.length;
  }

  /** Number of synapses of a target. */
  public int inDegree(int target) {
    return start[target + 1] - start[target];
  }

  /** Source of the k-th synapse of a target. */
  public int source(int target, int k) {
    return source[synapse(target, k)];
  }

  /** Weight of the k-th synapse of a target. */
  public double weight(int target, int k) {
    int synapse = synapse(target, k);
    return relative == null ? factor[target] : factor[target] * relative[synapse];
  }

  private int synapse(int target, int k) {
    if (k < 0 || k >= inDegree(target)) {
      throw new IllegalArgumentException(
          "target " + target + " has " + inDegree(target) + " synapses, none numbered " + k);
    }
    return start[target] + k;
  }

  /** Sum of the weights of a target; 1 up to rounding after {@link #normalised}, 0 without any. */
  public double weightSum(int target) {
    return factor[target] * total[target];
  }

  private static double relativeSum(int target, int[] start, float @Nullable [] relative) {
    if (relative == null) {
      return start[target + 1] - start[target];
    }
    double sum = 0;
    for (int k = start[target]; k < start[target + 1]; k++) {
      sum += relative[k];
    }
    return sum;
  }

  /**
   * Weighted sums over the synapses of some targets: out[i] = Σ_k weight(i, k) · x[source(i, k)].
   * The order of the additions depends on the row alone, so the bits do not depend on how the
   * targets are divided among calls or threads.
   *
   * @param x one entry per source
   * @param out entries {@code from} to {@code to} − 1 are overwritten, the others left alone
   */
  public void multiply(double[] x, double[] out, int from, int to) {
    requireRange(x.length, out.length, from, to);
    if (relative == null) {
      SynapticSums.alike(start, source, x, out, from, to);
    } else {
      SynapticSums.weighted(start, source, relative, x, out, from, to);
    }
    for (int i = from; i < to; i++) {
      out[i] *= factor[i];
    }
  }

  /**
   * The same sums for x[j] = reference + deviation[j]. Deviations are in single precision, so that
   * twice as many sources fit in the cache, and four synapses at a time are added in it: the error
   * is at most 4·2⁻²⁴ of the mean |deviation| of the sources, and none when nothing deviates.
   *
   * @param reference what all sources have in common, best their mean
   * @param deviation one entry per source
   * @param out entries {@code from} to {@code to} − 1 are overwritten, the others left alone
   */
  public void multiply(double reference, float[] deviation, double[] out, int from, int to) {
    requireRange(deviation.length, out.length, from, to);
    if (relative == null) {
      SynapticSums.alike(start, source, deviation, out, from, to);
    } else {
      SynapticSums.weighted(start, source, relative, deviation, out, from, to);
    }
    for (int i = from; i < to; i++) {
      out[i] = (out[i] + reference * total[i]) * factor[i];
    }
  }

  private void requireRange(int xLength, int outLength, int from, int to) {
    if (xLength != projection.sources() || outLength != projection.targets()) {
      throw new IllegalArgumentException(
          "arrays must have "
              + projection.sources()
              + " sources and "
              + projection.targets()
              + " targets, but had "
              + xLength
              + " and "
              + outLength);
    }
    if (from < 0 || from > to || to > projection.targets()) {
      throw new IllegalArgumentException(
          "targets must lie within 0 and "
              + projection.targets()
              + ", but were "
              + from
              + " to "
              + to);
    }
  }

  /** The same synapses with the factors chosen so that the weights of each target add up to 1. */
  public Connectivity normalised() {
    double[] changed = new double[factor.length];
    for (int target = 0; target < changed.length; target++) {
      changed[target] = total[target] > 0 ? 1 / total[target] : 0;
    }
    return new Connectivity(projection, start, source, relative, changed);
  }

  /**
   * The same synapses with weights drawn from a log-normal distribution, keyed by (seed, target,
   * projection), then normalised.
   *
   * @param logStandardDeviation of the logarithm of the weight, in [0, 3]; 0 makes all alike
   */
  public Connectivity withLogNormalWeights(double logStandardDeviation, long seed) {
    if (!(logStandardDeviation >= 0 && logStandardDeviation <= 3)) {
      throw new IllegalArgumentException(
          "standard deviation of the logarithm of weights must be between 0 and 3, but was "
              + logStandardDeviation);
    }
    float[] drawn =
        logStandardDeviation == 0
            ? null
            : SynapseChanges.logNormal(projection, start, logStandardDeviation, seed);
    return new Connectivity(projection, start, source, drawn, factor).normalised();
  }

  /**
   * The same network with other numbers for its neurons. In a recurrent projection both orders are
   * the same.
   *
   * @param newTarget new number of each target: a permutation
   * @param newSource new number of each source: a permutation
   */
  public Connectivity relabelled(int[] newTarget, int[] newSource) {
    SynapseChanges.requirePermutation("targets", newTarget, projection.targets());
    SynapseChanges.requirePermutation("sources", newSource, projection.sources());
    if (projection.isRecurrent() && !Arrays.equals(newTarget, newSource)) {
      throw new IllegalArgumentException(
          "targets and sources are one population and need the same new numbers");
    }
    int[] moved = new int[start.length];
    double[] movedFactor = new double[factor.length];
    for (int target = 0; target < newTarget.length; target++) {
      moved[newTarget[target] + 1] = inDegree(target);
      movedFactor[newTarget[target]] = factor[target];
    }
    for (int i = 1; i < moved.length; i++) {
      moved[i] += moved[i - 1];
    }
    int[] movedSource = new int[source.length];
    float[] movedRelative = relative == null ? null : new float[source.length];
    for (int target = 0; target < newTarget.length; target++) {
      SynapseOrder row = new SynapseOrder(inDegree(target));
      for (int k = start[target]; k < start[target + 1]; k++) {
        row.add(newSource[source[k]], relative == null ? 1 : relative[k]);
      }
      row.writeTo(movedSource, movedRelative, moved[newTarget[target]]);
    }
    return new Connectivity(projection, moved, movedSource, movedRelative, movedFactor);
  }

  /**
   * The same in-degrees and weights, with some synapses moved to other sources: each synapse of a
   * selected target is moved with the given probability, to a source drawn uniformly from those the
   * target is not connected to, never itself. Keyed by (seed, target, projection).
   *
   * @param targets whose synapses may move
   * @param fraction probability that a synapse moves, in [0, 1]
   * @throws IllegalArgumentException when a target has fewer such sources than synapses to move
   */
  public Connectivity rewired(BitSet targets, double fraction, long seed) {
    if (!(fraction >= 0 && fraction <= 1)) {
      throw new IllegalArgumentException(
          "fraction of synapses to rewire must be between 0 and 1, but was " + fraction);
    }
    if (targets.length() > projection.targets()) {
      throw new IllegalArgumentException(
          "selected target must be < "
              + projection.targets()
              + ", but was "
              + (targets.length() - 1));
    }
    int[] changed = source.clone();
    float[] weights = relative == null ? null : relative.clone();
    targets.stream()
        .forEach(
            target ->
                SynapseChanges.rewire(
                    projection,
                    target,
                    changed,
                    weights,
                    start[target],
                    start[target + 1],
                    fraction,
                    seed));
    return new Connectivity(projection, start, changed, weights, factor);
  }

  /** How many synapses targets receive. */
  public Degrees inDegrees() {
    int[] degree = new int[projection.targets()];
    for (int target = 0; target < degree.length; target++) {
      degree[target] = inDegree(target);
    }
    return Degrees.of(degree);
  }

  /** How many synapses sources make. */
  public Degrees outDegrees() {
    int[] degree = new int[projection.sources()];
    for (int k : source) {
      degree[k]++;
    }
    return Degrees.of(degree);
  }

  /** Bytes held in arrays. */
  public long bytes() {
    long perSynapse = relative == null ? 4 : 8;
    return perSynapse * source.length + 4L * start.length + 16L * factor.length;
  }

  /** The same projection, synapses and weights, to the bit. */
  @Override
  public boolean equals(Object other) {
    return other instanceof Connectivity c
        && projection.equals(c.projection)
        && Arrays.equals(start, c.start)
        && Arrays.equals(source, c.source)
        && Arrays.equals(relative, c.relative)
        && Arrays.equals(factor, c.factor);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(source) + Arrays.hashCode(factor);
  }

  private static void requirePossible(long synapses) {
    if (synapses > MOST_SYNAPSES) {
      throw tooMany(synapses);
    }
  }

  static IllegalArgumentException tooMany(long synapses) {
    return new IllegalArgumentException(
        "a projection can hold " + MOST_SYNAPSES + " synapses, but was to get " + synapses);
  }
}
