package org.capgate.calibration;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.capgate.evidence.Comparison;
import org.capgate.evidence.Condition;
import org.capgate.evidence.Evaluation;
import org.capgate.evidence.Expectation;
import org.capgate.evidence.Finding;
import org.capgate.evidence.FindingPlan;
import org.capgate.evidence.FindingsEvaluator;
import org.capgate.evidence.JudgementBounds;
import org.capgate.evidence.Magnitude;
import org.capgate.evidence.Standing;
import org.capgate.steady.SteadyStateException;
import org.jspecify.annotations.Nullable;

/**
 * How probable findings are under a parameter set. Row by row: the number x that a finding is
 * judged by is simulated, the experiment measured x + error, and what it reported has the
 * probability that this lies between the bounds of the finding,
 *
 * <pre>p = Φ((high − x)/σ) − Φ((low − x)/σ)</pre>
 *
 * <ul>
 *   <li>increase, decrease: x is the relative change in the direction found, low is the least
 *       change, high infinite; σ is that of the assay ({@link Scatter});
 *   <li>no-change: x is the relative change, between ± the most drift, or ± the share of the wild
 *       type's response where that is less; σ of the assay;
 *   <li>reduced: x is the share of the other response, between its bounds; σ is that of a ratio of
 *       two changes that each have the σ of the assay;
 *   <li>a published number with a range: x is the number; the range is read as the interval that
 *       holds 95 % of what repeated experiments would report: its middle half is flat, σ is an
 *       eighth of it, so that an end is two σ off.
 * </ul>
 *
 * <p>What several sources agree on is known better than one experiment tells: the σ of an
 * established row is a twentieth of that of its assay (ASSUMED, 0.02 to 0.5), and its bounds count
 * as narrower at each end by three such σ, and never by more than a quarter of the distance between
 * them, so that most sets keep to them as they are written.
 *
 * <p>Rows of the same source, subject and readout are one experiment and share half of the variance
 * of their errors (ASSUMED, 0.2 to 0.8): their probability is the mean over the shared error, by
 * Gauss and Hermite's rule, of the product. A row counts with a power: 1 when established, 0.5 when
 * inferred or remembered (ASSUMED: half as good as read), 0 when sources conflict. A row that could
 * not be simulated, and an untreated subject without a stable settled state, make the whole
 * probability 0.
 */
public final class Likelihood {
  private static final double MOST_INSET = 0.25; // of the distance between bounds
  private static final double ROUNDING = 1e-9; // of a sum of logarithms, in another order
  private static final double PARTS_OF_RANGE = 8;
  private static final double LARGEST_CHANGE = 1e3; // stands for a change away from 0

  private final Scatter scatter;
  private final Walls walls;
  private final List<Finding> findings;
  private final FindingPlan plan;
  private final Map<String, Finding> byId = new HashMap<>();
  private final Map<String, String> wildTypeOf = new HashMap<>();

  /** By id of a finding: the untreated subjects it compares. */
  private final Map<String, List<Condition>> subjects = new HashMap<>();

  private final List<List<Finding>> experiments;
  private final double[] most;
  private final List<Integer> order;

  /**
   * Of findings.
   *
   * @param published with what they are compared with among them; conflicting ones do not count
   */
  public Likelihood(List<Finding> published, Scatter scatter) {
    this(
        published,
        published.stream().filter(finding -> power(finding.standing()) > 0).toList(),
        scatter,
        Walls.INSIDE);
  }

  /** Of experiments that somebody may do once: every row has the scatter of its assay. */
  static Likelihood ofExperimentsToCome(List<Finding> asked, Scatter scatter) {
    return new Likelihood(asked, asked, scatter, Walls.OF_ONE_EXPERIMENT);
  }

