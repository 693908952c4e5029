package org.capgate.benchmarks.peers;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.capgate.dynamics.IntegrationException;
import org.capgate.dynamics.Integrator;
import org.capgate.dynamics.OdeSystem;
import org.capgate.dynamics.Sampling;
import org.capgate.dynamics.TimeSpan;
import org.capgate.model.MoodModel;
import org.capgate.scenario.Scenario;
import org.capgate.treatment.Exposure;

/** One set after the other, each solved as a single animal would be. */
final class LoopedCohort implements Cohort {
  private final String solver;
  private final MoodModel model;
  private final double[] initialState;
  private final Exposure exposure;
  private final TimeSpan span;

  LoopedCohort(String solver, Problem problem) {
    Scenario scenario = problem.file().scenario();
    this.solver = solver;
    this.model = scenario.laboratory().model();
    this.initialState = scenario.settled().state();
    this.exposure = scenario.exposure();
    this.span = problem.span();
  }

  @Override
  public double solve(
      double[][] sets, int count, double relative, int threads, double[][] ends) {
    Integrator integrator = CapGateSolvers.of(solver, relative);
    AtomicInteger next = new AtomicInteger();
    AtomicLong cpuNanoseconds = new AtomicLong();
    Runnable work =
        () -> {
          long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
          for (int i = next.getAndIncrement(); i < count; i = next.getAndIncrement()) {
            solveOne(integrator, sets[i], ends[i]);
          }
          cpuNanoseconds.addAndGet(
              ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before);
        };
    List<Thread> workers = new ArrayList<>();
    for (int i = 0; i < threads; i++) {
      Thread worker = new Thread(work);
      workers.add(worker);
      worker.start();
    }
    try {
      for (Thread worker : workers) {
        worker.join();
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException("interrupted while a cohort was solved", e);
    }
    return 1e-9 * cpuNanoseconds.get();
  }

  private void solveOne(Integrator integrator, double[] parameters, double[] end) {
    OdeSystem animal = model.animalAsOrdinary(parameters, initialState, exposure, Map.of());
    try {
      double[] state =
          integrator.solve(animal, span, Sampling.endOnly()).stateAt(span.endHours());
      System.arraycopy(state, 0, end, 0, end.length);
    } catch (IntegrationException failure) {
      Arrays.fill(end, Double.NaN);
    }
  }
}
