package org.capgate.cli.trial;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.capgate.analysis.Table;
import org.capgate.trial.Arm;
import org.capgate.trial.Endpoint;
import org.capgate.trial.Trial;
import org.capgate.trial.TrialReport;
import org.capgate.viz.AxisLabel;
import org.capgate.viz.Estimates;
import org.capgate.viz.Figure;
import org.capgate.viz.FigureBuilder;
import org.capgate.viz.Series;
import org.capgate.viz.TimeCourse;
import org.capgate.viz.TimeScale;
import org.capgate.viz.Waterfall;

/** The figures of a trial. */
final class TrialFigures {
  private static final double LONG_HOURS = 96;

  private final TrialReport report;
  private final Trial trial;
  private final Map<String, String> provenance;
  private final Map<String, Figure> figures = new LinkedHashMap<>();

  private TrialFigures(TrialReport report, Map<String, String> provenance) {
    this.report = report;
    this.trial = report.trial();
    this.provenance = provenance;
  }

  /** By name, without ending. */
  static Map<String, Figure> of(TrialReport report, Map<String, String> provenance) {
    TrialFigures figures = new TrialFigures(report, provenance);
    figures.course();
    figures.endpoints(true, "shares", new AxisLabel("Share of subjects", "%"), 100);
    figures.endpoints(false, "means", figures.label("Mean"), 1);
    figures.differences();
    figures.waterfall();
    return figures.figures;
  }

  private void add(String name, FigureBuilder<?> builder) {
    figures.put(name, builder.provenance(provenance).build());
  }

  private AxisLabel label(String what) {
    String quantity = trial.measured().title();
    return new AxisLabel(
        "%s %s".formatted(what, quantity.toLowerCase(Locale.ROOT)).strip(),
        trial.measured().unit());
  }

  private void course() {
    Table courses = report.courses();
    double[] visits = trial.visitsHours();
    double span = visits[visits.length - 1] - visits[0];
    TimeCourse figure =
        TimeCourse.titled("%s over time".formatted(trial.measured().title()))
            .value(new AxisLabel(trial.measured().title(), trial.measured().unit()))
            .scale(span > LONG_HOURS ? TimeScale.DAYS : TimeScale.HOURS);
    for (String arm : courses.distinct("arm")) {
      Table rows = courses.where("arm", arm);
      double[] times = rows.numbers("timeHours");
      figure.panel(
          arm,
          List.of(
              Series.of("median, half of the subjects, nine of ten", times, rows.numbers("median"))
                  .withBand(rows.numbers("p25"), rows.numbers("p75"))
                  .withOuterBand(rows.numbers("p05"), rows.numbers("p95"))));
    }
    if (courses.size() > 0) {
      add("course", figure);
    }
  }

  private void endpoints(boolean shares, String name, AxisLabel label, double factor) {
    Table table = report.endpoints();
    Estimates figure =
        Estimates.titled(shares ? "Response and remission" : "Endpoints")
            .value(label)
            .sources("simulated, 95 % interval", "published");
    int rows = 0;
    for (Endpoint endpoint : trial.endpoints()) {
      Table of = table.where("endpoint", endpoint.name());
      for (int row = 0; endpoint.isShare() == shares && row < of.size(); row++) {
        if (!of.isMissing(row, "low")) {
          figure.row(
              "%s, %s".formatted(of.text(row, "endpoint"), of.text(row, "arm")),
              factor * of.number(row, "mean"),
              factor * of.number(row, "low"),
              factor * of.number(row, "high"),
              factor * of.number(row, "published"));
          rows++;
        }
      }
    }
    if (rows > 0) {
      add(name, figure);
    }
  }

  private void differences() {
    Table table = report.comparisons();
    Estimates figure =
        Estimates.titled("Differences from the control")
            .value(label("Difference of"))
            .sources("simulated, 95 % interval", "published");
    int rows = 0;
    for (int row = 0; row < table.size(); row++) {
      String name = table.text(row, "endpoint");
      boolean isShare =
          trial.endpoints().stream().anyMatch(one -> one.name().equals(name) && one.isShare());
      if (!isShare && !table.isMissing(row, "low")) {
        figure.row(
            "%s, %s − %s".formatted(name, table.text(row, "arm"), table.text(row, "control")),
            table.number(row, "difference"),
            table.number(row, "low"),
            table.number(row, "high"),
            Double.NaN);
        rows++;
      }
    }
    if (rows > 0) {
      add("differences", figure);
    }
  }

  private void waterfall() {
    if (trial.endpoints().isEmpty()) {
      return;
    }
    Endpoint first = trial.endpoints().get(0);
    Waterfall figure =
        Waterfall.titled("Change of each subject: %s".formatted(first.name()))
            .value(label("Change of"))
            .note("The first 200 subjects of each arm at most.");
    List<String> drawn = new ArrayList<>();
    for (int arm = 0; arm < trial.arms().size(); arm++) {
      Arm one = trial.arms().get(arm);
      double[] changes = report.changes(arm);
      if (changes.length > 0) {
        figure.panel(one.name(), changes);
        drawn.add(one.name());
      }
    }
    if (!drawn.isEmpty()) {
      add("waterfall", figure);
    }
  }
}