  private Likelihood(List<Finding> published, List<Finding> counted, Scatter scatter, Walls walls) {
    this.scatter = scatter;
    this.walls = walls;
    findings = List.copyOf(counted);
    List<Finding> all = new ArrayList<>(published);
    Map<List<Object>, String> known = new HashMap<>();
    for (Finding finding : findings) {
      Condition untreated = finding.condition().untreated();
      if (!isOfMutant(finding)) {
        subjects.put(finding.id(), List.of(untreated));
        continue;
      }
      Condition wildType = finding.condition().wildType();
      subjects.put(finding.id(), List.of(untreated, wildType.untreated()));
      wildTypeOf.put(
          finding.id(),
          known.computeIfAbsent(
              List.of(wildType, finding.readout(), finding.at(), finding.versus()),
              missing -> {
                Finding companion = WildTypeCompanion.of(finding);
                all.add(companion);
                return companion.id();
              }));
    }
    all.forEach(finding -> byId.put(finding.id(), finding));
    plan = FindingPlan.of(all);
    experiments =
        List.copyOf(
            findings.stream()
                .collect(
                    Collectors.groupingBy(
                        SharedError::experiment, LinkedHashMap::new, Collectors.toList()))
                .values());
    most = experiments.stream().mapToDouble(this::most).toArray();
    order = IntStream.range(0, experiments.size()).boxed().toList();
  }

  private Likelihood(Likelihood other, List<Integer> order) {
    scatter = other.scatter;
    walls = other.walls;
    findings = other.findings;
    plan = other.plan;
    byId.putAll(other.byId);
    wildTypeOf.putAll(other.wildTypeOf);
    subjects.putAll(other.subjects);
    experiments = other.experiments;
    most = experiments.stream().mapToDouble(this::most).toArray();
    this.order = order;
  }

  /**
   * The same, which looks first at the experiments that tell most sets apart; no number depends on
   * that.
   *
   * @param telling by id of a finding, larger where it tells more
   */
  Likelihood lookingFirstAt(ToDoubleFunction<String> telling) {
    ToDoubleFunction<Integer> ofExperiment =
        index ->
            -experiments.get(index).stream()
                .mapToDouble(finding -> telling.applyAsDouble(finding.id()))
                .sum();
    return new Likelihood(
        this, order.stream().sorted(Comparator.comparingDouble(ofExperiment)).toList());
  }

  /**
   * How established rows count.
   *
   * @param part of the σ of their assay
   * @param inset by how many such σ their bounds are narrower, and those of published ranges of any
   *     standing
   */
  private record Walls(double part, double inset) {
    static final Walls INSIDE = new Walls(0.05, 3);
    static final Walls OF_ONE_EXPERIMENT = new Walls(1, 0);
  }

  private static boolean isOfMutant(Finding finding) {
    return finding.expected() == Expectation.NO_CHANGE
        && !finding.condition().isWildType()
        && finding.versus().isSettled();
  }

  /**
   * A row of the likelihood.
   *
   * @param finding what was found
   * @param experiment rows with the same words share their error
   * @param number the simulated number x
   * @param low lower bound of x, may be −∞
   * @param high upper bound of x, may be ∞
   * @param deviation σ, in the unit of x
   * @param inset by how much the bounds count as narrower, at each end, ≥ 0
   * @param power with which the row counts, in [0, 1]
   */
  public record Row(
      Finding finding,
      String experiment,
      double number,
      double low,
      double high,
      double deviation,
      double inset,
      double power) {

    /** ln p of the row alone, not yet to its power. */
    public double logProbability() {
      return Normal.logProbability(number, deviation, low + inset, high - inset);
    }

    private double logProbability(double sharedError) {
      return power
          * Normal.logProbability(
              number + SharedError.SHARED_ROOT * deviation * sharedError,
              SharedError.OWN_ROOT * deviation,
              low + inset,
              high - inset);
    }
  }

  /**
   * ln of the probability of all findings, up to a constant; −∞ where a subject does not settle in
   * a stable state or a row cannot be simulated.
   */
  public double log(FindingsEvaluator evaluator) {
    return log(evaluator, Double.NEGATIVE_INFINITY);
  }

  /**
   * The same, or −∞ as soon as it is certain to be less than a bound: no experiment can be more
   * probable than {@link #most}.
   */
  double log(FindingsEvaluator evaluator, double least) {
    Judged judged = new Judged(evaluator);
    double[] logs = new double[experiments.size()];
    double atMost = Arrays.stream(most).sum();
    for (int experiment : order) {
      Optional<List<Row>> rows = judged.rows(experiments.get(experiment));
      if (rows.isEmpty()) {
        return Double.NEGATIVE_INFINITY;
      }
      logs[experiment] = logOfExperiment(rows.get());
      atMost += logs[experiment] - most[experiment];
      if (atMost < least - ROUNDING) {
        return Double.NEGATIVE_INFINITY;
      }
    }
    return Arrays.stream(logs).sum();
  }

