package org.capgate.io;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.capgate.dynamics.TimeGrid;
import org.capgate.fit.Observation;
import org.capgate.fit.Observations;
import org.capgate.input.Bounds;
import org.capgate.input.CsvTable;
import org.capgate.input.InputException;
import org.capgate.input.Mistakes;
import org.capgate.input.Numbers;
import org.capgate.input.Place;
import org.capgate.input.SourceText;
import org.capgate.model.Readout;
import org.capgate.scenario.Scenario;

/**
 * Somebody's own data as a table: {@code id} (label of a scenario), {@code time} (h after t = 0),
 * {@code readout}, {@code value} in the unit of the readout, and {@code sd}, which may be left out,
 * but then for all.
 */
public final class ObservationFile {
  private static final Bounds HOURS = Bounds.between(-87_600, 87_600, "h");

  private ObservationFile() {}

  /**
   * Reads a file.
   *
   * @param scenarios by the labels that {@code id} may name
   * @throws InputException naming the place, the word and the nearest known one
   */
  public static Observations read(Path path, Map<String, Scenario> scenarios) {
    return read(SourceText.read(path), scenarios);
  }

  /** As {@link #read(Path, Map)}, from a text. */
  public static Observations read(SourceText source, Map<String, Scenario> scenarios) {
    CsvTable table =
        CsvTable.read(source).withColumns(List.of("id", "time", "readout", "value"), List.of("sd"));
    if (table.rows().isEmpty()) {
      throw new InputException(
          new Place(table.name(), 1, 0), "the table has a header but no observations");
    }
    List<Observation> all = new ArrayList<>();
    boolean hasDeviations = table.header().contains("sd");
    List<String> labels = List.copyOf(scenarios.keySet());
    Mistakes mistakes = new Mistakes();
    for (CsvTable.Row row : table.rows()) {
      mistakes.in(() -> all.add(observation(row, labels, hasDeviations)));
    }
    mistakes.check();
    for (String label : scenarios.keySet()) {
      double last =
          all.stream()
              .filter(one -> one.experiment().equals(label))
              .mapToDouble(Observation::atHours)
              .max()
              .orElse(1);
      if (last <= 0) {
        throw new InputException(
            new Place(table.name(), 0, 0),
            "an observation of '%s' must be later than 0 h, but the last was at %s h"
                .formatted(label, Numbers.text(last)));
      }
    }
    return new Observations(all, scenarios);
  }

  private static Observation observation(
      CsvTable.Row row, List<String> labels, boolean hasDeviations) {
    Readout readout = Readout.named(row.requiredText("readout"), row.place("readout"));
    return new Observation(
        row.oneOf("id", labels),
        TimeGrid.rounded(row.number("time", HOURS)),
        readout,
        row.number("value", Bounds.finite(readout.unit())),
        hasDeviations ? row.number("sd", Bounds.positive(readout.unit())) : Double.NaN);
  }
}
