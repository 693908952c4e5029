package org.capgate.region;

/** Something that holds at some points and not at others. Safe in any number of threads. */
@FunctionalInterface
public interface Statement {
  /**
   * Whether it holds.
   *
   * @param point not modified
   */
  boolean holdsAt(double[] point);
}
