package org.capgate.evidence;

import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.capgate.treatment.CompoundCatalogue;

/** Findings files written column by column. */
final class Rows {

  private final StringBuilder text =
      new StringBuilder(String.join(",", FindingFile.COLUMNS) + "\n");

  /** A row that is right, with some columns changed: column, text, column, text ... */
  Rows row(String... changes) {
    Map<String, String> fields = new LinkedHashMap<>();
    String[] usual = {
      "R1", "behaviour", "mouse", "in-vivo", "none", "wild-type", "ketamine 10 mg/kg ip at 0 h",
      "immobility", "24", "untreated", "decrease", "", "established", "Someone 2020"
    };
    for (int i = 0; i < usual.length; i++) {
      fields.put(FindingFile.COLUMNS.get(i), usual[i]);
    }
    for (int i = 0; i < changes.length; i += 2) {
      if (fields.put(changes[i], changes[i + 1]) == null) {
        throw new IllegalArgumentException("no column " + changes[i]);
      }
    }
    text.append(
            fields.values().stream()
                .map(field -> '"' + field.replace("\"", "\"\"") + '"')
                .collect(Collectors.joining(",")))
        .append('\n');
    return this;
  }

  /** The file. */
  String text() {
    return text.toString();
  }

  FindingFile read() {
    return read(text.toString());
  }

  static FindingFile read(String text) {
    return FindingFile.read("f.csv", new StringReader(text), CompoundCatalogue.standard());
  }
}
