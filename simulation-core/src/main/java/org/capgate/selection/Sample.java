package org.capgate.selection;

import java.util.ArrayList;
import java.util.List;
import org.capgate.ensemble.BlockRow;
import org.capgate.ensemble.Blocks;
import org.capgate.trial.Trial;

/** Subjects, each under every treatment: what is true and what is measured. */
final class Sample {
  private final Trial trial;
  private final List<Arms.Arm> arms;
  private final List<Long> numbers = new ArrayList<>();
  private final List<Integer> attempts = new ArrayList<>();
  private final List<double[][]> truths = new ArrayList<>(); // [arm][visit of the arm]
  private final List<double[][]> measurements = new ArrayList<>();
  private long failed;
  private long candidates;

  private long subject = -1;
  private boolean hasFailed;
  private int drawn;
  private double[][] truth = {};
  private double[][] measured = {};

  Sample(Trial trial, List<Arms.Arm> arms, Blocks blocks) {
    this.trial = trial;
    this.arms = arms;
    blocks.forEachRow(this::read);
    endSubject();
  }

  private void read(BlockRow row) {
    long number = (long) row.number("subject");
    if (number != subject) {
      endSubject();
      subject = number;
      hasFailed = false;
      truth = empty();
      measured = empty();
      drawn = row.isMissing("candidates") ? 0 : (int) row.number("candidates");
      candidates += drawn;
    }
    if (row.isMissing("timeHours")) {
      hasFailed = true;
      return;
    }
    int arm = arm(row.text("arm"));
    int visit = arms.get(arm).visit(row.number("timeHours"));
    if (visit >= 0) {
      truth[arm][visit] = row.number(trial.trueColumn());
      measured[arm][visit] = row.number(trial.measuredColumn());
    }
  }

  private double[][] empty() {
    return arms.stream().map(arm -> new double[arm.hours().size()]).toArray(double[][]::new);
  }

  private int arm(String name) {
    for (int i = 0; i < arms.size(); i++) {
      if (arms.get(i).name().equals(name)) {
        return i;
      }
    }
    throw new IllegalStateException("a row is of the unknown arm '%s'".formatted(name));
  }

  private void endSubject() {
    if (subject < 0) {
      return;
    }
    if (hasFailed) {
      failed++;
      return;
    }
    numbers.add(subject);
    attempts.add(drawn);
    truths.add(truth);
    measurements.add(measured);
  }

  /** How many subjects there are, without those that could not be simulated. */
  int size() {
    return numbers.size();
  }

  /** How many could not be simulated. */
  long failed() {
    return failed;
  }

  /** How many candidates were drawn for all. */
  long candidates() {
    return candidates;
  }

  long number(int index) {
    return numbers.get(index);
  }

  int attempts(int index) {
    return attempts.get(index);
  }

  /** True scores of a subject, [arm][visit]; not to be modified. */
  double[][] truth(int index) {
    return truths.get(index);
  }

  /** The endpoint of a target, as measured, of some subjects. */
  double[] endpoint(Target target, List<Integer> indices) {
    int arm = Arms.index(arms, target);
    int visit = arms.get(arm).visit(target.endpoint().atHours());
    return indices.stream()
        .mapToDouble(
            i -> target.endpoint().of(measurements.get(i)[arm][0], measurements.get(i)[arm][visit]))
        .toArray();
  }
}
