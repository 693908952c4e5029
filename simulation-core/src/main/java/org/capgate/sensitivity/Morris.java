package org.capgate.sensitivity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntConsumer;
import org.capgate.ensemble.OrderedParallel;
import org.capgate.ensemble.Tasks;
import org.capgate.random.RandomStream;

/**
 * Elementary effects: how much a response changes when one of k inputs is moved by Δ, per Δ, along
 * r paths that move each input once (Morris 1991, Technometrics 33:161). Inputs lie on a grid of p
 * levels of [0, 1]; Δ = p/(2·(p − 1)). Of a larger number of random paths those are chosen that lie
 * far from each other (Campolongo, Cariboni and Saltelli 2007, Environmental Modelling and Software
 * 22:1509), one after the other (Ruano and others 2012).
 */
public final class Morris {
  private final int inputs;
  private final double[][][] effects; // [output][input][path], NaN where an end has no value
  private final long seed;

  private Morris(int inputs, double[][][] effects, long seed) {
    this.inputs = inputs;
    this.effects = effects;
    this.seed = seed;
  }

  /**
   * The effects of one input.
   *
   * @param mean μ, signed
   * @param meanSize μ*, of the sizes
   * @param sizeLow lower end of the 95 % bootstrap interval of μ*
   * @param sizeHigh upper end
   * @param deviation σ between paths: what depends on the other inputs or is not proportional
   * @param missingShare of paths on which the effect has no value, because one of its ends has none
   */
  public record Effect(
      double mean,
      double meanSize,
      double sizeLow,
      double sizeHigh,
      double deviation,
      double missingShare) {}

  /**
   * How it is done.
   *
   * @param paths r ≥ 2
   * @param candidates random paths to choose from, ≥ r
   * @param levels p, even, ≥ 2
   * @param seed of all draws
   */
  public record Settings(int paths, int candidates, int levels, long seed) {
    public Settings {
      if (paths < 2 || candidates < paths || levels < 2 || levels % 2 != 0) {
        throw new IllegalArgumentException(
            "paths must be >= 2, candidates >= paths, levels even and >= 2, but were %s, %s, %s"
                .formatted(paths, candidates, levels));
      }
    }

    double step() {
      return levels / (2.0 * (levels - 1));
    }
  }

  /**
   * Evaluates the response along the paths; the same bits for any number of threads.
   *
   * @param response of points of [0, 1]^k
   * @param inputs k
   * @param threads ≥ 1
   * @param done told the number of finished paths, each of k + 1 evaluations
   */
  public static Morris of(
      Response response, int inputs, Settings settings, int threads, IntConsumer done) {
    return of(response, inputs, settings, threads, Tasks.on(threads, done));
  }

  /**
   * As {@link #of(Response, int, Settings, int, IntConsumer)}, one task for each path.
   *
   * @param threads for the choice of paths, which is no task
   */
  public static Morris of(
      Response response, int inputs, Settings settings, int threads, Tasks tasks) {
    List<Path> paths = spreadOut(inputs, settings, threads);
    List<double[]> along =
        tasks.numbers("", paths.size(), number -> effects(response, paths.get(number)));
    int outputs = along.get(0).length / inputs;
    double[][][] effects = new double[outputs][inputs][paths.size()];
    for (int path = 0; path < paths.size(); path++) {
      for (int i = 0; i < inputs; i++) {
        for (int out = 0; out < outputs; out++) {
          effects[out][i][path] = along.get(path)[i * outputs + out];
        }
      }
    }
    return new Morris(inputs, effects, settings.seed);
  }

  /** By input, then output. */
  private static double[] effects(Response response, Path path) {
    double[] before = response.at(path.points[0]);
    double[] effects = new double[path.order.length * before.length];
    for (int move = 0; move < path.order.length; move++) {
      double[] after = response.at(path.points[move + 1]);
      int input = path.order[move];
      double step = path.points[move + 1][input] - path.points[move][input];
      for (int out = 0; out < after.length; out++) {
        effects[input * after.length + out] = (after[out] - before[out]) / step;
      }
      before = after;
    }
    return effects;
  }

  /** How many numbers the response has. */
  public int outputs() {
    return effects.length;
  }

