package org.capgate.cli.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.capgate.analysis.Table;
import org.capgate.analysis.TableBuilder;
import org.capgate.cli.output.Numeral;
import org.capgate.evidence.Evaluation;
import org.capgate.evidence.Finding;
import org.capgate.model.ParameterSet;
import org.capgate.region.FindingVerdict;
import org.capgate.region.Region;
import org.capgate.sensitivity.Varied;
import org.capgate.viz.AxisLabel;
import org.capgate.viz.Figure;
import org.capgate.viz.RegionPlane;
import org.jspecify.annotations.Nullable;

/**
 * Where a finding is shown.
 *
 * @param members of an ensemble; may be none
 */
record RegionResult(
    Finding finding, FindingVerdict verdict, Region region, List<ParameterSet> members) {

  private double[] fitted() {
    return region.ranges().stream().mapToDouble(Varied::value).toArray();
  }

  private double[] values(ParameterSet set) {
    return region.ranges().stream().mapToDouble(range -> set.value(range.name())).toArray();
  }

  private boolean isPlane() {
    return region.ranges().size() == 2;
  }

  String text() {
    StringBuilder text = new StringBuilder();
    text.append("%s: %s\n".formatted(finding.id(), finding.question()));
    for (Varied range : region.ranges()) {
      text.append(
          "  %s from %s to %s, is %s\n"
              .formatted(
                  range.name(),
                  Numeral.compact(range.low()),
                  Numeral.compact(range.high()),
                  Numeral.compact(range.value())));
    }
    text.append(
        "shown at %s %% of %s points\n"
            .formatted(Numeral.fixed(100 * region.share(), 1), region.size()));
    if (!isPlane()) {
      for (Region.Piece piece : region.border()) {
        text.append("border at %s\n".formatted(Numeral.digits(region.values(piece.from())[0], 5)));
      }
    }
    text.append(
        "the present set %s it; %s\n"
            .formatted(
                verdict.holdsAt(fitted()) ? "shows" : "does not show",
                way(region.toBorder(fitted()))));
    if (!members.isEmpty()) {
      double[] distances = distances();
      long shown = members.stream().filter(set -> verdict.holdsAt(values(set))).count();
      text.append(
          "%s of %s sets of the ensemble lie where it is shown (their other numbers left aside)%s\n"
              .formatted(
                  shown,
                  members.size(),
                  distances.length == 0
                      ? ""
                      : "; they are %s to %s %% of the ranges from the border, half of them within %s %%"
                          .formatted(
                              percent(distances[0]),
                              percent(distances[distances.length - 1]),
                              percent(distances[distances.length / 2]))));
    }
    return text.toString();
  }

  private static String percent(double share) {
    return Numeral.fixed(100 * share, 1);
  }

  /** Of the members from the border, ascending. */
  private double[] distances() {
    return members.stream()
        .flatMap(set -> region.toBorder(values(set)).stream())
        .mapToDouble(Region.Way::share)
        .sorted()
        .toArray();
  }

  private String way(Optional<Region.Way> way) {
    if (way.isEmpty()) {
      return "there is no border within the ranges";
    }
    List<String> there = new ArrayList<>();
    for (int i = 0; i < region.ranges().size(); i++) {
      there.add(
          "%s = %s"
              .formatted(
                  region.ranges().get(i).name(), Numeral.compact(way.get().values().get(i))));
    }
    return "the border is %s %% of the range%s away, at %s"
        .formatted(percent(way.get().share()), isPlane() ? "s" : "", String.join(", ", there));
  }

  /** Points of the grid, ends of the pieces of the border, and parameter sets. */
  Table table(Map<String, String> provenance) {
    TableBuilder table = Table.builder().text("row").number("piece");
    region.ranges().forEach(range -> table.number(range.name()));
    table.text("shown").number("shareToBorder").provenance(provenance);
    for (int i = 0; i < region.size(); i++) {
      row(table, "grid", null, region.point(i), region.holdsAt(i) ? "yes" : "no", null);
    }
    for (int i = 0; i < region.border().size(); i++) {
      Region.Piece piece = region.border().get(i);
      row(table, "border", (double) i, region.values(piece.from()), "", null);
      if (isPlane()) {
        row(table, "border", (double) i, region.values(piece.to()), "", null);
      }
    }
    set(table, "present set", fitted());
    members.forEach(member -> set(table, "ensemble", values(member)));
    return table.build();
  }

  private void set(TableBuilder table, String row, double[] values) {
    row(
        table,
        row,
        null,
        values,
        verdict.holdsAt(values) ? "yes" : "no",
        region.toBorder(values).map(Region.Way::share).orElse(null));
  }

  private static void row(
      TableBuilder table,
      String row,
      @Nullable Double piece,
      double[] values,
      String shown,
      @Nullable Double share) {
    List<@Nullable Object> cells = new ArrayList<>();
    cells.add(row);
    cells.add(piece);
    Arrays.stream(values).forEach(cells::add);
    cells.add(shown);
    cells.add(share);
    table.row(cells.toArray());
  }

  Figure figure(Map<String, String> provenance) {
    RegionPlane figure =
        RegionPlane.titled("%s: where the model shows it".formatted(finding.id()))
            .horizontal(axis(0))
            .note("Judged: %s. Other numbers are as they are.".formatted(finding.question()))
            .provenance(provenance);
    return (isPlane() ? plane(figure) : line(figure)).build();
  }

  private AxisLabel axis(int number) {
    String name = region.ranges().get(number).name();
    String unit = verdict.base().parameter(name).unit();
    return unit.isEmpty() || unit.equals("1") || unit.equals("dimensionless")
        ? AxisLabel.dimensionless(name)
        : new AxisLabel(name, unit);
  }

  private RegionPlane plane(RegionPlane figure) {
    figure.vertical(axis(1));
    Varied across = region.ranges().get(0);
    Varied upward = region.ranges().get(1);
    figure.over(across.low(), across.high(), upward.low(), upward.high());
    List<double[]> shown = new ArrayList<>();
    for (int i = 0; i < region.size(); i++) {
      if (region.holdsAt(i)) {
        shown.add(region.point(i));
      }
    }
    if (!shown.isEmpty()) {
      figure.dots("shown", column(shown, 0), column(shown, 1));
    }
    if (!members.isEmpty()) {
      List<double[]> sets = members.stream().map(this::values).toList();
      figure.dots("ensemble", column(sets, 0), column(sets, 1));
    }
    for (Region.Piece piece : region.border()) {
      double[] from = region.values(piece.from());
      double[] to = region.values(piece.to());
      figure.border(from[0], from[1], to[0], to[1]);
    }
    return figure.mark("present set", fitted()[0], fitted()[1]);
  }

  /** What is judged, along the range. */
  private RegionPlane line(RegionPlane figure) {
    List<double[]> curve = new ArrayList<>();
    double low = 0;
    double high = 0;
    for (int i = 0; i < region.size(); i++) {
      double[] point = region.point(i);
      double judged = judged(point);
      if (Double.isFinite(judged)) {
        curve.add(new double[] {point[0], judged});
        low = Math.min(low, judged);
        high = Math.max(high, judged);
      }
    }
    boolean isChange = verdict.at(fitted()).relativeChange().isPresent();
    figure.vertical(
        isChange
            ? new AxisLabel("Change of " + finding.readout().name(), "%")
            : new AxisLabel(finding.readout().title(), finding.unit()));
    if (!curve.isEmpty()) {
      figure.curve("simulated", column(curve, 0), column(curve, 1));
    }
    for (Region.Piece piece : region.border()) {
      double at = region.values(piece.from())[0];
      figure.border(at, low, at, high);
    }
    double here = judged(fitted());
    return Double.isFinite(here) ? figure.mark("present set", fitted()[0], here) : figure;
  }

  private double judged(double[] point) {
    Evaluation evaluation = verdict.at(point);
    return evaluation.relativeChange().isPresent()
        ? 100 * evaluation.relativeChange().getAsDouble()
        : evaluation.value().orElse(Double.NaN);
  }

  private static double[] column(List<double[]> points, int number) {
    return points.stream().mapToDouble(point -> point[number]).toArray();
  }
}
