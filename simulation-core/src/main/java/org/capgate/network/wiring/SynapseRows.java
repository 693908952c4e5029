package org.capgate.network.wiring;

import java.util.Arrays;

/** The sources of a run of targets: a piece of a {@link Connectivity}. Immutable. */
public final class SynapseRows {
  private final int from;
  private final int[] degree; // [target − from]
  private final int[] source; // target by target, ascending within each

  private SynapseRows(int from, int[] degree, int[] source) {
    this.from = from;
    this.degree = degree;
    this.source = source;
  }

  /** The first target. */
  public int from() {
    return from;
  }

  /** The target after the last. */
  public int to() {
    return from + degree.length;
  }

  /** Number of synapses. */
  public int synapses() {
    return source.length;
  }

  int degree(int target) {
    return degree[target - from];
  }

  void copySourcesTo(int[] column, int start) {
    System.arraycopy(source, 0, column, start, source.length);
  }

  /** Finds the sources of one target; adds them in any order, each once. */
  @FunctionalInterface
  interface Finder {
    void find(int target, IntList sources);
  }

  static SynapseRows make(int from, int to, Finder finder) {
    int[] degree = new int[to - from];
    IntList all = new IntList();
    IntList found = new IntList();
    for (int target = from; target < to; target++) {
      found.clear();
      finder.find(target, found);
      found.sort();
      degree[target - from] = found.size();
      all.addAll(found);
    }
    return new SynapseRows(from, degree, all.toArray());
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SynapseRows rows
        && rows.from == from
        && Arrays.equals(rows.degree, degree)
        && Arrays.equals(rows.source, source);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(source) + from;
  }
}
