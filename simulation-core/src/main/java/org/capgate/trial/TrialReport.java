package org.capgate.trial;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.commons.math3.stat.descriptive.StatisticalSummary;
import org.capgate.analysis.Table;
import org.capgate.analysis.TableBuilder;
import org.capgate.ensemble.BlockRow;
import org.capgate.ensemble.Blocks;
import org.jspecify.annotations.Nullable;

/**
 * What the subjects of a trial show, read once from its blocks: courses, endpoints, comparisons
 * with the control (the first arm). Memory does not grow with the number of subjects.
 */
public final class TrialReport {
  /** Subjects of an arm whose changes are kept one by one. */
  private static final int SHOWN = 200;

  private final Trial trial;
  private final double[] visits;
  private final String measuredColumn;
  private final Tally[][] courses; // [arm][visit]
  private final Moments[][][] replicates; // [arm][endpoint][replicate]
  private final Moments[][] all; // [arm][endpoint]
  private final Moments[][] differences; // [arm][endpoint], of the same subject
  private final PartOfTrial part;
  private final Survivals survivals;
  private final PowerCurve[] curves; // [endpoint]
  private final long[] failed; // [arm]
  private final List<List<Double>> changes = new ArrayList<>(); // [arm]
  private final List<String> reasons = new ArrayList<>();
  private long candidates;
  private long drawn;

  private long subject = -1;
  private int attempts; // candidates drawn for it
  private final double[][] measured; // [arm][visit] of the present subject, none in other arms

  TrialReport(Trial trial, Blocks blocks) {
    this.trial = trial;
    visits = trial.visitsHours();
    measuredColumn = TrialWork.measuredColumn(trial.measured());
    int arms = trial.arms().size();
    int endpoints = trial.endpoints().size();
    courses = new Tally[arms][visits.length];
    replicates = new Moments[arms][endpoints][trial.replicates()];
    all = new Moments[arms][endpoints];
    differences = new Moments[arms][endpoints];
    failed = new long[arms];
    part = new PartOfTrial(trial);
    survivals = new Survivals(trial);
    curves = new PowerCurve[endpoints];
    for (int i = 0; i < endpoints; i++) {
      curves[i] = new PowerCurve(trial, trial.endpoints().get(i));
    }
    measured = new double[arms][0];
    for (int arm = 0; arm < arms; arm++) {
      changes.add(new ArrayList<>());
      for (int visit = 0; visit < visits.length; visit++) {
        courses[arm][visit] = new Tally();
      }
      for (int endpoint = 0; endpoint < endpoints; endpoint++) {
        all[arm][endpoint] = new Moments();
        differences[arm][endpoint] = new Moments();
        for (int i = 0; i < trial.replicates(); i++) {
          replicates[arm][endpoint][i] = new Moments();
        }
      }
    }
    blocks.forEachRow(this::read);
    endSubject();
  }

  private void read(BlockRow row) {
    long number = (long) row.number("subject");
    if (number != subject) {
      endSubject();
      subject = number;
      attempts = row.isMissing("candidates") ? 0 : (int) row.number("candidates");
      drawn += attempts > 0 ? 1 : 0;
      candidates += attempts;
    }
    int arm = arm(row.text("arm"));
    if (row.isMissing("timeHours")) {
      failed[arm]++;
      String reason = "%s: %s".formatted(row.text("arm"), row.text("failure"));
      if (!reasons.contains(reason) && reasons.size() < SHOWN) {
        reasons.add(reason);
      }
      return;
    }
    if (measured[arm].length == 0) {
      measured[arm] = new double[visits.length];
    }
    measured[arm][trial.visit(row.number("timeHours"))] = row.number(measuredColumn);
  }

  private int arm(String name) {
    for (int i = 0; i < trial.arms().size(); i++) {
      if (trial.arms().get(i).name().equals(name)) {
        return i;
      }
    }
    throw new IllegalStateException("a row is of the unknown arm '%s'".formatted(name));
  }

