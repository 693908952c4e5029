package org.capgate.trial;

import java.util.TreeSet;
import org.capgate.analysis.Table;
import org.capgate.analysis.TableBuilder;

/**
 * Power against subjects in each arm: what the noncentral t-distribution says for the effect size
 * found, and how many of the replicates had p below 0.05 after their first few subjects.
 */
final class PowerCurve {
  private static final int PARTS = 6;
  private static final int POINTS = 12;

  private final Trial trial;
  private final Endpoint endpoint;
  private final int[] sizes;
  private final Moments[][][] seen; // [arm][size][replicate]

  PowerCurve(Trial trial, Endpoint endpoint) {
    this.trial = trial;
    this.endpoint = endpoint;
    TreeSet<Integer> grid = new TreeSet<>();
    for (int i = 1; i <= PARTS; i++) {
      int size = trial.subjects() * i / PARTS;
      if (size >= 2) {
        grid.add(size);
      }
    }
    sizes = grid.stream().mapToInt(Integer::intValue).toArray();
    seen = new Moments[trial.arms().size()][sizes.length][trial.replicates()];
  }

  /** Told of the values of a replicate in an arm after each subject. */
  void after(int arm, int replicate, Moments values) {
    for (int i = 0; i < sizes.length; i++) {
      if (values.count() == sizes[i]) {
        seen[arm][i][replicate] = values.copy();
      }
    }
  }

  static TableBuilder columns() {
    return Table.builder()
        .text("endpoint")
        .text("arm")
        .text("control")
        .text("kind")
        .number("subjects")
        .number("power")
        .number("low")
        .number("high");
  }

  /** A row for each size: of the t-test where it is no share, and of the replicates. */
  void addTo(TableBuilder table, int arm, Moments own, Moments control) {
    if (!endpoint.isShare()) {
      addCurve(table, arm, own, control);
    }
    int controlArm = trial.controlOf(arm);
    for (int i = 0; i < sizes.length && trial.replicates() > 1; i++) {
      long found = 0;
      long all = 0;
      for (int replicate = 0; replicate < trial.replicates(); replicate++) {
        Moments one = seen[arm][i][replicate];
        Moments other = seen[controlArm][i][replicate];
        if (one != null && other != null) {
          double p =
              endpoint.isShare()
                  ? Power.shares(one, other)
                  : Power.welch(one.summary(), other.summary());
          all += Double.isNaN(p) ? 0 : 1;
          found += p < Power.SIGNIFICANT ? 1 : 0;
        }
      }
      if (all > 0) {
        double[] ends = Power.interval(found, all);
        row(table, arm, "replicates", sizes[i], (double) found / all, ends[0], ends[1]);
      }
    }
  }

  /** The interval is that of the effect size, whose variance is (2 + d²/4)/n with n in each arm. */
  private void addCurve(TableBuilder table, int arm, Moments own, Moments control) {
    if (own.count() < 2 || control.count() < 2) {
      return;
    }
    double within =
        Math.sqrt(
            (own.deviation() * own.deviation() + control.deviation() * control.deviation()) / 2);
    double effect = Math.abs(own.mean() - control.mean()) / within;
    if (!(effect > 0) || Double.isInfinite(effect)) {
      return;
    }
    double n = Math.min(own.count(), control.count());
    double half = 1.96 * Math.sqrt((2 + effect * effect / 4) / n);
    int most = Math.max(2 * trial.subjects(), Math.min(4000, Power.perGroup(effect, 0.9)));
    TreeSet<Integer> shown = new TreeSet<>();
    for (int i = 0; i <= POINTS; i++) {
      shown.add((int) Math.round(2 * StrictMath.pow(most / 2.0, (double) i / POINTS)));
    }
    for (int size : shown) {
      row(
          table,
          arm,
          "t-test",
          size,
          Power.ofTwoGroups(effect, size),
          Power.ofTwoGroups(Math.max(0, effect - half), size),
          Power.ofTwoGroups(effect + half, size));
    }
  }

  private void row(
      TableBuilder table, int arm, String kind, int size, double power, double low, double high) {
    table.row(
        endpoint.name(),
        trial.arms().get(arm).name(),
        trial.arms().get(trial.controlOf(arm)).name(),
        kind,
        size,
        power,
        low,
        high);
  }
}
