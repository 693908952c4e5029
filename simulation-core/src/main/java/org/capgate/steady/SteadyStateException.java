package org.capgate.steady;

import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** A system has no stable steady state that could be found. The message is one line saying why. */
public final class SteadyStateException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Why there is none. */
  public enum Reason {
    /** An equation has no finite value where the search came to. */
    NO_VALUE("no value"),
    /** The state that was followed met another one and ended there. */
    FOLD("fold"),
    /** The state that was followed lost its stability to an oscillation (Hopf bifurcation). */
    OSCILLATION("oscillation"),
    /** The state that was followed comes to where nothing can be, as below zero concentration. */
    OUT_OF_RANGE("out of range"),
    /** The only state found is one that every disturbance leads away from. */
    UNSTABLE("unstable"),
    /** The search ended without telling. */
    NOT_FOUND("not found");

    private final String word;

    Reason(String word) {
      this.word = word;
    }

    /** The reason in a table. */
    public String word() {
      return word;
    }
  }

  private final Reason reason;
  private final double share;
  private final double periodHours;
  private final transient @Nullable Eigenvalues eigenvalues;

  SteadyStateException(Reason reason, String message) {
    this(reason, message, Double.NaN, Double.NaN, null);
  }

  SteadyStateException(
      Reason reason,
      String message,
      double share,
      double periodHours,
      @Nullable Eigenvalues eigenvalues) {
    super(message);
    this.reason = reason;
    this.share = share;
    this.periodHours = periodHours;
    this.eigenvalues = eigenvalues;
  }

  /** Why there is no stable steady state. */
  public Reason reason() {
    return reason;
  }

  /**
   * How far the state could be followed from the known system (0) to the wanted one (1), where it
   * was followed.
   */
  public OptionalDouble share() {
    return Double.isNaN(share) ? OptionalDouble.empty() : OptionalDouble.of(share);
  }

  /** Period of the motion that goes on instead of coming to rest, in hours, where it was seen. */
  public OptionalDouble periodHours() {
    return Double.isNaN(periodHours) ? OptionalDouble.empty() : OptionalDouble.of(periodHours);
  }

  /** Eigenvalues, in h⁻¹, of the unstable state where there is one. */
  public Optional<Eigenvalues> eigenvalues() {
    return Optional.ofNullable(eigenvalues);
  }
}
