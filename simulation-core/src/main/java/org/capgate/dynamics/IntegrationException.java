package org.capgate.dynamics;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A system could not be solved. The message is one line naming the variable, the time, and the way
 * out.
 */
public final class IntegrationException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Why a solve ended early. */
  public enum Reason {
    /** A state, rate or derivative was NaN or infinite. */
    NOT_FINITE,
    /** The error could not be kept within the tolerance with any step that still advances time. */
    STEP_TOO_SMALL,
    /** The cap on evaluations of the right-hand side was reached. */
    TOO_MANY_EVALUATIONS,
    /** A variable grew without bound. */
    EXPLODED,
    /** The algebraic equations have no solution near the present state. */
    ALGEBRAIC_EQUATIONS_UNSOLVED,
    /**
     * Two solutions of the algebraic equations meet, and beyond that there is none: the full
     * system, in which algebraic variables relax, jumps from there to another solution.
     */
    FOLD
  }

  private final Reason reason;
  private final @Nullable String variable;
  private final double tHours;

  /**
   * An exception about one variable, or about none in particular.
   *
   * @param message one line: what happened, to what, when, and what to do about it
   */
  public IntegrationException(
      Reason reason, @Nullable String variable, double tHours, String message) {
    super(message);
    this.reason = reason;
    this.variable = variable;
    this.tHours = tHours;
  }

  /** Why the solve ended. */
  public Reason reason() {
    return reason;
  }

  /** The variable to look at first, if one can be named. */
  public Optional<String> variable() {
    return Optional.ofNullable(variable);
  }

  /** Time at which the solve ended, in hours. */
  public double timeHours() {
    return tHours;
  }
}
