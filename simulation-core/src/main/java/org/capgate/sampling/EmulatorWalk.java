package org.capgate.sampling;

import java.util.Arrays;
import org.capgate.random.RandomStream;

/**
 * A jump to where many steps lead in the density π* of an emulator (surrogate transitions: Liu
 * 2001, Monte Carlo Strategies in Scientific Computing, section 9.4.3,
 * doi:10.1007/978-0-387-76371-2; Christen and Fox 2005, doi:10.1198/106186005X76983). The steps are
 * those of Hamiltonian Monte Carlo (Neal 2011, doi:10.1201/b10905): along a trajectory of a
 * particle of unit mass in the potential −ln π*(w), w being coordinates along principal axes
 * ({@link Axes}), by leaps of one half, whole and one half, the end of which is accepted by
 * Metropolis' rule. Each trajectory leads from x to y as often as back where x and y are
 * distributed as π*, and so does a walk of several. The end is accepted in the density π with
 *
 * <pre>min(1, π(y) π*(x) / (π(x) π*(y)))</pre>
 *
 * <p>however good the emulator is.
 */
final class EmulatorWalk {
  private static final int LEAPS = 12;
  private static final double FEWEST = 1;
  private static final double MOST = 9;
  private static final double SHORTEST = 0.06; // leap, in standard deviations of each axis
  private static final double LONGEST = 0.12;

  private final SimulatedDensity density;
  private final Emulator emulator;
  private final Axes axes;
  private final Box box;
  private final Layers.Work work;
  private final double[] numbers;
  private final double[] byNumbers;
  private final double[] byPoint;
  private double[] point;
  private double[] ended;
  private double[] place; // w
  private double[] moved;
  private double[] slopes; // by w
  private double[] movedSlopes;
  private final double[] speeds;
  private double logCorrection;

  EmulatorWalk(SimulatedDensity density, Emulator emulator, Axes axes, Box box) {
    this.density = density;
    this.emulator = emulator;
    this.axes = axes;
    this.box = box;
    work = emulator.work();
    numbers = emulator.numbers();
    byNumbers = new double[numbers.length];
    byPoint = new double[box.dimensions()];
    point = new double[box.dimensions()];
    ended = new double[box.dimensions()];
    place = new double[box.dimensions()];
    moved = new double[box.dimensions()];
    slopes = new double[box.dimensions()];
    movedSlopes = new double[box.dimensions()];
    speeds = new double[box.dimensions()];
  }

  /** Draws how many trajectories a walk has. */
  static int trajectories(RandomStream stream) {
    return (int) stream.logUniform(FEWEST, MOST);
  }

  /** What the logarithm of the ratio of densities is corrected by. */
  double logCorrection() {
    return logCorrection;
  }

  /**
   * Walks.
   *
   * @param from not modified
   * @param trajectories how many are tried
   * @param to receives where it ends
   * @return whether that is elsewhere
   */
  boolean from(double[] from, int trajectories, RandomStream stream, double[] to) {
    System.arraycopy(from, 0, point, 0, from.length);
    place = axes.coordinates(from);
    double start = logDensity(point, slopes);
    double log = start;
    boolean isElsewhere = false;
    for (int i = 0; i < trajectories; i++) {
      double leap = stream.uniform(SHORTEST, LONGEST);
      double energy = -log;
      for (int axis = 0; axis < speeds.length; axis++) {
        speeds[axis] = stream.nextGaussian();
        energy += speeds[axis] * speeds[axis] / 2;
      }
      double least = StrictMath.log(1 - stream.nextDouble());
      double there = end(leap);
      double energyThere = -there;
      for (double speed : speeds) {
        energyThere += speed * speed / 2;
      }
      if (energy - energyThere > least) {
        isElsewhere = true;
        log = there;
        double[] kept = place;
        place = moved;
        moved = kept;
        kept = slopes;
        slopes = movedSlopes;
        movedSlopes = kept;
        kept = point;
        point = ended;
        ended = kept;
      }
    }
    System.arraycopy(point, 0, to, 0, to.length);
    logCorrection = start - log;
    return isElsewhere;
  }

  /** Goes to the end of a trajectory; the logarithm of the density there, −∞ outside the box. */
  private double end(double leap) {
    System.arraycopy(place, 0, moved, 0, place.length);
    System.arraycopy(slopes, 0, movedSlopes, 0, slopes.length);
    double log = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < LEAPS; i++) {
      push(leap / 2);
      for (int axis = 0; axis < moved.length; axis++) {
        moved[axis] += leap * speeds[axis];
      }
      axes.point(moved, ended);
      if (!box.contains(ended)) {
        return Double.NEGATIVE_INFINITY;
      }
      log = logDensity(ended, movedSlopes);
      if (log == Double.NEGATIVE_INFINITY) {
        return log;
      }
      push(leap / 2);
    }
    return log;
  }

  private void push(double time) {
    for (int axis = 0; axis < speeds.length; axis++) {
      speeds[axis] += time * movedSlopes[axis];
    }
  }

  private double logDensity(double[] at, double[] byPlace) {
    emulator.at(at, work, numbers);
    Arrays.fill(byNumbers, 0);
    double log = density.ofNumbers(at, numbers, emulator.errors(), byPoint, byNumbers);
    emulator.addSlopes(at, work, byNumbers, byPoint);
    axes.slopes(byPoint, byPlace);
    return log;
  }
}
