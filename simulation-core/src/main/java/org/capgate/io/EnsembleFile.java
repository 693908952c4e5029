package org.capgate.io;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.capgate.input.CsvTable;
import org.capgate.input.InputException;
import org.capgate.input.Names;
import org.capgate.input.Numbers;
import org.capgate.input.Place;
import org.capgate.model.ParameterSet;

/**
 * Parameter sets as a table: a row for each, a column for each number that differs between them,
 * under the name that {@code capgate parameters} prints. The columns {@code member} and {@code
 * log_likelihood}, as {@code capgate posterior} writes them, are left aside.
 */
public final class EnsembleFile {
  private static final List<String> ASIDE = List.of("member", "log_likelihood");

  private EnsembleFile() {}

  /**
   * Reads a file.
   *
   * @param base what the sets have beside the numbers of the file
   * @throws InputException naming file, line and column of an unknown name or a number that cannot
   *     be
   */
  public static List<ParameterSet> read(Path path, ParameterSet base) {
    CsvTable table = CsvTable.read(path);
    List<String> names = table.header().stream().filter(word -> !ASIDE.contains(word)).toList();
    for (String name : names) {
      if (!base.contains(name)) {
        throw new InputException(
            new Place(path.toString(), 1, 0), Names.unknown("parameter", name, base.names()));
      }
    }
    List<ParameterSet> sets = new ArrayList<>();
    for (CsvTable.Row row : table.rows()) {
      Map<String, Double> values = new LinkedHashMap<>();
      for (String name : names) {
        double value =
            Numbers.parse(row.text(name))
                .orElseThrow(
                    () ->
                        row.complaint(
                            name,
                            "must be a number, but was %s"
                                .formatted(Names.quoted(row.text(name)))));
        try {
          base.with(name, value, Place.UNKNOWN);
        } catch (InputException e) {
          throw row.complaint(name, String.valueOf(e.getMessage()));
        }
        values.put(name, value);
      }
      sets.add(base.with(values));
    }
    if (sets.isEmpty()) {
      throw new InputException(new Place(path.toString(), 0, 0), "has no rows");
    }
    return sets;
  }
}
