package org.capgate.search;

import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.capgate.dynamics.IntegrationException;
import org.capgate.dynamics.Sampling;
import org.capgate.dynamics.TimeSpan;
import org.capgate.dynamics.Trajectory;
import org.capgate.exposure.Exposure;
import org.capgate.solver.Rosenbrock;
import org.capgate.solver.Solvers;
import org.capgate.treatment.Administration;
import org.capgate.treatment.Dose;
import org.capgate.treatment.Target;
import org.jspecify.annotations.Nullable;

/** Measures a design in many subjects, as many side by side as their equations allow. Immutable. */
final class Reading {
  /** As for shares of variance: aims hardly move below this. */
  private static final Rosenbrock SOLVER = Solvers.standard(1e-4);

  private final List<Measure> measures;
  private final double[] hours; // at which a run is read, ascending
  private final int[][] places; // of the times of each measure among them

  Reading(List<Measure> measures) {
    this.measures = List.copyOf(measures);
    TreeSet<Double> times = new TreeSet<>();
    for (Measure measure : measures) {
      if (measure.readout() != null) {
        for (double tHours : measure.timesHours()) {
          times.add(tHours);
        }
      }
    }
    hours = times.stream().mapToDouble(Double::doubleValue).toArray();
    places = new int[measures.size()][];
    for (int i = 0; i < places.length; i++) {
      places[i] =
          measures.get(i).readout() == null
              ? new int[0]
              : Arrays.stream(measures.get(i).timesHours())
                  .mapToInt(tHours -> Arrays.binarySearch(hours, tHours))
                  .toArray();
    }
  }

  /** The numbers in each subject, [subject][measure]; NaN where the run has no solution. */
  double[][] measured(Design design, List<Subject> subjects) {
    List<Exposure> exposures = subjects.stream().map(one -> one.exposure(design)).toList();
    @Nullable Trajectory[] runs = new Trajectory[subjects.size()];
    if (hours.length > 0) {
      solve(design, subjects, exposures, runs);
    }
    double[][] numbers = new double[subjects.size()][measures.size()];
    for (int subject = 0; subject < numbers.length; subject++) {
      Trajectory run = runs[subject];
      for (int i = 0; i < measures.size(); i++) {
        Measure measure = measures.get(i);
        if (hours.length > 0 && run == null) {
          numbers[subject][i] = Double.NaN;
        } else if (measure.statistic() == Measure.Statistic.DOSES) {
          numbers[subject][i] = doses(design);
        } else if (measure.readout() != null && run != null) {
          double[] series = measure.readout().series(run);
          numbers[subject][i] =
              measure.of(Arrays.stream(places[i]).mapToDouble(at -> series[at]).toArray());
        } else {
          numbers[subject][i] = measure.of(sizes(exposures.get(subject), measure));
        }
      }
    }
    return numbers;
  }

  private void solve(
      Design design, List<Subject> subjects, List<Exposure> exposures, Trajectory[] runs) {
    double startHours = Math.min(Math.min(0, hours[0]), design.treatment().firstHours());
    int[] next = {0};
    SOLVER.solveEach(
        () -> next[0] < runs.length ? next[0]++ : -1,
        number -> subjects.get(number).given(exposures.get(number)),
        TimeSpan.hours(startHours, hours[hours.length - 1]),
        Sampling.at(hours),
        new Rosenbrock.Outcomes() {
          @Override
          public void solved(int number, Trajectory trajectory) {
            runs[number] = trajectory;
          }

          @Override
          public void failed(int number, IntegrationException failure) {
            // stays without a run: worse than any that has one
          }
        });
  }

  private static double doses(Design design) {
    int count = 0;
    for (Administration given : design.treatment().administrations()) {
      count += given instanceof Dose dose ? dose.givenHours().length : 1;
    }
    return count;
  }

  /** Sizes of the effect on a target, just after what is given at a time. */
  private static double[] sizes(Exposure exposure, Measure measure) {
    Target target = measure.target();
    if (target == null) {
      throw new IllegalStateException(measure.name() + " reads nothing");
    }
    double[] breakpoints = exposure.breakpointsHours();
    Exposure.Cursor cursor = exposure.newCursor();
    double[] effects = new double[Target.values().length];
    double[] rates = new double[effects.length];
    double[] sizes = measure.timesHours();
    for (int i = 0; i < sizes.length; i++) {
      int place = Arrays.binarySearch(breakpoints, sizes[i]);
      cursor.enterSegment(place < 0 ? -1 - place : place + 1);
      cursor.evaluate(sizes[i], effects, rates);
      sizes[i] = Math.abs(effects[target.ordinal()]);
    }
    return sizes;
  }
}
