package org.capgate.evidence;

import java.util.function.DoubleSupplier;
import org.capgate.analysis.KnownResults;
import org.capgate.input.Numbers;
import org.capgate.model.Readout;

/** Numbers of simulations that are run only when a number is not known. */
final class KnownSimulations implements Simulations {
  private final Simulations simulations;
  private final KnownResults known;

  KnownSimulations(Simulations simulations, KnownResults known) {
    this.simulations = simulations;
    this.known = known;
  }

  @Override
  public double baseline(Condition untreated, Readout readout) {
    return get("untreated", untreated, readout, () -> simulations.baseline(untreated, readout));
  }

  @Override
  public double at(Condition condition, Readout readout, double tHours) {
    return get(
        "at %s h".formatted(Numbers.text(tHours)),
        condition,
        readout,
        () -> simulations.at(condition, readout, tHours));
  }

  @Override
  public double highest(Condition condition, Readout readout) {
    return get("highest", condition, readout, () -> simulations.highest(condition, readout));
  }

  @Override
  public double lowest(Condition condition, Readout readout) {
    return get("lowest", condition, readout, () -> simulations.lowest(condition, readout));
  }

  @Override
  public Course course(Condition condition, Readout readout) {
    double[] pairs =
        known.get(
            key("course", condition, readout),
            () -> simulations.course(condition, readout).pairs());
    return Course.of(pairs);
  }

  private double get(String what, Condition condition, Readout readout, DoubleSupplier compute) {
    return known.get(key(what, condition, readout), () -> new double[] {compute.getAsDouble()})[0];
  }

  private static String key(String what, Condition condition, Readout readout) {
    return "%s of %s, %s".formatted(readout.name(), condition.text(), what);
  }
}
