package org.capgate.benchmarks.peers;

/** How much is measured. */
enum Budget {
  /** Within a minute. */
  QUICK(new double[] {1e-3, 1e-4, 1e-5, 1e-6, 1e-7, 1e-8}, 3, 15, 1500),
  /** Some minutes. */
  NORMAL(new double[] {1e-3, 1e-4, 1e-5, 1e-6, 1e-7, 1e-8, 1e-9}, 7, 60, 5000);

  final double[] tolerances;
  final int rounds;
  final double milliseconds; // of one solver at one tolerance in one round
  final double warmingMilliseconds;
  final double reference = 1e-12;

  Budget(double[] tolerances, int rounds, double milliseconds, double warmingMilliseconds) {
    this.tolerances = tolerances;
    this.rounds = rounds;
    this.milliseconds = milliseconds;
    this.warmingMilliseconds = warmingMilliseconds;
  }
}
