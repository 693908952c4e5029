package org.capgate.cli.fit;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.capgate.cli.output.Numeral;
import org.capgate.fit.Fit;
import org.capgate.fit.Observations;
import org.capgate.fit.ResidualCheck;
import org.capgate.viz.AxisLabel;
import org.capgate.viz.Curves;
import org.capgate.viz.Figure;
import org.capgate.viz.Series;

/** Whether residuals look like noise, as text and figures. */
final class FitResiduals {
  private static final AxisLabel RESIDUAL = AxisLabel.dimensionless("Residual over its deviation");

  private final double[] timesHours;
  private final double[] standardised;
  private final ResidualCheck check;

  FitResiduals(Observations observations, Fit.Result result, long seed) {
    // Without stated deviations residuals are over the size of a readout: their own is the root.
    double unit =
        observations.hasDeviations() ? 1 : Math.sqrt(result.sumOfSquares() / result.freedom());
    timesHours = observations.all().stream().mapToDouble(one -> one.atHours()).toArray();
    standardised =
        result.residuals().stream()
            .mapToDouble(residual -> unit == 0 ? residual : residual / unit)
            .toArray();
    check = ResidualCheck.of(observations.all(), result.residuals(), seed);
  }

  String text() {
    return """
        residuals as noise (a small probability speaks against it)
          normal: %s
          no trend in time: %s
          no correlation with the next: %s
        """
        .formatted(
            words("W'", check.normality(), check.normalityProbability()),
            words("rank correlation", check.trend(), check.trendProbability()),
            words("correlation", check.autocorrelation(), check.autocorrelationProbability()));
  }

  private static String words(String name, double statistic, double probability) {
    return Double.isNaN(probability)
        ? "not to be said of so few, or of residuals that are all alike"
        : "%s %s, probability %s"
            .formatted(name, Numeral.fixed(statistic, 3), Numeral.fixed(probability, 3));
  }

  Map<String, Figure> figures(Map<String, String> provenance) {
    Map<String, Figure> figures = new LinkedHashMap<>();
    int[] inTime =
        IntStream.range(0, timesHours.length)
            .boxed()
            .sorted((a, b) -> Double.compare(timesHours[a], timesHours[b]))
            .mapToInt(Integer::intValue)
            .toArray();
    double[] times = IntStream.of(inTime).mapToDouble(i -> timesHours[i]).toArray();
    double[] residuals = IntStream.of(inTime).mapToDouble(i -> standardised[i]).toArray();
    double[] ends = {times[0], times[times.length - 1]};
    figures.put(
        "residuals-time",
        Curves.titled("Residuals in time")
            .varied(new AxisLabel("Time", "h"))
            .value(RESIDUAL)
            .course(Series.of("none", ends, new double[2]))
            .observed(Series.of("residuals", times, residuals))
            .provenance(provenance)
            .build());
    double[] scores = ResidualCheck.normalScores(standardised.length);
    double[] ascending = Arrays.stream(standardised).sorted().toArray();
    figures.put(
        "residuals-normal",
        Curves.titled("Residuals against normal ones")
            .varied(AxisLabel.dimensionless("Normal score"))
            .value(RESIDUAL)
            .course(Series.of("standard normal", scores, scores))
            .observed(Series.of("residuals", scores, ascending))
            .provenance(provenance)
            .build());
    return figures;
  }
}
