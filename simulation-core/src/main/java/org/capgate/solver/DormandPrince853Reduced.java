package org.capgate.solver;

import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.commons.math3.exception.MaxCountExceededException;
import org.apache.commons.math3.exception.NumberIsTooSmallException;
import org.apache.commons.math3.ode.nonstiff.DormandPrince853Integrator;
import org.apache.commons.math3.ode.sampling.StepHandler;
import org.apache.commons.math3.ode.sampling.StepInterpolator;
import org.capgate.dynamics.IntegrationException;
import org.capgate.dynamics.IntegrationException.Reason;
import org.capgate.dynamics.Integrator;
import org.capgate.dynamics.OdeSystem;
import org.capgate.dynamics.Sampling;
import org.capgate.dynamics.TimeSpan;
import org.capgate.dynamics.Trajectory;
import org.capgate.dynamics.TrajectoryRecorder;

/**
 * The reference to test other methods against: Dormand-Prince 8(5,3) of commons-math3 on the
 * differential variables, with the algebraic equations solved to rounding error within every
 * evaluation.
 *
 * <p>Steps end exactly at the breakpoints of the inputs; samples come from the dense output of
 * order 7.
 */
public final class DormandPrince853Reduced implements Integrator {
  private static final long DEFAULT_MAXIMUM_EVALUATIONS = 20_000_000;
  private static final double ALGEBRAIC_ACCURACY = 1e-13;

  private final Tolerances tolerances;
  private final long maximumEvaluations;
  private final double maximumStepHours;

  /** The method with these tolerances and at most 20 million evaluations of the right-hand side. */
  public DormandPrince853Reduced(Tolerances tolerances) {
    this(tolerances, DEFAULT_MAXIMUM_EVALUATIONS, Double.POSITIVE_INFINITY);
  }

  private DormandPrince853Reduced(
      Tolerances tolerances, long maximumEvaluations, double maximumStepHours) {
    this.tolerances = tolerances;
    this.maximumEvaluations = maximumEvaluations;
    this.maximumStepHours = maximumStepHours;
  }

  /**
   * The same with another cap on evaluations of the right-hand side (those of Newton's method
   * included), > 0.
   */
  public DormandPrince853Reduced withMaximumEvaluations(long evaluations) {
    return new DormandPrince853Reduced(
        tolerances, EvaluationCap.positive(evaluations), maximumStepHours);
  }

  /**
   * The same with steps of at most this length. An explicit method tries steps far beyond its
   * stability limit, where the algebraic equations may have no solution.
   *
   * @param hours > 0
   */
  public DormandPrince853Reduced withMaximumStepHours(double hours) {
    if (!(hours > 0)) {
      throw new IllegalArgumentException("the maximum step must be > 0 h, but was " + hours);
    }
    return new DormandPrince853Reduced(tolerances, maximumEvaluations, hours);
  }

  @Override
  public Trajectory solve(OdeSystem system, TimeSpan span, Sampling sampling) {
    Equations equations = new Equations(system, maximumEvaluations);
    TrajectoryRecorder recorder = new TrajectoryRecorder(system, span, sampling);
    Segments segments = new Segments(system, span);
    ErrorNorm norm = new ErrorNorm(system, tolerances);
    ReducedEquations reduced = new ReducedEquations(equations, norm, ALGEBRAIC_ACCURACY);
    double[] differential = new double[system.differentialSize()];
    System.arraycopy(system.initialState(), 0, differential, 0, differential.length);
    while (segments.next()) {
      reduced.enterSegment(segments.index(), segments.fromHours(), differential);
      while (recorder.nextHours() <= segments.fromHours()) { // the start of the span
        recorder.record(
            equations.evaluator(), reduced.complete(segments.fromHours(), differential));
      }
      if (differential.length > 0) {
        integrate(equations, reduced, recorder, segments, differential);
      }
      while (recorder.nextHours()
          <= segments.toHours()) { // only where there is nothing to integrate
        recorder.record(
            equations.evaluator(), reduced.complete(recorder.nextHours(), differential));
      }
    }
    while (recorder.nextHours()
        <= span.endHours()) { // only if a rounding error of the span was left
      recorder.record(equations.evaluator(), reduced.complete(span.endHours(), differential));
    }
    return recorder.finish(equations.statistics(), provenance());
  }

  private void integrate(
      Equations equations,
      ReducedEquations reduced,
      TrajectoryRecorder recorder,
      Segments segments,
      double[] differential) {
    double length = segments.toHours() - segments.fromHours();
    double smallestStep =
        16.0 * Math.ulp(Math.max(Math.abs(segments.fromHours()), Math.abs(segments.toHours())));
    DormandPrince853Integrator method =
        new DormandPrince853Integrator(
            Math.min(smallestStep, length),
            Math.min(length, maximumStepHours),
            firstEntries(tolerances.absoluteOf(equations.system()), differential.length),
            firstEntries(tolerances.relativeOf(equations.system()), differential.length));
    method.setMaxEvaluations(
        -1); // the equations have their own cap, which also counts Newton's method
    method.addStepHandler(new Recording(equations, reduced, recorder));
    try {
      method.integrate(
          reduced, segments.fromHours(), differential, segments.toHours(), differential);
    } catch (NumberIsTooSmallException tooSmall) {
      throw reduced.stepTooSmall(tooSmall);
    } catch (MaxCountExceededException impossible) {
      throw new IntegrationException(
          Reason.TOO_MANY_EVALUATIONS,
          null,
          segments.fromHours(),
          "too many evaluations. Loosen the tolerance.");
    }
  }

  private static double[] firstEntries(double[] values, int count) {
    double[] first = new double[count];
    System.arraycopy(values, 0, first, 0, count);
    return first;
  }

  private Map<String, String> provenance() {
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("integrator", "Dormand-Prince 8(5,3) of commons-math3 on the reduced system");
    facts.put("tolerances", tolerances.toString());
    return facts;
  }

  @Override
  public String toString() {
    return "Dormand-Prince 8(5,3) on the reduced system, " + tolerances;
  }

  /** Records the samples that lie within each step. */
  private record Recording(
      Equations equations, ReducedEquations reduced, TrajectoryRecorder recorder)
      implements StepHandler {
    @Override
    public void init(double tHours, double[] differential, double endHours) {}

    @Override
    public void handleStep(StepInterpolator interpolator, boolean isLast) {
      equations.steps++;
      while (recorder.nextHours() <= interpolator.getCurrentTime()) {
        interpolator.setInterpolatedTime(recorder.nextHours());
        recorder.record(
            equations.evaluator(),
            reduced.complete(recorder.nextHours(), interpolator.getInterpolatedState()));
      }
    }
  }
}
