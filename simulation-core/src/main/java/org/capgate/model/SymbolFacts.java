package org.capgate.model;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.capgate.equations.Kind;
import org.capgate.equations.Part;
import org.capgate.equations.Symbol;
import org.capgate.equations.Unit;
import org.capgate.input.CsvTable;
import org.capgate.treatment.CellClass;
import org.jspecify.annotations.Nullable;

/**
 * One symbol of the model with what the table says about it beside the equations.
 *
 * @param symbol as the equations use it
 * @param cells the class of neurons its name says, or null
 * @param printedUnit the unit as tables and axes print it
 * @param note remark on its equation, or empty
 * @param word what findings and scenarios call it, for readouts; else empty
 * @param label what figures call it, for readouts; else empty
 * @param start formula of the first guess of an unknown; value of a parameter that a scenario sets,
 *     in the untreated wild type; else empty
 * @param test that checks its equation, as {@code Class#method}, or empty
 */
record SymbolFacts(
    Symbol symbol,
    @Nullable CellClass cells,
    String printedUnit,
    String note,
    String word,
    String label,
    String start,
    String test) {
  static final String[] COLUMNS = {
    "stem",
    "part",
    "group",
    "kind",
    "unit",
    "description",
    "note",
    "latex",
    "word",
    "label",
    "start",
    "test"
  };

  private static final Map<String, Unit> UNITS =
      Map.of(
          "1", Unit.DIMENSIONLESS,
          "rel.", Unit.DIMENSIONLESS,
          "h", Unit.HOUR,
          "h⁻¹", Unit.PER_HOUR,
          "s", Unit.SECOND,
          "µM", Unit.MICROMOLAR,
          "Hz", Unit.HERTZ,
          "points", Unit.POINT);

  /** The last word of a name, by printed unit. */
  private static final Map<String, String> UNIT_WORDS =
      Map.of(
          "h", "Hours",
          "h⁻¹", "PerHour",
          "s", "Seconds",
          "µM", "Micromolar",
          "Hz", "Hertz",
          "points", "Point");

  private static final Map<String, Kind> KINDS =
      Map.of(
          "state", Kind.STATE,
          "quasi-steady", Kind.QUASI_STEADY,
          "algebraic", Kind.ALGEBRAIC,
          "definition", Kind.DEFINED,
          "readout", Kind.READOUT,
          "parameter", Kind.PARAMETER,
          "input", Kind.INPUT,
          "reference", Kind.REFERENCE);

  /**
   * Whose a row is. The first two stand for a symbol of each class, owned by its neurons or by the
   * synapses onto them; the name of what stands alone does not say the class.
   */
  private static final List<String> PARTS =
      List.of(
          "cells",
          "onto cells",
          "excitatory",
          "inhibitory",
          "excitatory alone",
          "inhibitory alone",
          "tissue",
          "none");

  static boolean isOfEachClass(CsvTable.Row row) {
    return row.oneOf("part", PARTS).endsWith("cells");
  }

  /** The symbol of a row that stands for one. */
  static SymbolFacts of(CsvTable.Row row) {
    String word = row.text("part");
    String owner = word.split(" ", 2)[0];
    Part part = Part.valueOf(owner.toUpperCase(Locale.ROOT));
    boolean saysClass = word.equals("excitatory") || word.equals("inhibitory");
    return of(row, part, saysClass ? CellClass.valueOf(part.name()) : null);
  }

  /** The symbol of one class of a row that stands for both. */
  static SymbolFacts of(CsvTable.Row row, CellClass cells) {
    return of(row, row.text("part").equals("cells") ? part(cells) : Part.NONE, cells);
  }

  /** The part that holds what neurons of a class own. */
  static Part part(CellClass cells) {
    return Part.valueOf(cells.name());
  }

  private static SymbolFacts of(CsvTable.Row row, Part part, @Nullable CellClass cells) {
    String stem = row.requiredText("stem");
    Kind kind = oneOf(row, "kind", KINDS);
    String unit = row.text("unit");
    String unitWord = UNIT_WORDS.getOrDefault(unit, "");
    String classWord = cells == null ? "" : cells.suffix();
    // What is observed says the class last, as findings do.
    String name = stem + (kind == Kind.READOUT ? unitWord + classWord : classWord + unitWord);
    Symbol symbol =
        new Symbol(
            name,
            stem,
            part,
            kind,
            oneOf(row, "unit", UNITS),
            filled(row.requiredText("description"), cells),
            filled(row.requiredText("latex"), cells));
    return new SymbolFacts(
        symbol,
        cells,
        unit,
        filled(row.text("note"), cells),
        row.text("word"),
        row.text("label"),
        filled(row.text("start"), cells),
        row.text("test"));
  }

  private static <T> T oneOf(CsvTable.Row row, String column, Map<String, T> meanings) {
    String word = row.oneOf(column, meanings.keySet().stream().sorted().toList());
    return Objects.requireNonNull(meanings.get(word), word);
  }

  /**
   * What a field says of one class: {@code {cells}} is its word and {@code {c}} its letter; where
   * the classes differ, a bar stands between excitatory and inhibitory.
   */
  private static String filled(String text, @Nullable CellClass cells) {
    if (cells == null) {
      return text;
    }
    int bar = text.indexOf(" |");
    boolean isFirst = cells == CellClass.EXCITATORY;
    String own = bar < 0 ? text : isFirst ? text.substring(0, bar) : text.substring(bar + 2);
    return own.strip()
        .replace("{cells}", cells.word())
        .replace("{c}", cells.name().substring(0, 1));
  }

  /** Whether a scenario, not a parameter file, sets it: totals by genotype, and chronic stress. */
  boolean isSetByScenario() {
    return symbol.kind() == Kind.PARAMETER && !start.isEmpty();
  }
}
