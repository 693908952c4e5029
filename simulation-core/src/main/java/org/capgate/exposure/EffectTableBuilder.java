package org.capgate.exposure;

import java.util.Arrays;

/**
 * Finds the pieces of an {@link EffectTable}, walking through the segment. In each piece every
 * effect is interpolated at the nodes of Chebyshev polynomials and compared with the closed form
 * between them; the width of the next piece, or of another try, follows from the error that was
 * found.
 *
 * <p>Right after a dose C begins as t or t², and Cⁿ with a broken n follows no polynomial: the
 * first {@link #SHORTEST_HOURS} are then read from the closed form, and pieces grow from there.
 */
final class EffectTableBuilder {

  /** Pieces narrower than this (h; 0.2 s) are read from the closed form. */
  static final double SHORTEST_HOURS = 0x1p-14;

  /** Below this an error is none, whatever the largest effect. */
  private static final double SMALLEST_ERROR = 2e-17;

  /** Rounding in the closed form, magnified by interpolation, in units of one rounding. */
  private static final double ROUNDINGS = 8;

  /**
   * Errors below this, in units of what is allowed, may be rounding and tell nothing of the width.
   */
  private static final double ROUNDED = 0.15;

  /** An error, in the same units, that cannot be tolerated whatever the other checks say. */
  private static final double FAR_OFF = 1.5;

  /** How much wider a piece is tried after one with such an error. */
  private static final double GROWTH = 2.5;

  private static final int NODES = EffectTable.COEFFICIENTS;

  /** Where errors are checked: in the first gap between nodes, near the middle, at the end. */
  private static final double[] CHECKS = {
    -StrictMath.cos(Math.PI / NODES), StrictMath.cos(Math.PI * 7 / NODES), 1
  };

  private static final double[] NODE = new double[NODES];
  private static final double[][] TO_CHEBYSHEV = new double[NODES][NODES];
  private static final double[][] TO_POWERS = new double[NODES][NODES]; // [degree][power]
  private static final double[][] AT_ONCE = new double[NODES][NODES]; // [node][power], both in one

  static {
    for (int j = 0; j < NODES; j++) {
      NODE[j] = cosine(2 * (NODES - j) - 1);
      for (int k = 0; k < NODES; k++) {
        TO_CHEBYSHEV[k][j] = (k == 0 ? 1.0 : 2.0) / NODES * cosine(k * (2 * (NODES - j) - 1));
      }
    }
    TO_POWERS[0][0] = 1;
    TO_POWERS[1][1] = 1;
    for (int k = 2; k < NODES; k++) {
      for (int power = 0; power <= k; power++) {
        double shifted = power == 0 ? 0 : 2 * TO_POWERS[k - 1][power - 1];
        TO_POWERS[k][power] = shifted - TO_POWERS[k - 2][power];
      }
    }
    for (int j = 0; j < NODES; j++) {
      for (int power = 0; power < NODES; power++) {
        for (int k = NODES - 1; k >= power; k--) {
          AT_ONCE[j][power] += TO_POWERS[k][power] * TO_CHEBYSHEV[k][j];
        }
      }
    }
  }

  /** cos(π·parts/(2·NODES)), of an angle in [0, π/2], where rounding is smallest. */
  private static double cosine(int parts) {
    int turn = parts % (4 * NODES);
    int half = Math.min(turn, 4 * NODES - turn); // in [0, 2·NODES], half a turn
    return half <= NODES
        ? StrictMath.cos(Math.PI * half / (2 * NODES))
        : -StrictMath.cos(Math.PI * (2 * NODES - half) / (2 * NODES));
  }

  private final SegmentEffects effects;
  private final int targets;
  private final TableAccuracy accuracy;
  private final double[] allowed; // [target]
  private final double[] nodesHours; // where it is quick, the checks follow
  private final double[] atNodes; // [node][target]; where it is quick, those of the checks follow
  private final double[] atCheck; // [target]
  private final double[] rounding; // [target]
  private final double[] chebyshev = new double[NODES];
  private final double[] coefficients; // [target][power]

