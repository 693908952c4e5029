package org.capgate.exposure;

import java.util.Arrays;
import java.util.List;
import org.capgate.treatment.Action;
import org.capgate.treatment.Target;
import org.capgate.treatment.TargetAction;

/**
 * The effects in one segment of an exposure in closed form, for building a table of them: no rates
 * of change, only targets that are acted on, and powers as
 *
 * <pre>(C/EC50)ⁿ = exp(n·(ln C − ln EC50))</pre>
 *
 * so that one logarithm serves all targets of a concentration. Not shared between threads.
 */
final class SegmentEffects {

  /** Share of a lasting level below which the distance to it acts in proportion. */
  private static final double SMALL_SHARE = 0.01;

  private static final double ROUNDING = 0x1p-52;

  private final TableAccuracy accuracy;
  private final ExponentialBasis[] bases;
  private final double[][] coefficients; // [part][function], the last is the constant
  private final int[] systemOfPart;
  private final int[] firstPart; // [reading], one more at the end
  private final boolean[] needsLogarithm; // [reading]
  private final int[] readingOf; // [channel]
  private final Action[] actions; // [channel]
  private final int[] positions; // [channel] index among the targets of this segment
  private final boolean[] isPower; // [channel] whether ln C is used
  private final double[] potencies; // [channel] EC50; 0 for a drive
  private final double[] logPotencies; // [channel]
  private final double[] slopes; // [channel] Hill slope
  private final double[] maxima; // [channel] signed Emax
  private final int[] targets; // ordinals, ascending
  private final double[] lasting; // [reading] level when everything else has decayed

  private final boolean[] systemUsed;
  private final double[][] functions;
  private final double[][] scratch;
  private final double[] levels; // [reading]
  private final double[] spreads; // [reading]
  private final double[] logarithms; // [reading]
  private final double[] effectAndSlope = new double[2];

  /**
   * @param bases one per system
   * @param read [reading][part][function], the last function is the constant; not modified
   * @param readFrom [reading][part] system; not modified
   * @param readingOfChannel [channel]
   * @param actionOfChannel [channel]
   * @param accuracy says what is negligible, and with which functions {@link #evaluateAll} works
   */
  SegmentEffects(
      List<ExponentialBasis> bases,
      double[][][] read,
      int[][] readFrom,
      int[] readingOfChannel,
      Action[] actionOfChannel,
      TableAccuracy accuracy) {
    this.accuracy = accuracy;
    this.bases = bases.toArray(ExponentialBasis[]::new);
    int systems = this.bases.length;
    functions = new double[systems][];
    scratch = new double[systems][];
    systemUsed = new boolean[systems];
    firstPart = new int[read.length + 1];
    levels = new double[read.length];
    spreads = new double[read.length];
    logarithms = new double[read.length];
    lasting = new double[read.length];
    needsLogarithm = new boolean[read.length];
    int parts = 0;
    for (double[][] reading : read) {
      parts += reading.length;
    }
    coefficients = new double[parts][];
    systemOfPart = new int[parts];
    int used = 0;
    for (int r = 0; r < read.length; r++) {
      firstPart[r] = used;
      for (int p = 0; p < read[r].length; p++) {
        double[] coefficient = read[r][p];
        if (isZero(coefficient)) { // nothing of this system is left, or nothing was given yet
          continue;
        }
        int system = readFrom[r][p];
        systemUsed[system] = true;
        functions[system] = new double[coefficient.length - 1];
        scratch[system] = new double[coefficient.length - 1];
        coefficients[used] = coefficient.clone();
        systemOfPart[used] = system;
        lasting[r] += coefficient[coefficient.length - 1];
        used++;
      }
      lasting[r] = Math.max(0, lasting[r]);
    }
    firstPart[read.length] = used;

    boundLevels(0);
    boolean[] acting = new boolean[actionOfChannel.length];
    boolean[] acted = new boolean[Target.values().length];
    int channels = 0;
    for (int c = 0; c < acting.length; c++) {
      actionOfChannel[c].act(levels[readingOfChannel[c]], effectAndSlope);
      acting[c] = Math.abs(effectAndSlope[0]) >= accuracy.negligible();
      if (acting[c]) {
        acted[actionOfChannel[c].target().ordinal()] = true;
        channels++;
      }
    }
    int[] positionOf = new int[acted.length];
    int count = 0;
    for (int target = 0; target < acted.length; target++) {
      positionOf[target] = count;
      count += acted[target] ? 1 : 0;
    }
    targets = new int[count];
    for (int target = 0; target < acted.length; target++) {
      if (acted[target]) {
        targets[positionOf[target]] = target;
      }
    }
    readingOf = new int[channels];
    actions = new Action[channels];
    positions = new int[channels];
    isPower = new boolean[channels];
    potencies = new double[channels];
    logPotencies = new double[channels];
    slopes = new double[channels];
    maxima = new double[channels];
    int next = 0;
    for (int c = 0; c < acting.length; c++) {
      if (!acting[c]) {
        continue;
      }
      Action action = actionOfChannel[c];
      readingOf[next] = readingOfChannel[c];
      actions[next] = action;
      positions[next] = positionOf[action.target().ordinal()];
      if (action instanceof TargetAction hill) {
        potencies[next] = hill.potencyMicromolar();
        if (hill.hillSlope() != 1) {
          isPower[next] = true;
          needsLogarithm[readingOf[next]] = true;
          logPotencies[next] = StrictMath.log(hill.potencyMicromolar());
        }
        slopes[next] = hill.hillSlope();
        maxima[next] = hill.signedMaximum();
      }
      next++;
    }
  }

