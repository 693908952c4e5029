package org.capgate.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.capgate.equations.Kind;
import org.capgate.equations.Symbol;
import org.capgate.input.CsvTable;
import org.capgate.input.InputException;
import org.capgate.input.Mistakes;
import org.capgate.input.Names;
import org.capgate.input.Place;
import org.capgate.input.SeedFiles;
import org.capgate.treatment.CellClass;

/**
 * All symbols of the model with their facts, from seeds/model/symbols.csv; seeds/model/README.md
 * says what its columns mean. The order of the rows is the order of all arrays: consecutive rows of
 * one group that stand for both classes are laid out as neurons are, all of the excitatory one
 * first. Immutable.
 */
final class SymbolTable {
  private final String file;
  private final Map<String, SymbolFacts> byName = new LinkedHashMap<>();
  private final Map<String, SymbolFacts> byStem = new LinkedHashMap<>(); // with the class

  private SymbolTable(CsvTable table) {
    file = table.name();
    List<CsvTable.Row> block = new ArrayList<>();
    Mistakes mistakes = new Mistakes();
    mistakes.in(
        () ->
            table.each(
                row -> {
                  boolean isOfEachClass = SymbolFacts.isOfEachClass(row);
                  if (!isOfEachClass
                      || block.isEmpty()
                      || !row.text("group").equals(block.get(0).text("group"))) {
                    addBlock(block, mistakes);
                  }
                  if (isOfEachClass) {
                    block.add(row);
                  } else {
                    add(row, SymbolFacts.of(row));
                  }
                }));
    addBlock(block, mistakes);
    mistakes.check();
  }

  /** A row that is wrong is wrong in the first class already, and said once. */
  private void addBlock(List<CsvTable.Row> block, Mistakes mistakes) {
    for (CellClass cells : CellClass.values()) {
      block.removeIf(row -> !mistakes.orElse(false, () -> isAdded(row, cells)));
    }
    block.clear();
  }

  private boolean isAdded(CsvTable.Row row, CellClass cells) {
    add(row, SymbolFacts.of(row, cells));
    return true;
  }

  private void add(CsvTable.Row row, SymbolFacts facts) {
    boolean isNew = byName.putIfAbsent(facts.symbol().name(), facts) == null;
    String key = key(facts.symbol().stem(), Optional.ofNullable(facts.cells()));
    boolean isMeant = byStem.putIfAbsent(key, facts) == null;
    if (!isNew || !isMeant) {
      throw row.complaint("stem", "'%s' is stated twice".formatted(facts.symbol().name()));
    }
  }

  private static String key(String stem, Optional<CellClass> cells) {
    return cells.map(of -> "%s of %s neurons".formatted(stem, of.word())).orElse(stem);
  }

  /**
   * Reads a table with the columns of seeds/model/symbols.csv.
   *
   * @throws InputException naming line, column and the way out
   */
  static SymbolTable read(CsvTable table) {
    return new SymbolTable(table.withColumns(SymbolFacts.COLUMNS));
  }

  /** The table of the model that ships. */
  static SymbolTable standard() {
    return Standard.TABLE;
  }

  /** All symbols with their facts, in the order of the arrays. */
  Collection<SymbolFacts> all() {
    return byName.values();
  }

  /**
   * The symbol of that stem whose name says the class, or no class.
   *
   * @throws InputException naming the nearest stem
   */
  SymbolFacts find(String stem, Optional<CellClass> cells) {
    SymbolFacts facts = byStem.get(key(stem, cells));
    if (facts == null) {
      throw new InputException(
          new Place(file, 0, 0),
          Names.unknown("symbol", key(stem, cells), new LinkedHashSet<>(byStem.keySet())));
    }
    return facts;
  }

  /** The symbol of that stem of a class if there is one, else that of none. */
  SymbolFacts nearestOf(String stem, Optional<CellClass> cells) {
    SymbolFacts ofClass = byStem.get(key(stem, cells));
    return ofClass != null ? ofClass : find(stem, Optional.empty());
  }

  /**
   * The facts of a symbol by its whole name.
   *
   * @throws InputException naming the nearest name
   */
  SymbolFacts named(String name) {
    SymbolFacts facts = byName.get(name);
    if (facts == null) {
      throw new InputException(
          new Place(file, 0, 0), Names.unknown("symbol", name, byName.keySet()));
    }
    return facts;
  }

  /** Whether there is a symbol of that whole name. */
  boolean contains(String name) {
    return byName.containsKey(name);
  }

  /**
   * Checks that equations use every parameter and input of the table; a symbol of another kind
   * without an equation is refused when the equations are put together.
   *
   * @throws InputException naming the first that is not used, and the nearest name that is
   */
  void requireUsed(Set<Symbol> used) {
    List<String> names = used.stream().map(Symbol::name).toList();
    for (SymbolFacts facts : all()) {
      Kind kind = facts.symbol().kind();
      String name = facts.symbol().name();
      if ((kind == Kind.PARAMETER || kind == Kind.INPUT) && !used.contains(facts.symbol())) {
        throw new InputException(
            new Place(file, 0, 0),
            "no equation uses '%s'%s"
                .formatted(
                    name,
                    Names.nearest(name, names).map(", but one uses '%s'"::formatted).orElse("")));
      }
    }
  }

  /** Read once, when first asked for. */
  private static final class Standard {
    private static final SymbolTable TABLE =
        read(CsvTable.read(SeedFiles.text("model/symbols.csv")));

    private Standard() {}
  }
}
