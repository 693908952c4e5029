package org.capgate.model;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.capgate.input.Bounds;
import org.capgate.input.CsvTable;
import org.capgate.input.InputException;
import org.capgate.input.Names;
import org.capgate.input.Numbers;
import org.capgate.input.Place;
import org.capgate.input.SeedFiles;
import org.capgate.treatment.CompoundCatalogue;
import org.capgate.treatment.SourcedNumber;
import org.jspecify.annotations.Nullable;

/**
 * Every number of the model by name, to be read and set. A name is that of a parameter of {@code
 * seeds/parameters}, or the path of any other number of a compound, as in {@code
 * ketamine/kinetics/mouse/routes/ip/bioavailability}. The first are the parameters of the equations
 * and the fitted numbers of the compounds; they replace what a compound file says. Immutable.
 */
public final class ParameterSet {
  private static final String TIE = "as ";

  private final Map<String, Parameter> byName;

  /** Every number of the compounds, by path; those that {@code byName} does not hold count. */
  private final Map<String, SourcedNumber> ofCompounds;

  /** Values of those that were set. */
  private final Map<String, Double> changed;

  private int hash; // 0 before somebody asks for it

  private ParameterSet(
      Map<String, Parameter> byName,
      Map<String, SourcedNumber> ofCompounds,
      Map<String, Double> changed) {
    this.byName = byName;
    this.ofCompounds = ofCompounds;
    this.changed = changed;
  }

  /**
   * The set that ships with the library, the output of the calibration: folder {@code
   * seeds/parameters}; with the numbers of the compounds that ship.
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
    return new ParameterSet(tied(byName), Map.of(), Map.of());
  }

  /**
   * The same with the numbers of these compounds; numbers that were set keep their values.
   *
   * @throws InputException when the compounds lack a number that was set
   */
  public ParameterSet knowing(CompoundCatalogue compounds) {
    Map<String, SourcedNumber> known = compounds.numbersByPath();
    if (known.equals(ofCompounds)) {
      return this;
    }
    for (String path : changed.keySet()) {
      if (!known.containsKey(path)) {
        throw new InputException(
            Place.UNKNOWN,
            "%s was set; %s".formatted(path, Names.unknown("number", path, known.keySet())));
      }
    }
    return new ParameterSet(byName, known, changed);
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
                "%s is tied: %s"
                    .formatted(
                        name, Names.unknown("parameter", parameter.tiedTo(), byName.keySet())));
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
   * The same with one value changed. A parameter that had the value of another stands on its own
   * from then on.
   *
   * @param value in the unit of the parameter, within its plausible range, or within the bounds of
   *     the field for a number of a compound without a range
   * @throws InputException for an unknown name, naming the nearest, or a value out of range
   */
  public ParameterSet with(String name, double value) {
    return with(name, value, Place.UNKNOWN);
  }

  /** As {@link #with(String, double)}, for a value read at a place. */
  public ParameterSet with(String name, double value, Place place) {
    if (!contains(name)) {
      throw new InputException(place, unknown(name));
    }
    Parameter parameter = parameter(name);
    boolean isRanged = byName.containsKey(name) || number(name).isRanged();
    if (isRanged && !(value >= parameter.low() && value <= parameter.high())) {
      throw new InputException(
          place,
          "%s must be in [%s, %s] %s, but was %s"
              .formatted(
                  name,
                  Numbers.text(parameter.low()),
                  Numbers.text(parameter.high()),
                  parameter.unit(),
                  Numbers.text(value)));
    }
    SourcedNumber stated = ofCompounds.get(name);
    Optional<String> wrong =
        stated == null ? Optional.empty() : stated.bounds().complaint(name, value);
    if (wrong.isPresent()) {
      throw new InputException(place, wrong.get());
    }
    Map<String, Parameter> rows = new LinkedHashMap<>(byName);
    rows.computeIfPresent(name, (key, row) -> row.untied());
    return new ParameterSet(rows, ofCompounds, changed).with(Map.of(name, value));
  }

  /** The same with values changed that are known to be allowed. */
  public ParameterSet with(Map<String, Double> values) {
    Map<String, Parameter> rows = new LinkedHashMap<>(byName);
    Map<String, Double> numbers = new TreeMap<>(changed);
    values.forEach(
        (name, value) -> {
          if (rows.containsKey(name)) {
            rows.computeIfPresent(name, (key, parameter) -> parameter.withValue(value));
          } else if (number(name).value() == value) {
            numbers.remove(name); // equal sets are equal however they came about
          } else {
            numbers.put(name, value);
          }
        });
    return new ParameterSet(tied(rows), ofCompounds, numbers);
  }

