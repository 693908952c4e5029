package org.capgate.sbml;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.capgate.input.CsvTable;
import org.capgate.input.InputException;
import org.capgate.input.Names;
import org.capgate.input.Numbers;
import org.capgate.input.Place;
import org.capgate.input.SourceText;

/**
 * The condition table of a PEtab problem: its conditions are the scenarios of the model, by name,
 * with the numbers these have.
 */
final class PetabConditions {
  private static final String ID = "conditionId";
  private static final String NAME = "conditionName";

  /** Decimals of other programs may have lost a digit. */
  private static final double SAME = 1e-12;

  private PetabConditions() {}

  /**
   * Reads a table: labels of scenarios by the ids of conditions.
   *
   * @param estimated names of numbers that are set alike in all scenarios
   * @throws InputException for a condition that is no scenario, or has other numbers
   */
  static Map<String, String> read(SourceText source, PetabModel model, List<String> estimated) {
    CsvTable table = CsvTable.readTabSeparated(source).requiring(List.of(ID, NAME));
    for (String column : model.conditionColumns(estimated)) {
      if (!table.header().contains(column)) {
        throw new InputException(
            new Place(table.name(), 1, 0),
            "column '%s' is missing, in which the scenarios differ".formatted(column));
      }
    }
    List<String> numbers =
        table.header().stream().filter(one -> !one.equals(ID) && !one.equals(NAME)).toList();
    for (String column : numbers) {
      if (!model.hasNumber(column)) {
        throw new InputException(
            table.placeOfColumn(column),
            "%s is no number of the model; its conditions are the scenarios it states"
                .formatted(Names.quoted(column)));
      }
    }
    Map<String, String> labels = new LinkedHashMap<>();
    for (CsvTable.Row row : table.rows()) {
      String label = row.oneOf(NAME, model.labels());
      numbers.forEach(column -> requireSame(row, column, model, label));
      if (labels.put(row.requiredText(ID), label) != null) {
        throw row.complaint(ID, "'%s' is stated twice".formatted(row.text(ID)));
      }
    }
    return labels;
  }

  private static void requireSame(CsvTable.Row row, String column, PetabModel model, String label) {
    String text = row.text(column);
    boolean isLeftOut = text.isEmpty() || text.equalsIgnoreCase("nan");
    double own = model.number(label, column);
    OptionalDouble stated =
        isLeftOut
            ? OptionalDouble.of(model.number(model.labels().get(0), column))
            : Numbers.parse(text);
    if (stated.isEmpty() || Math.abs(stated.getAsDouble() - own) > SAME * Math.abs(own)) {
      throw row.complaint(
          column,
          "must be %s, as the scenario '%s' of the model has it, but was %s; conditions of a fit are its scenarios, with the same parameters in all"
              .formatted(Digits.of(own), label, Names.quoted(text)));
    }
  }
}
