package org.capgate.cli.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.capgate.cli.Outcome;
import org.capgate.input.CsvTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExplainCommandTest {
  @TempDir Path folder;

  private List<CsvTable.Row> rows(String... words) {
    List<String> all = new ArrayList<>(List.of("explain", "wild-type-ketamine"));
    all.addAll(List.of(words));
    all.add("--figures=svg");
    all.add("--out=" + folder);
    Outcome outcome = Outcome.of(all.toArray(new String[0]));
    assertEquals(0, outcome.code(), outcome.err());
    assertTrue(Files.exists(folder.resolve("explanation.svg")));
    return CsvTable.read(folder.resolve("explanation.csv")).rows();
  }

  private static double sum(List<CsvTable.Row> rows, String beginning) {
    return rows.stream()
        .filter(row -> row.text("row").startsWith(beginning))
        .mapToDouble(row -> Double.parseDouble(row.text("share")))
        .sum();
  }

  @Test
  void sharesOfCausesAddUp() {
    List<CsvTable.Row> rows = rows("--of=immobility");
    assertEquals(1, sum(rows, "cause"), 1e-3);
    assertEquals(1, sum(rows, "cause") + sum(rows, "remainder"), 1e-9);
    // All of it passes through mood.
    assertEquals(
        1,
        rows.stream()
            .filter(row -> row.text("row").equals("passed through"))
            .filter(row -> row.text("symbol").equals("mood"))
            .mapToDouble(row -> Double.parseDouble(row.text("share")))
            .sum(),
        1e-9);
  }

  @Test
  void anotherSubjectPartsFromThisOneInItsOwnCells() {
    List<CsvTable.Row> rows = rows("--against=4EBP2 x0 excitatory");
    assertEquals(1, sum(rows, "cause: parting"), 1e-3);
    assertTrue(rows.get(0).text("symbol").contains("Excitatory"), rows.get(0).text("symbol"));
  }
}
