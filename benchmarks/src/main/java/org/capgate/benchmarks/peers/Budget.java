package org.capgate.benchmarks.peers;

import java.util.List;

/**
 * How much is measured.
 *
 * @param tolerances relative tolerances of one animal, loose to tight
 * @param rounds how often all solvers have their turn
 * @param milliseconds least time of one solver at one tolerance in one round
 * @param warmingMilliseconds time for the compiler of Java, in one turn over all tolerances
 * @param warmingTurns most of these turns
 * @param settledRounds rounds in which a cohort must not become faster before it is measured
 * @param warmingSets parameter sets of a cohort solved for the compiler of Java at a time
 * @param windowHours what explicit methods solve, to be extrapolated; infinite = all of it
 * @param cohort parameter sets
 * @param checked how many of them are compared with a reference
 * @param cohortSeconds time in which a cohort is solved again and again for its best time
 * @param cohortTolerances relative tolerances of the cohort
 * @param solvers which of {@link CapGateSolvers}
 */
record Budget(
    List<Double> tolerances,
    int rounds,
    double milliseconds,
    double warmingMilliseconds,
    int warmingTurns,
    int settledRounds,
    int warmingSets,
    double windowHours,
    int cohort,
    int checked,
    double cohortSeconds,
    List<Double> cohortTolerances,
    List<String> solvers) {

  private static final List<Double> DECADES = List.of(1e-3, 1e-4, 1e-5, 1e-6, 1e-7, 1e-8, 1e-9);

  static Budget of(String word) {
    return switch (word) {
      case "quick" ->
          new Budget(
              List.of(1e-3, 1e-4, 1e-5, 1e-6, 1e-8),
              3,
              6,
              900,
              2,
              2,
              24,
              0.05,
              40,
              24,
              0.15,
              List.of(1e-4, 1e-5, 1e-6),
              List.of(CapGateSolvers.STANDARD));
      case "normal", "full" ->
          new Budget(
              DECADES,
              7,
              60,
              5000,
              6,
              3,
              64,
              word.equals("full") ? Double.POSITIVE_INFINITY : 0.5,
              4096,
              256,
              0.5,
              List.of(1e-3, 1e-4, 1e-5, 1e-6),
              List.copyOf(CapGateSolvers.ALL.keySet()));
      default -> throw new IllegalArgumentException("unknown budget '" + word + "'");
    };
  }
}
