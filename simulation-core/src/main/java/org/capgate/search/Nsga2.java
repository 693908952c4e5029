package org.capgate.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.capgate.ensemble.Tasks;
import org.capgate.random.RandomStream;

/**
 * NSGA-II (Deb, Pratap, Agarwal and Meyarivan 2002, IEEE Transactions on Evolutionary Computation
 * 6:182): a population of points, of which those stay that no other beats and that have most room;
 * their children are crossed by simulated binary crossover and changed by polynomial mutation.
 *
 * <p>Every random number has a key of generation, child and purpose, so that the same search gives
 * the same bits on any number of threads.
 */
public final class Nsga2 {
  private Nsga2() {}

  /**
   * How it searches.
   *
   * @param population how many points, even, ≥ 4
   * @param generations how often children are made, ≥ 0
   * @param seed of all draws
   */
  public record Settings(int population, int generations, long seed) {
    /** Share of pairs that are crossed. */
    private static final double CROSSED = 0.9;

    /** How close children stay to their parents, in crossover and in mutation. */
    private static final double CROSSOVER_INDEX = 15;

    private static final double MUTATION_INDEX = 20;

    public Settings {
      if (population < 4 || population % 2 != 0 || generations < 0) {
        throw new IllegalArgumentException(
            "population must be even and >= 4 and generations >= 0, but were %s and %s"
                .formatted(population, generations));
      }
    }

    /** How many points are asked for in all. */
    public int evaluations() {
      return population * (generations + 1);
    }
  }

  /**
   * A point that was asked for. Immutable.
   *
   * @param number in the order in which points were asked for, from 0
   */
  public record Found(int number, List<Double> point, Worth worth) {
    public Found {
      point = List.copyOf(point);
    }
  }

  private record Ranked(Found found, int front, double room) {
    /** Nearer to the first front; in the same, with more room. */
    boolean isPreferredTo(Ranked other) {
      return front != other.front ? front < other.front : room > other.room;
    }
  }

  /**
   * Searches.
   *
   * @param threads ≥ 1; no result depends on it
   * @param done told the number of finished generations, the first population among them
   * @return the last population, the first front first
   */
  public static List<Found> search(
      Problem problem, Settings settings, int threads, IntConsumer done) {
    return search(problem, settings, Tasks.on(threads, finished -> {}), done);
  }

  /**
   * As {@link #search(Problem, Settings, int, IntConsumer)}; every generation is a part of its own,
   * with one task for each point.
   */
  public static List<Found> search(
      Problem problem, Settings settings, Tasks tasks, IntConsumer done) {
    List<double[]> points = new ArrayList<>();
    for (int i = 0; i < settings.population; i++) {
      RandomStream stream = RandomStream.of(settings.seed, 0, i, "first population");
      double[] point = new double[problem.dimensions()];
      for (int j = 0; j < point.length; j++) {
        point[j] = stream.nextDouble();
      }
      points.add(point);
    }
    List<Ranked> parents = kept(asked(problem, points, 0, settings, tasks), settings.population);
    done.accept(1);
    for (int generation = 1; generation <= settings.generations; generation++) {
      List<double[]> children = children(parents, generation, settings);
      List<Found> all = new ArrayList<>();
      parents.forEach(parent -> all.add(parent.found));
      all.addAll(asked(problem, children, generation, settings, tasks));
      parents = kept(all, settings.population);
      done.accept(generation + 1);
    }
    return parents.stream().map(Ranked::found).toList();
  }

  /** Of some points those that no other beats, in their order; none that is not feasible. */
  public static List<Found> unbeaten(List<Found> found) {
    return found.stream()
        .filter(one -> one.worth.isFeasible())
        .filter(one -> found.stream().noneMatch(other -> other.worth.beats(one.worth)))
        .toList();
  }

  private static List<Found> asked(
      Problem problem, List<double[]> points, int generation, Settings settings, Tasks tasks) {
    List<double[]> worths =
        tasks.numbers(
            "generation %s of %s".formatted(generation, settings.population),
            points.size(),
            i -> problem.at(points.get(i).clone()).numbers());
    return IntStream.range(0, points.size())
        .mapToObj(
            i ->
                new Found(
                    generation * settings.population + i,
                    Arrays.stream(points.get(i)).boxed().toList(),
                    Worth.ofNumbers(worths.get(i))))
        .toList();
  }

