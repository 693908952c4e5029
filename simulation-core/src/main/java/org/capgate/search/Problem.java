package org.capgate.search;

/** What is searched: points of the unit cube, each with aims to be made small. */
public interface Problem {
  /** Number of dimensions, ≥ 1. */
  int dimensions();

  /** Number of aims, ≥ 1. */
  int aims();

  /**
   * What a point is worth; safe in any number of threads, and a function of the point alone.
   *
   * @param point in [0, 1] each; not modified
   */
  Worth at(double[] point);
}