  /** The same with every value that of {@code seeds/parameters}, or else of the compound file. */
  public ParameterSet unchanged() {
    Map<String, Parameter> rows = new LinkedHashMap<>(byName);
    rows.replaceAll((name, parameter) -> Standard.SET.byName.getOrDefault(name, parameter));
    return new ParameterSet(rows, ofCompounds, Map.of());
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
    return new ParameterSet(kept, ofCompounds, changed);
  }

  /** The value, in the unit of the parameter. */
  public double value(String name) {
    return parameter(name).value();
  }

  /** The parameter of that name. */
  public Parameter parameter(String name) {
    Parameter parameter = byName.get(name);
    return parameter == null ? ofCompound(number(name)) : parameter;
  }

  /** A number of a compound file as a parameter, with the value it was set to. */
  private Parameter ofCompound(SourcedNumber number) {
    double value = changed.getOrDefault(number.path(), number.value());
    return new Parameter(
        number.path(),
        number.bounds().unit().isEmpty() ? "dimensionless" : number.bounds().unit(),
        value,
        number.isRanged() ? number.low() : value,
        number.isRanged() ? number.high() : value,
        number.value(),
        false,
        "",
        number.source());
  }

  private SourcedNumber number(String name) {
    SourcedNumber number = ofCompounds.get(name);
    if (number == null) {
      throw new InputException(Place.UNKNOWN, unknown(name));
    }
    return number;
  }

  /** Complaint about a name that is not known, with the nearest one or what sets it instead. */
  public String unknown(String name) {
    return MoodModel.isSetByScenario(name)
        ? "'%s' is no parameter: genotype and stress of a scenario set it".formatted(name)
        : Names.unknown("parameter", name, names());
  }

  /** Whether a number of that name is known. */
  public boolean contains(String name) {
    Parameter row = byName.get(name);
    return row == null ? ofCompounds.containsKey(name) : hasEffect(row);
  }

  /** A fitted number of a compound that is not there, or lacks it, is not in force. */
  private boolean hasEffect(Parameter row) {
    return !row.isOfCompound() || row.isOfCells() || ofCompounds.containsKey(row.name());
  }

  /** All names: of the files in their order, then of the other numbers of the compounds. */
  public List<String> names() {
    return numbers().map(Parameter::name).toList();
  }

  /** The parameters of the files, in their order. */
  public Collection<Parameter> parameters() {
    return byName.values().stream().filter(this::hasEffect).toList();
  }

  /** Every number, in the order of {@link #names}. */
  public Stream<Parameter> numbers() {
    return Stream.concat(
        parameters().stream(),
        ofCompounds.values().stream()
            .filter(number -> !byName.containsKey(number.path()))
            .map(this::ofCompound));
  }

  /**
   * The numbers of compounds that differ from the compound files, or may: the fitted ones and those
   * that were set, by path.
   */
  public Map<String, Double> compoundNumbers() {
    Map<String, Double> numbers = new LinkedHashMap<>();
    parameters().stream()
        .filter(parameter -> parameter.isOfCompound() && !parameter.isOfCells())
        .forEach(parameter -> numbers.put(parameter.name(), parameter.value()));
    numbers.putAll(changed);
    return numbers;
  }

  /** Value of a number of a compound, before fitted numbers replace it. */
  public double statedValue(SourcedNumber number) {
    return changed.getOrDefault(number.path(), number.value());
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other == this
        || other instanceof ParameterSet set
            && hashCode() == set.hashCode()
            && byName.equals(set.byName)
            && changed.equals(set.changed)
            && ofCompounds.equals(set.ofCompounds);
  }

  @Override
  public int hashCode() {
    int known = hash;
    if (known == 0) {
      known = Objects.hash(byName, changed);
      hash = known; // threads that ask at once write the same
    }
    return known;
  }

  @Override
  public String toString() {
    ParameterSet usual = unchanged();
    return "%s numbers, changed: %s"
        .formatted(
            names().size(),
            numbers()
                .filter(number -> number.value() != usual.value(number.name()))
                .map(number -> number.name() + " " + Numbers.text(number.value()))
                .toList());
  }

  /** Read once, when first asked for. */
  private static final class Standard {
    private static final ParameterSet SET =
        read(SeedFiles.list("parameters").stream()
                .map(file -> CsvTable.read(SeedFiles.text("parameters/" + file)))
                .toList())
            .knowing(CompoundCatalogue.standard());

    private Standard() {}
  }
}
