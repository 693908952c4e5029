package org.capgate.steady;

import java.util.Optional;
import org.capgate.steady.SteadyStateException.Reason;

/**
 * Says why there is no stable steady state.
 *
 * @param share until where the one that was followed was stable, in [0, 1]
 * @param instead what the system does instead, an end of a sentence
 * @param periodHours of that (h), NaN when no period was seen
 */
record Loss(double share, String instead, double periodHours) {

  /** A state was found, and disturbances of it grow. */
  static SteadyStateException unstable(String what, Eigenvalues eigenvalues) {
    boolean turns = eigenvalues.leadingImaginaryPerHour() > 0;
    return new SteadyStateException(
        turns ? Reason.OSCILLATION : Reason.UNSTABLE,
        "no stable steady state: %s is unstable, %s"
            .formatted(what, turns ? oscillation(eigenvalues) : growth(eigenvalues)),
        Double.NaN,
        Double.NaN,
        eigenvalues);
  }

  /**
   * The failure.
   *
   * @param objection why the state it becomes cannot be
   * @param beyond eigenvalues of the state it becomes; empty where there is none near
   */
  SteadyStateException of(Optional<String> objection, Optional<Eigenvalues> beyond) {
    if (objection.isPresent()) {
      return failure(
          Reason.OUT_OF_RANGE,
          "leaves its range, %s,".formatted(objection.get()),
          Optional.empty());
    }
    Optional<Eigenvalues> turning =
        beyond.filter(eigenvalues -> eigenvalues.leadingImaginaryPerHour() > 0);
    return turning.isPresent()
        ? failure(
            Reason.OSCILLATION,
            "loses its stability to an oscillation, %s,".formatted(oscillation(turning.get())),
            turning)
        : failure(Reason.FOLD, "ends in a fold, where it meets an unstable one,", turning);
  }

  private SteadyStateException failure(Reason reason, String how, Optional<Eigenvalues> at) {
    return new SteadyStateException(
        reason,
        "no stable steady state: the one followed %s at share %s of the change%s"
            .formatted(how, Digits.three(share), instead),
        share,
        periodHours,
        at.orElse(null));
  }

  private static String oscillation(Eigenvalues eigenvalues) {
    double turnsPerHour = eigenvalues.leadingImaginaryPerHour();
    return "eigenvalues %s ± %si per hour, period %s h"
        .formatted(
            Digits.three(eigenvalues.leadingRealPerHour()),
            Digits.three(turnsPerHour),
            Digits.three(2 * Math.PI / turnsPerHour));
  }

  private static String growth(Eigenvalues eigenvalues) {
    return "eigenvalue %s per hour".formatted(Digits.three(eigenvalues.leadingRealPerHour()));
  }
}
