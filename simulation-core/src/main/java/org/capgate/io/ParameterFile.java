package org.capgate.io;

import java.io.Reader;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.capgate.input.Bounds;
import org.capgate.input.CsvTable;
import org.capgate.input.InputException;
import org.capgate.input.Names;
import org.capgate.input.Place;
import org.capgate.model.ParameterSet;

/** Changes to parameters as a CSV file with the columns {@code name} and {@code value}. */
public final class ParameterFile {

  private ParameterFile() {}

  /**
   * A parameter set with the changes of a file.
   *
   * @param base the set that is changed
   * @throws InputException for an unknown or repeated name and a value out of range, naming the
   *     place
   */
  public static ParameterSet read(Path path, ParameterSet base) {
    return read(CsvTable.read(path), base);
  }

  /** As {@link #read(Path, ParameterSet)}, from a reader; the name is shown in errors. */
  public static ParameterSet read(String name, Reader reader, ParameterSet base) {
    return read(CsvTable.read(name, reader), base);
  }

  private static ParameterSet read(CsvTable table, ParameterSet base) {
    CsvTable checked = table.withColumns("name", "value");
    if (checked.rows().isEmpty()) {
      throw new InputException(
          new Place(table.name(), 1, 0), "the table has a header but no parameters");
    }
    Map<String, Place> stated = new HashMap<>();
    ParameterSet changed = base;
    for (CsvTable.Row row : checked.rows()) {
      String name = row.requiredText("name");
      if (!base.contains(name)) {
        throw row.complaint("name", Names.unknown("parameter", name, base.names()));
      }
      Place earlier = stated.putIfAbsent(name, row.place());
      if (earlier != null) {
        throw row.complaint("name", Names.quoted(name) + " is stated twice, first at " + earlier);
      }
      changed = changed.with(name, row.number("value", Bounds.finite("")), row.place("value"));
    }
    return changed;
  }
}