  private EffectTableBuilder(SegmentEffects effects, TableAccuracy accuracy) {
    this.effects = effects;
    this.accuracy = accuracy;
    this.targets = effects.targets().length;
    this.allowed = new double[targets];
    this.nodesHours = new double[NODES + (accuracy.isQuick() ? CHECKS.length : 0)];
    this.atNodes = new double[nodesHours.length * targets];
    this.atCheck = new double[targets];
    this.rounding = new double[targets];
    this.coefficients = new double[targets * NODES];
  }

  /**
   * The table of a segment.
   *
   * @param effects in the segment
   * @param segment its index
   * @param startHours where it starts (h)
   * @param lengthHours how long it lasts (h), or infinity
   */
  static EffectTable build(
      SegmentEffects effects,
      int segment,
      double startHours,
      double lengthHours,
      TableAccuracy accuracy) {
    EffectTableBuilder builder = new EffectTableBuilder(effects, accuracy);
    double settledHours = builder.settledHours(lengthHours);
    double endHours = Math.min(settledHours, lengthHours);
    EffectPieces pieces = new EffectPieces(builder.targets);
    if (endHours > 0) {
      builder.allowErrors(endHours);
      builder.walk(endHours, pieces);
    }
    double[] lasting = new double[builder.targets];
    effects.evaluateLasting(lasting);
    return new EffectTable(
        segment,
        startHours,
        lengthHours,
        builder.targets == 0 ? Double.NEGATIVE_INFINITY : settledHours,
        effects.targets(),
        lasting,
        pieces);
  }

  /** Time since the start (h) from which nothing changes; infinity when later than the end. */
  private double settledHours(double lengthHours) {
    if (targets == 0 || effects.isSettledFrom(0)) {
      return 0;
    }
    double late = 0x1p-6;
    while (!effects.isSettledFrom(late)) {
      if (late >= lengthHours) {
        return Double.POSITIVE_INFINITY;
      }
      late *= 2;
    }
    double early = late / 2;
    for (int halving = 0; halving < 6; halving++) { // to 1 %, which costs no piece
      double middle = 0.5 * (early + late);
      if (effects.isSettledFrom(middle)) {
        late = middle;
      } else {
        early = middle;
      }
    }
    return late < lengthHours ? late : Double.POSITIVE_INFINITY;
  }

  /** From the largest effects at times from the end back to the start, each a third of the last. */
  private void allowErrors(double endHours) {
    int count = 2;
    double earliest = 0.1 / effects.fastestPerHour();
    for (double elapsed = endHours; elapsed >= earliest; elapsed /= 3) {
      count++;
    }
    double[] times = new double[count]; // the last is 0
    double elapsed = endHours;
    for (int i = 0; i < count - 1; i++, elapsed /= 3) {
      times[i] = elapsed;
    }
    double[] at = new double[count * targets];
    effects.evaluateAll(times, at);
    double[] largest = new double[targets];
    for (int i = 0; i < at.length; i++) {
      largest[i % targets] = Math.max(largest[i % targets], Math.abs(at[i]));
    }
    for (int i = 0; i < targets; i++) {
      allowed[i] = Math.max(accuracy.tolerance() * largest[i], SMALLEST_ERROR);
    }
  }