  /** ln of the probability of each experiment, in their order; empty where one has none. */
  Optional<double[]> logs(FindingsEvaluator evaluator) {
    Judged judged = new Judged(evaluator);
    double[] logs = new double[experiments.size()];
    for (int i = 0; i < logs.length; i++) {
      Optional<List<Row>> rows = judged.rows(experiments.get(i));
      if (rows.isEmpty()) {
        return Optional.empty();
      }
      logs[i] = logOfExperiment(rows.get());
    }
    return Optional.of(logs);
  }

  /** What counts, in the order of the rows. */
  List<Finding> counted() {
    return findings;
  }

  /** Source, subject and readout of each experiment, in their order. */
  List<String> experiments() {
    return experiments.stream().map(rows -> SharedError.experiment(rows.get(0))).toList();
  }

  /** The number of the experiment a finding belongs to. */
  int experimentOf(Finding finding) {
    for (int i = 0; i < experiments.size(); i++) {
      if (experiments.get(i).contains(finding)) {
        return i;
      }
    }
    throw new IllegalArgumentException(finding.id() + " does not count");
  }

  /** ln of the probability of rows. */
  static double log(List<Row> rows) {
    Map<String, List<Row>> experiments = new LinkedHashMap<>();
    rows.forEach(
        row -> experiments.computeIfAbsent(row.experiment, name -> new ArrayList<>()).add(row));
    double sum = 0;
    for (List<Row> experiment : experiments.values()) {
      sum += logOfExperiment(experiment);
    }
    return sum;
  }

  private static double logOfExperiment(List<Row> rows) {
    if (rows.size() == 1) {
      return rows.get(0).power * rows.get(0).logProbability();
    }
    return SharedError.logMean(
        error -> {
          double log = 0;
          for (Row row : rows) {
            log += row.logProbability(error);
          }
          return log;
        });
  }

  /**
   * The rows, in the order of the findings, those with the power 0 left out; empty where the
   * probability is 0.
   */
  public Optional<List<Row>> rows(FindingsEvaluator evaluator) {
    return new Judged(evaluator).rows(findings);
  }

  /** The most that ln p of rows of one experiment can be: that of the least probable of them. */
  private double most(List<Finding> experiment) {
    double drift = JudgementBounds.MOST_DRIFT;
    double most = 0;
    for (Finding finding : experiment) {
      if (finding.expected() == Expectation.NO_CHANGE) {
        Row row = row(finding, 0, -drift, drift, deviation(finding));
        most = Math.min(most, row.power * row.logProbability());
      }
    }
    return most;
  }

  /** The findings under one parameter set, each judged when it is first needed. */
  final class Judged {
    private final FindingsEvaluator evaluator;
    private final Function<Finding, Evaluation> judging;
    private final Map<String, Evaluation> known = new HashMap<>();
    private final Set<Condition> stable = new HashSet<>();

    Judged(FindingsEvaluator evaluator) {
      this.evaluator = evaluator;
      judging = evaluator.judging(plan);
    }

    /** The rows of findings; empty where the probability is 0. */
    Optional<List<Row>> rows(List<Finding> asked) {
      List<Row> rows = new ArrayList<>();
      for (Finding finding : asked) {
        if (!areStable(subjects.getOrDefault(finding.id(), List.of()))) {
          return Optional.empty();
        }
        Optional<Row> row = row(finding, this);
        if (row.isEmpty() || Double.isNaN(row.get().number)) {
          return Optional.empty();
        }
        rows.add(row.get());
      }
      return Optional.of(rows);
    }

    private boolean areStable(List<Condition> untreated) {
      try {
        for (Condition condition : untreated) {
          if (!stable.contains(condition)) {
            if (!evaluator.settled(condition).isStable()) {
              return false;
            }
            stable.add(condition);
          }
        }
        return true;
      } catch (SteadyStateException doesNotSettle) {
        return false;
      }
    }

    /** Null for an id that is none of theirs. */
    @Nullable Evaluation of(String id) {
      Finding finding = byId.get(id);
      return finding == null ? null : known.computeIfAbsent(id, first -> judging.apply(finding));
    }
  }

  static double power(Standing standing) {
    return switch (standing) {
      case ESTABLISHED -> 1;
      case INFERRED, REMEMBERED -> 0.5;
      case CONFLICTING -> 0;
    };
  }

