package org.capgate.sampling;

import java.util.Arrays;
import org.capgate.random.RandomStream;

/**
 * A jump to where many small steps lead in the density π* of an emulator (Liu 2001, Monte Carlo
 * Strategies in Scientific Computing, section 9.4.3, doi:10.1007/978-0-387-76371-2; Christen and
 * Fox 2005, doi:10.1198/106186005X76983). A step goes along one principal axis, drawn at random,
 * and is accepted by Metropolis' rule, so that the walk leads from x to y as often as back where x
 * and y are distributed as π*. The end is accepted in the density π with
 *
 * <pre>min(1, π(y) π*(x) / (π(x) π*(y)))</pre>
 *
 * <p>however good the emulator is.
 */
final class EmulatorWalk {
  private static final double STEP = 1.5; // of the standard deviation along the axis
  private static final double SHORT_STEP = 0.4;
  private static final double SHORT_SHARE = 0.4;
  private static final double FEWEST = 30;
  private static final double MOST = 1000;

  private final SimulatedDensity density;
  private final Emulator emulator;
  private final Box box; // of the inputs
  private final double[] numbers;
  private final double[] slopes;
  private double[] values;
  private double[] moved;
  private double[] end;
  private double[] beside;
  private double logCorrection;

  EmulatorWalk(SimulatedDensity density, Emulator emulator, Box box) {
    this.density = density;
    this.emulator = emulator;
    this.box = inputs(box);
    numbers = emulator.numbers();
    slopes = new double[emulator.varying()];
    values = new double[emulator.varying()];
    moved = new double[emulator.varying()];
    end = new double[box.dimensions()];
    beside = new double[box.dimensions()];
  }

  /** Draws how many steps a walk has. */
  static int steps(RandomStream stream) {
    return (int) stream.logUniform(FEWEST, MOST);
  }

  /** What the logarithm of the ratio of densities is corrected by. */
  double logCorrection() {
    return logCorrection;
  }

  private Box inputs(Box points) {
    double[] low = new double[points.dimensions()];
    Arrays.setAll(low, i -> density.input(points.low(i)));
    double[] high = new double[points.dimensions()];
    Arrays.setAll(high, i -> density.input(points.high(i)));
    return Box.of(low, high);
  }

  /**
   * Walks.
   *
   * @param from not modified
   * @param steps how many are tried
   * @param to receives where it ends
   * @return whether that is elsewhere
   */
  boolean from(double[] from, int steps, RandomStream stream, double[] to) {
    Arrays.setAll(end, i -> density.input(from[i]));
    double[] coordinates = emulator.axes().coordinates(end);
    values = emulator.at(coordinates);
    double start = logDensity(end, values);
    double log = start;
    boolean isElsewhere = false;
    for (int i = 0; i < steps; i++) {
      int axis = stream.nextInt(end.length);
      double length = stream.nextDouble() < SHORT_SHARE ? SHORT_STEP : STEP;
      double step = length * stream.nextGaussian();
      double least = log + StrictMath.log(1 - stream.nextDouble());
      emulator.axes().move(end, axis, step, beside);
      if (!box.contains(beside)) {
        continue;
      }
      emulator.along(axis, step, coordinates, values, slopes, moved);
      double there = logDensity(beside, moved);
      if (there > least) {
        coordinates[axis] += step;
        log = there;
        double[] before = end;
        end = beside;
        beside = before;
        before = values;
        values = moved;
        moved = before;
        isElsewhere = true;
      }
    }
    Arrays.setAll(to, i -> density.ofInput(end[i]));
    logCorrection = start - log;
    for (int i = 0; i < to.length; i++) {
      logCorrection += density.logSlope(from[i]) - density.logSlope(to[i]);
    }
    return isElsewhere;
  }

  private double logDensity(double[] inputs, double[] varying) {
    emulator.put(varying, numbers);
    return density.ofNumbers(inputs, numbers, emulator.errors());
  }
}
