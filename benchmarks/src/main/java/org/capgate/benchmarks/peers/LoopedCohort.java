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
import org.capgate.dynamics.Statistics;
import org.capgate.dynamics.TimeSpan;
import org.capgate.dynamics.Trajectory;
import org.capgate.model.MoodModel;
import org.capgate.scenario.Scenario;
import org.capgate.treatment.Exposure;

/** One set after the other, each solved as a single animal would be. */
final class LoopedCohort implements Cohort {
  private static final Statistics NO_WORK = new Statistics(0, 0, 0, 0, 0, 0);

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
  public Work solve(double[][] sets, int count, double relative, int threads, double[][] ends) {
    Integrator integrator = CapGateSolvers.of(solver, relative);
    AtomicInteger next = new AtomicInteger();
    AtomicLong cpuNanoseconds = new AtomicLong();
    Statistics[] counted = new Statistics[count];
    Runnable work =
        () -> {
          long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
          for (int i = next.getAndIncrement(); i < count; i = next.getAndIncrement()) {
            counted[i] = solveOne(integrator, sets[i], ends[i]);
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
    return new Work(1e-9 * cpuNanoseconds.get(), sum(counted));
  }

  private Statistics solveOne(Integrator integrator, double[] parameters, double[] end) {
    OdeSystem animal = model.animalAsOrdinary(parameters, initialState, exposure, Map.of());
    try {
      Trajectory run = integrator.solve(animal, span, Sampling.endOnly());
      System.arraycopy(run.stateAt(span.endHours()), 0, end, 0, end.length);
      return run.statistics();
    } catch (IntegrationException failure) {
      Arrays.fill(end, Double.NaN);
      return NO_WORK;
    }
  }

  private static Statistics sum(Statistics[] all) {
    Statistics sum = NO_WORK;
    for (Statistics one : all) {
      sum =
          new Statistics(
              sum.steps() + one.steps(),
              sum.rejected() + one.rejected(),
              sum.rhsEvaluations() + one.rhsEvaluations(),
              sum.jacobianEvaluations() + one.jacobianEvaluations(),
              sum.factorisations() + one.factorisations(),
              sum.solves() + one.solves());
    }
    return sum;
  }
}
