package org.capgate.model;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.capgate.input.Bounds;
import org.capgate.input.CsvTable;
import org.capgate.input.InputException;
import org.capgate.input.Names;
import org.capgate.input.Numbers;
import org.capgate.input.Place;
import org.capgate.input.SeedFiles;
import org.jspecify.annotations.Nullable;

/** Every parameter of the equations and the fitted numbers of the compounds, by name. Immutable. */
public final class ParameterSet {
  private static final String TIE = "as ";

  private final Map<String, Parameter> byName;

  private ParameterSet(Map<String, Parameter> byName) {
    this.byName = byName;
  }

  /**
   * The set that ships with the library, the output of the calibration: folder {@code
   * seeds/parameters}.
   */
  public static ParameterSet standard() {
    return Standard.SET;
  }

  /**
   * Reads files with the columns of seeds/parameters: name, unit, value, low, high, start, fitted,
   * source.
   *
   * @throws InputException naming file, line, column and the way out
   */
  static ParameterSet read(List<CsvTable> tables) {
    Map<String, Parameter> byName = new LinkedHashMap<>();
    for (CsvTable table : tables) {
      for (CsvTable.Row row :
          table
              .withColumns("name", "unit", "value", "low", "high", "start", "fitted", "source")
              .rows()) {
        Parameter parameter = parameter(row);
        if (byName.putIfAbsent(parameter.name(), parameter) != null) {
          throw row.complaint("name", "'" + parameter.name() + "' is stated twice");
        }
      }
    }
    return new ParameterSet(tied(byName));
  }

  /** Gives every tied parameter the value it is tied to. */
  private static Map<String, Parameter> tied(Map<String, Parameter> byName) {
    byName.replaceAll(
        (name, parameter) -> {
          if (parameter.tiedTo().isEmpty()) {
            return parameter;
          }
          Parameter other = byName.get(parameter.tiedTo());
          if (other == null) {
            throw new InputException(
                Place.UNKNOWN,
                name
                    + " is tied: "
                    + Names.unknown("parameter", parameter.tiedTo(), byName.keySet()));
          }
          return parameter.withValue(other.value());
        });
    return byName;
  }

  private static Parameter parameter(CsvTable.Row row) {
    String unit = row.requiredText("unit");
    double low = row.number("low", Bounds.finite(unit));
    double high = row.number("high", Bounds.finite(unit));
    if (low > high) {
      throw row.complaint(
          "low",
          "low must be <= high, but was " + Numbers.text(low) + " against " + Numbers.text(high));
    }
    double value = row.number("value", Bounds.between(low, high, unit));
    double start = row.number("start", Bounds.between(low, high, unit));
    String fitted = row.requiredText("fitted");
    boolean isTied = fitted.startsWith(TIE);
    String tiedTo = isTied ? fitted.substring(TIE.length()) : "";
    boolean isFitted = !isTied && row.oneOf("fitted", List.of("yes", "no")).equals("yes");
    return new Parameter(
        row.requiredText("name"),
        unit,
        value,
        low,
        high,
        start,
        isFitted,
        tiedTo,
        row.requiredText("source"));
  }

  /**
   * The same with one value changed.
   *
   * @param value in the unit of the parameter, within its plausible range
   * @throws InputException for an unknown name, naming the nearest, or a value out of range
   */
  public ParameterSet with(String name, double value) {
    return with(name, value, Place.UNKNOWN);
  }

  /** As {@link #with(String, double)}, for a value read at a place. */
  public ParameterSet with(String name, double value, Place place) {
    Parameter parameter = byName.get(name);
    if (parameter == null) {
      throw new InputException(place, Names.unknown("parameter", name, byName.keySet()));
    }
    if (!parameter.tiedTo().isEmpty()) {
      throw new InputException(
          place, name + " always has the value of " + parameter.tiedTo() + "; change that one");
    }
    if (!(value >= parameter.low() && value <= parameter.high())) {
      throw new InputException(
          place,
          name
              + " must be in ["
              + Numbers.text(parameter.low())
              + ", "
              + Numbers.text(parameter.high())
              + "] "
              + parameter.unit()
              + ", but was "
              + Numbers.text(value));
    }
    return with(Map.of(name, value));
  }

  /** The same with values changed that are known to be allowed. */
  public ParameterSet with(Map<String, Double> values) {
    Map<String, Parameter> changed = new LinkedHashMap<>(byName);
    values.forEach(
        (name, value) ->
            changed.computeIfPresent(name, (key, parameter) -> parameter.withValue(value)));
    return new ParameterSet(tied(changed));
  }

  /**
   * The same without the fitted numbers of a compound, for one whose own file is to be taken as it
   * is. Numbers of other compounds that were tied to them keep their values.
   */
  public ParameterSet withoutCompound(String compound) {
    String path = compound + "/";
    Map<String, Parameter> kept = new LinkedHashMap<>();
    byName.forEach(
        (name, parameter) -> {
          if (!name.startsWith(path)) {
            kept.put(name, parameter.tiedTo().startsWith(path) ? parameter.untied() : parameter);
          }
        });
    return new ParameterSet(kept);
  }

  /** The value, in the unit of the parameter. */
  public double value(String name) {
    return parameter(name).value();
  }

  /** The parameter of that name. */
  public Parameter parameter(String name) {
    Parameter parameter = byName.get(name);
    if (parameter == null) {
      throw new InputException(Place.UNKNOWN, Names.unknown("parameter", name, byName.keySet()));
    }
    return parameter;
  }

  /** Whether a parameter of that name is known. */
  public boolean contains(String name) {
    return byName.containsKey(name);
  }

  /** All names in the order of the files. */
  public List<String> names() {
    return List.copyOf(byName.keySet());
  }

  /** All parameters in the order of the files. */
  public Collection<Parameter> parameters() {
    return List.copyOf(byName.values());
  }

  /** The numbers of compounds among them, by path. */
  public Map<String, Double> compoundNumbers() {
    return byName.values().stream()
        .filter(parameter -> parameter.isOfCompound() && !parameter.isOfCells())
        .collect(
            Collectors.toMap(
                Parameter::name, Parameter::value, (first, second) -> first, LinkedHashMap::new));
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ParameterSet set && byName.equals(set.byName);
  }

  @Override
  public int hashCode() {
    return byName.hashCode();
  }

  /** Read once, when first asked for. */
  private static final class Standard {
    private static final ParameterSet SET =
        read(
            SeedFiles.list("parameters").stream()
                .map(file -> CsvTable.read(SeedFiles.text("parameters/" + file)))
                .toList());

    private Standard() {}
  }
}
