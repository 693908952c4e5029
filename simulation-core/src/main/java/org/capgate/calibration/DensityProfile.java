package org.capgate.calibration;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.optim.InitialGuess;
import org.apache.commons.math3.optim.MaxEval;
import org.apache.commons.math3.optim.SimpleBounds;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.apache.commons.math3.optim.nonlinear.scalar.ObjectiveFunction;
import org.apache.commons.math3.optim.nonlinear.scalar.noderiv.CMAESOptimizer;
import org.capgate.ensemble.OrderedParallel;
import org.capgate.random.RandomStream;
import org.capgate.sampling.Box;
import org.capgate.sampling.LogDensity;

/**
 * How high a density of many dimensions reaches when one of them is held: from a high place
 * outwards, each point begun where the last one ended and climbed by the strategy that calibrates
 * ({@link Calibration}). What is found is a bound from below: a longer climb may find more, nearby
 * or elsewhere.
 */
final class DensityProfile {
  private static final int POPULATION = 16;
  private static final double IMPOSSIBLE = -1e5; // stands for the logarithm of a density of 0

  /**
   * How much of what usually goes with the held dimension others are moved along, to begin with.
   */
  private static final double[] SHARES_ALONG = {0.5, 1};

  private final LogDensity density;
  private final Box box;
  private final int held;
  private final double[] along;
  private final Settings settings;
  private final Runnable done;

  /**
   * How it is done.
   *
   * @param evaluations of the density at each point; twice as many at the first; no climb below 16
   * @param step first standard deviation of the climb, > 0
   * @param enough how far below the first one a point ends a side
   * @param seed of the climbs
   * @param threads ≥ 1, of which two are used
   */
  record Settings(int evaluations, double step, double enough, long seed, int threads) {}

  /**
   * A point of a profile. Not to be modified.
   *
   * @param at where it lies, the held dimension among them
   * @param height ln of the density there
   */
  record Top(double[] at, double height) {}

  private DensityProfile(
      LogDensity density, Box box, int held, double[] along, Settings settings, Runnable done) {
    this.density = density;
    this.box = box;
    this.held = held;
    this.along = along;
    this.settings = settings;
    this.done = done;
  }

  /**
   * The profile, in ascending order of the held dimension; the same bits for any number of threads.
   *
   * @param start a high place
   * @param held number of the dimension
   * @param grid ascending values of it, in the box
   * @param along by how much every dimension usually moves when the held one moves by 1
   * @param done told of each point that is climbed, by any thread
   */
  static List<Top> of(
      LogDensity density,
      Box box,
      double[] start,
      int held,
      double[] grid,
      double[] along,
      Settings settings,
      Runnable done) {
    return new DensityProfile(density, box, held, along, settings, done).outwards(start, grid);
  }

  private List<Top> outwards(double[] start, double[] grid) {
    Top first = climbed(new Top(start, at(start)), 2 * settings.evaluations, "first");
    List<Integer> below =
        IntStream.range(0, grid.length).boxed().filter(i -> grid[i] < start[held]).toList();
    List<Integer> above =
        IntStream.range(0, grid.length).boxed().filter(i -> grid[i] > start[held]).toList();
    List<List<Top>> sides =
        OrderedParallel.map(
            2,
            Math.min(2, settings.threads),
            side -> {
              List<Integer> order = new ArrayList<>(side == 0 ? below : above);
              if (side == 0) {
                Collections.reverse(order);
              }
              return side(first, order, grid);
            },
            finished -> {});
    List<Top> all = new ArrayList<>(sides.get(0));
    Collections.reverse(all);
    all.add(first);
    all.addAll(sides.get(1));
    return neighboursTried(all);
  }

  private List<Top> side(Top first, List<Integer> order, double[] grid) {
    List<Top> tops = new ArrayList<>();
    Top last = first;
    for (int number : order) {
      Top begun = moved(last, grid[number]);
      last = climbed(begun, settings.evaluations, "point %s".formatted(number));
      tops.add(last);
      done.run();
      if (last.height < first.height - settings.enough) {
        break;
      }
    }
    return tops;
  }

  /** The highest of some places at another value of the held dimension. */
  private Top moved(Top from, double to) {
    Top best = led(from, to, 0);
    for (double share : SHARES_ALONG) {
      Top one = led(from, to, share);
      best = one.height > best.height ? one : best;
    }
    return best;
  }

  private Top led(Top from, double to, double share) {
    double[] there = from.at.clone();
    for (int i = 0; i < there.length; i++) {
      double by = share * along[i] * (to - from.at[held]);
      there[i] = i == held ? to : Math.max(box.low(i), Math.min(box.high(i), there[i] + by));
    }
    return new Top(there, at(there));
  }

  private double at(double[] point) {
    return Math.max(IMPOSSIBLE, density.at(point));
  }

  /** As high as the evaluations reach, the held dimension left where it is. */
  private Top climbed(Top from, int evaluations, String name) {
    if (evaluations < POPULATION) {
      return from;
    }
    int free = from.at.length - 1;
    double[] low = new double[free];
    double[] high = new double[free];
    double[] begin = new double[free];
    double[] sigma = new double[free];
    for (int i = 0; i < free; i++) {
      int dimension = i < held ? i : i + 1;
      low[i] = box.low(dimension);
      high[i] = box.high(dimension);
      begin[i] = from.at[dimension];
      sigma[i] = settings.step;
    }
    Top[] best = {from};
    CMAESOptimizer strategy =
        new CMAESOptimizer(
            evaluations / POPULATION,
            0,
            true,
            1,
            0,
            new KeyedGenerator(RandomStream.of(settings.seed, held, 0, "profile " + name)),
            false,
            null);
    strategy.optimize(
        new MaxEval(evaluations + 2 * POPULATION),
        new ObjectiveFunction(
            others -> {
              double[] point = whole(others, from.at[held]);
              double height = at(point);
              if (height > best[0].height) {
                best[0] = new Top(point, height);
              }
              return height;
            }),
        GoalType.MAXIMIZE,
        new InitialGuess(begin),
        new SimpleBounds(low, high),
        new CMAESOptimizer.Sigma(sigma),
        new CMAESOptimizer.PopulationSize(POPULATION));
    return best[0];
  }

  private double[] whole(double[] others, double value) {
    double[] point = new double[others.length + 1];
    System.arraycopy(others, 0, point, 0, held);
    point[held] = value;
    System.arraycopy(others, held, point, held + 1, others.length - held);
    return point;
  }

  /** What was found farther out may do nearer by, too. */
  private List<Top> neighboursTried(List<Top> found) {
    List<Top> tops = new ArrayList<>(found);
    for (int i = 1; i < tops.size(); i++) {
      improve(tops, i, i - 1);
    }
    for (int i = tops.size() - 2; i >= 0; i--) {
      improve(tops, i, i + 1);
    }
    return tops;
  }

  private void improve(List<Top> tops, int here, int beside) {
    double[] there = tops.get(beside).at.clone();
    there[held] = tops.get(here).at[held];
    double height = at(there);
    if (height > tops.get(here).height) {
      tops.set(here, new Top(there, height));
    }
  }
}
