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

  /** Applies the rules that are due, in the order given; whether there was one. */
  boolean apply(double tHours, Supplier<NetworkView> world) {
    boolean changed = false;
    for (Timed timed : List.copyOf(rules)) {
      if (timed.dueHours <= tHours) {
        timed.rule.apply(world.get());
        changed = true;
        if (timed.everyHours > 0) {
          timed.dueHours = TimeGrid.rounded(timed.dueHours + timed.everyHours);
        } else {
          rules.remove(timed);
        }
      }
    }
    return changed;
  }

  /** Number and time of each rule to come. */
  double[] due() {
    double[] due = new double[2 * rules.size()];
    for (int i = 0; i < rules.size(); i++) {
      due[2 * i] = rules.get(i).number;
      due[2 * i + 1] = rules.get(i).dueHours;
    }
    return due;
  }

  /** Keeps the rules that were still to come when the run was saved. */
  void restore(double[] due) {
    List<Timed> all = List.copyOf(rules);
    rules.clear();
    for (int i = 0; i < due.length; i += 2) {
      int number = (int) due[i];
      if (number >= all.size()) {
        throw new InputException(
            Place.UNKNOWN,
            "the saved run had a rule "
                + (number + 1)
                + " to come, but this one was given "
                + all.size()
                + ": give the same rules before restoring");
      }
      Timed rule = all.get(number);
      rule.dueHours = due[i + 1];
      rules.add(rule);
    }
  }
}
