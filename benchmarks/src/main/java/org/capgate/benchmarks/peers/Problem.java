package org.capgate.benchmarks.peers;

import java.nio.file.Path;
import org.capgate.dynamics.OdeSystem;
import org.capgate.dynamics.Sampling;
import org.capgate.dynamics.TimeSpan;
import org.capgate.dynamics.Trajectory;
import org.capgate.io.ScenarioFile;

/**
 * What all solvers solve: a scenario from t = 0, sampled at equal distances, the start left out.
 *
 * @param file the scenario
 */
record Problem(ScenarioFile file) {
  static Problem read(Path path) {
    return new Problem(ScenarioFile.read(path));
  }

  /** Differential equations only: what the peers solve. */
  OdeSystem ordinary() {
    return file.scenario().instantiateOrdinary(file.seed());
  }

  /** With algebraic equations: what the product solves. */
  OdeSystem quasiSteady() {
    return file.scenario().instantiate(file.seed());
  }

  TimeSpan span() {
    return TimeSpan.hours(0, 24 * file.durationDays());
  }

  int samples() {
    return (int) Math.round(span().endHours() / everyHours());
  }

  double everyHours() {
    return file.sampleEveryMinutes() / 60;
  }

  Sampling sampling() {
    double[] times = new double[samples()];
    for (int i = 0; i < times.length; i++) {
      times[i] = (i + 1) * everyHours();
    }
    return Sampling.at(times);
  }

  /** All variables, sample after sample. */
  static double[] values(Trajectory trajectory, int variables) {
    double[] times = trajectory.timesHours();
    double[] values = new double[times.length * variables];
    for (int i = 0; i < times.length; i++) {
      System.arraycopy(trajectory.stateAt(times[i]), 0, values, i * variables, variables);
    }
    return values;
  }
}
