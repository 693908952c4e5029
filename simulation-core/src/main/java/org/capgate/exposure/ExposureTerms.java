package org.capgate.exposure;

import java.util.List;
import org.capgate.treatment.Action;
import org.capgate.treatment.Target;
import org.capgate.treatment.TargetAction;

/**
 * A closed-form exposure as numbers, for printing it in another language. Every level that acts,
 * the concentration (µM) of a substance at its targets or the activation of an actuator, is in each
 * segment
 *
 * <pre>C(t) = c₀ + Σ_m c_m·g_m(t − t₀)        (Eqs. T1 and T7)</pre>
 *
 * with t₀ the start of the segment and g_m the basis functions of the {@link #groups}, numbered
 * through all groups. Immutable.
 *
 * @param breakpointsHours starts of the segments after the first, in which nothing has been given
 * @param groups exponents λ (h⁻¹) that share a basis: the functions of a group are the divided
 *     differences exp[λ₁](t), exp[λ₁, λ₂](t), …
 * @param levels what acts, see {@link Level}
 * @param effects contributions to targets in the order in which they are combined, see {@link
 *     Exposure.Cursor#evaluate}
 * @param concentrations of everything that is in the body, by what it is measured as and where
 */
public record ExposureTerms(
    List<Double> breakpointsHours,
    List<List<Double>> groups,
    List<Level> levels,
    List<Effect> effects,
    List<Concentration> concentrations) {

  /**
   * A level that acts.
   *
   * @param compound name of the compound whose level it is
   * @param coefficients per segment c₁ … c_M, then c₀; all 0 in segment 0
   */
  public record Level(String compound, List<List<Double>> coefficients) {
    public Level {
      coefficients = List.copyOf(coefficients);
    }
  }

  /**
   * A concentration (µM) that can be measured.
   *
   * @param analyte what it is measured as
   * @param site where
   * @param coefficients as those of a {@link Level}
   */
  public record Concentration(String analyte, Site site, List<List<Double>> coefficients) {
    public Concentration {
      coefficients = List.copyOf(coefficients);
    }
  }

  /**
   * What one level does to one target: s·C for an actuator, else s·Cⁿ/(EC50ⁿ + Cⁿ).
   *
   * @param target on what
   * @param level index in {@link ExposureTerms#levels}
   * @param scale s, signed: the drive, or the maximal effect
   * @param potencyMicromolar EC50 (µM), > 0; infinite for an actuator, whose effect is proportional
   * @param hillSlope n, in [1, 10]
   */
  public record Effect(
      Target target, int level, double scale, double potencyMicromolar, double hillSlope) {

    /** Whether the effect is proportional to the level. */
    public boolean isProportional() {
      return potencyMicromolar == Double.POSITIVE_INFINITY;
    }

    static Effect of(Action action, int level) {
      if (action instanceof TargetAction hill) {
        double[] saturated = new double[2];
        hill.act(Double.POSITIVE_INFINITY, saturated);
        return new Effect(
            hill.target(), level, saturated[0], hill.potencyMicromolar(), hill.hillSlope());
      }
      double[] full = new double[2];
      action.act(1, full);
      return new Effect(action.target(), level, full[1], Double.POSITIVE_INFINITY, 1);
    }
  }

  public ExposureTerms {
    breakpointsHours = List.copyOf(breakpointsHours);
    groups = groups.stream().map(List::copyOf).toList();
    levels = List.copyOf(levels);
    effects = List.copyOf(effects);
    concentrations = List.copyOf(concentrations);
  }

  /**
   * The terms of an exposure; of what it was tabulated from where it is a table.
   *
   * @throws IllegalArgumentException if it has no closed form
   */
  public static ExposureTerms of(Exposure exposure) {
    if (exposure instanceof TabulatedExposure tabulated) {
      return tabulated.closedForm().terms();
    }
    if (exposure instanceof ClosedFormExposure closed) {
      return closed.terms();
    }
    throw new IllegalArgumentException(
        "only an exposure in closed form has terms, but this was a "
            + exposure.getClass().getSimpleName());
  }

  /** Number of basis functions over all groups. */
  public int functions() {
    return groups.stream().mapToInt(List::size).sum();
  }
}
