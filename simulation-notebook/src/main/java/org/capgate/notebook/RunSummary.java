package org.capgate.notebook;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.capgate.analysis.Table;
import org.capgate.analysis.TableBuilder;
import org.capgate.dynamics.Trajectory;
import org.capgate.dynamics.Variable;
import org.capgate.model.Readout;
import org.capgate.viz.AxisLabel;
import org.capgate.viz.Figure;
import org.capgate.viz.Series;
import org.capgate.viz.TimeCourse;

/**
 * A run at a glance: its first quantity over time, the main quantities at a few of its samples, and
 * where it came from.
 *
 * @param run what is shown
 * @param quantities shown in the table, at least one
 */
record RunSummary(Trajectory run, List<Variable> quantities) {
  /** What people ask a run of the model for first. */
  private static final List<Readout> MAIN =
      List.of(
          Readout.MOOD,
          Readout.IMMOBILITY,
          Readout.EXCITATORY_TRANSMISSION,
          Readout.INHIBITORY_TRANSMISSION,
          Readout.named("eif4f excitatory"),
          Readout.named("eif4f inhibitory"));

  private static final int MOST_QUANTITIES = 6;

  /** Times at which people ask for a value (h), when the run has a sample near them. */
  private static final double[] WANTED_HOURS = {0, 0.5, 2, 6, 24, 72, 168, 336};

  private static final String MODEL_KEY = "genotype";

  static RunSummary of(Trajectory run) {
    List<Variable> main = new ArrayList<>();
    for (Readout readout : MAIN) {
      run.quantities().stream()
          .filter(quantity -> quantity.name().equals(readout.quantity()))
          .forEach(main::add);
    }
    List<Variable> all = run.quantities();
    return new RunSummary(
        run,
        main.isEmpty() ? all.subList(0, Math.min(MOST_QUANTITIES, all.size())) : List.copyOf(main));
  }

  String html() {
    StringBuilder html = new StringBuilder();
    if (run.samples() > 1) {
      html.append(Html.inline(figure().svg()));
    }
    html.append(TableHtml.of(table()));
    html.append("<details><summary>where it came from</summary>\n" + Html.tableStart(""));
    run.provenance()
        .forEach((key, value) -> html.append(Html.row(List.of(key, value), column -> false)));
    html.append(Html.row(List.of("steps", Long.toString(run.statistics().steps())), c -> false));
    return html.append("</table></details>\n").toString();
  }

  String text() {
    return title() + "\n" + table().toText();
  }

  private Figure figure() {
    Variable first = quantities.get(0);
    AxisLabel label =
        first.unit().equals("1")
            ? AxisLabel.dimensionless(first.name())
            : new AxisLabel(first.name(), first.unit());
    return TimeCourse.titled(title())
        .value(label)
        .lines(List.of(Series.of(first.name(), run.timesHours(), run.series(first.name()))))
        .provenance(run.provenance())
        .build();
  }

  /** Who was given what, for a run of the model; the first quantity for any other. */
  private String title() {
    Map<String, String> provenance = run.provenance();
    if (!provenance.containsKey(MODEL_KEY)) {
      return quantities.get(0).name();
    }
    return List.of("species", MODEL_KEY, "treatment").stream()
        .map(key -> provenance.getOrDefault(key, ""))
        .collect(Collectors.joining(", "));
  }

  private Table table() {
    TableBuilder table = Table.builder().number("timeHours");
    quantities.forEach(quantity -> table.number(quantity.name()));
    for (double time : reportedHours()) {
      List<Object> row = new ArrayList<>(List.of(time));
      quantities.forEach(quantity -> row.add(run.valueAt(quantity.name(), time)));
      table.row(row.toArray());
    }
    return table.build();
  }

  /** The first and last sample, and those nearest to the wanted times, ascending (h). */
  private double[] reportedHours() {
    double[] times = run.timesHours();
    TreeSet<Double> reported = new TreeSet<>(List.of(times[0], times[times.length - 1]));
    for (double wanted : WANTED_HOURS) {
      double nearest =
          Arrays.stream(times)
              .reduce(times[0], (a, b) -> Math.abs(b - wanted) < Math.abs(a - wanted) ? b : a);
      if (Math.abs(nearest - wanted) <= 0.1 * wanted) {
        reported.add(nearest);
      }
    }
    return reported.stream().mapToDouble(Double::doubleValue).toArray();
  }
}