  private void walk(double endHours, EffectPieces pieces) {
    double start = 0;
    double width = 2 / effects.fastestPerHour();
    if (effects.beginsAsBrokenPower()) {
      start = Math.min(SHORTEST_HOURS, endHours);
      width = 2 * SHORTEST_HOURS;
      pieces.addExact(start);
    }
    while (start < endHours) {
      double left = endHours - start;
      // no sliver at the end
      double tried = width >= left ? left : Math.min(width, 0.5 * left);
      double end = tried == left ? endHours : start + tried;
      double middle = 0.5 * (start + end);
      double half = 0.5 * (end - start);
      if (tried < SHORTEST_HOURS || end == start) {
        end = Math.min(endHours, Math.max(start + SHORTEST_HOURS, Math.nextUp(start)));
        pieces.addExact(end);
        start = end;
        width = SHORTEST_HOURS;
        continue;
      }
      interpolate(middle, half);
      double error = error(middle, half);
      // the error of a piece goes with the power NODES of its width, down to rounding
      double factor = 0.93 * StrictMath.pow(Math.max(error, ROUNDED), -1.0 / NODES);
      if (error <= 1) {
        pieces.add(end, middle, 1 / half, coefficients);
        start = end;
        width = error <= ROUNDED ? GROWTH * tried : factor * tried;
      } else {
        width = tried * Math.max(0.1, factor);
      }
    }
  }

  private void interpolate(double middle, double half) {
    for (int j = 0; j < nodesHours.length; j++) {
      nodesHours[j] = middle + half * (j < NODES ? NODE[j] : CHECKS[j - NODES]);
    }
    effects.evaluateAll(nodesHours, atNodes);
    if (accuracy.isQuick()) {
      interpolateAtOnce();
      return;
    }
    for (int i = 0; i < targets; i++) {
      for (int k = 0; k < NODES; k++) {
        double sum = 0;
        for (int j = 0; j < NODES; j++) {
          sum += TO_CHEBYSHEV[k][j] * atNodes[j * targets + i];
        }
        chebyshev[k] = sum;
      }
      // after the transform, so that the large entries of TO_POWERS meet small coefficients
      for (int power = 0; power < NODES; power++) {
        double sum = 0;
        for (int k = NODES - 1; k >= power; k--) {
          sum += TO_POWERS[k][power] * chebyshev[k];
        }
        coefficients[i * NODES + power] = sum;
      }
    }
  }

  /** Coefficients may lose some digits to the large entries of TO_POWERS. */
  private void interpolateAtOnce() {
    Arrays.fill(coefficients, 0);
    for (int i = 0; i < targets; i++) {
      for (int j = 0; j < NODES; j++) {
        addAtOnce(AT_ONCE[j], atNodes[j * targets + i], i * NODES);
      }
    }
  }

  private void addAtOnce(double[] toPowers, double value, int from) {
    for (int power = 0; power < NODES; power++) {
      coefficients[from + power] = Math.fma(toPowers[power], value, coefficients[from + power]);
    }
  }

  /**
   * Largest error at the checks, in units of what is allowed; the first that is far off is enough.
   */
  private double error(double middle, double half) {
    if (accuracy.isQuick()) {
      return errorAtAllChecks();
    }
    double largest = 0;
    for (double x : CHECKS) {
      effects.evaluate(middle + half * x, atCheck, 0);
      double here = errorAtCheck(x, 0);
      if (!accuracy.isQuick()
          && here > Math.max(ROUNDED, largest)) { // rounding of the closed form is no error
        effects.rounding(middle + half * x, rounding);
        here = errorAtCheck(x, ROUNDINGS);
      }
      largest = Math.max(largest, here);
      if (largest > FAR_OFF) {
        return largest;
      }
    }
    return largest;
  }

  /** The same where rounding is far below what is allowed, and checks are known as nodes are. */
  private double errorAtAllChecks() {
    double largest = 0;
    for (int c = 0; c < CHECKS.length; c++) {
      System.arraycopy(atNodes, (NODES + c) * targets, atCheck, 0, targets);
      largest = Math.max(largest, errorAtCheck(CHECKS[c], 0));
    }
    return largest;
  }

  private double errorAtCheck(double x, double roundings) {
    double largest = 0;
    for (int i = 0; i < targets; i++) {
      double difference = Math.abs(EffectTable.polynomial(coefficients, i * NODES, x) - atCheck[i]);
      double excess = difference - (roundings == 0 ? 0 : roundings * rounding[i]);
      largest = Math.max(largest, excess / allowed[i]);
    }
    return largest;
  }
}
