package org.capgate.benchmarks;

import static org.capgate.treatment.AmountUnit.MG_PER_KG;

import java.util.concurrent.TimeUnit;
import org.capgate.dynamics.Integrator;
import org.capgate.dynamics.OdeSystem;
import org.capgate.dynamics.Sampling;
import org.capgate.dynamics.TimeSpan;
import org.capgate.dynamics.Trajectory;
import org.capgate.scenario.Scenario;
import org.capgate.solver.Solvers;
import org.capgate.treatment.Compounds;
import org.capgate.treatment.Dose;
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
 * One mouse, ketamine 10 mg/kg, seven days: the parts of a step and the whole run, at several
 * tolerances.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(3)
public class IntegratorBenchmark {
  /** Relative tolerance of the whole run. */
  @Param({"1e-4", "1e-6", "1e-8"})
  public double relativeTolerance;

  private OdeSystem animal = untreated();
  private OdeSystem.Evaluator evaluator = animal.newEvaluator();
  private double[] state = animal.initialState();
  private final double[] rate = new double[state.length];
  private final double[] jacobian = new double[state.length * state.length];
  private Integrator integrator = Solvers.standard();
  private double tHours = 0.5;

  private static OdeSystem untreated() {
    return Scenario.mouse().build().instantiate(1);
  }

  /** A treated animal half an hour after the dose. */
  @Setup
  public void treat() {
    animal =
        Scenario.mouse()
            .treatment(Dose.of(Compounds.ketamine(), 10, MG_PER_KG).intraperitoneal().atHours(0))
            .build()
            .instantiate(1);
    evaluator = animal.newEvaluator();
    evaluator.enterSegment(animal.breakpointsHours().length);
    state = animal.initialState();
    integrator = Solvers.rodas4(relativeTolerance);
  }

  /** Right-hand side, drug effects of a new time included. */
  @Benchmark
  public double[] rightHandSide() {
    tHours += 1e-9; // a new time, so that the exposure is evaluated as in a stage
    evaluator.rhs(tHours, state, rate);
    return rate;
  }

  /** Analytic Jacobian at a known time. */
  @Benchmark
  public double[] jacobian() {
    evaluator.jacobian(tHours, state, jacobian);
    return jacobian;
  }

  /** Seven days, dense output every hour. */
  @Benchmark
  public Trajectory sevenDays() {
    return integrator.solve(animal, TimeSpan.days(0, 7), Sampling.everyHours(1));
  }

  /** Seven days, the end only. */
  @Benchmark
  public Trajectory sevenDaysEndOnly() {
    return integrator.solve(animal, TimeSpan.days(0, 7), Sampling.endOnly());
  }
}
