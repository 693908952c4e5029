package org.capgate.benchmarks;

import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.capgate.compile.Kernel;
import org.capgate.compile.Kernels;
import org.capgate.compile.Lanes;
import org.capgate.compile.StepKernel;
import org.capgate.dynamics.RosenbrockMethod;
import org.capgate.scenario.Scenario;
import org.capgate.solver.Solvers;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * One step of each method, from a state off balance. With the Vector API ({@code -jvmArgsAppend
 * "--add-modules jdk.incubator.vector" -wi 30}) a call makes as many steps as a vector has lanes,
 * without it one; vectors take longer until they are compiled.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(3)
public class StepBenchmark {
  private static final double OFF_BALANCE = 1.1;
  private static final double TOLERANCE = 1e-4;

  /** Name of the method. */
  @Param({"RODAS3", "RODAS4", "Rodas5P"})
  public String method = "RODAS4";

  private final Scenario scenario = Scenario.mouse().build();
  private final Kernel kernel = Kernels.compile(scenario.laboratory().model().equations());
  private final double[] state = scenario.settled().state();
  private StepKernel.Workspace workspace = workspace(Solvers.rodas4(TOLERANCE).method());
  private double stepHours = 0.01;

  /** A mouse at rest, its differential variables a tenth too large. */
  @Setup
  public void prepare() {
    for (int i = 0; i < kernel.differential(); i++) {
      state[i] *= OFF_BALANCE;
    }
    workspace =
        workspace(
            switch (method) {
              case "RODAS3" -> Solvers.rodas3(TOLERANCE).method();
              case "RODAS4" -> Solvers.rodas4(TOLERANCE).method();
              default -> Solvers.rodas5p(TOLERANCE).method();
            });
    propose();
  }

  private StepKernel.Workspace workspace(RosenbrockMethod chosen) {
    double[] relative = new double[state.length];
    double[] absolute = new double[state.length];
    Arrays.fill(relative, TOLERANCE);
    Arrays.fill(absolute, TOLERANCE / 100);
    double[] prepared = kernel.prepare(scenario.laboratory().parameters(scenario.genotype(), 0));
    StepKernel.Workspace made = kernel.step(chosen, Lanes.perVector()).newWorkspace();
    for (int lane = 0; lane < Lanes.perVector(); lane++) {
      made.enter(lane, prepared, absolute, relative);
    }
    return made;
  }

  private void propose() {
    stepHours += 1e-12;
    for (int lane = 0; lane < Lanes.perVector(); lane++) {
      workspace.propose(lane, stepHours, state);
    }
  }

  /** Jacobian, elimination and right-hand side at the start of a step. */
  @Benchmark
  public void factorise() {
    propose();
    workspace.factorise();
  }

  /** All of a step, its error included. */
  @Benchmark
  public double step() {
    propose();
    workspace.attempt();
    return workspace.error(0);
  }
}