  private static boolean isZero(double[] coefficient) {
    for (double c : coefficient) {
      if (c != 0) {
        return false;
      }
    }
    return true;
  }

  /** Ordinals of the targets that are acted on, ascending; not to be modified. */
  int[] targets() {
    return targets;
  }

  /** The largest rate (h⁻¹) in this segment; 0 when there is none. */
  double fastestPerHour() {
    double fastest = 0;
    for (int s = 0; s < bases.length; s++) {
      if (systemUsed[s]) {
        fastest = Math.max(fastest, bases[s].fastestPerHour());
      }
    }
    return fastest;
  }

  /** Whether an effect begins at 0 as a broken power of time, which no polynomial follows. */
  boolean beginsAsBrokenPower() {
    readLevels(0);
    for (int c = 0; c < actions.length; c++) {
      double level = levels[readingOf[c]];
      boolean whole = slopes[c] == Math.rint(slopes[c]);
      if (isPower[c] && !whole && level <= 1e-9 * spreads[readingOf[c]]) {
        return true;
      }
    }
    return false;
  }

  /**
   * Net effects, Eq. T6, in the order of {@link #targets}.
   *
   * @param elapsedHours time since the start of the segment (h), ≥ 0
   * @param effect overwritten from {@code offset} on
   */
  void evaluate(double elapsedHours, double[] effect, int offset) {
    readLevels(elapsedHours);
    act(effect, offset);
  }

  /**
   * The same at many times.
   *
   * @param elapsedHours times since the start of the segment (h), ≥ 0
   * @param effect [time][target], overwritten
   */
  void evaluateAll(double[] elapsedHours, double[] effect) {
    if (accuracy.isQuick()) {
      quickly(elapsedHours, effect);
      return;
    }
    for (int i = 0; i < elapsedHours.length; i++) {
      evaluate(elapsedHours[i], effect, i * targets.length);
    }
  }

