package org.capgate.solver;

import java.util.LinkedHashMap;
import java.util.Map;
import org.capgate.dynamics.Integrator;
import org.capgate.dynamics.OdeSystem;
import org.capgate.dynamics.Sampling;
import org.capgate.dynamics.TimeSpan;
import org.capgate.dynamics.Trajectory;
import org.capgate.dynamics.TrajectoryRecorder;

/**
 * RODAS4: a stiffly accurate Rosenbrock method of order 4(3) for stiff systems with algebraic
 * equations of index 1 (Hairer and Wanner 1996, Solving Ordinary Differential Equations II,
 * chapters IV.7, IV.10 and VI.4).
 *
 * <p>Steps end exactly at the breakpoints of the inputs and nowhere else; samples come from the
 * continuous extension of order 3, with the algebraic variables of each sample solved for. At each
 * breakpoint the algebraic variables are solved for anew, since they jump with the inputs; between
 * breakpoints the method, being stiffly accurate, keeps their residual within the tolerance.
 */
public final class Rodas4 implements Integrator {
  private static final long DEFAULT_MAXIMUM_EVALUATIONS = 5_000_000;

  private final Tolerances tolerances;
  private final long maximumEvaluations;

  /** RODAS4 with these tolerances and at most 5 million evaluations of the right-hand side. */
  public Rodas4(Tolerances tolerances) {
    this(tolerances, DEFAULT_MAXIMUM_EVALUATIONS);
  }

  private Rodas4(Tolerances tolerances, long maximumEvaluations) {
    this.tolerances = tolerances;
    this.maximumEvaluations = maximumEvaluations;
  }

  /** The same with another cap on evaluations of the right-hand side, > 0. */
  public Rodas4 withMaximumEvaluations(long evaluations) {
    return new Rodas4(tolerances, EvaluationCap.positive(evaluations));
  }

  @Override
  public Trajectory solve(OdeSystem system, TimeSpan span, Sampling sampling) {
    TrajectoryRecorder recorder = new TrajectoryRecorder(system, span, sampling);
    Segments segments = new Segments(system, span);
    Equations equations = new Equations(system, maximumEvaluations);
    Rodas4Stepper stepper = new Rodas4Stepper(equations, tolerances);
    double[] state = system.initialState();
    double[] sample = new double[system.size()];
    while (segments.next()) {
      stepper.start(segments.index(), segments.fromHours(), segments.toHours(), state);
      recordUpTo(stepper, recorder, equations, sample);
      while (!stepper.finished()) {
        stepper.step();
        recordUpTo(stepper, recorder, equations, sample);
      }
      System.arraycopy(stepper.state(), 0, state, 0, state.length);
    }
    while (recorder.nextHours()
        <= span.endHours()) { // only if a rounding error of the span was left
      recorder.record(equations.evaluator(), state);
    }
    return recorder.finish(equations.statistics(), provenance());
  }

  private static void recordUpTo(
      Rodas4Stepper stepper, TrajectoryRecorder recorder, Equations equations, double[] sample) {
    while (recorder.nextHours() <= stepper.timeHours()) {
      stepper.sample(recorder.nextHours(), sample);
      recorder.record(equations.evaluator(), sample);
    }
  }

  private Map<String, String> provenance() {
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("integrator", "RODAS4");
    facts.put("tolerances", tolerances.toString());
    return facts;
  }

  @Override
  public String toString() {
    return "RODAS4, " + tolerances;
  }
}
