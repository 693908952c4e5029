package org.capgate.exposure;

import org.capgate.treatment.Target;

/**
 * The effects of one segment as polynomials of time, piece after piece, up to the time from which
 * they no longer change. Immutable; what it holds depends on the segment alone.
 *
 * <pre>
 * e(s) = Σ_k c_k·xᵏ,   x = (s − middle)/half width in [−1, 1],   de/ds = Σ_k k·c_k·xᵏ⁻¹ / half width        (Eq. T9)
 * </pre>
 *
 * with s the time since the start of the segment. A piece whose width is stored as 0 is read from
 * the closed form.
 */
final class EffectTable {

  /** Coefficients of one target in one piece. */
  static final int COEFFICIENTS = 16;

  private final int segment;
  private final double startHours;
  private final double lengthHours;
  private final double settledHours; // since the start of the segment
  private final int[] targets; // ordinals, ascending
  private final double[] settled; // effect from settledHours on, indexed by Target.ordinal()
  private final double[] endsHours; // [piece] since the start of the segment
  private final double[] middlesHours; // [piece]
  private final double[] perHalfWidth; // [piece] h⁻¹; 0 = closed form
  private final double[] coefficients; // [piece][target][power], flat

  /**
   * @param segment index of the segment
   * @param startHours where it starts (h)
   * @param lengthHours how long it lasts (h), or infinity
   * @param settledHours time since its start from which nothing changes (h), or infinity
   * @param targets ordinals of the targets acted on, ascending
   * @param settledEffects effects from then on, in the order of the targets
   * @param pieces the pieces up to the earlier of both times
   */
  EffectTable(
      int segment,
      double startHours,
      double lengthHours,
      double settledHours,
      int[] targets,
      double[] settledEffects,
      EffectPieces pieces) {
    this.segment = segment;
    this.startHours = startHours;
    this.lengthHours = lengthHours;
    this.settledHours = settledHours;
    this.targets = targets.clone();
    this.settled = new double[Target.values().length];
    for (int i = 0; i < targets.length; i++) {
      settled[targets[i]] = settledEffects[i];
    }
    this.endsHours = pieces.endsHours();
    this.middlesHours = pieces.middlesHours();
    this.perHalfWidth = pieces.perHalfWidth();
    this.coefficients = pieces.coefficients();
  }

  int segment() {
    return segment;
  }

  int pieces() {
    return endsHours.length;
  }

  /** How many pieces are read from the closed form. */
  int exactPieces() {
    int exact = 0;
    for (double p : perHalfWidth) {
      exact += p == 0 ? 1 : 0;
    }
    return exact;
  }

  /** Ordinals of the targets acted on, ascending; a fresh array. */
  int[] targets() {
    return targets.clone();
  }

  /** Earliest time (h) from which nothing changes until the segment ends, or infinity. */
  double settledFromHours() {
    double time = startHours + settledHours;
    while (time - startHours < settledHours) { // the sum may have been rounded down
      time = Math.nextUp(time);
    }
    return time;
  }

  /** Time since the start of the segment, in it (h). */
  double elapsedHours(double tHours) {
    double elapsed = tHours - startHours;
    return elapsed > 0 ? Math.min(elapsed, lengthHours) : 0;
  }

  boolean isSettled(double elapsedHours) {
    return elapsedHours >= settledHours;
  }

  /** The piece a time that is not settled lies in, looked for from another one. */
  int piece(double elapsedHours, int from) {
    int piece = from;
    int last = endsHours.length - 1;
    while (piece < last && elapsedHours > endsHours[piece]) {
      piece++;
    }
    while (piece > 0 && elapsedHours <= endsHours[piece - 1]) {
      piece--;
    }
    return piece;
  }

  boolean isExact(int piece) {
    return perHalfWidth[piece] == 0;
  }

  /** Writes the settled effects of {@link #targets} at {@code offset + stride · ordinal}. */
  void settled(double[] effect, int offset, int stride) {
    for (int target : targets) {
      effect[offset + stride * target] = settled[target];
    }
  }

  /** Writes the effects of {@link #targets} in a piece at {@code offset + stride · ordinal}. */
  void effects(int piece, double elapsedHours, double[] effect, int offset, int stride) {
    double x = (elapsedHours - middlesHours[piece]) * perHalfWidth[piece];
    int base = piece * targets.length * COEFFICIENTS;
    for (int target : targets) {
      effect[offset + stride * target] = polynomial(coefficients, base, x);
      base += COEFFICIENTS;
    }
  }

  /** Writes their rates of change (h⁻¹) at the ordinals. */
  void effectsPerHour(int piece, double elapsedHours, double[] effectPerHour) {
    double perHalf = perHalfWidth[piece];
    double x = (elapsedHours - middlesHours[piece]) * perHalf;
    int base = piece * targets.length * COEFFICIENTS;
    for (int target : targets) {
      effectPerHour[target] = slope(coefficients, base, x) * perHalf;
      base += COEFFICIENTS;
    }
  }

  /**
   * Short chains that run side by side (Estrin), which is faster than Horner's one long chain; each
   * product and sum is rounded once.
   */
  static double polynomial(double[] c, int base, double x) {
    double x2 = x * x;
    double x4 = x2 * x2;
    double low = cubic(c[base], c[base + 1], c[base + 2], c[base + 3], x, x2);
    double lower = cubic(c[base + 4], c[base + 5], c[base + 6], c[base + 7], x, x2);
    double higher = cubic(c[base + 8], c[base + 9], c[base + 10], c[base + 11], x, x2);
    double high = cubic(c[base + 12], c[base + 13], c[base + 14], c[base + 15], x, x2);
    return Math.fma(Math.fma(high, x4, higher), x4 * x4, Math.fma(lower, x4, low));
  }

  private static double slope(double[] c, int base, double x) {
    double x2 = x * x;
    double x4 = x2 * x2;
    double low = cubic(c[base + 1], 2 * c[base + 2], 3 * c[base + 3], 4 * c[base + 4], x, x2);
    double lower = cubic(5 * c[base + 5], 6 * c[base + 6], 7 * c[base + 7], 8 * c[base + 8], x, x2);
    double higher =
        cubic(9 * c[base + 9], 10 * c[base + 10], 11 * c[base + 11], 12 * c[base + 12], x, x2);
    double high =
        Math.fma(15 * c[base + 15], x2, Math.fma(14 * c[base + 14], x, 13 * c[base + 13]));
    return Math.fma(Math.fma(high, x4, higher), x4 * x4, Math.fma(lower, x4, low));
  }

  private static double cubic(double c0, double c1, double c2, double c3, double x, double x2) {
    return Math.fma(Math.fma(c3, x, c2), x2, Math.fma(c1, x, c0));
  }
}