  /** One function at all times, then the next, so that the processor has several at hand. */
  private void quickly(double[] elapsedHours, double[] effect) {
    int times = elapsedHours.length;
    double[][] values = new double[bases.length][]; // [system][function][time]
    for (int s = 0; s < bases.length; s++) {
      if (systemUsed[s]) {
        values[s] = new double[functions[s].length * times];
        bases[s].evaluateQuickly(elapsedHours, values[s], functions[s], scratch[s]);
      }
    }
    double[][] level = new double[levels.length][times];
    double[][] logarithm = new double[levels.length][];
    for (int r = 0; r < levels.length; r++) {
      readQuickly(r, values, level[r]);
      if (needsLogarithm[r]) {
        logarithm[r] = new double[times];
        for (int i = 0; i < times; i++) {
          logarithm[r][i] = QuickFunctions.log(Math.max(Double.MIN_NORMAL, level[r][i]));
        }
      }
    }
    Arrays.fill(effect, 0, times * targets.length, 0);
    double[] one = new double[times];
    for (int c = 0; c < actions.length; c++) {
      actQuickly(c, level[readingOf[c]], logarithm[readingOf[c]], one);
      combineAll(c, one, effect);
    }
  }

  /** As {@link #combine} at many times. */
  private void combineAll(int channel, double[] one, double[] effect) {
    boolean adds = actions[channel].target().isAdditive();
    int stride = targets.length;
    for (int time = 0, i = positions[channel]; time < one.length; time++, i += stride) {
      double before = effect[i];
      effect[i] = adds ? before + one[time] : before + one[time] + before * one[time];
    }
  }

  private void readQuickly(int reading, double[][] values, double[] level) {
    for (int p = firstPart[reading]; p < firstPart[reading + 1]; p++) {
      double[] coefficient = coefficients[p];
      double[] g = values[systemOfPart[p]];
      int last = coefficient.length - 1;
      for (int i = 0; i < level.length; i++) {
        level[i] += coefficient[last];
      }
      for (int m = 0; m < last; m++) {
        double weight = coefficient[m];
        int from = m * level.length;
        for (int i = 0; weight != 0 && i < level.length; i++) {
          level[i] = Math.fma(weight, g[from + i], level[i]);
        }
      }
    }
    for (int i = 0; i < level.length; i++) {
      level[i] = Math.max(0, level[i]);
    }
  }

  private void actQuickly(int channel, double[] level, double[] logarithm, double[] one) {
    if (potencies[channel] == 0) {
      for (int i = 0; i < one.length; i++) {
        actions[channel].act(level[i], effectAndSlope);
        one[i] = effectAndSlope[0];
      }
    } else if (!isPower[channel]) {
      for (int i = 0; i < one.length; i++) {
        one[i] = TargetAction.hyperbola(maxima[channel], level[i], potencies[channel]);
      }
    } else {
      for (int i = 0; i < one.length; i++) {
        double exponent = slopes[channel] * (logarithm[i] - logPotencies[channel]);
        double power = QuickFunctions.exp(-Math.abs(exponent));
        one[i] = TargetAction.hill(maxima[channel], exponent <= 0, power);
      }
    }
  }

  /** Net effects when everything that decays has decayed. */
  void evaluateLasting(double[] effect) {
    Arrays.fill(effect, 0, targets.length, 0);
    for (int c = 0; c < actions.length; c++) {
      actions[c].act(lasting[readingOf[c]], effectAndSlope);
      combine(c, effectAndSlope[0], effect, 0);
    }
  }

  private void act(double[] effect, int offset) {
    for (int r = 0; r < levels.length; r++) {
      logarithms[r] = needsLogarithm[r] && levels[r] > 0 ? StrictMath.log(levels[r]) : 0;
    }
    for (int i = 0; i < targets.length; i++) {
      effect[offset + i] = 0;
    }
    for (int c = 0; c < actions.length; c++) {
      int reading = readingOf[c];
      double one;
      if (potencies[c] == 0) {
        actions[c].act(levels[reading], effectAndSlope);
        one = effectAndSlope[0];
      } else if (!isPower[c]) {
        one = TargetAction.hyperbola(maxima[c], levels[reading], potencies[c]);
      } else if (levels[reading] == 0) {
        one = 0;
      } else {
        double exponent = slopes[c] * (logarithms[reading] - logPotencies[c]);
        double power = StrictMath.exp(-Math.abs(exponent));
        one = TargetAction.hill(maxima[c], exponent <= 0, power);
      }
      combine(c, one, effect, offset);
    }
  }

