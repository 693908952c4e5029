package org.capgate.solver;

/** The cap on evaluations of the right-hand side, so that no solve runs forever. */
final class EvaluationCap {
  private EvaluationCap() {}

  static long positive(long evaluations) {
    if (evaluations <= 0) {
      throw new IllegalArgumentException(
          "maximum number of evaluations must be > 0, but was " + evaluations);
    }
    return evaluations;
  }
}
