package org.capgate.io;

import java.io.Reader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.capgate.input.Bounds;
import org.capgate.input.CsvTable;
import org.capgate.input.InputException;
import org.capgate.input.Names;
import org.capgate.input.Numbers;
import org.capgate.input.Place;
import org.capgate.model.Parameter;
import org.capgate.model.ParameterSet;

/**
 * Values of parameters as a CSV file with the columns {@code name} and {@code value}. The columns
 * that {@code capgate parameters --format csv} and {@code seeds/parameters} have beside them are
 * accepted: the unit must be that of the parameter, the others only describe it.
 */
public final class ParameterFile {
  private static final List<String> REQUIRED = List.of("name", "value");
  private static final List<String> DESCRIBING =
      List.of("unit", "low", "high", "start", "fitted", "assumed", "source");

  private ParameterFile() {}

  /**
   * A parameter set with the changes of a file.
   *
   * @param base the set that is changed
   * @throws InputException for an unknown or repeated name, a value out of range, and another unit
   *     or range than the parameter has, naming the place
   */
  public static ParameterSet read(Path path, ParameterSet base) {
    return read(CsvTable.read(path), base);
  }

  /** As {@link #read(Path, ParameterSet)}, from a reader; the name is shown in errors. */
  public static ParameterSet read(String name, Reader reader, ParameterSet base) {
    return read(CsvTable.read(name, reader), base);
  }

  private static ParameterSet read(CsvTable table, ParameterSet base) {
    CsvTable checked = table.withColumns(REQUIRED, DESCRIBING);
    if (checked.isEmpty()) {
      throw new InputException(
          new Place(table.name(), 1, 0), "the table has a header but no parameters");
    }
    Map<String, Place> stated = new HashMap<>();
    List<ParameterSet> changed = new ArrayList<>(List.of(base)); // the last one has all changes
    checked.each(row -> changed.add(changed(last(changed), row, stated, table.header())));
    return last(changed);
  }

  private static ParameterSet last(List<ParameterSet> sets) {
    return sets.get(sets.size() - 1);
  }

  private static ParameterSet changed(
      ParameterSet base, CsvTable.Row row, Map<String, Place> stated, List<String> header) {
    String name = row.requiredText("name");
    if (!base.contains(name)) {
      throw row.complaint("name", base.unknown(name));
    }
    Place earlier = stated.putIfAbsent(name, row.place());
    if (earlier != null) {
      throw row.complaint("name", Names.quoted(name) + " is stated twice, first at " + earlier);
    }
    checkDescription(row, base.parameter(name), header);
    return base.with(name, row.number("value", Bounds.finite("")), row.place("value"));
  }

  /** A unit or a range that this file cannot change must not look as if it did. */
  private static void checkDescription(CsvTable.Row row, Parameter parameter, List<String> header) {
    if (header.contains("unit") && !row.text("unit").equals(parameter.unit())) {
      throw row.complaint(
          "unit",
          "%s is stated in %s, but was %s"
              .formatted(parameter.name(), parameter.unit(), Names.quoted(row.text("unit"))));
    }
    boolean isRanged = parameter.low() < parameter.high();
    checkEnd(row, "low", header.contains("low") && isRanged, parameter.low());
    checkEnd(row, "high", header.contains("high") && isRanged, parameter.high());
  }

  private static void checkEnd(CsvTable.Row row, String column, boolean isStated, double known) {
    if (isStated && row.number(column, Bounds.finite("")) != known) {
      throw row.complaint(
          column,
          "is %s; a file of values changes no range, but was %s"
              .formatted(Numbers.text(known), Names.quoted(row.text(column))));
    }
  }
}
