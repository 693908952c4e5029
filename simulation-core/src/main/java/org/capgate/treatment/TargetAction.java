package org.capgate.treatment;

import org.capgate.input.Bounds;

/**
 * How a compound acts on one target:
 *
 * <pre>e = s·Emax·Cⁿ / (EC50ⁿ + Cⁿ)        (Eq. T4)</pre>
 *
 * with s = −1 (block) or +1 (potentiate) and C the concentration at the target. A trapped compound
 * leaves slowly: its C follows the brain concentration with the unbinding rate, dC/dt =
 * k_off·(C_brain − C) (Eq. T3), so that potency means the same after equilibration. Not modelled:
 * dependence of block on voltage and use.
 *
 * @param target what is acted on
 * @param potencyMicromolar EC50 or IC50 (µM), > 0
 * @param hillSlope n, in [1, 10]; below 1 the effect would rise infinitely fast at C = 0
 * @param maximalEffect Emax, in [0, 1] when blocking a fraction, otherwise in [0, 100]
 * @param sign block or potentiate
 * @param offPerHour k_off of a trapping target (h⁻¹), > 0; positive infinity = reversible at once
 */
public record TargetAction(
    Target target,
    double potencyMicromolar,
    double hillSlope,
    double maximalEffect,
    Sign sign,
    double offPerHour)
    implements Action {

  /** Direction of an effect. */
  public enum Sign {
    BLOCK(-1),
    POTENTIATE(1);

    private final int factor;

    Sign(int factor) {
      this.factor = factor;
    }
  }

  public TargetAction {
    Bounds.positive("µM").check("potencyMicromolar", potencyMicromolar);
    Bounds.between(1, 10, "").check("hillSlope", hillSlope);
    maximalEffectBounds(target, sign).check("maximalEffect", maximalEffect);
    if (!(offPerHour > 0)) {
      throw new IllegalArgumentException("offPerHour must be > 0 h⁻¹, but was " + offPerHour);
    }
  }

  /** The same action on another target, at a multiple of the concentration. */
  TargetAction at(Target other, double multiple) {
    return new TargetAction(
        other, potencyMicromolar * multiple, hillSlope, maximalEffect, sign, offPerHour);
  }

  /** The same action at another potency. */
  TargetAction withPotency(double changedMicromolar) {
    return new TargetAction(target, changedMicromolar, hillSlope, maximalEffect, sign, offPerHour);
  }

  static Bounds maximalEffectBounds(Target target, Sign sign) {
    return Bounds.between(0, sign == Sign.BLOCK && !target.isAdditive() ? 1 : 100, "");
  }

  /** Whether the compound leaves the target more slowly than the brain. */
  public boolean isTrapping() {
    return offPerHour < Double.POSITIVE_INFINITY;
  }

  /** The effect e at a concentration (µM), ≥ 0. */
  public double effect(double micromolar) {
    double[] both = new double[2];
    act(micromolar, both);
    return both[0];
  }

  /** de/dC (µM⁻¹) at a concentration (µM), ≥ 0. */
  public double effectSlope(double micromolar) {
    double[] both = new double[2];
    act(micromolar, both);
    return both[1];
  }

  /**
   * Eq. T4 from a power that cannot overflow.
   *
   * @param signedMaximum s·Emax
   * @param isLow whether C ≤ EC50
   * @param power (C/EC50)ⁿ where that is ≤ 1, else its inverse
   */
  public static double hill(double signedMaximum, boolean isLow, double power) {
    return signedMaximum * (isLow ? power : 1) / (1 + power);
  }

  /** Eq. T4 for n = 1, which needs no power; concentrations in µM. */
  public static double hyperbola(
      double signedMaximum, double micromolar, double potencyMicromolar) {
    return signedMaximum * micromolar / (potencyMicromolar + micromolar);
  }

  /** s·Emax. */
  public double signedMaximum() {
    return sign.factor * maximalEffect;
  }

  /**
   * Both from one power p ≤ 1, (C/EC50)ⁿ or its inverse, which never overflows: de/dC = s·Emax·n·p
   * / (C·(1 + p)²). It is written as exp(n·ln), four times faster than StrictMath.pow, which
   * allocates; it loses n·|ln(C/EC50)| roundings, in an effect that is then far below its maximum.
   */
  @Override
  public void act(double micromolar, double[] effectAndSlope) {
    double signed = signedMaximum();
    if (micromolar == 0) {
      effectAndSlope[0] = 0;
      effectAndSlope[1] = hillSlope == 1 ? signed / potencyMicromolar : 0;
      return;
    }
    boolean low = micromolar <= potencyMicromolar;
    double ratio = low ? micromolar / potencyMicromolar : potencyMicromolar / micromolar;
    double power = hillSlope == 1 ? ratio : StrictMath.exp(hillSlope * StrictMath.log(ratio));
    double sum = 1 + power;
    effectAndSlope[0] = hill(signed, low, power);
    effectAndSlope[1] = signed * hillSlope * power / (sum * sum * micromolar);
  }
}
