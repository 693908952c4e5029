package org.capgate.exposure;

/** How closely an {@link EffectTable} follows the closed form. */
enum TableAccuracy {
  /** As closely as rounding lets it. */
  FINE(5e-14, 1e-16, false),

  /**
   * For runs to a tolerance of 1e-4, in which errors so small do not show: a third of the time to
   * make it.
   */
  COARSE(1e-8, 1e-11, true);

  private final double tolerance;
  private final double negligible;
  private final boolean isQuick;

  TableAccuracy(double tolerance, double negligible, boolean isQuick) {
    this.tolerance = tolerance;
    this.negligible = negligible;
    this.isQuick = isQuick;
  }

  /**
   * Largest error allowed between the nodes, relative to the largest effect on the target in the
   * segment. The largest error anywhere in the piece is about twice that.
   */
  double tolerance() {
    return tolerance;
  }

  /** Effects below this count as none. */
  double negligible() {
    return negligible;
  }

  /** Whether {@link QuickFunctions} are good enough, and rounding is never seen. */
  boolean isQuick() {
    return isQuick;
  }
}
