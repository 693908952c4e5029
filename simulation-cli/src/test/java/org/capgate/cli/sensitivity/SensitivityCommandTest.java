package org.capgate.cli.sensitivity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.capgate.cli.Outcome;
import org.capgate.input.CsvTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SensitivityCommandTest {
  /** Numbers of plasma ketamine, of which closed forms are known. */
  private static final String BY =
      "ketamine/kinetics/mouse/routes/ip/bioavailability,ketamine/kinetics/mouse/brain/partitionCoefficient";

  @TempDir Path folder;

  private Path run(String name, String... more) {
    Path out = folder.resolve(name);
    List<String> words =
        new ArrayList<>(
            List.of(
                "sensitivity",
                "wild-type-ketamine",
                "--of=plasma-ketamine,brain-ketamine",
                "--at=0.5,1",
                "--by=" + BY,
                "--figures=svg",
                "--out=" + out));
    words.addAll(List.of(more));
    Outcome outcome = Outcome.of(words.toArray(new String[0]));
    assertEquals(0, outcome.code(), outcome.err());
    return out;
  }

  private static List<CsvTable.Row> rows(Path out) {
    return CsvTable.read(out.resolve("sensitivity.csv")).rows();
  }

  private static String text(Path out) throws IOException {
    return Files.readAllLines(out.resolve("sensitivity.csv")).stream()
        .filter(line -> !line.startsWith("#"))
        .collect(Collectors.joining("\n"));
  }

  private static double number(CsvTable.Row row, String column) {
    return Double.parseDouble(row.text(column));
  }

  @Test
  void levelsAreProportionalToWhatScalesThemAndDoNotLeanOnTheRest() {
    List<CsvTable.Row> rows = rows(run("local"));
    assertEquals(2 * 2 * 2, rows.size());
    for (CsvTable.Row row : rows) {
      boolean isBrain = row.text("readout").equals("brain-ketamine");
      boolean isShare = row.text("number").endsWith("bioavailability");
      // Rounding of numbers of about one over a width of 0.004.
      assertEquals(
          isBrain || isShare ? 1 : 0, number(row, "normalised"), 1e-10, row.text("number"));
      assertEquals(
          number(row, "perRelativeChange"),
          number(row, "numberValue") * number(row, "perUnit"),
          1e-12);
    }
    assertTrue(Files.exists(folder.resolve("local/tornado-brain-ketamine.svg")));
  }

  /** A product of two uniform numbers has the shares that its moments give. */
  @Test
  void sharesOfTheVarianceOfAProductAreThoseOfItsMoments() throws IOException {
    Path one = run("one", "--method=sobol", "--points=512", "--factor=1.2", "--threads=1");
    Path two = run("two", "--method=sobol", "--points=512", "--factor=1.2", "--threads=2");
    assertEquals(text(one), text(two));
    for (CsvTable.Row row : rows(one)) {
      if (row.text("readout").equals("plasma-ketamine")) {
        boolean isShare = row.text("number").endsWith("bioavailability");
        assertEquals(isShare ? 1 : 0, number(row, "share"), 0.02);
      } else {
        double low = number(row, "shareLow");
        double high = number(row, "shareHigh");
        // Logarithms of both are uniform over equal widths: each has half, less what they share.
        assertTrue(low < 0.51 && high > 0.48, low + " to " + high);
      }
      assertEquals(0, number(row, "missingShare"));
      assertEquals(number(row, "share"), number(row, "shareLeast"));
    }
    assertTrue(Files.exists(one.resolve("sobol-brain-ketamine-0.5h.svg")));
  }

  @Test
  void elementaryEffectsOfWhatIsProportionalAreItsRangeTimesTheSlope() throws IOException {
    Path one = run("one", "--method=morris", "--points=4", "--threads=1");
    assertEquals(text(one), text(run("two", "--method=morris", "--points=4", "--threads=2")));
    for (CsvTable.Row row : rows(one)) {
      boolean leans =
          row.text("readout").equals("brain-ketamine")
              || row.text("number").endsWith("bioavailability");
      double size = number(row, "meanSize");
      assertTrue(leans ? size > 0.01 : size == 0, row.text("number") + " " + size);
      assertEquals(size, number(row, "meanEffect"), 1e-12);
    }
    assertTrue(Files.exists(one.resolve("morris-plasma-ketamine-1h.svg")));
  }
}
