package org.capgate.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.capgate.ensemble.Tasks;
import org.capgate.input.Bounds;
import org.capgate.model.ParameterSet;
import org.capgate.scenario.Scenario;
import org.capgate.steady.SteadyStateException;
import org.capgate.sweep.Axis;

/**
 * A search for designs that no other beats: what is free, how a design follows from it, and what is
 * wanted of it in a subject, or in a given share of an ensemble of subjects. Immutable.
 */
public final class Search {
  /** Stands for the aim of a run without a solution: worse than any that has one. */
  private static final double WORST = 1e12;

  private static final Bounds SHARE = Bounds.between(0.5, 1, "");

  private final List<Axis> axes;
  private final Function<Map<String, String>, Design> designs;
  private final List<Goal> goals;
  private final double share;
  private final List<Subject> subjects = new ArrayList<>(); // of the members that settle
  private final Map<Integer, String> restless = new LinkedHashMap<>();
  private final int members;
  private final Reading reading;

  /**
   * A search.
   *
   * @param axes what is free, at least one
   * @param designs the design of values by axis, as written; the same for the same values
   * @param scenario the subject; its treatment is left aside
   * @param members parameter sets the design must do well in, at least one
   * @param share of the members in which each goal is as good as stated, in [0.5, 1]
   * @param goals at least one of them an aim
   * @throws SteadyStateException when no member has a settled state
   */
  public Search(
      List<Axis> axes,
      Function<Map<String, String>, Design> designs,
      Scenario scenario,
      List<ParameterSet> members,
      double share,
      List<Goal> goals) {
    this.axes = List.copyOf(axes);
    this.designs = designs;
    this.goals = List.copyOf(goals);
    this.share = SHARE.check("share", share);
    if (axes.isEmpty() || members.isEmpty() || goals.stream().noneMatch(Goal::isAim)) {
      throw new IllegalArgumentException(
          "a search has at least one axis, one member and one aim, but had %s, %s and %s"
              .formatted(axes.size(), members.size(), goals.stream().filter(Goal::isAim).count()));
    }
    reading = new Reading(goals.stream().map(Goal::measure).toList());
    this.members = members.size();
    SteadyStateException last = null;
    for (int i = 0; i < members.size(); i++) {
      try {
        subjects.add(new Subject(scenario, members.get(i)));
      } catch (SteadyStateException without) {
        restless.put(i, String.valueOf(without.getMessage()));
        last = without;
      }
    }
    if (subjects.isEmpty() && last != null) {
      throw last;
    }
  }

  /** What is free. */
  public List<Axis> axes() {
    return axes;
  }

  /** What is wanted. */
  public List<Goal> goals() {
    return goals;
  }

  /** How many parameter sets a design is tried in. */
  public int members() {
    return members;
  }

  /**
   * Members, by number from 0, in which the subject has no settled state, and why; every design
   * counts as failed in these.
   */
  public Map<Integer, String> withoutRest() {
    return Collections.unmodifiableMap(restless);
  }

  /**
   * A design with its numbers.
   *
   * @param values by axis, as written
   * @param numbers one for each goal: as good as in the stated share of the members, or better;
   *     ±infinity where that share has no solution
   * @param failed members in which the run has no solution
   */
  public record Scored(Map<String, String> values, Design design, double[] numbers, int failed) {
    public Scored {
      values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
      numbers = numbers.clone();
    }

    @Override
    public double[] numbers() {
      return numbers.clone();
    }

    /** One number. */
    public double number(int goal) {
      return numbers[goal];
    }
  }

  /**
   * Searches by {@link Nsga2}.
   *
   * @return the designs of the last population that no other beats and that meet the constraints,
   *     in the order of their first aim, each once
   */
  public List<Scored> run(Nsga2.Settings settings, int threads, IntConsumer done) {
    return run(settings, Tasks.on(threads, finished -> {}), done);
  }

  /** As {@link #run(Nsga2.Settings, int, IntConsumer)}, with tasks for designs. */
  public List<Scored> run(Nsga2.Settings settings, Tasks tasks, IntConsumer done) {
    Set<Map<String, String>> found = new LinkedHashSet<>();
    for (Nsga2.Found one : Nsga2.unbeaten(Nsga2.search(problem(), settings, tasks, done))) {
      found.add(values(one.point().stream().mapToDouble(x -> x).toArray()));
    }
    if (found.isEmpty()) {
      return List.of();
    }
    List<Scored> designsFound =
        new ArrayList<>(
            scored(
                "found in %s generations of %s"
                    .formatted(settings.generations(), settings.population()),
                List.copyOf(found),
                found.stream().map(designs).toList(),
                tasks));
    int first = goals.indexOf(goals.stream().filter(Goal::isAim).findFirst().orElseThrow());
    designsFound.sort(
        java.util.Comparator.comparingDouble(
            scored -> badness(goals.get(first), scored.number(first))));
    return designsFound;
  }

