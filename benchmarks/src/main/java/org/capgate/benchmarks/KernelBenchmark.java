package org.capgate.benchmarks;

import java.util.concurrent.TimeUnit;
import org.capgate.dynamics.OdeSystem;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The functions of the equations, half an hour after a dose. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(3)
public class KernelBenchmark {
  private final OdeSystem animal = TreatedMouse.system();
  private final OdeSystem.Evaluator evaluator = animal.newEvaluator();
  private final double[] state = animal.initialState();
  private final double[] rate = new double[state.length];
  private final double[] jacobian = new double[state.length * state.length];
  private final double[] readouts = new double[animal.readouts().size()];
  private double tHours = 0.5;

  /** After the last breakpoint. */
  @Setup
  public void treat() {
    evaluator.enterSegment(animal.breakpointsHours().length);
  }

  /** Right-hand side at a new time, drug effects included. */
  @Benchmark
  public double[] rightHandSide() {
    tHours += 1e-9;
    evaluator.rhs(tHours, state, rate);
    return rate;
  }

  /** Right-hand side at a known time, without the drug effects. */
  @Benchmark
  public double[] rightHandSideAtAKnownTime() {
    evaluator.rhs(tHours, state, rate);
    return rate;
  }

  /** Analytic Jacobian at a known time. */
  @Benchmark
  public double[] jacobian() {
    evaluator.jacobian(tHours, state, jacobian);
    return jacobian;
  }

  /** Readouts at a new time, concentrations of drugs included. */
  @Benchmark
  public double[] readouts() {
    tHours += 1e-9;
    evaluator.readouts(tHours, state, readouts);
    return readouts;
  }

  /** Derivative through the inputs at a known time. */
  @Benchmark
  public double[] timeDerivative() {
    evaluator.timeDerivative(tHours, state, rate);
    return rate;
  }
}
