package org.capgate.cli.learn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.capgate.cli.Outcome;
import org.capgate.input.CsvTable;
import org.capgate.model.ParameterSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LearnedProfileTest {
  private static final String NAME = "captureGainExcitatory";

  @TempDir Path folder;

  @Test
  void aProfileHoldsTheParameterAndFallsFromItsTop() throws Exception {
    for (String threads : List.of("1", "2")) {
      Outcome outcome =
          Outcome.of(
              "learned",
              "--profile=" + NAME,
              "--evaluations=1",
              "--threads=" + threads,
              "--figures=svg",
              "--out=" + folder.resolve(threads));
      assertEquals(0, outcome.code(), outcome.err());
      assertTrue(outcome.out().contains("95 % by profile likelihood of the findings"));
    }
    assertEquals(
        Files.readString(folder.resolve("1/profile.csv")),
        Files.readString(folder.resolve("2/profile.csv")));
    List<CsvTable.Row> rows = CsvTable.read(folder.resolve("1/profile.csv")).rows();
    double before = 0;
    int tops = 0;
    for (CsvTable.Row row : rows) {
      double value = Double.parseDouble(row.text("value"));
      assertTrue(value > before, "values ascend");
      assertEquals(value, Double.parseDouble(row.text(NAME)), 0);
      assertTrue(Double.parseDouble(row.text("rise")) >= 0);
      tops += Double.parseDouble(row.text("rise")) == 0 ? 1 : 0;
      before = value;
    }
    assertEquals(1, tops);
    double shipped = ParameterSet.standard().value(NAME);
    assertTrue(
        rows.stream()
            .anyMatch(row -> Math.abs(Double.parseDouble(row.text("value")) / shipped - 1) < 1e-9),
        "the shipped value is one of the points");
  }

  @Test
  void aParameterThatWasNotFittedIsRefusedWithTheNearestName() {
    Outcome outcome = Outcome.of("learned", "--profile=captureGainExcitatry");
    assertEquals(2, outcome.code());
    assertTrue(outcome.err().contains("did you mean 'captureGainExcitatory'?"), outcome.err());
  }
}
