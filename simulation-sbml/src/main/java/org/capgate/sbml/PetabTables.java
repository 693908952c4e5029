package org.capgate.sbml;

import java.util.ArrayList;
import java.util.List;

/** A tab-separated table as PEtab wants it. */
final class PetabTables {
  private final List<String> lines = new ArrayList<>();

  /** A table with these columns. */
  PetabTables(String... columns) {
    row(columns);
  }

  /** A table with these columns. */
  PetabTables(List<String> columns) {
    row(columns.toArray(String[]::new));
  }

  /** Adds a row; a text with quotes, tabs or line breaks is quoted. */
  void row(String... fields) {
    List<String> written = new ArrayList<>();
    for (String field : fields) {
      boolean isPlain =
          field.chars().noneMatch(c -> c == '"' || c == '\t' || c == '\n' || c == '\r');
      written.add(isPlain ? field : '"' + field.replace("\"", "\"\"") + '"');
    }
    lines.add(String.join("\t", written));
  }

  String text() {
    return String.join("\n", lines) + "\n";
  }
}
