package org.capgate.benchmarks.peers;

import java.util.Arrays;
import java.util.Map;
import org.apache.commons.math3.ode.FirstOrderDifferentialEquations;
import org.capgate.dynamics.OdeSystem;
import org.hipparchus.ode.ODEState;
import org.hipparchus.ode.OrdinaryDifferentialEquation;

/**
 * Dormand-Prince 8(5,3) of another library on the kernels of CapGate. Its steps are bound by the
 * fastest rate of the system, whatever the tolerance, so a window after the dose stands for all of
 * it: solved is from the first breakpoint to the end of the window, or everything.
 */
final class ExplicitPeer implements Peer {
  private static final double SMALLEST_STEP_HOURS = 1e-12;
  private static final double LARGEST_STEP_HOURS = 6;

  /** One smooth piece, solved from y in place. */
  private interface Method {
    void integrate(
        OdeSystem.Evaluator equations,
        long[] evaluations,
        double fromHours,
        double toHours,
        double relative,
        double absolute,
        double[] y);
  }

  private static final Map<String, Method> METHODS =
      Map.of(
          "commons-math3", ExplicitPeer::commonsMath,
          "hipparchus", ExplicitPeer::hipparchus);

  private final String library;
  private final Method method;
  private final OdeSystem system;
  private final double[] samplesHours;
  private final double windowHours;

  ExplicitPeer(String library, Problem problem, double windowHours) {
    Method known = METHODS.get(library);
    if (known == null) {
      throw new IllegalArgumentException("no library '" + library + "'");
    }
    this.library = library;
    this.method = known;
    this.system = problem.ordinary();
    this.samplesHours = problem.sampling().timesHours(problem.span());
    this.windowHours = windowHours;
  }

  static boolean knows(String library) {
    return METHODS.containsKey(library);
  }

  @Override
  public Object solve(double relative, double absolute) {
    OdeSystem.Evaluator equations = system.newEvaluator();
    long[] evaluations = new long[1];
    double[] y = system.initialState();
    double[] breakpoints = system.breakpointsHours();
    if (windowHours < Double.POSITIVE_INFINITY) {
      equations.enterSegment(1);
      double from = breakpoints[0];
      method.integrate(equations, evaluations, from, from + windowHours, relative, absolute, y);
      return new Solved(evaluations[0], y);
    }
    double[] values = new double[samplesHours.length * y.length];
    double from = 0;
    for (int i = 0; i < samplesHours.length; i++) { // the samples include the breakpoints
      double start = from;
      int segment = (int) Arrays.stream(breakpoints).filter(at -> at <= start).count();
      equations.enterSegment(segment);
      method.integrate(equations, evaluations, from, samplesHours[i], relative, absolute, y);
      System.arraycopy(y, 0, values, i * y.length, y.length);
      from = samplesHours[i];
    }
    return new Solved(evaluations[0], values);
  }

  @Override
  public Solved read(Object solution) {
    return (Solved) solution;
  }

  private static void commonsMath(
      OdeSystem.Evaluator equations,
      long[] evaluations,
      double fromHours,
      double toHours,
      double relative,
      double absolute,
      double[] y) {
    var integrator =
        new org.apache.commons.math3.ode.nonstiff.DormandPrince853Integrator(
            SMALLEST_STEP_HOURS, LARGEST_STEP_HOURS, absolute, relative);
    int size = y.length;
    integrator.integrate(
        new FirstOrderDifferentialEquations() {
          @Override
          public int getDimension() {
            return size;
          }

          @Override
          public void computeDerivatives(double tHours, double[] state, double[] rate) {
            evaluations[0]++;
            equations.rhs(tHours, state, rate);
          }
        },
        fromHours,
        y,
        toHours,
        y);
  }

  private static void hipparchus(
      OdeSystem.Evaluator equations,
      long[] evaluations,
      double fromHours,
      double toHours,
      double relative,
      double absolute,
      double[] y) {
    var integrator =
        new org.hipparchus.ode.nonstiff.DormandPrince853Integrator(
            SMALLEST_STEP_HOURS, LARGEST_STEP_HOURS, absolute, relative);
    int size = y.length;
    OrdinaryDifferentialEquation equation =
        new OrdinaryDifferentialEquation() {
          @Override
          public int getDimension() {
            return size;
          }

          @Override
          public double[] computeDerivatives(double tHours, double[] state) {
            evaluations[0]++;
            double[] rate = new double[size]; // its interface wants a fresh one
            equations.rhs(tHours, state, rate);
            return rate;
          }
        };
    double[] end =
        integrator.integrate(equation, new ODEState(fromHours, y), toHours).getPrimaryState();
    System.arraycopy(end, 0, y, 0, size);
  }

  @Override
  public String toString() {
    return library + " DormandPrince853";
  }
}
