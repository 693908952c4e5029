package org.capgate.explore;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.capgate.dynamics.Trajectory;
import org.capgate.io.ScenarioFile;
import org.capgate.model.Readout;
import org.capgate.scenario.Scenario;
import org.capgate.solver.Solvers;
import org.capgate.treatment.CompoundCatalogue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SavedFilesTest {
  private final Explorer explorer =
      new Explorer(Scenario::of, CompoundCatalogue.standard(), Optional.empty());
  private final SavedFiles files = new SavedFiles(explorer, "1.2.3", " --mechanism a=b");

  private View view(String query) {
    return ViewReader.read(query, explorer.compounds());
  }

  /** What is drawn, what is saved as numbers, and what the saved scenario gives are one thing. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "inhibitory-4ebp2=33&dose=7&days=3",
        "species=human&stress=chronic&dose=0.5&route=iv&infusion-hours=0.7&doses=3&every-hours=84",
        "species=rat&compound=citalopram&doses=14&days=28&excitatory-eif4e=120",
      })
  void theScenarioReadBackGivesTheNumbersOfTheCurvesAndOfTheTable(
      String query, @TempDir Path folder) throws Exception {
    View view = view(query);
    Path yaml = folder.resolve("saved.yaml");
    Files.write(yaml, files.yaml(view));
    ScenarioFile read = ScenarioFile.read(yaml);
    Map<String, Double> rows = values(view);
    Panels drawn = explorer.panels(view);
    for (var entry : read.scenarios().entrySet()) {
      Trajectory run =
          Solvers.standard()
              .solve(entry.getValue().instantiate(read.seed()), read.span(), read.sampling());
      boolean isReference = entry.getKey().equals("wild type");
      Line mood =
          drawn.panels().get(0).lines().stream()
              .filter(line -> line.isReference() == isReference)
              .findFirst()
              .orElseThrow();
      assertArrayEquals(run.timesHours(), mood.hours());
      assertArrayEquals(Readout.MOOD.series(run), mood.values());
      int last = run.samples() - 1;
      for (Readout readout : read.readouts()) {
        String key = entry.getKey() + "," + number(run.timesHours()[last]) + "," + readout.name();
        Double saved = rows.get(key + "," + readout.unit());
        assertEquals(readout.series(run)[last], saved, key); // to the last bit
      }
    }
  }

  private static String number(double value) {
    return org.capgate.input.Numbers.text(value);
  }

  /** Values by the other cells of their rows. */
  private Map<String, Double> values(View view) {
    Map<String, Double> values = new HashMap<>();
    csvRows(view).stream()
        .map(row -> row.split(",", -1))
        .filter(cells -> cells.length == 5 && !cells[3].equals("value"))
        .forEach(
            cells ->
                values.put(
                    cells[0] + "," + cells[1] + "," + cells[2] + "," + cells[4],
                    Double.valueOf(cells[3])));
    return values;
  }

  private Set<String> csvRows(View view) {
    return new String(files.csv(view), StandardCharsets.UTF_8)
        .lines()
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void theTableSaysWhereItComesFromAndHowToRepeatIt() {
    List<String> lines =
        new String(files.csv(view("dose=3&days=1")), StandardCharsets.UTF_8).lines().toList();
    assertEquals("# capgate: 1.2.3", lines.get(0));
    assertTrue(lines.get(1).matches("# specification of explored: [0-9a-f]{16}"), lines.get(1));
    assertTrue(lines.contains("# view: ?dose=3&days=1"));
    assertTrue(lines.contains("# repeat: capgate run capgate-explored.yaml --mechanism a=b"));
  }

  @Test
  void levelsThatAreNoReadoutsAreInTheTableToo() {
    Set<String> readouts =
        csvRows(view("compound=citalopram&days=1")).stream()
            .filter(row -> row.startsWith("explored,"))
            .map(row -> row.split(",", -1)[2])
            .collect(Collectors.toSet());
    assertTrue(readouts.containsAll(List.of("mood", "plasma-citalopram", "brain-citalopram")));
  }

  @Test
  void thePictureHoldsEveryCurveAndIsTheSameEachTime() {
    Screen screen =
        ScreenReader.read(
            "inhibitory-4ebp2=0&doses=2&untreated=shown&pin-1=stress%3Dchronic",
            explorer.compounds());
    String svg = new String(files.svg(screen), StandardCharsets.UTF_8);
    for (String text :
        List.of(
            "Mood",
            "Transmission",
            "eIF4F, the switch",
            "wild type",
            "untreated",
            "pin 1: stressed")) {
      assertTrue(svg.contains(text), text);
    }
    assertEquals(svg, new String(files.svg(screen), StandardCharsets.UTF_8));
    byte[] png = files.png(screen);
    assertArrayEquals(new byte[] {(byte) 0x89, 'P', 'N', 'G'}, Arrays.copyOf(png, 4));
  }
}
