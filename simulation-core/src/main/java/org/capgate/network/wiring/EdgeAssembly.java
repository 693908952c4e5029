package org.capgate.network.wiring;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Makes a {@link Connectivity} of synapses that come one by one and in any order, twice: first they
 * are counted, then placed, so that memory is needed for the result alone.
 *
 * <p>The factor of a target is its largest weight; what this makes is therefore found again to the
 * bit when its weights are listed and assembled once more.
 */
public final class EdgeAssembly {
  private final Projection projection;
  private final int[] start; // [target]: counts, then where its next synapse goes
  private final double[] least; // weights, [target]
  private final double[] most;
  private int[] source = {};
  private float @Nullable [] relative;
  private long counted;
  private boolean isPlacing;

  /** Without synapses yet. */
  public EdgeAssembly(Projection projection) {
    this.projection = projection;
    this.start = new int[projection.targets() + 1];
    this.least = new double[projection.targets()];
    this.most = new double[projection.targets()];
    Arrays.fill(least, Double.POSITIVE_INFINITY);
  }

  /**
   * Counts a synapse.
   *
   * @param weight finite and ≥ 0
   * @throws IllegalArgumentException when there are more than {@link Connectivity#MOST_SYNAPSES}
   */
  public void count(int target, double weight) {
    counted++;
    if (counted > Connectivity.MOST_SYNAPSES) {
      throw Connectivity.tooMany(counted);
    }
    start[target + 1]++;
    least[target] = Math.min(least[target], weight);
    most[target] = Math.max(most[target], weight);
  }

  /** Ends the counting. */
  public void startPlacing() {
    boolean areAlike = true;
    for (int target = 0; target < projection.targets(); target++) {
      start[target + 1] += start[target];
      areAlike &= least[target] >= most[target]; // without synapses ∞ ≥ 0
    }
    source = new int[(int) counted];
    relative = areAlike ? null : new float[(int) counted];
    Arrays.fill(source, -1);
    isPlacing = true;
  }

  /** Places a synapse that was counted, with the same weight. */
  public void place(int target, int from, double weight) {
    if (!isPlacing || start[target] >= source.length || source[start[target]] >= 0) {
      throw new IllegalStateException("a synapse of target " + target + " was not counted");
    }
    int k = start[target]++;
    source[k] = from;
    if (relative != null) {
      relative[k] = most[target] == 0 ? 0 : (float) (weight / most[target]);
    }
  }

  /**
   * The synapses, each target's in ascending order of sources.
   *
   * @throws RepeatedSynapseException for a synapse that was placed twice
   */
  public Connectivity assemble() {
    int[] end = start; // each start has moved to the start of the next
    int from = 0;
    for (int target = 0; target < projection.targets(); target++) {
      sort(target, from, end[target]);
      from = end[target];
    }
    int[] starts = new int[end.length];
    System.arraycopy(end, 0, starts, 1, projection.targets());
    return Connectivity.of(projection, starts, source, relative, most);
  }

  private void sort(int target, int from, int to) {
    boolean ascends = true;
    for (int k = from + 1; k < to; k++) {
      ascends &= source[k - 1] < source[k];
    }
    if (!ascends) {
      SynapseOrder row = new SynapseOrder(to - from);
      for (int k = from; k < to; k++) {
        row.add(source[k], relative == null ? 1 : relative[k]);
      }
      row.writeTo(source, relative, from);
    }
    for (int k = from + 1; k < to; k++) {
      if (source[k - 1] == source[k]) {
        throw new RepeatedSynapseException(target, source[k]);
      }
    }
  }

  /** Thrown for a synapse that is there twice. */
  public static final class RepeatedSynapseException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final int target;
    private final int source;

    RepeatedSynapseException(int target, int source) {
      super("the synapse of target " + target + " from source " + source + " is there twice");
      this.target = target;
      this.source = source;
    }

    /** Number of the target. */
    public int target() {
      return target;
    }

    /** Number of the source. */
    public int source() {
      return source;
    }
  }
}
