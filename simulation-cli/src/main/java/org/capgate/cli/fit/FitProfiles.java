package org.capgate.cli.fit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.capgate.analysis.Table;
import org.capgate.analysis.TableBuilder;
import org.capgate.cli.output.Numeral;
import org.capgate.fit.Fit;
import org.capgate.fit.Profile;
import org.capgate.model.Parameter;
import org.capgate.model.ParameterSet;
import org.capgate.viz.AxisLabel;
import org.capgate.viz.Curves;
import org.capgate.viz.Figure;
import org.capgate.viz.Series;

/** Profiles of fitted numbers, as text, table and figures. */
final class FitProfiles {
  private static final int NAME_WIDTH = 88;
  private static final int DECADE = 10; // less does not show on a logarithmic axis

  private final List<Fit.Estimate> estimates;
  private final List<Profile> profiles;

  FitProfiles(List<Fit.Estimate> estimates, List<Profile> profiles) {
    this.estimates = List.copyOf(estimates);
    this.profiles = List.copyOf(profiles);
  }

  String text() {
    StringBuilder text = new StringBuilder();
    text.append(Numeral.left("by profile likelihood", NAME_WIDTH)).append("   95 % interval\n");
    for (Profile profile : profiles) {
      text.append(Numeral.left("  " + profile.varied().name(), NAME_WIDTH))
          .append("   ")
          .append(interval(profile))
          .append('\n');
    }
    if (profiles.stream().anyMatch(Profile::isBeaten)) {
      text.append("a profile came across a better fit: ask again with more --starts\n");
    }
    return text.toString();
  }

  private static String interval(Profile profile) {
    boolean isOpenBelow = Double.isNaN(profile.low());
    boolean isOpenAbove = Double.isNaN(profile.high());
    if (isOpenBelow && isOpenAbove) {
      return "none: every value of its range agrees with the data";
    }
    if (isOpenBelow) {
      return "up to %s; no lower end in its range".formatted(Numeral.compact(profile.high()));
    }
    if (isOpenAbove) {
      return "from %s on; no upper end in its range".formatted(Numeral.compact(profile.low()));
    }
    return "%s to %s".formatted(Numeral.compact(profile.low()), Numeral.compact(profile.high()));
  }

  /** One row a point: the number that is held, and where the others are best. */
  Table table(Map<String, String> provenance) {
    TableBuilder table =
        Table.builder().text("name").number("value").number("rise").number("limit");
    estimates.forEach(estimate -> table.number(estimate.varied().name()));
    table.provenance(provenance);
    for (Profile profile : profiles) {
      for (Profile.Point point : profile.points()) {
        List<Object> row = new ArrayList<>();
        row.add(profile.varied().name());
        row.add(point.value());
        row.add(point.rise());
        row.add(profile.limit());
        row.addAll(point.numbers());
        table.row(row.toArray());
      }
    }
    return table.build();
  }

  /** One for each number. */
  Map<String, Figure> figures(Map<String, String> provenance) {
    Map<String, Figure> figures = new LinkedHashMap<>();
    for (int i = 0; i < profiles.size(); i++) {
      figures.put("profile-%s".formatted(i + 1), figure(i).provenance(provenance).build());
    }
    return figures;
  }

  private Curves figure(int number) {
    Profile profile = profiles.get(number);
    Fit.Estimate estimate = estimates.get(number);
    boolean isLogarithmic = profile.varied().low() > 0;
    int size = profile.points().size();
    double[] x = new double[size];
    double[] rise = new double[size];
    double[] limit = new double[size];
    double[] linear = new double[size];
    boolean hasLinear = Double.isFinite(estimate.low()) && estimate.low() < estimate.value();
    for (int i = 0; i < size; i++) {
      Profile.Point point = profile.points().get(i);
      x[i] = point.value();
      limit[i] = profile.limit();
      rise[i] = Math.min(3 * profile.limit(), point.rise());
      double away =
          isLogarithmic
              ? StrictMath.log(x[i] / estimate.value())
                  / StrictMath.log(estimate.value() / estimate.low())
              : (x[i] - estimate.value()) / (estimate.value() - estimate.low());
      linear[i] = Math.min(3 * profile.limit(), away * away * profile.limit());
    }
    Curves figure =
        Curves.titled(profile.varied().name())
            .varied(new AxisLabel("Value", unit(profile.varied().name())))
            .value(AxisLabel.dimensionless("Rise of the sum of squares"))
            .line(Series.of("all others at their best", x, rise))
            .course(Series.of("limit of 95 %", x, limit));
    if (hasLinear) {
      figure.course(Series.of("linear theory", x, linear));
    }
    return x[0] > 0 && x[size - 1] > DECADE * x[0] ? figure.logarithmic() : figure;
  }

  /** That of a number that ships; a number of a compound of one's own says it in its name. */
  private static String unit(String name) {
    return ParameterSet.standard()
        .numbers()
        .filter(number -> number.name().equals(name))
        .map(Parameter::unit)
        .findFirst()
        .orElse("unit of its name");
  }
}