  private void endSubject() {
    if (subject >= 0) {
      part.add(measured, () -> trial.drawn(subject, attempts).normals());
    }
    for (int arm = 0; arm < measured.length; arm++) {
      if (measured[arm].length > 0) {
        add(arm, measured[arm]);
      }
    }
    for (int arm = 0; arm < measured.length; arm++) {
      measured[arm] = new double[0];
    }
  }

  private void add(int arm, double[] values) {
    for (int visit = 0; visit < values.length; visit++) {
      courses[arm][visit].add(values[visit]);
    }
    double[] control = measured[trial.controlOf(arm)];
    for (int i = 0; i < trial.endpoints().size(); i++) {
      Endpoint endpoint = trial.endpoints().get(i);
      int visit = trial.visit(endpoint.atHours());
      double value = endpoint.of(visits, values);
      if (!Double.isNaN(value)) {
        Moments own = replicates[arm][i][trial.replicateOf(subject)];
        own.add(value);
        all[arm][i].add(value);
        curves[i].after(arm, trial.replicateOf(subject), own);
        double other = control.length > 0 ? endpoint.of(visits, control) : Double.NaN;
        if (!Double.isNaN(other)) {
          differences[arm][i].add(value - other);
        }
        survivals.add(arm, i, values);
      }
      if (i == 0 && changes.get(arm).size() < SHOWN) {
        changes.get(arm).add(values[visit] - values[0]);
      }
    }
  }

  /** The trial. */
  public Trial trial() {
    return trial;
  }

  /** Whether any subject of every arm was simulated. */
  public boolean hasSubjects() {
    for (Tally[] arm : courses) {
      if (arm[0].moments().count() == 0) {
        return false;
      }
    }
    return true;
  }

  /** Share of the candidates drawn that were plausible and admitted; NaN where none was. */
  public double acceptedShare() {
    return candidates == 0 ? Double.NaN : (double) drawn / candidates;
  }

  /** Whether no subject of any arm failed. */
  public boolean isWhole() {
    return Arrays.stream(failed).allMatch(count -> count == 0);
  }

  /** Why subjects failed: the arm and the reason, each once. */
  public List<String> reasons() {
    return List.copyOf(reasons);
  }

  /** Changes of the first subjects of an arm at the visit of the first endpoint, a fresh array. */
  public double[] changes(int arm) {
    return changes.get(arm).stream().mapToDouble(Double::doubleValue).toArray();
  }

  /** The course of each arm: mean, spread and quantiles of what is measured at each visit. */
  public Table courses() {
    TableBuilder table =
        Table.builder()
            .text("arm")
            .number("timeHours")
            .number("subjects")
            .number("mean")
            .number("deviation")
            .number("p05")
            .number("p25")
            .number("median")
            .number("p75")
            .number("p95");
    for (int arm = 0; arm < courses.length; arm++) {
      for (int visit = 0; visit < visits.length; visit++) {
        Tally tally = courses[arm][visit];
        if (tally.moments().count() > 0) {
          table.row(
              trial.arms().get(arm).name(),
              visits[visit],
              tally.moments().count(),
              tally.moments().mean(),
              orMissing(tally.moments().deviation()),
              tally.quantile(0.05),
              tally.quantile(0.25),
              tally.quantile(0.5),
              tally.quantile(0.75),
              tally.quantile(0.95));
        }
      }
    }
    return table.build();
  }

  /** The part of the subjects that the trial asks about too; without subjects where it does not. */
  public PartOfTrial part() {
    return part;
  }

  /** Endpoints of that part, as {@link #endpoints}. */
  public Table partEndpoints() {
    TableBuilder table = endpointColumns();
    for (int i = 0; part.asked() > 0 && i < trial.endpoints().size(); i++) {
      for (int arm = 0; arm < trial.arms().size(); arm++) {
        addEndpoint(table, trial.endpoints().get(i), arm, part.moments(arm, i), true);
      }
    }
    return table.build();
  }

  /** Who still responds, by Kaplan and Meier: a row for each relapse endpoint, arm and visit. */
  public Table survival() {
    return survivals.table();
  }

