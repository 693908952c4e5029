package org.capgate.cli;

import java.util.List;
import java.util.Optional;
import org.capgate.model.Readout;
import org.capgate.uncertainty.EnsembleRuns;
import org.capgate.uncertainty.Quantiles;
import org.capgate.viz.Estimate;
import org.capgate.viz.Series;

/** What the sets of an ensemble say together, in the two bands that figures and tables show. */
final class Bands {
  /** Ends of the outer band, ends of the inner one, and the median between them. */
  static final double[] SHARES = {0.05, 0.25, 0.5, 0.75, 0.95};

  private Bands() {}

  /** A line with the bands around it. */
  static Series around(Series line, EnsembleRuns.Experiment sets, Readout readout) {
    if (sets.size() == 0) {
      return line;
    }
    double[][] ends = sets.quantiles(readout, SHARES);
    return line.withBand(ends[1], ends[3]).withOuterBand(ends[0], ends[4]);
  }

  /** A number with the bands around it. */
  static Estimate around(double number, double[] bySet) {
    if (bySet.length == 0) {
      return Estimate.of(number);
    }
    Quantiles ends = Quantiles.of(bySet);
    return Estimate.of(number)
        .withInner(ends.at(SHARES[1]), ends.at(SHARES[3]))
        .withOuter(ends.at(SHARES[0]), ends.at(SHARES[4]));
  }

  /** What the bands hold, in words. */
  static String words(int sets) {
    return "50 and 90 %% of %s parameter sets that agree with the findings; lines: the shipped one"
        .formatted(sets);
  }

  /**
   * A response under every set.
   *
   * @param low lower end of the outer band of the relative change
   * @param high upper end
   * @param agreeing share of the sets with the verdict of the point, in [0, 1]
   */
  record OfResponse(double low, double high, double agreeing) {
    /** As {@code −28 to −14}, in percent. */
    String range() {
      return "%s to %s".formatted(percent(low), percent(high));
    }

    private static String percent(double fraction) {
      long rounded = Math.round(100 * fraction);
      return rounded > 0 ? "+" + rounded : Long.toString(rounded);
    }

    /** Empty without a set. */
    static Optional<OfResponse> of(Response point, List<Response> bySet) {
      if (bySet.isEmpty()) {
        return Optional.empty();
      }
      Quantiles changes = Quantiles.of(bySet.stream().mapToDouble(Response::change).toArray());
      long agreeing =
          bySet.stream().filter(response -> response.verdict().equals(point.verdict())).count();
      return Optional.of(
          new OfResponse(
              changes.at(SHARES[0]),
              changes.at(SHARES[4]),
              (double) agreeing / bySet.size()));
    }
  }
}
