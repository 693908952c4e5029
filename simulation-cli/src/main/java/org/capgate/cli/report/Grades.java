package org.capgate.cli.report;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.capgate.cli.model.ParameterLine;
import org.capgate.input.CsvTable;
import org.capgate.input.SeedFiles;

/**
 * How well a number is supported: the confidence that seeds/evidence/parameters.csv gives the row
 * its source names, as P035.
 */
final class Grades {
  private static final Pattern ROW = Pattern.compile("\\bP\\d{3}\\b");

  private final Map<String, String> confidenceOfRow = new LinkedHashMap<>();

  private Grades(CsvTable rows) {
    for (CsvTable.Row row : rows.rows()) {
      confidenceOfRow.put(row.requiredText("id"), row.requiredText("confidence"));
    }
  }

  static Grades shipped() {
    return new Grades(CsvTable.read(SeedFiles.text("evidence/parameters.csv")));
  }

  /** "ASSUMED", a confidence such as "direct" or "review", or "cited" for any other source. */
  String of(ParameterLine line) {
    if (line.isAssumed()) {
      return "ASSUMED";
    }
    Matcher row = ROW.matcher(line.source());
    return row.find() ? confidenceOfRow.getOrDefault(row.group(), "cited") : "cited";
  }
}
