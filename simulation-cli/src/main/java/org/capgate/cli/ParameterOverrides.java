package org.capgate.cli;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.capgate.input.Bounds;
import org.capgate.input.CsvTable;
import org.capgate.input.InputException;
import org.capgate.input.Names;
import org.capgate.model.ParameterSet;

/** A user's file with the columns {@code name,value}: parameters to change. */
final class ParameterOverrides {
  private final List<CsvTable.Row> rows;

  private ParameterOverrides(List<CsvTable.Row> rows) {
    this.rows = rows;
  }

  static ParameterOverrides read(Path file) {
    return new ParameterOverrides(CsvTable.read(file).withColumns("name", "value").rows());
  }

  /**
   * The set with these values, each within the plausible range of its parameter.
   *
   * @throws InputException naming file, line, column, and the range or the nearest name
   */
  ParameterSet appliedTo(ParameterSet set) {
    ParameterSet changed = set;
    Set<String> seen = new HashSet<>();
    for (CsvTable.Row row : rows) {
      String name = row.requiredText("name");
      if (!set.contains(name)) {
        throw new InputException(row.place("name"), Names.unknown("parameter", name, set.names()));
      }
      if (!seen.add(name)) {
        throw row.complaint("name", Names.quoted(name) + " is stated twice");
      }
      double value = row.number("value", Bounds.finite(set.parameter(name).unit()));
      changed = changed.with(name, value, row.place("value"));
    }
    return changed;
  }
}
