package org.capgate.cli.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.capgate.cli.Outcome;
import org.capgate.input.CsvTable;
import org.capgate.model.ParameterSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ParametersCommandTest {
  private static CsvTable table(String... more) {
    Outcome outcome = Outcome.of(more);
    assertEquals(0, outcome.code(), outcome.err());
    return CsvTable.read("csv", new StringReader(outcome.out().replaceAll("(?m)^#.*\\R", "")));
  }

  @Test
  void everyParameterIsThereWithItsRangeAndSource() {
    CsvTable table = table("parameters", "--format", "csv");
    for (String name : ParameterSet.standard().names()) {
      assertEquals(
          1, table.rows().stream().filter(row -> row.text("name").equals(name)).count(), name);
    }
    for (CsvTable.Row row : table.rows()) {
      double value = Double.parseDouble(row.text("value"));
      assertTrue(Double.parseDouble(row.text("low")) <= value, row.text("name"));
      assertTrue(value <= Double.parseDouble(row.text("high")), row.text("name"));
      assertTrue(!row.text("source").isBlank(), row.text("name"));
    }
  }

  @Test
  void filterKeepsNamesThatContainIt() {
    CsvTable table = table("parameters", "KETAMINE/targets", "--format", "csv");
    assertTrue(!table.rows().isEmpty());
    table.rows().forEach(row -> assertTrue(row.text("name").contains("ketamine/targets")));
  }

  @Test
  void everyLineFitsATerminalOfUsualWidth() {
    for (String line : Outcome.of("parameters").lines()) {
      // A longer word, as an address of a paper, cannot be broken.
      assertTrue(line.length() <= 100 || !line.strip().contains(" "), line);
    }
  }

  @Test
  void textShowsValueUnitRangeAndMarks() {
    Outcome outcome = Outcome.of("parameters", "immobilityMaximumSeconds");
    assertTrue(
        outcome.lines().get(0).matches("immobilityMaximumSeconds +\\S+ s  \\[\\S+, \\S+].*"),
        outcome.out());
    assertTrue(outcome.lastLine().startsWith("1 parameters, "), outcome.out());
  }

  @Test
  void overridesAreShown(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("mine.csv");
    Files.writeString(file, "name,value\nimmobilityMaximumSeconds,251\n");
    Outcome outcome =
        Outcome.of("parameters", "immobilityMaximum", "--parameters", file.toString());
    assertTrue(outcome.lines().get(0).contains(" 251 s "), outcome.out());
  }
}