  /** Of the relative change that a finding reports. */
  private double deviation(Finding finding) {
    double part = finding.standing() == Standing.ESTABLISHED ? walls.part : 1;
    return part * scatter.relativeDeviation(finding);
  }

  private Optional<Row> row(Finding finding, Judged judged) {
    Evaluation evaluation = judged.of(finding.id());
    if (evaluation == null || evaluation.value().isEmpty()) {
      return Optional.empty();
    }
    double deviation = deviation(finding);
    double sign = finding.expected() == Expectation.DECREASE ? -1 : 1;
    Magnitude magnitude = finding.magnitude().orElse(null);
    return switch (finding.expected()) {
      case INCREASE, DECREASE ->
          Optional.of(
              magnitude == null
                  ? row(
                      finding,
                      sign * change(evaluation),
                      JudgementBounds.LEAST_CHANGE,
                      Double.POSITIVE_INFINITY,
                      deviation)
                  : ranged(finding, magnitude, sign * difference(evaluation)));
      case NO_CHANGE -> {
        double most = mostDrift(finding, judged);
        yield Optional.of(row(finding, change(evaluation), -most, most, deviation));
      }
      case REDUCED -> Optional.of(reduced(finding, change(evaluation), deviation, judged));
      case VALUE ->
          finding.magnitude().map(range -> ranged(finding, range, number(range, evaluation)));
    };
  }

  /** Relative change; a change away from exactly 0 is a large one. */
  private static double change(Evaluation evaluation) {
    double change = evaluation.relativeChange().orElse(LARGEST_CHANGE * difference(evaluation));
    return Math.max(-LARGEST_CHANGE, Math.min(LARGEST_CHANGE, change));
  }

  private static double difference(Evaluation evaluation) {
    return evaluation.value().orElse(Double.NaN) - evaluation.reference().orElse(Double.NaN);
  }

  /** A share of the peak is one where the row is compared with it. */
  private static double number(Magnitude magnitude, Evaluation evaluation) {
    double value = evaluation.value().orElse(Double.NaN);
    return magnitude.ofPeak() && evaluation.finding().versus().equals(Comparison.PEAK)
        ? value / evaluation.reference().orElse(Double.NaN)
        : value;
  }

  private double mostDrift(Finding finding, Judged judged) {
    Evaluation wildType = judged.of(wildTypeOf.getOrDefault(finding.id(), ""));
    OptionalDouble theirs = wildType == null ? OptionalDouble.empty() : wildType.relativeChange();
    double response = Math.abs(theirs.orElse(0));
    return response < JudgementBounds.MOST_DRIFT
        ? JudgementBounds.MOST_DRIFT
        : Math.min(JudgementBounds.MOST_DRIFT, JudgementBounds.MOST_SHARE_OF_WILD_TYPE * response);
  }

  private Row reduced(Finding finding, double change, double deviation, Judged judged) {
    Evaluation other =
        finding.versus() instanceof Comparison.OtherFinding named ? judged.of(named.id()) : null;
    double theirs = other == null ? 0 : other.relativeChange().orElse(0);
    if (theirs == 0) { // no response to share: as far outside as a share can be
      return row(
          finding, LARGEST_CHANGE, JudgementBounds.LEAST_SHARE, JudgementBounds.MOST_SHARE, 1);
    }
    double share = change / theirs;
    return row(
        finding,
        share,
        JudgementBounds.LEAST_SHARE,
        JudgementBounds.MOST_SHARE,
        deviation * Math.sqrt(1 + share * share) / Math.abs(theirs));
  }

  private Row ranged(Finding finding, Magnitude magnitude, double number) {
    double width = magnitude.high() - magnitude.low();
    double deviation = width > 0 ? width / PARTS_OF_RANGE : Math.abs(magnitude.value()) / 100;
    return row(
        finding, number, magnitude.low(), magnitude.high(), deviation, walls.inset * deviation);
  }

  private Row row(Finding finding, double number, double low, double high, double deviation) {
    boolean isInset = finding.standing() == Standing.ESTABLISHED;
    return row(finding, number, low, high, deviation, isInset ? walls.inset * deviation : 0);
  }

  private static Row row(
      Finding finding, double number, double low, double high, double deviation, double inset) {
    return new Row(
        finding,
        SharedError.experiment(finding),
        number,
        low,
        high,
        Math.max(deviation, Double.MIN_NORMAL),
        Math.min(inset, MOST_INSET * (high - low)),
        power(finding.standing()));
  }
}
