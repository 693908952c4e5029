package org.capgate.cli.fit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.capgate.analysis.Table;
import org.capgate.analysis.TableBuilder;
import org.capgate.cli.output.Numeral;
import org.capgate.cli.output.ReadoutLabel;
import org.capgate.dynamics.Integrator;
import org.capgate.fit.Fit;
import org.capgate.fit.Observation;
import org.capgate.fit.Observations;
import org.capgate.io.ScenarioFile;
import org.capgate.model.Readout;
import org.capgate.scenario.Scenario;
import org.capgate.sweep.Measurement;
import org.capgate.viz.AxisLabel;
import org.capgate.viz.Curves;
import org.capgate.viz.Figure;
import org.capgate.viz.Series;

/** What a fit says, as text, tables and figures. */
final class FitTables {
  private static final int NAME_WIDTH = 68;
  private static final int SAMPLES = 200;
  private static final int MOST_FIGURES = 24;

  private final ScenarioFile file;
  private final Observations observations;
  private final Fit.Result result;

  FitTables(ScenarioFile file, Observations observations, Fit.Result result) {
    this.file = file;
    this.observations = observations;
    this.result = result;
  }

  String text() {
    StringBuilder text = new StringBuilder();
    text.append(
        "%s observations, %s free numbers; sum of squares %s over %s; %s of the starts came to it\n"
            .formatted(
                observations.all().size(),
                result.estimates().size(),
                Numeral.compact(result.sumOfSquares()),
                result.freedom(),
                result.sameBest()));
    if (observations.hasDeviations()) {
      text.append(
          "log-likelihood %s, chi-square %s\n"
              .formatted(
                  Numeral.compact(observations.logLikelihood(result.predicted())),
                  Numeral.compact(observations.chiSquare(result.predicted()))));
    }
    text.append(Numeral.left("", NAME_WIDTH))
        .append(Numeral.right("before", 10))
        .append(Numeral.right("fitted", 10))
        .append("   95 % interval\n");
    for (Fit.Estimate estimate : result.estimates()) {
      String interval =
          Double.isFinite(estimate.low()) && Double.isFinite(estimate.high())
              ? Numeral.compact(estimate.low()) + " to " + Numeral.compact(estimate.high())
              : "not determined by the data";
      text.append(Numeral.left("  " + estimate.varied().name(), NAME_WIDTH))
          .append(Numeral.right(Numeral.compact(estimate.varied().value()), 10))
          .append(Numeral.right(Numeral.compact(estimate.value()), 10))
          .append("   ")
          .append(interval)
          .append(estimate.isAtBound() ? ", at an end of its range" : "")
          .append('\n');
    }
    return text.toString();
  }

  Table estimates(Map<String, String> provenance) {
    TableBuilder table =
        Table.builder()
            .text("name")
            .number("value")
            .number("intervalLow")
            .number("intervalHigh")
            .number("before")
            .number("rangeLow")
            .number("rangeHigh")
            .text("atBound")
            .provenance(provenance);
    for (Fit.Estimate estimate : result.estimates()) {
      table.row(
          estimate.varied().name(),
          estimate.value(),
          Numeral.orNone(estimate.low()),
          Numeral.orNone(estimate.high()),
          estimate.varied().value(),
          estimate.varied().low(),
          estimate.varied().high(),
          estimate.isAtBound() ? "yes" : "no");
    }
    return table.build();
  }

  Table residuals(Map<String, String> provenance) {
    TableBuilder table =
        Table.builder()
            .text("id")
            .number("time_h")
            .text("readout")
            .number("value")
            .number("sd")
            .number("predicted")
            .number("residual")
            .text("unit")
            .provenance(provenance);
    for (int i = 0; i < observations.all().size(); i++) {
      Observation one = observations.all().get(i);
      double predicted = result.predicted().get(i);
      table.row(
          one.experiment(),
          one.atHours(),
          one.readout().name(),
          one.value(),
          Numeral.orNone(one.deviation()),
          predicted,
          one.value() - predicted,
          one.isReadout() ? one.readout().unit() : "");
    }
    return table.build();
  }

  /** Observations over predictions, one for each experiment and readout. */
  Map<String, Figure> figures(Integrator integrator, Map<String, String> provenance) {
    Map<String, Double> all = new LinkedHashMap<>();
    result.estimates().forEach(estimate -> all.put(estimate.varied().name(), estimate.value()));
    Map<String, Double> fitted = new LinkedHashMap<>(all);
    fitted.keySet().removeIf(name -> !observations.isOfScenarios(name));
    Map<String, Figure> figures = new LinkedHashMap<>();
    int number = 0;
    for (Map.Entry<String, Scenario> entry : file.scenarios().entrySet()) {
      List<Observation> own =
          observations.all().stream()
              .filter(one -> one.experiment().equals(entry.getKey()))
              .toList();
      Scenario after =
          entry.getValue().toBuilder()
              .parameters(entry.getValue().parameters().with(fitted))
              .build();
      for (Readout readout : own.stream().map(Observation::readout).distinct().toList()) {
        if (figures.size() < MOST_FIGURES) {
          List<Observation> seen =
              own.stream().filter(one -> one.readout().equals(readout)).toList();
          figures.put(
              "fit-%s-%s".formatted(readout.name().replace(' ', '-'), number),
              figure(entry.getKey(), readout, seen, all, entry.getValue(), after, integrator)
                  .provenance(provenance)
                  .build());
        }
      }
      number++;
    }
    return figures;
  }

  /** Courses of a readout, and what was observed without its offset and factor. */
  private Curves figure(
      String label,
      Readout readout,
      List<Observation> seen,
      Map<String, Double> fitted,
      Scenario before,
      Scenario after,
      Integrator integrator) {
    double first = Math.min(0, seen.stream().mapToDouble(Observation::atHours).min().orElse(0));
    double last = seen.stream().mapToDouble(Observation::atHours).max().orElse(1);
    List<Double> times = new ArrayList<>();
    IntStream.rangeClosed(0, SAMPLES).forEach(i -> times.add(first + (last - first) * i / SAMPLES));
    Measurement course = new Measurement(List.of(readout), times);
    double[] x = course.atHours().stream().mapToDouble(Double::doubleValue).toArray();
    List<Observation> inTime = new ArrayList<>(seen);
    inTime.sort((a, b) -> Double.compare(a.atHours(), b.atHours()));
    return Curves.titled("%s: %s".formatted(Objects.requireNonNull(label), readout.title()))
        .varied(new AxisLabel("Time", "h"))
        .value(ReadoutLabel.axis(readout))
        .course(Series.of("fitted", x, course.in(after, integrator)))
        .course(Series.of("before", x, course.in(before, integrator)))
        .observed(
            Series.of(
                "observed",
                inTime.stream().mapToDouble(Observation::atHours).toArray(),
                inTime.stream()
                    .mapToDouble(
                        one -> (one.value() - one.offset().at(fitted)) / one.factor().at(fitted))
                    .toArray()));
  }
}