  /** Power against subjects in each arm; empty where subjects are the same in all arms. */
  public Table power() {
    TableBuilder table = PowerCurve.columns();
    for (int i = 0; i < curves.length; i++) {
      for (int arm = 0; arm < trial.arms().size(); arm++) {
        if (trial.assignment() == Assignment.OWN_SUBJECTS && isCompared(arm)) {
          curves[i].addTo(table, arm, all[arm][i], all[trial.controlOf(arm)][i]);
        }
      }
    }
    return table.build();
  }

  /**
   * Each endpoint in each arm, over all replicates: mean or share with its 95 % interval, how many
   * subjects failed, between which ends a share would be with them, and what was published.
   */
  public Table endpoints() {
    TableBuilder table = endpointColumns();
    for (int i = 0; i < trial.endpoints().size(); i++) {
      for (int arm = 0; arm < trial.arms().size(); arm++) {
        addEndpoint(table, trial.endpoints().get(i), arm, all[arm][i], false);
      }
    }
    return table.build();
  }

  private static TableBuilder endpointColumns() {
    return Table.builder()
        .text("endpoint")
        .text("arm")
        .number("subjects")
        .number("failed")
        .number("mean")
        .number("deviation")
        .number("low")
        .number("high")
        .number("leastWithFailed")
        .number("mostWithFailed")
        .number("published")
        .text("source");
  }

  private void addEndpoint(
      TableBuilder table, Endpoint endpoint, int arm, Moments moments, boolean isPart) {
    String name = trial.arms().get(arm).name();
    Optional<Published> found =
        trial.published().stream()
            .filter(one -> one.endpoint().equals(endpoint.name()) && one.arm().equals(name))
            .filter(one -> one.isAmong() == isPart)
            .findFirst();
    long known = moments.count();
    long with = known + failed[arm];
    double[] ends = ends(endpoint, moments);
    double yes = known == 0 ? 0 : moments.mean() * known;
    boolean bounded = endpoint.isShare() && with > 0;
    table.row(
        endpoint.name(),
        name,
        known,
        failed[arm],
        orMissing(moments.mean()),
        orMissing(moments.deviation()),
        orMissing(ends[0]),
        orMissing(ends[1]),
        bounded ? yes / with : null,
        bounded ? (yes + failed[arm]) / with : null,
        found.map(Published::value).orElse(null),
        found.map(Published::source).orElse(""));
  }

  private static double[] ends(Endpoint endpoint, Moments moments) {
    if (moments.count() == 0) {
      return new double[] {Double.NaN, Double.NaN};
    }
    if (endpoint.isShare()) {
      return Power.interval(Math.round(moments.mean() * moments.count()), moments.count());
    }
    double half = Power.halfWidth(moments);
    return new double[] {moments.mean() - half, moments.mean() + half};
  }

  /**
   * Each arm against the control. With own subjects: the difference of means with its 95 % interval
   * over all replicates, the effect size (difference over the standard deviation within arms), the
   * share of replicates with p below 0.05 (power) with its interval, the median p, and how many
   * subjects an arm needs for a power of 0.8 by the t-test. With the same subjects: the mean
   * difference with its interval.
   */
  public Table comparisons() {
    TableBuilder table =
        Table.builder()
            .text("endpoint")
            .text("arm")
            .text("control")
            .number("difference")
            .number("low")
            .number("high")
            .number("effectSize")
            .number("power")
            .number("powerLow")
            .number("powerHigh")
            .number("medianP")
            .number("subjectsForPower80");
    for (int i = 0; i < trial.endpoints().size(); i++) {
      for (int arm = 0; arm < trial.arms().size(); arm++) {
        if (!isCompared(arm)) {
          continue;
        }
        if (trial.assignment() == Assignment.SAME_SUBJECTS) {
          addPaired(table, i, arm);
        } else {
          addUnpaired(table, i, arm);
        }
      }
    }
    return table.build();
  }

  private boolean isCompared(int arm) {
    return trial.controlOf(arm) != arm;
  }

  private String control(int arm) {
    return trial.arms().get(trial.controlOf(arm)).name();
  }

