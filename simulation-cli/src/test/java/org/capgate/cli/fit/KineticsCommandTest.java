package org.capgate.cli.fit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.capgate.cli.Outcome;
import org.capgate.input.CsvTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KineticsCommandTest {
  @TempDir Path folder;

  private CsvTable table(String... words) throws IOException {
    Outcome outcome = Outcome.of(words);
    assertEquals(0, outcome.code(), outcome.err());
    Path file = Files.writeString(folder.resolve("printed.csv"), outcome.out());
    return CsvTable.read(file);
  }

  @Test
  void aClearanceThatIsSetIsTheClearanceThatIsPrinted() throws IOException {
    String name = "ketamine/kinetics/mouse/central/clearanceLitresPerHourPerKilogram";
    CsvTable table =
        table(
            "kinetics",
            "--treatment=ketamine 10 mg/kg iv at 0 h",
            "--set=" + name + "=5",
            "--format=csv");
    CsvTable.Row first = table.rows().get(0);
    assertEquals("ketamine", first.text("compound"));
    assertEquals("given", first.text("origin"));
    // Given into a vein at once: bioavailability 1, rounding of a few products.
    assertEquals(5, Double.parseDouble(first.text("clearanceLitresPerHourPerKilogram")), 5e-12);
    assertTrue(
        table.rows().stream()
            .anyMatch(
                row -> row.text("compound").equals("hnk") && row.text("origin").equals("formed")));
  }

  @Test
  void everyVariantOfAScenarioIsShownAndTheFileHoldsWhatIsPrinted() throws IOException {
    String out = folder.resolve("out").toString();
    Outcome text = Outcome.of("kinetics", "dose-ladder", "--out", out);
    assertEquals(0, text.code(), text.err());
    assertTrue(text.lines().contains("vehicle: none"), text.out());
    assertTrue(text.lines().contains("  nothing of it has a concentration"), text.out());
    CsvTable table = table("kinetics", "dose-ladder", "--format=csv");
    List<String> scenarios =
        table.rows().stream().map(row -> row.text("scenario")).distinct().toList();
    assertTrue(scenarios.contains("100 mg/kg") && !scenarios.contains("vehicle"), "" + scenarios);
    assertEquals(
        Files.readAllLines(folder.resolve("printed.csv")).stream()
            .filter(line -> !line.startsWith("#"))
            .toList(),
        Files.readAllLines(Path.of(out, "kinetics.csv")).stream()
            .filter(line -> !line.startsWith("#"))
            .toList());
  }
}