  /** The search as a problem of numbers alone. */
  public Problem problem() {
    int aims = (int) goals.stream().filter(Goal::isAim).count();
    return new Problem() {
      @Override
      public int dimensions() {
        return axes.size();
      }

      @Override
      public int aims() {
        return aims;
      }

      @Override
      public Worth at(double[] point) {
        return worth(scored(values(point)));
      }
    };
  }

  private Map<String, String> values(double[] point) {
    Map<String, String> values = new LinkedHashMap<>();
    for (int i = 0; i < point.length; i++) {
      values.put(axes.get(i).name(), axes.get(i).at(point[i]));
    }
    return values;
  }

  /** A design with its numbers, see {@link Scored}. */
  public Scored scored(Map<String, String> values) {
    return scored(values, designs.apply(values));
  }

  /** The numbers of a design that follows from no values, such as one to compare with. */
  public Scored scored(Map<String, String> values, Design design) {
    double[][] measured = reading.measured(design, subjects);
    double[][] byGoal = new double[goals.size()][members];
    for (double[] numbers : byGoal) {
      Arrays.fill(numbers, measured.length, members, Double.POSITIVE_INFINITY);
    }
    int failed = restless.size();
    for (int member = 0; member < measured.length; member++) {
      boolean isSolved = true;
      for (int goal = 0; goal < goals.size(); goal++) {
        double number = measured[member][goal];
        isSolved &= !Double.isNaN(number);
        byGoal[goal][member] =
            Double.isNaN(number) ? Double.POSITIVE_INFINITY : badness(goals.get(goal), number);
      }
      failed += isSolved ? 0 : 1;
    }
    double[] robust = new double[goals.size()];
    for (int goal = 0; goal < robust.length; goal++) {
      Arrays.sort(byGoal[goal]);
      int place = (int) Math.ceil(share * members) - 1;
      double bad = byGoal[goal][Math.max(0, place)];
      robust[goal] = goals.get(goal).isMoreBetter() ? -bad : bad;
    }
    return new Scored(values, design, robust, failed);
  }

  /**
   * The numbers of several designs.
   *
   * @param part names them among the tasks
   * @param values by axis, one for each design; empty where it follows from none
   */
  public List<Scored> scored(
      String part, List<Map<String, String>> values, List<Design> of, Tasks tasks) {
    List<double[]> numbers =
        tasks.numbers(
            part,
            of.size(),
            i -> {
              Scored one = scored(values.get(i), of.get(i));
              double[] all = Arrays.copyOf(one.numbers, one.numbers.length + 1);
              for (int goal = 0; goal < one.numbers.length; goal++) {
                all[goal] = Double.isInfinite(all[goal]) ? Double.NaN : all[goal];
              }
              all[one.numbers.length] = one.failed;
              return all;
            });
    return IntStream.range(0, of.size())
        .mapToObj(
            i -> {
              double[] all = numbers.get(i);
              double[] own = Arrays.copyOf(all, all.length - 1);
              for (int goal = 0; goal < own.length; goal++) {
                own[goal] = Double.isNaN(own[goal]) ? worst(goals.get(goal)) : own[goal];
              }
              return new Scored(values.get(i), of.get(i), own, (int) all[own.length]);
            })
        .toList();
  }

  private static double worst(Goal goal) {
    return goal.isMoreBetter() ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
  }

  private static double badness(Goal goal, double number) {
    return goal.isMoreBetter() ? -number : number;
  }

  private Worth worth(Scored scored) {
    List<Double> aims = new ArrayList<>();
    double violation = 0;
    for (int goal = 0; goal < goals.size(); goal++) {
      double number = scored.number(goal);
      if (goals.get(goal).isAim()) {
        double bad = badness(goals.get(goal), number);
        aims.add(Math.min(bad, WORST));
        violation += bad >= WORST ? 1 : 0;
      } else {
        violation += Math.min(goals.get(goal).violation(number), WORST);
      }
    }
    return new Worth(aims.stream().mapToDouble(Double::doubleValue).toArray(), violation);
  }

  /** Whether a design meets the constraints. */
  public boolean isFeasible(Scored scored) {
    return worth(scored).isFeasible();
  }
}
