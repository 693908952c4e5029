package org.capgate.cli.output;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;
import org.capgate.analysis.TableBuilder;
import org.capgate.dynamics.Integrator;
import org.capgate.model.Readout;
import org.capgate.solver.Solvers;
import org.capgate.uncertainty.EnsembleRuns;
import org.capgate.uncertainty.Quantiles;
import org.capgate.uncertainty.TreatmentResponse;
import org.capgate.viz.Estimate;
import org.capgate.viz.Series;

/** What the sets of an ensemble say together, in the two bands that figures and tables show. */
public final class Bands {
  /** Ends of the outer band, ends of the inner one, and the median between them. */
  public static final double[] SHARES = {0.05, 0.25, 0.5, 0.75, 0.95};

  /** Bands are wider than its error by far. */
  public static final Integrator INTEGRATOR = Solvers.rodas4(1e-4);

  private Bands() {}

  /** The columns that follow the names of an experiment in a table of bands. */
  public static TableBuilder columns(TableBuilder table) {
    return table
        .number("time_h")
        .text("readout")
        .number("low_90")
        .number("low_50")
        .number("median")
        .number("high_50")
        .number("high_90")
        .text("unit");
  }

  /** One row a sample. */
  public static void addRows(
      TableBuilder table, EnsembleRuns.Experiment sets, Readout readout, String... experiment) {
    double[] times = sets.timesHours();
    double[][] ends = sets.quantiles(readout, SHARES);
    for (int i = 0; i < times.length; i++) {
      List<Object> row = new ArrayList<>(List.of(experiment));
      row.add(times[i]);
      row.add(readout.name());
      for (double[] end : ends) {
        row.add(end[i]);
      }
      row.add(readout.unit());
      table.row(row.toArray());
    }
  }

  /** A line with the bands around it. */
  public static Series around(Series line, EnsembleRuns.Experiment sets, Readout readout) {
    if (sets.size() == 0) {
      return line;
    }
    double[][] ends = sets.quantiles(readout, SHARES);
    return line.withBand(ends[1], ends[3]).withOuterBand(ends[0], ends[4]);
  }

  /** A number with the bands around it. */
  public static Estimate around(double number, double[] bySet) {
    if (bySet.length == 0) {
      return Estimate.of(number);
    }
    Quantiles ends = Quantiles.of(bySet);
    return Estimate.of(number)
        .withInner(ends.at(SHARES[1]), ends.at(SHARES[3]))
        .withOuter(ends.at(SHARES[0]), ends.at(SHARES[4]));
  }

  /**
   * A number of a table with the outer band behind it, as {@code 120.0 (118.2 to 123.4)}; alone
   * where there is none.
   *
   * @param text how the number and the ends are written
   */
  public static String beside(double number, double[] bySet, DoubleFunction<String> text) {
    if (bySet.length == 0) {
      return text.apply(number);
    }
    Quantiles ends = Quantiles.of(bySet);
    return "%s (%s to %s)"
        .formatted(
            text.apply(number), text.apply(ends.at(SHARES[0])), text.apply(ends.at(SHARES[4])));
  }

  /** What the bands hold, in words. */
  public static String words(int sets) {
    return "50 and 90 %% of %s parameter sets that agree with the findings; lines: the shipped one"
        .formatted(sets);
  }

  /** The same as a sentence below a figure. */
  public static String note(EnsembleRuns sets) {
    return "Bands: %s.".formatted(words(sets.members()));
  }

  /** The outer band of a relative change in percent, as {@code −28 to −14}. */
  public static String range(TreatmentResponse.OverSets sets) {
    return "%s to %s".formatted(percent(sets.low()), percent(sets.high()));
  }

  private static String percent(double fraction) {
    long rounded = Math.round(100 * fraction);
    return rounded > 0 ? "+" + rounded : Long.toString(rounded);
  }
}
