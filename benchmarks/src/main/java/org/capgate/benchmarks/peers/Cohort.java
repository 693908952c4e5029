package org.capgate.benchmarks.peers;

import org.capgate.dynamics.Statistics;

/** A way in which CapGate solves many parameter sets: the place to plug in another. */
interface Cohort {
  /**
   * What it took.
   *
   * @param cpuSeconds CPU time of all threads
   * @param counted work of all sets together
   */
  record Work(double cpuSeconds, Statistics counted) {}

  /**
   * Solves the first sets to the end of the span, each from the settled wild type.
   *
   * @param sets one array of parameters, references included, per set; not modified
   * @param count how many of them
   * @param relative relative tolerance; the absolute one is 1/100 of it
   * @param threads at work at once
   * @param ends end state per set, overwritten; not a number where a set failed
   */
  Work solve(double[][] sets, int count, double relative, int threads, double[][] ends);
}