  private static List<Ranked> kept(List<Found> all, int most) {
    List<Worth> worths = all.stream().map(Found::worth).toList();
    List<Ranked> kept = new ArrayList<>();
    List<List<Integer>> fronts = Fronts.of(worths);
    for (int number = 0; number < fronts.size() && kept.size() < most; number++) {
      List<Integer> front = fronts.get(number);
      double[] room = Fronts.room(front, worths);
      List<Ranked> ranked = new ArrayList<>();
      for (int i = 0; i < front.size(); i++) {
        ranked.add(new Ranked(all.get(front.get(i)), number, room[i]));
      }
      if (kept.size() + ranked.size() > most) {
        ranked.sort(Comparator.comparingDouble(one -> -one.room));
        ranked = ranked.subList(0, most - kept.size());
      }
      kept.addAll(ranked);
    }
    return kept;
  }

  private static List<double[]> children(List<Ranked> parents, int generation, Settings settings) {
    List<double[]> children = new ArrayList<>();
    for (int pair = 0; pair < settings.population / 2; pair++) {
      RandomStream stream = RandomStream.of(settings.seed, generation, pair, "children");
      double[] one = point(chosen(parents, stream));
      double[] other = point(chosen(parents, stream));
      if (stream.nextDouble() < Settings.CROSSED) {
        cross(one, other, stream);
      }
      mutate(one, stream);
      mutate(other, stream);
      children.add(one);
      children.add(other);
    }
    return children;
  }

  private static double[] point(Found found) {
    return found.point.stream().mapToDouble(Double::doubleValue).toArray();
  }

  /** The better of two drawn at random. */
  private static Found chosen(List<Ranked> parents, RandomStream stream) {
    Ranked one = parents.get(stream.nextInt(parents.size()));
    Ranked other = parents.get(stream.nextInt(parents.size()));
    return other.isPreferredTo(one) ? other.found : one.found;
  }

  /** Simulated binary crossover within [0, 1] (Deb and Agrawal 1995), half of the numbers. */
  private static void cross(double[] one, double[] other, RandomStream stream) {
    for (int i = 0; i < one.length; i++) {
      boolean isCrossed = stream.nextDouble() < 0.5;
      double u = stream.nextDouble();
      boolean isSwapped = stream.nextDouble() < 0.5;
      double low = Math.min(one[i], other[i]);
      double high = Math.max(one[i], other[i]);
      if (!isCrossed || high - low < 1e-14) {
        continue;
      }
      double below = 0.5 * (low + high - spread(u, low / (high - low)) * (high - low));
      double above = 0.5 * (low + high + spread(u, (1 - high) / (high - low)) * (high - low));
      one[i] = within(isSwapped ? above : below);
      other[i] = within(isSwapped ? below : above);
    }
  }

  /**
   * How far children lie apart, parents being 1 apart.
   *
   * @param free how far the bound lies beyond the parent, likewise
   */
  private static double spread(double u, double free) {
    double index = Settings.CROSSOVER_INDEX;
    double alpha = 2 - StrictMath.pow(1 + 2 * free, -(index + 1));
    double base = u <= 1 / alpha ? u * alpha : 1 / (2 - u * alpha);
    return StrictMath.pow(base, 1 / (index + 1));
  }

  /** Polynomial mutation within [0, 1] (Deb and Goyal 1996), one number on average. */
  private static void mutate(double[] point, RandomStream stream) {
    double power = Settings.MUTATION_INDEX + 1;
    for (int i = 0; i < point.length; i++) {
      boolean isChanged = stream.nextDouble() * point.length < 1;
      double u = stream.nextDouble();
      if (!isChanged) {
        continue;
      }
      double x = point[i];
      double step =
          u < 0.5
              ? StrictMath.pow(2 * u + (1 - 2 * u) * StrictMath.pow(1 - x, power), 1 / power) - 1
              : 1
                  - StrictMath.pow(
                      2 * (1 - u) + 2 * (u - 0.5) * StrictMath.pow(x, power), 1 / power);
      point[i] = within(x + step);
    }
  }

  private static double within(double value) {
    return Math.max(0, Math.min(1, value));
  }
}
