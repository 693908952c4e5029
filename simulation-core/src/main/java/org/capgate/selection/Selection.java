package org.capgate.selection;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.capgate.analysis.KnownResults;
import org.capgate.ensemble.BlockStore;
import org.capgate.ensemble.Blocks;
import org.capgate.population.Population;
import org.capgate.population.Subject;
import org.capgate.random.RandomStream;
import org.capgate.sampling.Box;
import org.capgate.sampling.Draws;
import org.capgate.sampling.DreamZs;
import org.capgate.scenario.Scenario;
import org.capgate.trial.Arm;
import org.capgate.trial.Assignment;
import org.capgate.trial.Trial;

/**
 * Chooses from the plausible subjects of a population a virtual population that has published
 * means, deviations and shares. Immutable.
 *
 * <pre>{@code
 * Selection selection = Selection.in(Population.named("depressed-human")).candidates(2000).build();
 * Blocks plausible = selection.plausible(BlockStore.inMemory());
 * plausible.compute(2, done -> {});
 * Selection.Accepted people = selection.accepted(plausible);
 * System.out.print(people.chosen().targets().toText());
 * }</pre>
 */
public final class Selection {
  /** Normal numbers further out than this are not looked at by chains. */
  private static final double WIDEST = 5;

  private final Population population;
  private final Scenario scenario;
  private final List<Target> targets;
  private final List<Arms.Arm> arms;
  private final Conditions conditions;
  private final int candidates;
  private final long seed;

  private Selection(Builder builder) {
    population = builder.population;
    scenario = builder.scenario;
    targets =
        builder.targets.stream()
            .filter(target -> target.population().equals(population.name()))
            .toList();
    candidates = builder.candidates;
    seed = builder.seed;
    if (targets.stream().noneMatch(Target::isFitted)) {
      throw new IllegalArgumentException(
          "no target of population '%s' is to be fitted".formatted(population.name()));
    }
    if (targets.stream().map(Target::readout).distinct().count() > 1) {
      throw new IllegalArgumentException("all targets must be of the same readout");
    }
    arms = Arms.of(targets);
    conditions = new Conditions(population, arms, targets);
  }

  /** A selection from a population, to be stated. */
  public static Builder in(Population population) {
    return new Builder(population);
  }

  /** States a selection. */
  public static final class Builder {
    private final Population population;
    private Scenario scenario;
    private List<Target> targets = List.of();
    private int candidates = 2000;
    private long seed = 1;

    private Builder(Population population) {
      this.population = population;
      scenario = Scenario.of(population.species()).build();
    }

    /** Parameters, mechanisms and compounds of a subject; the shipped ones by default. */
    public Builder model(Scenario other) {
      scenario = other;
      return this;
    }

    /** What was published; those of other populations are left out. The shipped ones by default. */
    public Builder targets(List<Target> published) {
      targets = List.copyOf(published);
      return this;
    }

    /** How many plausible subjects are simulated, ≥ 1. */
    public Builder candidates(int number) {
      candidates = number;
      return this;
    }

    /** Seed of everything drawn. */
    public Builder seed(long any) {
      seed = any;
      return this;
    }

    /**
     * The selection.
     *
     * @throws IllegalArgumentException when no target is to be fitted, or readouts differ
     */
    public Selection build() {
      if (targets.isEmpty()) {
        targets = Target.published();
      }
      return new Selection(this);
    }
  }

  /** Whom it is chosen from. */
  public Population population() {
    return population;
  }

  /** The plausible subjects, each under every treatment of the targets. */
  public Trial trial() {
    TreeSet<Double> hours = new TreeSet<>();
    arms.forEach(arm -> hours.addAll(arm.hours()));
    Trial.Builder trial =
        Trial.in(population)
            .model(scenario)
            .assignment(Assignment.SAME_SUBJECTS)
            .measuring(targets.get(0).readout())
            .atHours(hours.stream().mapToDouble(Double::doubleValue).toArray())
            .withTruth()
            .subjects(candidates)
            .seed(seed);
    arms.forEach(arm -> trial.arm(new Arm(arm.name(), scenario.genotype(), arm.regimen())));
    return trial.build();
  }

  /** The work on all plausible subjects, what is done kept in a store. */
  public Blocks plausible(BlockStore store) {
    return trial().blocks(store);
  }

  private Sample sample(Trial trial, Blocks blocks) {
    Sample sample = new Sample(trial, arms, blocks);
    if (sample.size() == 0) {
      throw new IllegalStateException(
          "no subject of '%s' was simulated".formatted(population.name()));
    }
    return sample;
  }