  private void combine(int channel, double one, double[] effect, int offset) {
    int i = offset + positions[channel];
    effect[i] = actions[channel].target().combined(effect[i], one);
  }

  private void readLevels(double elapsedHours) {
    for (int s = 0; s < bases.length; s++) {
      if (systemUsed[s]) {
        bases[s].evaluate(elapsedHours, functions[s], scratch[s]);
      }
    }
    for (int r = 0; r < levels.length; r++) {
      double sum = 0;
      double spread = 0;
      for (int p = firstPart[r]; p < firstPart[r + 1]; p++) {
        double[] coefficient = coefficients[p];
        double[] g = functions[systemOfPart[p]];
        sum += coefficient[g.length];
        spread += Math.abs(coefficient[g.length]);
        for (int m = 0; m < g.length; m++) {
          double term = coefficient[m] * g[m];
          sum += term;
          spread += Math.abs(term);
        }
      }
      levels[r] = Math.max(0, sum);
      spreads[r] = spread;
    }
  }

  /**
   * Writes to levels what every level stays below from a time on, and to spreads without what
   * lasts.
   */
  private void boundLevels(double elapsedHours) {
    for (int s = 0; s < bases.length; s++) {
      if (systemUsed[s]) {
        bases[s].boundFrom(elapsedHours, functions[s]);
      }
    }
    for (int r = 0; r < levels.length; r++) {
      double bound = 0;
      for (int p = firstPart[r]; p < firstPart[r + 1]; p++) {
        double[] g = functions[systemOfPart[p]];
        for (int m = 0; m < g.length; m++) {
          bound += Math.abs(coefficients[p][m]) * g[m];
        }
      }
      spreads[r] = bound;
      levels[r] = lasting[r] + bound;
    }
  }

  /** Whether from a time on every effect stays within what is negligible of what lasts. */
  boolean isSettledFrom(double elapsedHours) {
    boundLevels(elapsedHours);
    double[] distance = new double[targets.length];
    double[] size = new double[targets.length];
    for (int c = 0; c < actions.length; c++) {
      int reading = readingOf[c];
      double change;
      double one = 0;
      if (lasting[reading] == 0) {
        actions[c].act(levels[reading], effectAndSlope);
        change = Math.abs(effectAndSlope[0]);
      } else if (spreads[reading] > SMALL_SHARE * lasting[reading]) {
        return false;
      } else {
        actions[c].act(lasting[reading], effectAndSlope);
        one = Math.abs(effectAndSlope[0]);
        change = 2 * Math.abs(effectAndSlope[1]) * spreads[reading]; // 1.01^9 < 2 for slopes to 10
      }
      int i = positions[c];
      distance[i] = distance[i] * (1 + one + change) + change * (1 + size[i]);
      size[i] = size[i] + one + size[i] * one;
    }
    for (double d : distance) {
      if (!(d < accuracy.negligible())) {
        return false;
      }
    }
    return true;
  }

  /**
   * By how much rounding in the closed form itself may move each effect: levels are differences of
   * larger terms, most of all right after a dose.
   *
   * @param rounding in the order of {@link #targets}, overwritten
   */
  void rounding(double elapsedHours, double[] rounding) {
    readLevels(elapsedHours);
    Arrays.fill(rounding, 0);
    for (int c = 0; c < actions.length; c++) {
      int reading = readingOf[c];
      actions[c].act(levels[reading], effectAndSlope);
      double one = Math.abs(effectAndSlope[1]) * spreads[reading] + Math.abs(effectAndSlope[0]);
      rounding[positions[c]] += ROUNDING * one;
    }
  }
}
