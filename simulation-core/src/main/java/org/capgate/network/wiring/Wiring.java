package org.capgate.network.wiring;

/**
 * How neurons find their sources. Each target draws from its own random stream, keyed by (seed,
 * target, projection), so rows may be made in any order and by any thread, with the same result.
 *
 * <pre>Connectivity onto = Wiring.fixedInDegree(100).connect(Projection.within("E", 80_000), 42);
 * </pre>
 */
public interface Wiring {

  /** Rows of one projection, ready to be made. Holds no state that changes: safe in any thread. */
  @FunctionalInterface
  interface Rows {
    /** The sources of targets {@code from} (included) to {@code to} (excluded). */
    SynapseRows make(int from, int to);
  }

  /**
   * Checks that the projection can be wired so and prepares it.
   *
   * @throws IllegalArgumentException naming the number that does not fit
   */
  Rows prepare(Projection projection, long seed);

  /** Wires the whole projection; all synapses of a target have equal weights that add up to 1. */
  default Connectivity connect(Projection projection, long seed) {
    return Connectivity.ofRows(projection, prepare(projection, seed));
  }

  /**
   * Every target has the same number of sources, drawn without repetition, each set of sources as
   * probable as any other.
   *
   * @param sourcesPerTarget from 0 to the number of neurons it can choose from
   */
  static Wiring fixedInDegree(int sourcesPerTarget) {
    return new FixedInDegree(sourcesPerTarget);
  }

  /**
   * Every pair is connected with the same probability, independently.
   *
   * @param probability in [0, 1]; the in-degree is binomial, and 0 for some when the mean is small
   */
  static Wiring erdosRenyi(double probability) {
    return new ErdosRenyi(probability);
  }

  /**
   * Pairs are connected independently, with a probability that falls with their distance on a
   * sheet.
   *
   * @param meanInDegree of a target whose neighbourhood lies inside the sheet, > 0; at an open
   *     border neurons have fewer
   */
  static Wiring onSheet(Sheet sheet, DistanceProfile profile, double meanInDegree) {
    return new DistanceDependent(sheet, profile, meanInDegree);
  }
}