  /**
   * The effects of all inputs on one output, in their order.
   *
   * @param replicates of the bootstrap over paths, ≥ 1
   */
  public List<Effect> effects(int output, int replicates) {
    List<Effect> all = new ArrayList<>();
    for (int i = 0; i < inputs; i++) {
      double[] known =
          Arrays.stream(effects[output][i]).filter(effect -> !Double.isNaN(effect)).toArray();
      double mean = mean(known);
      double size = mean(sizes(known));
      double squares = 0;
      for (double effect : known) {
        squares += (effect - mean) * (effect - mean);
      }
      RandomStream stream = RandomStream.of(seed, i, output, "bootstrap of effects");
      double[] anew = new double[replicates];
      for (int r = 0; r < replicates; r++) {
        double sum = 0;
        for (int j = 0; j < known.length; j++) {
          sum += Math.abs(known[stream.nextInt(known.length)]);
        }
        anew[r] = sum / known.length;
      }
      Arrays.sort(anew);
      all.add(
          new Effect(
              mean,
              size,
              anew[(int) (0.025 * (replicates - 1))],
              anew[(int) Math.ceil(0.975 * (replicates - 1))],
              known.length < 2 ? Double.NaN : Math.sqrt(squares / (known.length - 1)),
              1 - (double) known.length / effects[output][i].length));
    }
    return all;
  }

  private static double[] sizes(double[] effects) {
    return Arrays.stream(effects).map(Math::abs).toArray();
  }

  private static double mean(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum / values.length;
  }

  /** Points that each differ from the one before in one input. */
  private record Path(double[][] points, int[] order) {
    /** A random path. */
    static Path drawn(int inputs, Settings settings, int number) {
      RandomStream stream = RandomStream.of(settings.seed, number, 0, "path of effects");
      int[] order = new int[inputs];
      double[][] points = new double[inputs + 1][inputs];
      boolean[] isUpward = new boolean[inputs];
      for (int i = 0; i < inputs; i++) {
        int place = stream.nextInt(i + 1);
        order[i] = order[place];
        order[place] = i;
        // A start from which a step of Δ stays on the grid.
        double low = stream.nextInt(settings.levels / 2) / (settings.levels - 1.0);
        isUpward[i] = stream.nextDouble() < 0.5;
        points[0][i] = isUpward[i] ? low : low + settings.step();
      }
      for (int move = 0; move < inputs; move++) {
        points[move + 1] = points[move].clone();
        int input = order[move];
        points[move + 1][input] += isUpward[input] ? settings.step() : -settings.step();
        points[move + 1][input] = Math.max(0, Math.min(1, points[move + 1][input])); // rounding
      }
      return new Path(points, order);
    }

    /** Sum of the distances between the points of two paths. */
    double distanceTo(Path other) {
      double sum = 0;
      for (double[] here : points) {
        for (double[] there : other.points) {
          double squares = 0;
          for (int i = 0; i < here.length; i++) {
            squares += (here[i] - there[i]) * (here[i] - there[i]);
          }
          sum += Math.sqrt(squares);
        }
      }
      return sum;
    }
  }

  /** The paths that are farthest apart: the best pair, then always the one that adds most. */
  private static List<Path> spreadOut(int inputs, Settings settings, int threads) {
    List<Path> candidates = new ArrayList<>();
    for (int i = 0; i < settings.candidates; i++) {
      candidates.add(Path.drawn(inputs, settings, i));
    }
    if (settings.candidates == settings.paths) {
      return candidates;
    }
    List<double[]> squares =
        OrderedParallel.map(
            candidates.size(),
            threads,
            i -> {
              double[] to = new double[i];
              for (int j = 0; j < i; j++) {
                double distance = candidates.get(i).distanceTo(candidates.get(j));
                to[j] = distance * distance;
              }
              return to;
            },
            done -> {});
    int[] best = {1, 0};
    for (int i = 0; i < candidates.size(); i++) {
      for (int j = 0; j < i; j++) {
        if (squares.get(i)[j] > squares.get(best[0])[best[1]]) {
          best = new int[] {i, j};
        }
      }
    }
    List<Integer> chosen = new ArrayList<>(List.of(best[1], best[0]));
    while (chosen.size() < settings.paths) {
      int farthest = -1;
      double most = -1;
      for (int i = 0; i < candidates.size(); i++) {
        double sum = 0;
        for (int other : chosen) {
          sum += i == other ? 0 : squares.get(Math.max(i, other))[Math.min(i, other)];
        }
        if (!chosen.contains(i) && sum > most) {
          most = sum;
          farthest = i;
        }
      }
      chosen.add(farthest);
    }
    return chosen.stream().map(candidates::get).toList();
  }
}
