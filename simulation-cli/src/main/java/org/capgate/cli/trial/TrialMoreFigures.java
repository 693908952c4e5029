package org.capgate.cli.trial;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.capgate.analysis.Table;
import org.capgate.cli.output.Numeral;
import org.capgate.ensemble.Blocks;
import org.capgate.trial.TrialReport;
import org.capgate.viz.AxisLabel;
import org.capgate.viz.DoseResponse;
import org.capgate.viz.Estimates;
import org.capgate.viz.Figure;
import org.capgate.viz.Series;
import org.capgate.viz.TimeCourse;

/** Figures of a trial that only some have: survival, power, a part of the subjects, tailoring. */
final class TrialMoreFigures {
  private static final int MOST_CARRIERS = 12;

  private final TrialReport report;
  private final Map<String, String> provenance;
  private final Map<String, Figure> figures = new LinkedHashMap<>();

  private TrialMoreFigures(TrialReport report, Map<String, String> provenance) {
    this.report = report;
    this.provenance = provenance;
  }

  /** By name, without ending. */
  static Map<String, Figure> of(TrialReport report, Blocks blocks, Map<String, String> provenance) {
    TrialMoreFigures figures = new TrialMoreFigures(report, provenance);
    figures.survival();
    figures.power();
    figures.among();
    figures.carriers();
    Table gains = TrialTables.of(report, blocks).get("tailoring");
    if (gains != null) {
      figures.tailoring(gains);
    }
    return figures.figures;
  }

  private void survival() {
    Table survival = report.survival();
    TimeCourse figure =
        TimeCourse.titled("Share of responders who have not relapsed")
            .value(new AxisLabel("Without relapse", "%"));
    for (String endpoint : survival.distinct("endpoint")) {
      Table rows = survival.where("endpoint", endpoint);
      List<Series> lines = new ArrayList<>();
      for (String arm : rows.distinct("arm")) {
        lines.add(steps(arm, rows.where("arm", arm)));
      }
      figure.panel(endpoint, lines);
    }
    if (survival.size() > 0) {
      figures.put("survival", figure.provenance(provenance).build());
    }
  }

  /** A share stays until the next visit at which somebody relapses. */
  private static Series steps(String arm, Table rows) {
    int n = rows.size();
    double[] x = new double[2 * n - 1];
    double[] y = new double[x.length];
    double[] low = new double[x.length];
    double[] high = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      int before = i / 2;
      x[i] = rows.number((i + 1) / 2, "timeHours");
      y[i] = 100 * rows.number(before, "remaining");
      low[i] = 100 * rows.number(before, "low");
      high[i] = 100 * rows.number(before, "high");
    }
    return Series.of(arm, x, y).withBand(low, high);
  }

  private void power() {
    Table power = report.power();
    if (power.size() == 0) {
      return;
    }
    String endpoint = power.text(0, "endpoint");
    Table rows = power.where("endpoint", endpoint);
    DoseResponse figure =
        DoseResponse.titled("Power: %s".formatted(endpoint))
            .dose(new AxisLabel("Subjects in each arm", "count"))
            .value(new AxisLabel("Trials with p < 0.05", "%"))
            .baseline("80 %", 80);
    for (String arm : rows.distinct("arm")) {
      Table ofArm = rows.where("arm", arm);
      for (String kind : ofArm.distinct("kind")) {
        Table one = ofArm.where("kind", kind);
        figure.curve(
            Series.of("%s, %s".formatted(arm, kind), one.numbers("subjects"), percent(one)));
      }
    }
    figures.put("power", figure.provenance(provenance).build());
  }

  private static double[] percent(Table rows) {
    double[] values = rows.numbers("power");
    for (int i = 0; i < values.length; i++) {
      values[i] *= 100;
    }
    return values;
  }

  private void among() {
    if (report.trial().among().isEmpty()) {
      return;
    }
    Estimates figure =
        Estimates.titled(
                "Shares among those with %s".formatted(report.trial().among().get().words()))
            .value(new AxisLabel("Share of subjects", "%"))
            .sources("simulated, 95 % interval", "published");
    int rows = 0;
    Table part = report.partEndpoints();
    for (int row = 0; row < part.size(); row++) {
      String endpoint = part.text(row, "endpoint");
      boolean isShare =
          report.trial().endpoints().stream()
              .anyMatch(one -> one.name().equals(endpoint) && one.isShare());
      if (isShare && !part.isMissing(row, "low")) {
        figure.row(
            "%s, %s".formatted(endpoint, part.text(row, "arm")),
            100 * part.number(row, "mean"),
            100 * part.number(row, "low"),
            100 * part.number(row, "high"),
            100 * part.number(row, "published"));
        rows++;
      }
    }
    if (rows > 0) {
      figures.put("among", figure.provenance(provenance).build());
    }
  }

  private void carriers() {
    if (report.trial().among().isEmpty()) {
      return;
    }
    Table carriers = report.part().carriers();
    Estimates figure =
        Estimates.titled("What tells them from the others")
            .value(new AxisLabel("Difference of means", "SD of the population"))
            .sources("with 95 % interval", "published");
    for (int row = 0; row < Math.min(MOST_CARRIERS, carriers.size()); row++) {
      figure.row(
          carriers.text(row, "number"),
          carriers.number(row, "difference"),
          carriers.number(row, "low"),
          carriers.number(row, "high"),
          Double.NaN);
    }
    if (carriers.size() > 0) {
      figures.put("carriers", figure.provenance(provenance).build());
    }
  }

  private void tailoring(Table gains) {
    Estimates figure =
        Estimates.titled("Gain over the best arm for all")
            .value(new AxisLabel("Gain", "points"))
            .sources(
                "of a rule, in subjects it was not found in, 95 % interval", "if all were known");
    for (int row = 0; row < gains.size(); row++) {
      for (String questions : List.of("One", "Two")) {
        String column = questions.equals("One") ? "one" : "two";
        figure.row(
            "%s, price x %s"
                .formatted(
                    questions.equals("One") ? "one question" : "two questions",
                    Numeral.digits(gains.number(row, "price"), 2)),
            gains.number(row, questions.equals("One") ? "gainOfOneQuestion" : "gainOfTwoQuestions"),
            gains.number(row, column + "Low"),
            gains.number(row, column + "High"),
            gains.number(row, "gainIfKnown"));
      }
    }
    figures.put("tailoring", figure.provenance(provenance).build());
  }
}
