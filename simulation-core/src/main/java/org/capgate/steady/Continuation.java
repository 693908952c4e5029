package org.capgate.steady;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.capgate.dynamics.IntegrationException;
import org.capgate.dynamics.OdeSystem;
import org.capgate.dynamics.TimeSpan;
import org.capgate.solver.Solvers;
import org.capgate.solver.Stepping;

/**
 * The search for what a resting system becomes when it is changed, where following it in a few
 * strides has failed: first with variables that relax, so that it may jump where its branch folds;
 * then by solving it in time; then by following its branch closely, which says where it ends and
 * why.
 */
final class Continuation {
  private static final String RELAXING = "pseudo-transient continuation with relaxing variables";
  private static final int OTHER_GUESSES = 4;
  private static final double DISTURBANCE = 1e-3;
  private static final int STRIDES = 8;
  private static final double SHORTEST_STRIDE = 1e-4;
  private static final double FIRST_STRIDE = 1.0 / 16;
  private static final double LONGEST_STRIDE = 1.0 / 8;

  /** Half a year: the slowest process, serotonergic adaptation, takes weeks. */
  private static final double SOLVED_HOURS = 4_000;

  private static final double LOOK_EVERY_HOURS = 500;
  private static final double RELATIVE_TOLERANCE = 1e-4;
  private static final long MOST_EVALUATIONS = 250_000;

  private final ChangingSystem change;
  private final double[] start;
  private final Orbit orbit = new Orbit();
  private String ending = "";

  Continuation(ChangingSystem change, double[] start) {
    this.change = change;
    this.start = start.clone();
  }

  SteadyState end() {
    double[] state = start;
    for (int stride = 1; stride <= STRIDES; stride++) {
      SteadyStateIteration search = iteration((double) stride / STRIDES, state);
      if (!search.followRelaxing()) {
        break;
      }
      state = search.state();
    }
    double[] reached = state;
    Optional<SteadyState> found = relaxed(reached).or(() -> solved(reached));
    for (double[] guess : found.isEmpty() ? guesses() : List.<double[]>of()) {
      found = found.or(() -> relaxed(guess));
    }
    return found.orElseGet(this::followed);
  }

  private SteadyStateIteration iteration(double share, double[] state) {
    return new SteadyStateIteration(change.at(share, state), 0, 0, state);
  }

  private List<double[]> guesses() {
    List<double[]> guesses = new ArrayList<>(orbit.some(OTHER_GUESSES));
    guesses.add(start);
    return guesses;
  }

  private Optional<SteadyState> relaxed(double[] guess) {
    SteadyStateIteration search = iteration(1, guess);
    return search.followRelaxing()
        ? Optional.of(search.result(RELAXING)).filter(rest -> isAttracting(rest, 1))
        : Optional.empty();
  }

  /**
   * Whether it can be, and small disturbances die out, those of variables that follow at once
   * included.
   */
  private boolean isAttracting(SteadyState rest, double share) {
    return change.objection(share, rest.state()).isEmpty()
        && rest.isStable()
        && relaxing(rest.state(), share).stabilityMarginPerHour() > 0.0;
  }

  private Eigenvalues relaxing(double[] state, double share) {
    return SteadyStates.eigenvalues(change.relaxingAt(share, state), state);
  }

  /** Solves the changed system in time until it is near to a state that attracts it. */
  private Optional<SteadyState> solved(double[] from) {
    OdeSystem system = change.relaxingAt(1, disturbed(from));
    try {
      Stepping stepping =
          Solvers.rodas4(RELATIVE_TOLERANCE)
              .withMaximumEvaluations(MOST_EVALUATIONS)
              .start(system, TimeSpan.hours(0, SOLVED_HOURS));
      double nextLookHours = LOOK_EVERY_HOURS;
      while (!stepping.finished()) {
        stepping.step();
        orbit.record(stepping);
        if (stepping.timeHours() >= nextLookHours) {
          nextLookHours += LOOK_EVERY_HOURS;
          Optional<SteadyState> near = near(stepping.state());
          if (near.isPresent()) {
            return near;
          }
        }
      }
    } catch (IntegrationException stopped) {
      if (stopped.reason() == IntegrationException.Reason.NOT_FINITE) {
        ending = "; left to itself, " + stopped.getMessage();
      }
    }
    return Optional.empty();
  }

  /** A little off, since nothing leaves an unstable state that is met exactly. */
  private static double[] disturbed(double[] state) {
    double[] off = state.clone();
    for (int i = 0; i < off.length; i++) {
      off[i] += DISTURBANCE * (Math.abs(off[i]) + DISTURBANCE);
    }
    return off;
  }

  private Optional<SteadyState> near(double[] state) {
    return SteadyStates.nearest(change.at(1, state), 0, state)
        .filter(rest -> isAttracting(rest, 1));
  }

  /** Follows the branch of the known state in strides as short as needed. */
  private SteadyState followed() {
    Eigenvalues atStart = relaxing(start, 0);
    if (atStart.stabilityMarginPerHour() <= 0.0) {
      throw Loss.unstable("the state that the search starts from", atStart);
    }
    double share = 0;
    double stride = FIRST_STRIDE;
    double[] state = start;
    Optional<SteadyState> beyond = Optional.empty(); // what the state becomes where it is lost
    while (stride >= SHORTEST_STRIDE) {
      double next = Math.min(1, share + stride);
      Optional<SteadyState> rest = SteadyStates.nearest(change.at(next, state), 0, state);
      if (rest.isPresent() && isAttracting(rest.get(), next)) {
        if (next == 1) {
          return rest.get();
        }
        share = next;
        state = rest.get().state();
        stride = Math.min(LONGEST_STRIDE, 2 * stride);
        beyond = Optional.empty();
      } else {
        stride /= 2;
        beyond = rest;
      }
    }
    double lost = Math.min(1, share + 2 * stride);
    throw new Loss(share, orbit.text(change.at(1, start)) + ending, orbit.round().periodHours())
        .of(
            beyond.flatMap(rest -> change.objection(lost, rest.state())),
            beyond.map(rest -> relaxing(rest.state(), lost)));
  }
}
