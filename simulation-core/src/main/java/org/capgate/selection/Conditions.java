package org.capgate.selection;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.math3.special.Erf;
import org.capgate.population.Measurement;
import org.capgate.population.Population;

/**
 * What must be 0 on average over the chosen: for each fitted target the distance of a subject from
 * its mean, and from its variance, in published standard errors. Told from true scores, so that
 * nobody is chosen for an error of measurement; the errors are added as what they add on average.
 */
final class Conditions {
  /**
   * A fitted target.
   *
   * @param arm index of its treatment
   * @param visit index of its time among the visits of that arm; the first is 0 h
   */
  private record Fitted(Target target, int arm, int visit, Optional<Measurement> measurement) {}

  private final List<Fitted> fitted = new ArrayList<>();
  private int size;

  Conditions(Population population, List<Arms.Arm> arms, List<Target> targets) {
    for (Target target : targets) {
      if (target.isFitted()) {
        int arm = Arms.index(arms, target);
        fitted.add(
            new Fitted(
                target,
                arm,
                arms.get(arm).visit(target.endpoint().atHours()),
                population.measurement(target.readout().name())));
        size += target.endpoint().isShare() ? 1 : 2;
      }
    }
  }

  /** How many there are. */
  int size() {
    return size;
  }

  /** The target a condition belongs to. */
  Target target(int condition) {
    int first = 0;
    for (Fitted one : fitted) {
      first += one.target().endpoint().isShare() ? 1 : 2;
      if (condition < first) {
        return one.target();
      }
    }
    throw new IndexOutOfBoundsException(condition);
  }

  /**
   * Of a subject.
   *
   * @param truth [arm][visit] true scores
   */
  double[] of(double[][] truth) {
    double[] values = new double[size];
    int next = 0;
    for (Fitted one : fitted) {
      Target target = one.target();
      double first = truth[one.arm()][0];
      double later = truth[one.arm()][one.visit()];
      double error = target.error(Double.NaN);
      switch (target.endpoint().kind()) {
        case VALUE -> next = addMoments(values, next, one, later, 1);
        case CHANGE, PERCENT_CHANGE -> next = addMoments(values, next, one, later - first, 2);
        case RESPONSE -> {
          double left = 1 - target.endpoint().limit();
          double noise = deviation(one) * Math.sqrt(1 + left * left);
          values[next++] = (below(left * first - later, noise) - target.value()) / error;
        }
        case REMISSION -> {
          double half = one.measurement().map(Measurement::step).orElse(0.0) / 2;
          double room = target.endpoint().limit() + half - later;
          values[next++] = (below(room, deviation(one)) - target.value()) / error;
        }
        default -> throw new IllegalStateException("not fitted: " + target.endpoint().kind());
      }
    }
    return values;
  }

  /** A mean and a variance; of the latter, s²·√(2/(n − 1)) is the error of a normal sample. */
  private static int addMoments(double[] values, int next, Fitted one, double value, int measured) {
    Target target = one.target();
    double variance = target.deviation() * target.deviation();
    double off = value - target.value();
    double noise = measured * deviation(one) * deviation(one);
    values[next] = off / target.error(Double.NaN);
    values[next + 1] =
        (off * off + noise - variance) / (variance * Math.sqrt(2.0 / (target.subjects() - 1)));
    return next + 2;
  }

  /** Of one measurement; a scale in steps adds a twelfth of their square. */
  private static double deviation(Fitted one) {
    return one.measurement()
        .map(how -> Math.sqrt(how.deviation() * how.deviation() + how.step() * how.step() / 12))
        .orElse(0.0);
  }

  /** The probability that a normal error does not exceed a room. */
  private static double below(double room, double deviation) {
    if (deviation == 0) {
      return room >= 0 ? 1 : 0;
    }
    return 0.5 * Erf.erfc(-room / (deviation * Math.sqrt(2)));
  }
}
