package org.capgate.trial;

import java.util.Optional;
import java.util.function.Supplier;
import org.capgate.analysis.Table;

/** The part of the subjects that a trial asks about too, and what tells it from the others. */
public final class PartOfTrial {
  private final Trial trial;
  private final double[] visits;
  private final Moments[][] moments; // [arm][endpoint]
  private final Carriers carriers;
  private long within;
  private long asked;

  PartOfTrial(Trial trial) {
    this.trial = trial;
    visits = trial.visitsHours();
    carriers = new Carriers(trial.population());
    moments = new Moments[trial.arms().size()][trial.endpoints().size()];
    for (Moments[] ofArm : moments) {
      for (int i = 0; i < ofArm.length; i++) {
        ofArm[i] = new Moments();
      }
    }
  }

  /**
   * A subject.
   *
   * @param measured [arm][visit], no visits in an arm where it failed
   * @param normals the normal numbers it follows from
   */
  void add(double[][] measured, Supplier<double[]> normals) {
    Optional<Among> among = trial.among();
    double[] decisive = among.isEmpty() ? new double[0] : measured[arm(among.get())];
    if (decisive.length == 0) {
      return;
    }
    Endpoint deciding =
        trial.endpoints().stream()
            .filter(one -> one.name().equals(among.get().endpoint()))
            .findFirst()
            .orElseThrow();
    double found = deciding.of(visits, decisive);
    if (Double.isNaN(found)) {
      return;
    }
    boolean is = found == (among.get().is() ? 1 : 0);
    asked++;
    carriers.add(normals.get(), is, decisive[trial.visit(deciding.atHours())]);
    if (is) {
      within++;
      addWithin(measured);
    }
  }

  private void addWithin(double[][] measured) {
    for (int arm = 0; arm < measured.length; arm++) {
      for (int i = 0; i < trial.endpoints().size() && measured[arm].length > 0; i++) {
        double value = trial.endpoints().get(i).of(visits, measured[arm]);
        if (!Double.isNaN(value)) {
          moments[arm][i].add(value);
        }
      }
    }
  }

  private int arm(Among among) {
    int arm = 0;
    while (!trial.arms().get(arm).name().equals(among.arm())) {
      arm++;
    }
    return arm;
  }

  Moments moments(int arm, int endpoint) {
    return moments[arm][endpoint];
  }

  /** Of how many subjects it is known whether they are of the part. */
  public long asked() {
    return asked;
  }

  /** Share of these that are; NaN where there are none. */
  public double share() {
    return asked == 0 ? Double.NaN : (double) within / asked;
  }

  /** The 95 % interval of the share, low and high, a fresh array. */
  public double[] interval() {
    return Power.interval(within, asked);
  }

  /**
   * What those of the part have that the others have not: a row for each number that varies, the
   * largest difference first; empty where there is no part.
   */
  public Table carriers() {
    return carriers.table();
  }
}
