package org.capgate.io;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
 * but then for all; {@code subject}, whom it was observed in, likewise.
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
        CsvTable.read(source)
            .withColumns(List.of("id", "time", "readout", "value"), List.of("sd", "subject"));
    if (table.isEmpty()) {
      throw new InputException(
          new Place(table.name(), 1, 0), "the table has a header but no observations");
    }
    List<Observation> all = new ArrayList<>();
    boolean hasSubjects = table.header().contains("subject");
    boolean hasDeviations = table.header().contains("sd");
    List<String> labels = List.copyOf(scenarios.keySet());
    table.each(
        row -> {
          Observation one = observation(row, labels, hasDeviations);
          all.add(hasSubjects ? one.of(row.requiredText("subject")) : one);
        });
    requireOneAfterStart(all, scenarios.keySet(), table);
    return new Observations(all, scenarios);
  }

  /**
   * Checks that of each scenario that is observed at all something is observed after 0 h, so that a
   * run has a length.
   *
   * @throws InputException naming the table, the scenario and its last time
   */
  public static void requireOneAfterStart(
      List<Observation> all, Collection<String> labels, CsvTable table) {
    for (String label : labels) {
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
  }

  private static Observation observation(
      CsvTable.Row row, List<String> labels, boolean hasDeviations) {
    Mistakes mistakes = new Mistakes();
    Optional<Readout> readout =
        mistakes.orElse(
            Optional.empty(),
            () -> Optional.of(Readout.named(row.requiredText("readout"), row.place("readout"))));
    String unit = readout.map(Readout::unit).orElse("");
    String id = mistakes.orElse("", () -> row.oneOf("id", labels));
    double time = mistakes.orElse(0.0, () -> TimeGrid.rounded(row.number("time", HOURS)));
    double value = mistakes.orElse(0.0, () -> row.number("value", Bounds.finite(unit)));
    double deviation =
        hasDeviations
            ? mistakes.orElse(0.0, () -> row.number("sd", Bounds.positive(unit)))
            : Double.NaN;
    mistakes.check();
    return new Observation(id, time, readout.orElseThrow(), value, deviation);
  }
}
