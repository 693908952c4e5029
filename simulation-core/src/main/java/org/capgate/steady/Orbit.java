package org.capgate.steady;

import java.util.ArrayList;
import java.util.List;
import org.capgate.dynamics.OdeSystem;
import org.capgate.solver.Stepping;

/** What was seen of a motion that may go on for ever: its period, and what swings most. */
final class Orbit {
  private static final double EVERY_HOURS = 1;

  /** Swing relative to a variable below which it counts as resting. */
  private static final double LEAST_SWING = 1e-2;

  private static final double NEGLIGIBLE = 1e-2;
  private static final int FEWEST_ROUNDS = 3;

  private final List<double[]> states = new ArrayList<>();
  private double nextHours;

  /** Takes the states of the last step at whole hours. */
  void record(Stepping stepping) {
    while (nextHours <= stepping.timeHours()) {
      double[] state = new double[stepping.state().length];
      stepping.sample(Math.max(nextHours, stepping.beforeHours()), state);
      states.add(state);
      nextHours += EVERY_HOURS;
    }
  }

  /** That many states of the later half of what was seen, if there are as many. */
  List<double[]> some(int count) {
    List<double[]> some = new ArrayList<>();
    for (int i = 0; i < count && states.size() > 2 * count; i++) {
      some.add(states.get(states.size() - 1 - i * states.size() / (2 * count)));
    }
    return some;
  }

  /** The later half of what was seen, when the motion was on its way to where it goes round. */
  Round round() {
    int from = states.size() / 2;
    Round best = new Round(0, 0, 0, Double.NaN);
    double most = LEAST_SWING;
    int size = states.isEmpty() ? 0 : states.get(0).length;
    for (int variable = 0; variable < size; variable++) {
      double low = Double.POSITIVE_INFINITY;
      double high = Double.NEGATIVE_INFINITY;
      for (double[] state : states.subList(from, states.size())) {
        low = Math.min(low, state[variable]);
        high = Math.max(high, state[variable]);
      }
      double swing = (high - low) / (Math.max(Math.abs(low), Math.abs(high)) + NEGLIGIBLE);
      if (swing > most) {
        most = swing;
        best = new Round(variable, low, high, periodHours(variable, from, (low + high) / 2));
      }
    }
    return best;
  }

  /** Mean time between rises through a level; NaN when there were too few. */
  private double periodHours(int variable, int from, double level) {
    double first = Double.NaN;
    double last = Double.NaN;
    int rises = 0;
    for (int i = from + 1; i < states.size(); i++) {
      double before = states.get(i - 1)[variable];
      double after = states.get(i)[variable];
      if (before < level && after >= level) {
        last = (i - 1 + (level - before) / (after - before)) * EVERY_HOURS;
        first = rises == 0 ? last : first;
        rises++;
      }
    }
    return rises > FEWEST_ROUNDS ? (last - first) / (rises - 1) : Double.NaN;
  }

  /** How a round of a system is told, or an empty text when nothing was seen to go round. */
  String text(OdeSystem system) {
    Round round = round();
    return Double.isNaN(round.periodHours)
        ? ""
        : "; it goes round for ever in %s h, %s from %s to %s"
            .formatted(
                Digits.three(round.periodHours),
                system.variables().get(round.variable).name(),
                Digits.three(round.low),
                Digits.three(round.high));
  }

  /**
   * One round.
   *
   * @param variable the one that swings most, relative to its size
   * @param low its least value
   * @param high its largest value
   * @param periodHours how long a round takes (h), NaN when no round was seen
   */
  record Round(int variable, double low, double high, double periodHours) {}
}
