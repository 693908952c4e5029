package org.capgate.explore;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.capgate.analysis.Table;
import org.capgate.analysis.TableBuilder;
import org.capgate.dynamics.Trajectory;
import org.capgate.io.ScenarioFile;
import org.capgate.model.Readout;
import org.capgate.scenario.Scenario;
import org.capgate.solver.Solvers;
import org.capgate.viz.Figure;
import org.capgate.viz.Series;
import org.capgate.viz.TimeStack;

/** A view as files: scenario, table and figure. */
final class SavedFiles {
  /** Name of every saved file, before its ending. */
  static final String NAME = "capgate-explored";

  private final Explorer explorer;
  private final String version;
  private final String options;

  /**
   * @param version of this build
   * @param options of the command line that change the model, as a shell reads them; may be empty
   */
  SavedFiles(Explorer explorer, String version, String options) {
    this.explorer = explorer;
    this.version = version;
    this.options = options;
  }

  String version() {
    return version;
  }

  String options() {
    return options;
  }

  /** The scenario file that {@code capgate run} reads. */
  byte[] yaml(View view) {
    return explorer.file(view).toYaml().getBytes(StandardCharsets.UTF_8);
  }

  /**
   * The rows that {@code capgate run} writes for the scenario file, to the last digit, and the drug
   * levels that are no readouts.
   */
  byte[] csv(View view) {
    ScenarioFile file = explorer.file(view);
    TableBuilder table =
        Table.builder()
            .text("scenario")
            .number("time_h")
            .text("readout")
            .number("value")
            .text("unit")
            .provenance(provenance(Screen.of(view)));
    file.scenarios()
        .forEach(
            (label, scenario) -> {
              Trajectory run =
                  Solvers.standard()
                      .solve(scenario.instantiate(file.seed()), file.span(), file.sampling());
              double[] hours = run.timesHours();
              for (Readout readout : file.readouts()) {
                rows(table, label, readout.name(), hours, readout.series(run), readout.unit());
              }
              for (Line level : explorer.levels(view, hours)) {
                if (file.readouts().stream().noneMatch(r -> r.name().equals(level.name()))) {
                  rows(table, label, level.name(), hours, level.values(), "µM");
                }
              }
            });
    return table.build().toCsv().getBytes(StandardCharsets.UTF_8);
  }

  private static void rows(
      TableBuilder table,
      String label,
      String readout,
      double[] hours,
      double[] values,
      String unit) {
    for (int i = 0; i < hours.length; i++) {
      table.row(label, hours[i], readout, values[i], unit);
    }
  }

  byte[] png(Screen screen) {
    return figure(screen).png();
  }

  byte[] svg(Screen screen) {
    return figure(screen).svg().getBytes(StandardCharsets.UTF_8);
  }

  private Figure figure(Screen screen) {
    View view = screen.view();
    Panels panels = explorer.panels(screen);
    TimeStack stack =
        TimeStack.titled(title(view))
            .dosesAtHours(view.dose() > 0 ? view.doseHours() : new double[0])
            .provenance(provenance(screen));
    for (Panel panel : panels.panels()) {
      stack.panel(panel.label(), series(panel, true), series(panel, false));
    }
    return stack.build();
  }

  private static List<Series> series(Panel panel, boolean isReference) {
    List<Series> series = new ArrayList<>();
    for (Line line : panel.lines()) {
      if (line.isReference() == isReference) {
        series.add(Series.of(line.label(), line.hours(), line.values()));
      }
    }
    return series;
  }

  private static String title(View view) {
    String stressed = view.stress().level() > 0 ? "stressed " : "";
    String treatment = view.treatment().text().replaceFirst(" at 0 h", "");
    return stressed + view.species().word() + ", " + view.genotypeLabel() + ": " + treatment;
  }

  private Map<String, String> provenance(Screen screen) {
    View view = screen.view();
    ScenarioFile file = explorer.file(view);
    Map<String, String> lines = new LinkedHashMap<>();
    lines.put("capgate", version);
    for (Map.Entry<String, Scenario> entry : file.scenarios().entrySet()) {
      lines.put("specification of " + entry.getKey(), entry.getValue().hash());
    }
    lines.put("seed", Long.toString(file.seed()));
    lines.put("view", "?" + ScreenReader.query(screen));
    lines.put("repeat", "capgate run " + NAME + ".yaml" + options);
    return lines;
  }
}