  private double[][] conditions(Sample sample) {
    return IntStream.range(0, sample.size())
        .mapToObj(i -> conditions.of(sample.truth(i)))
        .toArray(double[][]::new);
  }

  /**
   * A virtual population by acceptance.
   *
   * @param chosen who was taken
   * @param candidates how many were drawn until all plausible subjects were found
   * @param plausible how many plausible subjects were looked at
   * @param failed how many more could not be simulated
   * @param effective how many of equal weight say as much as the plausible ones do, weighted
   * @param beta see {@link Acceptance#beta}
   */
  public record Accepted(
      Chosen chosen, long candidates, int plausible, long failed, double effective, double beta) {
    /** Share of the plausible that was taken, in [0, 1]. */
    public double share() {
      return (double) chosen.size() / plausible;
    }
  }

  /**
   * Takes plausible subjects by acceptance; the blocks must have been computed.
   *
   * @throws IllegalStateException when nobody was simulated, or taken
   */
  public Accepted accepted(Blocks blocks) {
    Sample sample = sample(trial(), blocks);
    double[][] distances = conditions(sample);
    Acceptance acceptance = Acceptance.of(Tilt.multipliers(distances), distances);
    List<Integer> taken = new ArrayList<>();
    List<Subject> subjects = new ArrayList<>();
    for (int i = 0; i < sample.size(); i++) {
      if (acceptance.takes(i, seed, sample.number(i))) {
        taken.add(i);
        subjects.add(population.again(seed, sample.number(i), sample.attempts(i)));
      }
    }
    if (taken.isEmpty()) {
      throw new IllegalStateException(
          "of %s plausible subjects none was taken; more are needed".formatted(sample.size()));
    }
    return new Accepted(
        new Chosen(population, targets, sample, sample, taken, subjects),
        sample.candidates(),
        sample.size(),
        sample.failed(),
        acceptance.effectiveNumber(),
        acceptance.beta());
  }

  /**
   * Draws from the same wanted population by chains, which go where it is dense: worth while where
   * acceptance takes few.
   *
   * @param blocks of the plausible subjects, from which the density is known
   * @param generations of each chain, ≥ 1
   * @param known what an earlier run computed
   */
  public Draws chains(
      Blocks blocks,
      DreamZs.Settings settings,
      int generations,
      KnownResults known,
      DreamZs.Listener listener) {
    double[] multipliers = Tilt.multipliers(conditions(sample(trial(), blocks)));
    TiltedDensity density =
        new TiltedDensity(
            population,
            scenario,
            seed,
            targets.stream().filter(Target::isFitted).toList(),
            multipliers);
    int dimensions = population.dimensions();
    double[] high = new double[dimensions];
    double[] low = new double[dimensions];
    Arrays.fill(high, WIDEST);
    Arrays.fill(low, -WIDEST);
    Box box = Box.of(low, high);
    return new DreamZs(density, box, stream -> normals(stream, dimensions), settings)
        .run(generations, known, listener);
  }

  private static double[] normals(RandomStream stream, int dimensions) {
    double[] z = new double[dimensions];
    for (int i = 0; i < dimensions; i++) {
      double one = stream.nextGaussian();
      while (Math.abs(one) > WIDEST) {
        one = stream.nextGaussian();
      }
      z[i] = one;
    }
    return z;
  }

  /** Some of what chains have drawn, evenly from the second half of all. */
  public List<double[]> thinned(Draws draws, int number) {
    int from = draws.perChain() / 2;
    int all = (draws.perChain() - from) * draws.chains();
    int taken = Math.min(number, all);
    List<double[]> points = new ArrayList<>();
    for (int i = 0; i < taken; i++) {
      int at = (int) ((long) i * all / taken);
      points.add(draws.point(at % draws.chains(), from + at / draws.chains()));
    }
    return points;
  }

  /** These subjects under every treatment of the targets. */
  public Trial trial(List<double[]> normals) {
    return trial().toBuilder().among(normals).subjects(normals.size()).build();
  }

  /**
   * A virtual population of drawn subjects.
   *
   * @param plausible computed blocks of the plausible subjects, to compare with
   * @param normals who they are
   * @param drawn computed blocks of {@link #trial(List)}
   */
  public Chosen drawn(Blocks plausible, List<double[]> normals, Blocks drawn) {
    Sample sample = sample(trial(normals), drawn);
    List<Subject> subjects =
        IntStream.range(0, sample.size())
            .mapToObj(
                i -> {
                  long number = sample.number(i);
                  return population.subject(number, normals.get((int) number)).orElseThrow();
                })
            .toList();
    return new Chosen(
        population,
        targets,
        sample(trial(), plausible),
        sample,
        IntStream.range(0, sample.size()).boxed().toList(),
        subjects);
  }
}
