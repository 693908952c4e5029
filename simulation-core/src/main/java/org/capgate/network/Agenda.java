package org.capgate.network;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.capgate.dynamics.TimeGrid;
import org.capgate.input.InputException;
import org.capgate.input.Place;

/** Rules and when each is due: once, or every so many hours. */
final class Agenda {
  private final List<Timed> rules = new ArrayList<>();
  private int given;

  private static final class Timed {
    final Rule rule;
    final double everyHours; // 0: once
    final int number; // in the order given
    double dueHours;

    Timed(int number, Rule rule, double dueHours, double everyHours) {
      this.number = number;
      this.rule = rule;
      this.dueHours = dueHours;
      this.everyHours = everyHours;
    }
  }

  /** Adds a rule behind the others; 0 hours between repetitions: once. */
  void add(Rule rule, double dueHours, double everyHours) {
    rules.add(new Timed(given++, rule, TimeGrid.rounded(dueHours), TimeGrid.rounded(everyHours)));
  }

  /** When the next rule is due (h), or infinity. */
  double nextHours() {
    double next = Double.POSITIVE_INFINITY;
    for (Timed timed : rules) {
      next = Math.min(next, timed.dueHours);
    }
    return next;
  }

  /** Applies the rules that are due, in the order given. */
  void apply(double tHours, Supplier<NetworkView> world) {
    for (Timed timed : List.copyOf(rules)) {
      if (timed.dueHours <= tHours) {
        timed.rule.apply(world.get());
        if (timed.everyHours > 0) {
          timed.dueHours = TimeGrid.rounded(timed.dueHours + timed.everyHours);
        } else {
          rules.remove(timed);
        }
      }
    }
  }

  /** Number and time of each rule to come. */
  void save(NetworkState.Part out) {
    out.put("rule", rules.stream().mapToLong(rule -> rule.number).toArray());
    out.put("dueHours", rules.stream().mapToDouble(rule -> rule.dueHours).toArray());
  }

  /** Keeps the rules that were still to come when the run was saved. */
  void restore(NetworkState.Part in) {
    List<Timed> all = List.copyOf(rules);
    long[] numbers = in.counts("rule");
    double[] dueHours = in.numbers("dueHours", numbers.length);
    rules.clear();
    for (int i = 0; i < numbers.length; i++) {
      if (numbers[i] < 0 || numbers[i] >= all.size()) {
        throw new InputException(
            Place.UNKNOWN,
            "the saved run had a rule %d to come, but this one was given %d: give the same rules before restoring"
                .formatted(numbers[i] + 1, all.size()));
      }
      Timed rule = all.get((int) numbers[i]);
      rule.dueHours = dueHours[i];
      rules.add(rule);
    }
  }
}
