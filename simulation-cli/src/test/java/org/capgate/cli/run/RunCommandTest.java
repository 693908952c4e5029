package org.capgate.cli.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.capgate.cli.Outcome;
import org.capgate.io.ScenarioFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunCommandTest {
  private static final String MINE =
      """
      capgate-scenario: 1
      name: mine
      species: mouse
      treatment: ketamine 10 mg/kg ip at 0 h
      duration-days: 1
      sample-every-minutes: 30
      compare-with:
        - name: vehicle
          treatment: none
      readouts: [mood, eif4f inhibitory]
      """;

  @TempDir Path folder;

  @Test
  void aFileInAFolderWithSpacesGivesSummaryTrajectoryAndFigures() throws IOException {
    Path file = Files.createDirectories(folder.resolve("my own")).resolve("mine.yaml");
    Files.writeString(file, MINE);
    Path out = folder.resolve("its results");
    Outcome outcome = Outcome.of("run", file.toString(), "--out", out.toString());
    assertEquals(0, outcome.code(), outcome.err());
    assertEquals("", outcome.err());
    assertTrue(outcome.out().contains("vehicle: mouse, wild type, untreated\n"), outcome.out());
    outcome.lines().forEach(line -> assertTrue(line.length() <= 100 || line.contains(out + "")));
    try (Stream<Path> files = Files.list(out)) {
      assertEquals(
          List.of(
              "bands.csv",
              "eif4f-inhibitory.png",
              "eif4f-inhibitory.svg",
              "files.txt",
              "mood.png",
              "mood.svg",
              "overview.html",
              "trajectory.csv"),
          files.map(path -> path.getFileName().toString()).sorted().toList());
    }
    String page = Files.readString(out.resolve("overview.html"));
    for (String shown : List.of("src=\"mood.svg\"", "src=\"eif4f-inhibitory.svg\"", "untreated")) {
      assertTrue(page.contains(shown), page);
    }
    List<String> csv = Files.readAllLines(out.resolve("trajectory.csv"));
    assertTrue(csv.contains("scenario,time_h,readout,value,unit"));
    // 49 samples of two readouts in two scenarios, four lines of provenance, the header
    assertEquals(49 * 2 * 2 + 4 + 1, csv.size());
  }

  @Test
  void everyPresetIsListedWithItsDescription() {
    Outcome outcome = Outcome.of("presets");
    assertEquals(0, outcome.code(), outcome.err());
    List<String> names =
        outcome.lines().stream()
            .takeWhile(line -> !line.equals("Trials:"))
            .filter(line -> !line.startsWith(" ") && !line.isEmpty())
            .toList();
    assertEquals(ScenarioFile.presets(), names);
    assertTrue(names.size() >= 7, names.toString());
    for (String name : names) {
      String next = outcome.lines().get(outcome.lines().indexOf(name) + 1);
      assertTrue(next.startsWith("    "), name + " has no description");
    }
  }
}
