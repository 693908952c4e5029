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

  static Bounds maximalEffectBounds(Target target, Sign sign) {
    return Bounds.between(0, sign == Sign.BLOCK && !target.isAdditive() ? 1 : 100, "");
  }

  /** Whether the compound leaves the target more slowly than the brain. */
  public boolean isTrapping() {
    return offPerHour < Double.POSITIVE_INFINITY;
  }

  /** The effect e at a concentration (µM), ≥ 0. */
  @Override
  public double effect(double micromolar) {
    double signed = sign.factor * maximalEffect;
    if (micromolar <= potencyMicromolar) {
      double ratio = StrictMath.pow(micromolar / potencyMicromolar, hillSlope);
      return signed * ratio / (1 + ratio);
    }
    return signed / (1 + StrictMath.pow(potencyMicromolar / micromolar, hillSlope));
  }

  /** de/dC (µM⁻¹) at a concentration (µM), ≥ 0. */
  @Override
  public double effectSlope(double micromolar) {
    double signed = sign.factor * maximalEffect;
    double relative = micromolar / potencyMicromolar;
    if (relative <= 1) {
      double belowPower = StrictMath.pow(relative, hillSlope - 1); // 1 at C = 0 for n = 1, else 0
      double left = 1 + belowPower * relative;
      return signed * hillSlope * belowPower / (left * left * potencyMicromolar);
    }
    double inverse = StrictMath.pow(1 / relative, hillSlope); // never overflows, unlike Cⁿ
    double left = 1 + inverse;
    return signed * hillSlope * inverse / (left * left * micromolar);
  }
}