  private void addPaired(TableBuilder table, int endpoint, int arm) {
    Moments moments = differences[arm][endpoint];
    double half = Power.halfWidth(moments);
    table.row(
        trial.endpoints().get(endpoint).name(),
        trial.arms().get(arm).name(),
        control(arm),
        orMissing(moments.mean()),
        orMissing(moments.mean() - half),
        orMissing(moments.mean() + half),
        null,
        null,
        null,
        null,
        null,
        null);
  }

  private void addUnpaired(TableBuilder table, int endpoint, int arm) {
    Moments control = all[trial.controlOf(arm)][endpoint];
    Moments own = all[arm][endpoint];
    double difference = own.mean() - control.mean();
    double within =
        Math.sqrt(
            (own.deviation() * own.deviation() + control.deviation() * control.deviation()) / 2);
    double half = 1.96 * Math.sqrt(squaredError(own) + squaredError(control));
    double effect = within > 0 ? difference / within : Double.NaN;
    double[] p = probabilities(endpoint, arm);
    int significant = 0;
    for (double one : p) {
      significant += one < Power.SIGNIFICANT ? 1 : 0;
    }
    double[] ends = p.length == 0 ? new double[2] : Power.interval(significant, p.length);
    boolean many = p.length > 1;
    table.row(
        trial.endpoints().get(endpoint).name(),
        trial.arms().get(arm).name(),
        control(arm),
        orMissing(difference),
        orMissing(difference - half),
        orMissing(difference + half),
        orMissing(effect),
        many ? (double) significant / p.length : null,
        many ? ends[0] : null,
        many ? ends[1] : null,
        p.length == 0 ? null : p[p.length / 2],
        Double.isNaN(effect) || effect == 0 ? null : Power.perGroup(Math.abs(effect), 0.8));
  }

  private static double squaredError(Moments moments) {
    return moments.deviation() * moments.deviation() / moments.count();
  }

  /** p of each replicate that has one, ascending. */
  private double[] probabilities(int endpoint, int arm) {
    List<Double> found = new ArrayList<>();
    for (int i = 0; i < trial.replicates(); i++) {
      double p = probability(endpoint, arm, i);
      if (!Double.isNaN(p)) {
        found.add(p);
      }
    }
    return found.stream().mapToDouble(Double::doubleValue).sorted().toArray();
  }

  private double probability(int endpoint, int arm, int replicate) {
    Moments control = replicates[trial.controlOf(arm)][endpoint][replicate];
    Moments own = replicates[arm][endpoint][replicate];
    if (own.count() < 2 || control.count() < 2) {
      return Double.NaN;
    }
    if (trial.endpoints().get(endpoint).isShare()) {
      return Power.shares(own, control);
    }
    StatisticalSummary one = own.summary();
    return Power.welch(one, control.summary());
  }

  /**
   * Each replicate as one laboratory would see it: means of both arms and p. Empty where subjects
   * are the same in all arms.
   */
  public Table replicates() {
    TableBuilder table =
        Table.builder()
            .text("endpoint")
            .text("arm")
            .number("replicate")
            .number("subjects")
            .number("mean")
            .number("deviation")
            .number("controlMean")
            .number("controlDeviation")
            .number("p");
    if (trial.assignment() == Assignment.SAME_SUBJECTS) {
      return table.build();
    }
    for (int i = 0; i < trial.endpoints().size(); i++) {
      for (int arm = 0; arm < trial.arms().size(); arm++) {
        for (int replicate = 0; isCompared(arm) && replicate < trial.replicates(); replicate++) {
          Moments own = replicates[arm][i][replicate];
          Moments control = replicates[trial.controlOf(arm)][i][replicate];
          table.row(
              trial.endpoints().get(i).name(),
              trial.arms().get(arm).name(),
              replicate,
              own.count(),
              orMissing(own.mean()),
              orMissing(own.deviation()),
              orMissing(control.mean()),
              orMissing(control.deviation()),
              orMissing(probability(i, arm, replicate)));
        }
      }
    }
    return table.build();
  }

  private static @Nullable Double orMissing(double value) {
    return Double.isFinite(value) ? value : null;
  }
}
