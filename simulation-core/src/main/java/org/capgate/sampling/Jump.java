package org.capgate.sampling;

import java.util.Arrays;
import org.capgate.random.RandomStream;
import org.jspecify.annotations.Nullable;

/**
 * The kinds of jumps of a chain, all along differences between remembered points z, so that scale
 * and direction of the target need not be known (ter Braak and Vrugt 2008, Statistics and Computing
 * 18, 435, doi:10.1007/s11222-008-9104-9). As in Vrugt et al. 2009
 * (doi:10.1515/IJNSNS.2009.10.3.273) a jump may move a part of the directions only; there they are
 * the dimensions, here the principal axes of the remembered points ({@link Axes}). Where the
 * density can be emulated a jump may also lead to the end of an {@link EmulatorWalk}.
 */
final class Jump {
  /** A part of the axes, a whole difference of two points, snooker, and a walk. */
  static final int KINDS = 6;

  /** The one that needs an emulator. */
  static final int WALK = 5;

  /** Of the best jump in a normal density, in standard deviations times √dimensions. */
  static final double LENGTH = 2.38;

  private static final int CROSSOVERS = 3; // a third, two thirds or all of the axes
  private static final int WHOLE = 3; // leads from mode to mode

  private static final int MOST_PAIRS = 3;
  private static final double STRETCH = 0.05;
  private static final double JITTER = 1e-6; // of the width of a dimension
  private static final double SNOOKER_LEAST = 1.2;
  private static final double SNOOKER_MOST = 2.2;

  private final Box box;
  private final Archive archive;
  private final Axes axes;
  private final double[] proposal;
  private final boolean[] moves; // by axis
  private final @Nullable EmulatorWalk walk;
  private double logCorrection;

  /**
   * Jumps.
   *
   * @param walk null where there is no emulator
   */
  Jump(Box box, Archive archive, Axes axes, @Nullable EmulatorWalk walk) {
    this.box = box;
    this.archive = archive;
    this.axes = axes;
    this.walk = walk;
    proposal = new double[box.dimensions()];
    moves = new boolean[box.dimensions()];
  }

  /** Where the last jump leads; overwritten by the next. */
  double[] proposal() {
    return proposal;
  }

  /** What the logarithm of the ratio of densities is corrected by. */
  double logCorrection() {
    return logCorrection;
  }

  /**
   * Jumps from a point.
   *
   * @param kind of jump, below {@link #KINDS}
   * @param from not modified
   * @return whether the jump ends inside the box
   */
  boolean from(double[] from, int kind, RandomStream stream) {
    if (kind == WALK) {
      return walk(from, stream);
    }
    if (kind > WHOLE) {
      return snooker(from, stream);
    }
    if (kind == WHOLE) {
      Arrays.fill(moves, true);
      along(from, 1, 1, stream);
    } else {
      int pairs = 1 + stream.nextInt(MOST_PAIRS);
      int moved = some((1.0 + kind) / CROSSOVERS, stream);
      along(from, pairs, LENGTH / Math.sqrt(2.0 * pairs * moved), stream);
    }
    return true;
  }

  /**
   * Along the axes that move, A of them, folded into the box,
   *
   * <pre>x* = x + (1 + e) γ P_A Σ (z_a − z_b) + ε,   γ = 2.38 / √(2 pairs axes), or 1</pre>
   */
  private void along(double[] from, int pairs, double gamma, RandomStream stream) {
    double[] difference = new double[proposal.length];
    for (int pair = 0; pair < pairs; pair++) {
      double[] a = archive.remembered(stream);
      double[] b = archive.remembered(stream);
      for (int i = 0; i < proposal.length; i++) {
        difference[i] += gamma * (a[i] - b[i]);
      }
    }
    double[] part = axes.part(difference, moves);
    double stretch = 1 + stream.uniform(-STRETCH, STRETCH); // one, so that the direction stays
    for (int i = 0; i < proposal.length; i++) {
      double stretched = from[i] + stretch * part[i];
      double jitter = JITTER * box.width(i) * stream.nextGaussian();
      proposal[i] = box.folded(stretched + jitter, i);
    }
    logCorrection = 0;
  }

  private boolean walk(double[] from, RandomStream stream) {
    if (walk == null || !walk.from(from, EmulatorWalk.trajectories(stream), stream, proposal)) {
      return false;
    }
    logCorrection = walk.logCorrection();
    return box.contains(proposal);
  }

  /** Chooses each axis with a probability, and at least one; returns how many. */
  private int some(double probability, RandomStream stream) {
    int count = 0;
    for (int i = 0; i < moves.length; i++) {
      moves[i] = stream.nextDouble() < probability;
      count += moves[i] ? 1 : 0;
    }
    if (count == 0) {
      moves[stream.nextInt(moves.length)] = true;
      count = 1;
    }
    return count;
  }

  /**
   * Along the line through x and a remembered z, by the projections of two others on it:
   *
   * <pre>x* = x + γ (P z_a − P z_b),   γ in [1.2, 2.2],   corrected by (|x* − z| / |x − z|)^(d − 1)
   * </pre>
   */
  private boolean snooker(double[] from, RandomStream stream) {
    double[] z = archive.remembered(stream);
    double[] a = archive.remembered(stream);
    double[] b = archive.remembered(stream);
    double gamma = stream.uniform(SNOOKER_LEAST, SNOOKER_MOST);
    double along = 0;
    double squared = 0;
    for (int i = 0; i < from.length; i++) {
      double line = from[i] - z[i];
      along += (a[i] - b[i]) * line;
      squared += line * line;
    }
    if (squared == 0) {
      return false;
    }
    double stride = gamma * along / squared;
    for (int i = 0; i < from.length; i++) {
      proposal[i] = from[i] + stride * (from[i] - z[i]);
    }
    logCorrection = (from.length - 1) * StrictMath.log(Math.abs(1 + stride));
    return box.contains(proposal);
  }
}
