package org.capgate.exposure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.capgate.dynamics.TimeGrid;
import org.capgate.treatment.Actuation;
import org.capgate.treatment.Dose;
import org.capgate.treatment.Route;

/**
 * What enters the states of one system and when: amounts at once, and constant rates that start and
 * stop.
 */
final class TimedInputs {

  private record Impulse(double atHours, WeightedStates entrance, double amount) {}

  /** A rate that starts (+1) or stops (−1). */
  private record Switch(double atHours, int rate, int change) {}

  private record Rate(WeightedStates entrance, double perHour) {}

  private final List<Impulse> impulses = new ArrayList<>();
  private final List<Switch> switches = new ArrayList<>();
  private final List<Rate> rates = new ArrayList<>();

  /**
   * Adds the single doses a dose stands for.
   *
   * @param amount of one single dose, in the unit of the entrance; for a bath its concentration
   * @param times collects the breakpoints
   */
  void add(Dose dose, WeightedStates entrance, double amount, double lagHours, Set<Double> times) {
    double duration = dose.durationHours();
    boolean atOnce = dose.durationHours() == 0;
    int rate = rates.size();
    if (!atOnce) {
      rates.add(new Rate(entrance, dose.route() == Route.BATH ? amount : amount / duration));
    }
    for (double given : dose.givenHours()) {
      double start = TimeGrid.rounded(given + lagHours);
      times.add(given);
      times.add(start);
      if (atOnce) {
        impulses.add(new Impulse(start, entrance, amount));
      } else {
        addRate(rate, start, start + duration, times);
      }
    }
  }

  /** Switches a level of the entrance on between two times. */
  void add(Actuation actuation, WeightedStates entrance, double level, Set<Double> times) {
    double start = actuation.startHours();
    rates.add(new Rate(entrance, level));
    times.add(start);
    addRate(rates.size() - 1, start, start + actuation.durationHours(), times);
  }

  private void addRate(int rate, double startHours, double endHours, Set<Double> times) {
    switches.add(new Switch(startHours, rate, 1));
    if (endHours < Double.POSITIVE_INFINITY) {
      double end = TimeGrid.rounded(endHours);
      times.add(end);
      switches.add(new Switch(end, rate, -1));
    }
  }

  /** Adds what enters at once at each breakpoint to {@code jumps[breakpoint]}, indexed by state. */
  void jumps(double[] breakpointsHours, double[][] jumps) {
    for (Impulse impulse : impulses) {
      int index = Arrays.binarySearch(breakpointsHours, impulse.atHours);
      impulse.entrance.addTo(jumps[index], impulse.amount);
    }
  }

  /**
   * Writes the constant input after each breakpoint to {@code inputs[breakpoint]}, indexed by
   * state.
   */
  void inputs(double[] breakpointsHours, double[][] inputs) {
    List<Switch> inTime = new ArrayList<>(switches);
    inTime.sort(Comparator.comparingDouble(Switch::atHours)); // stable
    int[] active = new int[rates.size()]; // counted, so that nothing is left when all have stopped
    int next = 0;
    for (int breakpoint = 0; breakpoint < breakpointsHours.length; breakpoint++) {
      while (next < inTime.size() && inTime.get(next).atHours <= breakpointsHours[breakpoint]) {
        active[inTime.get(next).rate] += inTime.get(next).change;
        next++;
      }
      for (int rate = 0; rate < active.length; rate++) {
        if (active[rate] > 0) {
          rates
              .get(rate)
              .entrance
              .addTo(inputs[breakpoint], active[rate] * rates.get(rate).perHour);
        }
      }
    }
  }
}
