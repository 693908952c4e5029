package org.capgate.cli.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.capgate.cli.Outcome;
import org.capgate.input.CsvTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegionCommandTest {
  @TempDir Path folder;

  private List<CsvTable.Row> rows(String name, String... more) {
    List<String> words = new ArrayList<>(List.of("region", "B01", "--figures=svg"));
    words.addAll(List.of(more));
    words.add("--out=" + folder.resolve(name));
    Outcome outcome = Outcome.of(words.toArray(new String[0]));
    assertEquals(0, outcome.code(), outcome.err());
    assertTrue(Files.exists(folder.resolve(name).resolve("region.svg")));
    return CsvTable.read(folder.resolve(name).resolve("region.csv")).rows();
  }

  private static List<CsvTable.Row> of(List<CsvTable.Row> rows, String kind) {
    return rows.stream().filter(row -> row.text("row").equals(kind)).toList();
  }

  @Test
  void theBorderLiesBetweenTheLastPointWithoutAndTheFirstWith() {
    List<CsvTable.Row> rows = rows("one", "--by=captureGainExcitatory", "--points=5");
    double border = Double.parseDouble(of(rows, "border").get(0).text("captureGainExcitatory"));
    for (CsvTable.Row row : of(rows, "grid")) {
      double at = Double.parseDouble(row.text("captureGainExcitatory"));
      assertEquals(at > border ? "yes" : "no", row.text("shown"));
    }
    assertEquals("yes", of(rows, "present set").get(0).text("shown"));
  }

  @Test
  void twoNumbersHaveTheSameBorderOnOneAndTwoThreadsAndSetsTheirDistance() throws IOException {
    Path members =
        Files.writeString(
            folder.resolve("members.csv"),
            "member,captureGainExcitatory,moodByExcitation\n1,2,0.5\n2,40,1.9\n");
    String by = "--by=captureGainExcitatory,moodByExcitation";
    List<CsvTable.Row> one = rows("1", by, "--points=4", "--threads=1", "--ensemble=" + members);
    List<CsvTable.Row> two = rows("2", by, "--points=4", "--threads=2", "--ensemble=" + members);
    assertEquals(texts(one), texts(two));
    assertEquals(16, of(one, "grid").size());
    List<CsvTable.Row> sets = of(one, "ensemble");
    assertEquals("no", sets.get(0).text("shown"));
    assertEquals("yes", sets.get(1).text("shown"));
    assertTrue(Double.parseDouble(sets.get(1).text("shareToBorder")) > 0.1);
  }

  private static List<String> texts(List<CsvTable.Row> rows) {
    return rows.stream()
        .map(row -> row.text("row") + row.text("captureGainExcitatory") + row.text("shown"))
        .toList();
  }
}
