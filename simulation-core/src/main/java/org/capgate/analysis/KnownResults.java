package org.capgate.analysis;

import java.util.function.Supplier;

/**
 * What long work has computed before, so that it need not be computed again. Work that asks here
 * depends on its key alone; it gives the same numbers whether or not they were known. May be asked
 * by several threads.
 */
public interface KnownResults {

  /**
   * The numbers that belong to a key; not to be modified.
   *
   * @param key says which part of the work it is, in one line
   * @param compute gives the numbers when they are not known; what it throws is not remembered
   */
  double[] get(String key, Supplier<double[]> compute);

  /** Knows nothing and remembers nothing. */
  static KnownResults none() {
    return (key, compute) -> compute.get();
  }
}
