package org.capgate.cli.learn;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.capgate.analysis.Table;
import org.capgate.analysis.TableBuilder;
import org.capgate.calibration.ParameterProfile;
import org.capgate.calibration.Posterior;
import org.capgate.cli.command.Progress;
import org.capgate.cli.output.Numeral;
import org.capgate.input.InputException;
import org.capgate.input.Names;
import org.capgate.input.Place;
import org.capgate.model.Parameter;
import org.capgate.model.ParameterSet;
import org.capgate.uncertainty.ParameterEnsemble;
import org.capgate.viz.AxisLabel;
import org.capgate.viz.Curves;
import org.capgate.viz.Figure;
import org.capgate.viz.Series;

/** The profile of one parameter under the findings, as text, table and figure. */
record LearnedProfile(ParameterProfile profile, ParameterProfile.Settings settings) {
  private static final double MOST_SHOWN = 3 * ParameterProfile.LIMIT;

  /**
   * @throws InputException naming the nearest fitted parameter
   */
  static LearnedProfile of(
      String name,
      ParameterEnsemble sets,
      ParameterProfile.Settings settings,
      PrintWriter remarks) {
    Posterior posterior = LearnedSets.posterior();
    List<String> names = posterior.parameters().stream().map(Parameter::name).toList();
    if (!names.contains(name)) {
      throw new InputException(
          new Place("--profile", 0, 0), Names.unknown("fitted parameter", name, names));
    }
    try (Progress progress = Progress.of("points", settings.points(), remarks)) {
      return new LearnedProfile(
          ParameterProfile.of(
              posterior,
              ParameterSet.standard(),
              names.indexOf(name),
              sets,
              settings,
              progress::step),
          settings);
    }
  }

  String text() {
    Parameter parameter = profile.parameter();
    return """
        %s, all %s others as good for each value as %s evaluations found
          shipped %s, plausible range %s to %s %s
          95 %% by profile likelihood of the findings: %s
        A longer climb (--evaluations) may find more: the ends may lie farther out.
        """
        .formatted(
            parameter.name(),
            profile.points().get(0).set().parameters().stream().filter(Parameter::isFitted).count()
                - 1,
            settings.evaluations(),
            Numeral.compact(parameter.value()),
            Numeral.compact(parameter.low()),
            Numeral.compact(parameter.high()),
            parameter.unit(),
            interval());
  }

  private String interval() {
    boolean isOpenBelow = Double.isNaN(profile.low());
    boolean isOpenAbove = Double.isNaN(profile.high());
    if (isOpenBelow && isOpenAbove) {
      return "the whole range agrees";
    }
    if (isOpenBelow) {
      return "up to %s, no lower end in the range".formatted(Numeral.compact(profile.high()));
    }
    if (isOpenAbove) {
      return "from %s on, no upper end in the range".formatted(Numeral.compact(profile.low()));
    }
    return "%s to %s".formatted(Numeral.compact(profile.low()), Numeral.compact(profile.high()));
  }

  /** One row a point, with all fitted parameters there. */
  Table table(Map<String, String> lines) {
    List<String> names =
        profile.points().get(0).set().parameters().stream()
            .filter(Parameter::isFitted)
            .map(Parameter::name)
            .toList();
    TableBuilder table = Table.builder().number("value").number("rise").number("limit");
    names.forEach(table::number);
    table.provenance(lines);
    for (ParameterProfile.Point point : profile.points()) {
      List<Object> row = new ArrayList<>();
      row.add(point.value());
      row.add(point.rise());
      row.add(ParameterProfile.LIMIT);
      names.forEach(name -> row.add(point.set().value(name)));
      table.row(row.toArray());
    }
    return table.build();
  }

  Figure figure(Map<String, String> lines) {
    double[] x = profile.points().stream().mapToDouble(ParameterProfile.Point::value).toArray();
    double[] rise =
        profile.points().stream()
            .mapToDouble(point -> Math.min(MOST_SHOWN, point.rise()))
            .toArray();
    String unit = profile.parameter().unit();
    Curves figure =
        Curves.titled(profile.parameter().name())
            .varied(
                unit.isEmpty() || unit.equals("1")
                    ? AxisLabel.dimensionless("Value")
                    : new AxisLabel("Value", unit))
            .value(AxisLabel.dimensionless("Twice the fall of ln density"))
            .line(Series.of("all others as good as was found", x, rise))
            .course(
                Series.of(
                    "limit of 95 %",
                    new double[] {x[0], x[x.length - 1]},
                    new double[] {ParameterProfile.LIMIT, ParameterProfile.LIMIT}))
            .provenance(lines);
    return (profile.isLogarithmic() && x[x.length - 1] > 10 * x[0] ? figure.logarithmic() : figure)
        .build();
  }
}
