package org.capgate.io;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.capgate.equations.Symbol;
import org.capgate.input.CsvTable;
import org.capgate.input.SourceText;

/**
 * Where each equation is stated and which test checks it, from {@code model/statements.csv}. One
 * row serves both classes of cells: the class is left out of the symbol.
 */
final class StatementIndex {
  private static final Pattern CELL_CLASS = Pattern.compile("(?<=.)(Excitatory|Inhibitory)");

  private final Map<String, Entry> entries = new LinkedHashMap<>();

  private StatementIndex(CsvTable table) {
    for (CsvTable.Row row : table.withColumns("symbol", "statement", "test").rows()) {
      String symbol = row.requiredText("symbol");
      Entry entry = new Entry(row.requiredText("statement"), row.requiredText("test"));
      if (entries.put(symbol, entry) != null) {
        throw row.complaint("symbol", "'" + symbol + "' is stated twice");
      }
    }
  }

  /** The index of the equations that ship. */
  static StatementIndex standard() {
    String name = "model/statements.csv";
    return new StatementIndex(CsvTable.read(new SourceText(name, ModelDocument.resource(name))));
  }

  /**
   * Class and method, both below org.capgate.model, as {@code Class#method}.
   *
   * @param statement that states the equation
   * @param test that checks it
   */
  record Entry(String statement, String test) {}

  /** The entry of a symbol. */
  Entry of(Symbol symbol) {
    Entry entry = entries.get(withoutClass(symbol.name()));
    if (entry == null) {
      throw new IllegalStateException(
          "model/statements.csv has no row '" + withoutClass(symbol.name()) + "'");
    }
    return entry;
  }

  /** The symbols with a row. */
  List<String> symbols() {
    return List.copyOf(entries.keySet());
  }

  static String withoutClass(String symbol) {
    return CELL_CLASS.matcher(symbol).replaceFirst("");
  }
}
