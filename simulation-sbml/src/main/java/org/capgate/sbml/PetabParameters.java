package org.capgate.sbml;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.capgate.input.Bounds;
import org.capgate.input.CsvTable;
import org.capgate.input.InputException;
import org.capgate.input.Numbers;
import org.capgate.input.SourceText;
import org.capgate.model.Parameter;
import org.capgate.model.ParameterSet;
import org.capgate.sensitivity.Varied;

/** The parameter table of a PEtab problem. */
final class PetabParameters {
  private static final List<String> COLUMNS =
      List.of("parameterId", "parameterScale", "lowerBound", "upperBound", "estimate");
  private static final String NO_PRIOR = "parameterScaleUniform";

  /**
   * A row.
   *
   * @param id in the table
   * @param name of the number of the model; the id where it is none
   * @param isOfModel whether it is a number of the model
   * @param varied with its bounds, where it is estimated
   * @param nominal value
   */
  record Entry(
      CsvTable.Row row,
      String id,
      String name,
      boolean isOfModel,
      Optional<Varied> varied,
      double nominal) {}

  private final Map<String, Entry> byId = new LinkedHashMap<>();

  private PetabParameters(CsvTable table, ParameterSet set) {
    Map<String, Parameter> numberOf = new HashMap<>();
    set.numbers().forEach(number -> numberOf.put(KineticNumbers.id(number.name()), number));
    for (CsvTable.Row row : table.requiring(COLUMNS).rows()) {
      refusePrior(table, row, "objectivePriorType");
      refusePrior(table, row, "initializationPriorType");
      Entry entry = entry(table, row, Optional.ofNullable(numberOf.get(row.text("parameterId"))));
      if (byId.put(entry.id(), entry) != null) {
        throw row.complaint("parameterId", "'%s' is stated twice".formatted(entry.id()));
      }
    }
  }

  /**
   * Reads a table.
   *
   * @param set the numbers that models may have
   */
  static PetabParameters read(SourceText source, ParameterSet set) {
    return new PetabParameters(CsvTable.readTabSeparated(source), set);
  }

  List<Entry> all() {
    return new ArrayList<>(byId.values());
  }

  Optional<Entry> named(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  List<String> ids() {
    return List.copyOf(byId.keySet());
  }

  private static void refusePrior(CsvTable table, CsvTable.Row row, String column) {
    if (table.header().contains(column)
        && !row.text(column).isEmpty()
        && !row.text(column).equals(NO_PRIOR)) {
      throw row.complaint(
          column,
          "'%s' cannot be used: a fit knows bounds, but no priors".formatted(row.text(column)));
    }
  }

  private static Entry entry(CsvTable table, CsvTable.Row row, Optional<Parameter> number) {
    String id = row.requiredText("parameterId");
    String scale = row.oneOf("parameterScale", List.of("lin", "log", "log10"));
    boolean isEstimated = row.oneOf("estimate", List.of("0", "1")).equals("1");
    boolean hasNominal =
        table.header().contains("nominalValue") && !row.text("nominalValue").isEmpty();
    double nominal =
        hasNominal || number.isEmpty() ? number(table, row, "nominalValue") : number.get().value();
    String name = number.map(Parameter::name).orElse(id);
    if (!isEstimated) {
      return new Entry(row, id, name, number.isPresent(), Optional.empty(), nominal);
    }
    double low = number(table, row, "lowerBound");
    double high = number(table, row, "upperBound");
    if (!(low < high)) {
      throw row.complaint(
          "lowerBound",
          "must be below the upper bound %s, but was %s"
              .formatted(Numbers.text(high), Numbers.text(low)));
    }
    if (!scale.equals("lin") && !(low > 0)) {
      throw row.complaint(
          "lowerBound",
          "must be > 0 on the scale %s, but was %s".formatted(scale, Numbers.text(low)));
    }
    number.ifPresent(one -> requireWithin(row, one, low, high));
    if (!(nominal >= low && nominal <= high)) {
      throw row.complaint(
          hasNominal ? "nominalValue" : "parameterId",
          "the nominal value of %s must be in [%s, %s], but was %s"
              .formatted(id, Numbers.text(low), Numbers.text(high), Numbers.text(nominal)));
    }
    return new Entry(
        row,
        id,
        name,
        number.isPresent(),
        Optional.of(new Varied(name, nominal, low, high)),
        nominal);
  }

  private static void requireWithin(CsvTable.Row row, Parameter number, double low, double high) {
    boolean isLow = low < number.low();
    if (isLow || high > number.high()) {
      throw row.complaint(
          isLow ? "lowerBound" : "upperBound",
          "%s moves within [%s, %s] %s, but the bound was %s"
              .formatted(
                  number.name(),
                  Numbers.text(number.low()),
                  Numbers.text(number.high()),
                  number.unit(),
                  Numbers.text(isLow ? low : high)));
    }
  }

  private static double number(CsvTable table, CsvTable.Row row, String column) {
    if (!table.header().contains(column)) {
      throw new InputException(
          row.place(), "column '%s' is missing".formatted(Objects.requireNonNull(column)));
    }
    return row.number(column, Bounds.finite(""));
  }
}
