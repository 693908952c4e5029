package org.capgate.solver;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.capgate.dynamics.OdeSystem;
import org.capgate.dynamics.Variable;

/**
 * The error an integrator may make in one step. Immutable.
 *
 * <p>The error of a step is the root mean square over all variables of error_i / scale_i with
 *
 * <pre>scale_i = absolute_i + relative_i · |y_i|</pre>
 *
 * and the step is accepted when that is ≤ 1. Algebraic variables take part with their own relative
 * tolerance, by default the common one.
 */
public final class Tolerances {
  private static final double SMALLEST = 1e-15;
  private static final double LARGEST = 0.1;
  private static final double LARGEST_ALGEBRAIC = 1e6;
  private static final double ABSOLUTE_PER_RELATIVE = 1e-2;

  private final double relative; // of differential variables
  private final double algebraicRelative;
  private final double absolute; // in the unit of the variable
  private final Map<String, Double> absoluteOf; // variables with a tolerance of their own

  private Tolerances(
      double relative, double algebraicRelative, double absolute, Map<String, Double> absoluteOf) {
    this.relative = inRange("relative tolerance", relative, LARGEST);
    this.algebraicRelative =
        inRange("relative tolerance of algebraic variables", algebraicRelative, LARGEST_ALGEBRAIC);
    this.absolute = positive("absolute tolerance", absolute);
    this.absoluteOf = absoluteOf;
  }

  /**
   * The same relative tolerance for every variable. The absolute tolerance is 1/100 of it in the
   * unit of each variable, so that what is smaller than 0.01 (µM, Hz, ...) counts as if it were
   * 0.01.
   *
   * @param relative in [1e-15, 0.1]
   */
  public static Tolerances relative(double relative) {
    return new Tolerances(relative, relative, ABSOLUTE_PER_RELATIVE * relative, Map.of());
  }

  /** The same with another absolute tolerance, > 0, in the unit of each variable. */
  public Tolerances withAbsolute(double newAbsolute) {
    return new Tolerances(relative, algebraicRelative, newAbsolute, absoluteOf);
  }

  /** The same with an absolute tolerance for one variable, > 0, in its unit. */
  public Tolerances withAbsoluteOf(String variable, double newAbsolute) {
    Map<String, Double> copy = new LinkedHashMap<>(absoluteOf);
    copy.put(variable, positive("absolute tolerance of " + variable, newAbsolute));
    return new Tolerances(relative, algebraicRelative, absolute, copy);
  }

  /**
   * The same with another relative tolerance for algebraic variables, in [1e-15, 1e6]; 1e6 ignores
   * their error.
   */
  public Tolerances withAlgebraicRelative(double newRelative) {
    return new Tolerances(relative, newRelative, absolute, absoluteOf);
  }

  /** Relative tolerance of differential variables, in [1e-15, 0.1]. */
  public double relative() {
    return relative;
  }

  /** Absolute tolerance of variables without one of their own, in the unit of each, > 0. */
  public double absolute() {
    return absolute;
  }

  /** One relative tolerance per variable of the system, a fresh array. */
  double[] relativeOf(OdeSystem system) {
    double[] tolerances = new double[system.size()];
    for (int i = 0; i < tolerances.length; i++) {
      tolerances[i] = i < system.differentialSize() ? relative : algebraicRelative;
    }
    return tolerances;
  }

  /** One absolute tolerance per variable of the system, a fresh array. */
  double[] absoluteOf(OdeSystem system) {
    double[] tolerances = new double[system.size()];
    double algebraicAbsolute = absolute * (algebraicRelative / relative);
    for (int i = 0; i < tolerances.length; i++) {
      tolerances[i] = i < system.differentialSize() ? absolute : algebraicAbsolute;
    }
    if (absoluteOf.isEmpty()) {
      return tolerances;
    }
    List<String> names = system.variables().stream().map(Variable::name).toList();
    for (String name : absoluteOf.keySet()) {
      if (!names.contains(name)) {
        throw new IllegalArgumentException(
            "an absolute tolerance is set for '"
                + name
                + "', but the system has no such variable; it has "
                + names);
      }
    }
    for (int i = 0; i < tolerances.length; i++) {
      tolerances[i] = absoluteOf.getOrDefault(names.get(i), tolerances[i]);
    }
    return tolerances;
  }

  private static double inRange(String what, double value, double largest) {
    if (!(value >= SMALLEST && value <= largest)) {
      throw new IllegalArgumentException(
          what + " must be in [" + SMALLEST + ", " + largest + "], but was " + value);
    }
    return value;
  }

  private static double positive(String what, double value) {
    if (!(value > 0.0 && value <= Double.MAX_VALUE)) {
      throw new IllegalArgumentException(what + " must be finite and > 0, but was " + value);
    }
    return value;
  }

  @Override
  public String toString() {
    return "relative "
        + relative
        + ", absolute "
        + absolute
        + (algebraicRelative == relative
            ? ""
            : ", relative of algebraic variables " + algebraicRelative)
        + (absoluteOf.isEmpty() ? "" : ", absolute " + absoluteOf);
  }
}
