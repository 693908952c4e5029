package org.capgate.steady;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.capgate.dynamics.OdeSystem;

/**
 * Finds the state in which a system rests while its inputs stay as they are at one instant.
 *
 * <p>Newton's method on 0 = f(t, y) where the guess is close. Otherwise, and where Newton's method
 * leads to an unstable state, the system is followed from the guess with growing steps of the
 * linearly implicit Euler method,
 *
 * <pre>(M/Δt − J) δ = f,   Δt → ∞</pre>
 *
 * (pseudo-transient continuation, Kelley and Keyes 1998, SIAM J. Numer. Anal. 35, 508), which ends
 * in the state the system itself would settle in rather than in just any root.
 */
public final class SteadyStates {
  private SteadyStates() {}

  /**
   * The steady state reached from the initial state of the system.
   *
   * @param tHours instant at which the inputs are held; at a breakpoint, just before it
   * @throws SteadyStateException when the system does not settle
   */
  public static SteadyState find(OdeSystem system, double tHours) {
    return find(system, tHours, system.initialState());
  }

  /**
   * The steady state reached from a guess.
   *
   * @param tHours instant at which the inputs are held; at a breakpoint, just before it
   * @param guess one entry per variable; not modified
   * @throws SteadyStateException when the system does not settle
   */
  public static SteadyState find(OdeSystem system, double tHours, double[] guess) {
    if (guess.length != system.size()) {
      throw new IllegalArgumentException(
          "the guess must have " + system.size() + " entries, but had " + guess.length);
    }
    SteadyStateIteration newton =
        new SteadyStateIteration(system, tHours, segmentBefore(system, tHours), guess);
    boolean close = newton.convergeFromNearby();
    SteadyState nearest = close ? newton.result("Newton's method") : null;
    if (nearest != null && nearest.isStable()) {
      return nearest;
    }
    SteadyStateIteration transientPath =
        new SteadyStateIteration(system, tHours, segmentBefore(system, tHours), guess);
    if (transientPath.follow()) {
      return transientPath.result("pseudo-transient continuation");
    }
    if (nearest != null) {
      return nearest;
    }
    throw transientPath.unsettled();
  }

  /**
   * The steady state nearest to a guess, stable or not, by Newton's method alone; empty when the
   * guess is not close to any.
   *
   * @param tHours instant at which the inputs are held; at a breakpoint, just before it
   * @param guess one entry per variable; not modified
   */
  public static Optional<SteadyState> nearest(OdeSystem system, double tHours, double[] guess) {
    SteadyStateIteration newton =
        new SteadyStateIteration(system, tHours, segmentBefore(system, tHours), guess);
    return newton.convergeFromNearby()
        ? Optional.of(newton.result("Newton's method"))
        : Optional.empty();
  }

  /**
   * As {@link #fromAfar(OdeSystem, double, double[])}; empty when there is none that way.
   *
   * @param tHours instant at which the inputs are held; at a breakpoint, just before it
   * @param guess one entry per variable; not modified
   */
  public static Optional<SteadyState> near(OdeSystem system, double tHours, double[] guess) {
    try {
      return Optional.of(fromAfar(system, tHours, guess));
    } catch (SteadyStateException nothingNear) {
      return Optional.empty();
    }
  }

  /**
   * The steady state that Newton's method finds from a guess, at once or in shortened steps,
   * without looking at its stability; for where the guess is known to be good. Empty when there is
   * none.
   *
   * @param tHours instant at which the inputs are held; at a breakpoint, just before it
   * @param guess one entry per variable; not modified
   * @return a fresh array
   */
  public static Optional<double[]> stateNear(OdeSystem system, double tHours, double[] guess) {
    SteadyStateIteration newton =
        new SteadyStateIteration(system, tHours, segmentBefore(system, tHours), guess);
    return newton.convergeFromAfar() ? Optional.of(newton.state()) : Optional.empty();
  }

  /**
   * The stable steady state that a known one becomes while a system is changed: for where following
   * it in a few strides with {@link #find} fails. It may jump to another branch where its own
   * folds, as the system would.
   *
   * @param start the known steady state at share 0; not modified
   * @throws SteadyStateException saying whether and where the state meets a fold or loses its
   *     stability, and what the system does instead
   */
  public static SteadyState follow(ChangingSystem change, double[] start) {
    return new Continuation(change, start).end();
  }

  /**
   * A steady state, stable or not, by Newton's method with steps that are shortened where they lead
   * too far.
   *
   * @param tHours instant at which the inputs are held; at a breakpoint, just before it
   * @param guess one entry per variable; not modified
   * @throws SteadyStateException when there is none that way
   */
  public static SteadyState fromAfar(OdeSystem system, double tHours, double[] guess) {
    return damped(new SteadyStateIteration(system, tHours, segmentBefore(system, tHours), guess));
  }

  /**
   * The same where a part of the guess is exact and the rest may be poor.
   *
   * @param tHours instant at which the inputs are held; at a breakpoint, just before it
   * @param guess one entry per variable; not modified
   * @param exact variables whose guess is known to be that of a steady state; the others are first
   *     brought near to theirs one by one
   * @throws SteadyStateException when there is none that way
   */
  public static SteadyState fromAfar(
      OdeSystem system, double tHours, double[] guess, Set<String> exact) {
    SteadyStateIteration newton =
        new SteadyStateIteration(system, tHours, segmentBefore(system, tHours), guess);
    boolean[] stays = new boolean[guess.length];
    for (int i = 0; i < stays.length; i++) {
      stays[i] = exact.contains(system.variables().get(i).name());
    }
    newton.approachOneByOne(stays);
    return damped(newton);
  }

  private static SteadyState damped(SteadyStateIteration newton) {
    if (!newton.convergeFromAfar()) {
      throw newton.unsettled();
    }
    return newton.result("damped Newton's method");
  }

  /**
   * Fails unless small disturbances of a steady state die out, its inputs being as they are at 0 h.
   *
   * @param relaxing the system with every variable relaxing in its own time
   * @param what names the state in the message
   * @throws SteadyStateException with the eigenvalues, when they do not
   */
  public static void requireStable(OdeSystem relaxing, double[] state, String what) {
    Eigenvalues eigenvalues = eigenvalues(relaxing, state);
    if (eigenvalues.stabilityMarginPerHour() <= 0.0) {
      throw Loss.unstable(what, eigenvalues);
    }
  }

  /** Eigenvalues of a system at a state, its inputs as they are at 0 h. */
  static Eigenvalues eigenvalues(OdeSystem system, double[] state) {
    return new SteadyStateIteration(system, 0, 0, state).eigenvalues();
  }

  private static int segmentBefore(OdeSystem system, double tHours) {
    int found = Arrays.binarySearch(system.breakpointsHours(), tHours);
    return found >= 0 ? found : -found - 1;
  }
}
