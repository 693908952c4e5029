package org.capgate.evidence;

import java.util.Map;
import org.capgate.analysis.Table;
import org.capgate.input.Numbers;

/** The report as JSON; numbers as in the CSV, a missing one is null. */
final class FindingsJson {

  private final FindingsReport report;

  FindingsJson(FindingsReport report) {
    this.report = report;
  }

  String render(Map<String, String> provenance) {
    Table table = report.table();
    StringBuilder json = new StringBuilder("{\n");
    if (!provenance.isEmpty()) {
      json.append("  \"provenance\": {");
      String separator = "";
      for (Map.Entry<String, String> line : provenance.entrySet()) {
        json.append(separator).append(quoted(line.getKey()));
        json.append(": ").append(quoted(line.getValue()));
        separator = ", ";
      }
      json.append("},\n");
    }
    json.append("  \"file\": ").append(quoted(report.file())).append(",\n");
    json.append("  \"passed\": ").append(report.passed()).append(",\n");
    json.append("  \"failed\": ").append(report.failed()).append(",\n");
    json.append("  \"establishedFailed\": ");
    json.append(report.count(Standing.ESTABLISHED, Verdict.FAIL)).append(",\n");
    json.append("  \"findings\": [");
    for (int row = 0; row < table.size(); row++) {
      json.append(row == 0 ? "\n" : ",\n").append("    {");
      String separator = "";
      for (String column : table.header()) {
        json.append(separator).append(quoted(column)).append(": ");
        json.append(cell(table, row, column));
        separator = ", ";
      }
      json.append('}');
    }
    return json.append("\n  ]\n}\n").toString();
  }

  private String cell(Table table, int row, String column) {
    String text = table.text(row, column);
    Finding finding = report.evaluations().get(row).finding();
    if (column.equals("at_h") && finding.at() instanceof SampleTime.At) {
      return text;
    }
    if (column.equals("magnitude")) {
      return finding.magnitude().map(FindingsJson::magnitude).orElse("null");
    }
    if (!table.isNumber(column)) {
      return quoted(text);
    }
    return table.isMissing(row, column) ? "null" : text;
  }

  private static String magnitude(Magnitude magnitude) {
    return "{\"value\": %s, \"low\": %s, \"high\": %s, \"unit\": %s, \"ofPeak\": %s}"
        .formatted(
            Numbers.text(magnitude.value()),
            Numbers.text(magnitude.low()),
            Numbers.text(magnitude.high()),
            quoted(magnitude.unit()),
            magnitude.ofPeak());
  }

  /** A JSON string (RFC 8259): quotes, backslashes and control characters escaped. */
  static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        quoted.append('\\').append(c);
      } else if (c < ' ' || Character.isSurrogate(c)) {
        quoted.append(String.format(java.util.Locale.ROOT, "\\u%04x", (int) c));
      } else {
        quoted.append(c);
      }
    }
    return quoted.append('"').toString();
  }
}
