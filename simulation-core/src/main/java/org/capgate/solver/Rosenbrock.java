package org.capgate.solver;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.IntFunction;
import java.util.function.IntSupplier;
import org.capgate.dynamics.Event;
import org.capgate.dynamics.IntegrationException;
import org.capgate.dynamics.Integrator;
import org.capgate.dynamics.OdeSystem;
import org.capgate.dynamics.RosenbrockMethod;
import org.capgate.dynamics.Sampling;
import org.capgate.dynamics.TimeSpan;
import org.capgate.dynamics.Trajectory;
import org.capgate.dynamics.TrajectoryRecorder;
import org.jspecify.annotations.Nullable;

/**
 * A stiffly accurate Rosenbrock method for stiff systems with algebraic equations of index 1
 * (Hairer and Wanner 1996, Solving Ordinary Differential Equations II, chapters IV.7, IV.10 and
 * VI.4), with steps of its own choice.
 *
 * <p>Steps end exactly at the breakpoints of the inputs and nowhere else; samples come from the
 * continuous extension, with the algebraic variables of each sample solved for. At each breakpoint
 * the algebraic variables are solved for anew, since they jump with the inputs; between breakpoints
 * the method, being stiffly accurate, keeps their residual within the tolerance.
 */
public final class Rosenbrock implements Integrator {
  private static final long DEFAULT_MAXIMUM_EVALUATIONS = 5_000_000;

  private final RosenbrockMethod method;
  private final Tolerances tolerances;
  private final long maximumEvaluations;
  private final Map<String, String> provenance;

  /**
   * A method with these tolerances and at most 5 million evaluations of the right-hand side.
   *
   * @param method its coefficients, see {@link Solvers}
   */
  public Rosenbrock(RosenbrockMethod method, Tolerances tolerances) {
    this(method, tolerances, DEFAULT_MAXIMUM_EVALUATIONS);
  }

  private Rosenbrock(RosenbrockMethod method, Tolerances tolerances, long maximumEvaluations) {
    this.method = method;
    this.tolerances = tolerances;
    this.maximumEvaluations = maximumEvaluations;
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("integrator", method.name());
    facts.put("tolerances", tolerances.toString());
    provenance = Collections.unmodifiableMap(facts);
  }

  /** The same with another cap on evaluations of the right-hand side, > 0. */
  public Rosenbrock withMaximumEvaluations(long evaluations) {
    return new Rosenbrock(method, tolerances, EvaluationCap.positive(evaluations));
  }

  /** The method. */
  public RosenbrockMethod method() {
    return method;
  }

  /** The tolerances. */
  public Tolerances tolerances() {
    return tolerances;
  }

  /** The solution at the start of the span, to be advanced step by step. */
  public Stepping start(OdeSystem system, TimeSpan span) {
    return start(system, span, null);
  }

  Stepping start(OdeSystem system, TimeSpan span, Stepping.@Nullable Lane lane) {
    return new Stepping(new Equations(system, maximumEvaluations), method, tolerances, span, lane);
  }

  @Override
  public Trajectory solve(OdeSystem system, TimeSpan span, Sampling sampling) {
    TrajectoryRecorder recorder = new TrajectoryRecorder(system, span, sampling);
    Stepping stepping = start(system, span);
    stepping.record(recorder);
    while (!stepping.finished()) {
      stepping.step();
      stepping.record(recorder);
    }
    return recorder.finish(stepping.statistics(), provenance());
  }

  /**
   * When an event first happens.
   *
   * @param toleranceHours how closely it is located on the continuous extension, > 0; the solution
   *     itself is as accurate as the tolerances say
   * @return in hours; empty when the sign never changes from the start of a step to its end
   */
  public OptionalDouble first(Event event, OdeSystem system, TimeSpan span, double toleranceHours) {
    Stepping stepping = start(system, span);
    while (!stepping.finished()) {
      stepping.step();
      double atHours = stepping.locate(event, toleranceHours);
      if (!Double.isNaN(atHours)) {
        return OptionalDouble.of(atHours);
      }
    }
    return OptionalDouble.empty();
  }

  /**
   * Solves many systems on this thread, as many side by side as their equations allow. Every
   * trajectory has the bits that {@link #solve} gives, whatever is solved beside it.
   *
   * @param next number of the system to solve next, negative when there is none; may be shared by
   *     threads that each call this method
   * @param systems by number
   * @param outcomes told of each system once, in the order in which they end
   */
  public void solveEach(
      IntSupplier next,
      IntFunction<OdeSystem> systems,
      TimeSpan span,
      Sampling sampling,
      Outcomes outcomes) {
    new Batch(this, next, systems, span, sampling, outcomes).run();
  }

  /** What is told how each of many systems ended; called on the thread that solves it. */
  public interface Outcomes {
    /** A system has been solved. */
    void solved(int number, Trajectory trajectory);

    /** A system could not be solved. */
    void failed(int number, IntegrationException failure);
  }

  Map<String, String> provenance() {
    return provenance;
  }

  @Override
  public String toString() {
    return method.name() + ", " + tolerances;
  }
}
