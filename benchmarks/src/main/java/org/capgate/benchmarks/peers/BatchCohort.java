package org.capgate.benchmarks.peers;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.capgate.dynamics.IntegrationException;
import org.capgate.dynamics.Sampling;
import org.capgate.dynamics.Statistics;
import org.capgate.dynamics.TimeSpan;
import org.capgate.dynamics.Trajectory;
import org.capgate.exposure.Exposure;
import org.capgate.model.MoodModel;
import org.capgate.scenario.Scenario;
import org.capgate.solver.Rosenbrock;

/** All sets with {@link Rosenbrock#solveEach}, which uses the Vector API where it is there. */
final class BatchCohort implements Cohort {
  private static final Statistics NO_WORK = new Statistics(0, 0, 0, 0, 0, 0);

  private final String solver;
  private final MoodModel model;
  private final double[] initialState;
  private final Exposure exposure;
  private final TimeSpan span;

  BatchCohort(String solver, Problem problem) {
    Scenario scenario = problem.file().scenario();
    this.solver = solver;
    this.model = scenario.laboratory().model();
    this.initialState = scenario.settled().state();
    this.exposure = scenario.exposure();
    this.span = problem.span();
  }

  @Override
  public Work solve(double[][] sets, int count, double relative, int threads, double[][] ends) {
    Rosenbrock integrator = CapGateSolvers.of(solver, relative);
    AtomicInteger next = new AtomicInteger();
    AtomicLong cpuNanoseconds = new AtomicLong();
    Statistics[] counted = new Statistics[count];
    Rosenbrock.Outcomes outcomes =
        new Rosenbrock.Outcomes() {
          @Override
          public void solved(int i, Trajectory run) {
            System.arraycopy(run.stateAt(span.endHours()), 0, ends[i], 0, ends[i].length);
            counted[i] = run.statistics();
          }

          @Override
          public void failed(int i, IntegrationException failure) {
            Arrays.fill(ends[i], Double.NaN);
            counted[i] = NO_WORK;
          }
        };
    Runnable work =
        () -> {
          long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
          integrator.solveEach(
              () -> {
                int number = next.getAndIncrement();
                return number < count ? number : -1;
              },
              number -> model.animalAsOrdinary(sets[number], initialState, exposure, Map.of()),
              span,
              Sampling.endOnly(),
              outcomes);
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
