package org.capgate.cli.sweep;

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

class SweepCommandTest {
  private static final String HEAD =
      """
      capgate-sweep: 1
      name: test
      readouts: [mood]
      at-hours: [24]
      """;

  @TempDir Path folder;

  private Path run(String name, int code, String text, String... more) throws IOException {
    return run(name, List.of(code), text, more);
  }

  private Path run(String name, List<Integer> codes, String text, String... more)
      throws IOException {
    Path file = Files.writeString(folder.resolve(name + ".yaml"), text);
    Path out = folder.resolve(name);
    List<String> words =
        new ArrayList<>(
            List.of("sweep", file.toString(), "--out", out.toString(), "--figures", "svg"));
    words.addAll(List.of(more));
    Outcome outcome = Outcome.of(words.toArray(new String[0]));
    assertTrue(codes.contains(outcome.code()), outcome.code() + " " + outcome.err());
    return out;
  }

  private static CsvTable table(Path out) {
    return CsvTable.read(out.resolve("sweep.csv"));
  }

  private static String rows(Path out) throws IOException {
    return Files.readAllLines(out.resolve("sweep.csv")).stream()
        .filter(line -> !line.startsWith("#"))
        .collect(Collectors.joining("\n"));
  }

  /** Whatever a scenario can say: times, intervals, numbers of compounds, words, genes. */
  @Test
  void everythingAScenarioSaysCanBeVaried() throws IOException {
    Path out =
        run(
            "all",
            0,
            HEAD
                + """
                design: latin-hypercube
                points: 6
                vary:
                  start: {low: 0, high: 5}
                  every: {low: 6, high: 12}
                  tau: {low: 0.5, high: 1.2}
                  clearance: {low: 5, high: 9, scale: log}
                  target: {values: [both, interneuron-nmda]}
                  left: {low: 0.8, high: 1}
                  stress: {values: [none, chronic]}
                scenario:
                  species: mouse
                  stress: $stress
                  genotype: 4EBP2 x$left inhibitory
                  treatment: [ketamine 10 mg/kg ip at $start h every $every h for 1 d]
                  parameters:
                    bdnfTimeHours: $tau
                    ketamine/kinetics/mouse/central/clearanceLitresPerHourPerKilogram: $clearance
                  mechanisms: {first-target: $target}
                  compare-with:
                    - name: vehicle
                      treatment: none
                """);
    CsvTable table = table(out);
    assertEquals(12, table.rows().size());
    assertEquals(
        List.of("vehicle", "test"),
        List.of(table.rows().get(1).text("scenario"), table.rows().get(0).text("scenario")));
    List<String> ofKetamine =
        table.rows().stream()
            .filter(row -> row.text("scenario").equals("test"))
            .map(row -> row.text("value"))
            .distinct()
            .toList();
    assertEquals(6, ofKetamine.size(), "every point differs: " + ofKetamine);
  }

  @Test
  void aVariedNumberGivesWhatRunGivesWithThatNumber() throws IOException {
    Path out =
        run(
            "one",
            0,
            HEAD
                + """
                vary:
                  tau: {values: [0.5, 1.2]}
                scenario:
                  species: mouse
                  treatment: ketamine 10 mg/kg ip at 0 h
                  parameters: {bdnfTimeHours: $tau}
                """);
    Path file =
        Files.writeString(
            folder.resolve("run.yaml"),
            """
            capgate-scenario: 1
            name: run
            species: mouse
            treatment: ketamine 10 mg/kg ip at 0 h
            duration-days: 1
            sample-every-minutes: 1440
            parameters: {bdnfTimeHours: 1.2}
            readouts: [mood]
            """);
    Path ran = folder.resolve("ran");
    assertEquals(0, Outcome.of("run", file.toString(), "--out", ran.toString()).code());
    String expected =
        CsvTable.read(ran.resolve("trajectory.csv")).rows().stream()
            .filter(row -> row.text("time_h").equals("24"))
            .map(row -> row.text("value"))
            .findFirst()
            .orElseThrow();
    assertEquals(expected, table(out).rows().get(1).text("value"));
    assertTrue(Files.exists(out.resolve("mood.svg")));
  }

  @Test
  void mosaicsOfNetworksCanBeVariedAndThreadsChangeNothing() throws IOException {
    String text =
        HEAD
            + """
            vary:
              share: {low: 0, high: 1, points: 3}
              number: {values: [1, 2]}
            scenario:
              species: mouse
              treatment: ketamine 10 mg/kg ip at 0 h
            network: {neurons: 200, synapses: 60, seed: $number, mosaic: 4EBP2 x0 excitatory, fraction: $share}
            """;
    // So small a network may have no rest with every mosaic: that is a row too.
    Path one = run("one", List.of(0, 1), text, "--threads", "1");
    Path two = run("two", List.of(0, 1), text, "--threads", "2");
    assertEquals(rows(one), rows(two));
    assertEquals(6, table(one).rows().size());
    assertTrue(Files.exists(one.resolve("mood-24h.svg")));
  }

  @Test
  void aPointThatCannotBeStatedIsARowAndTheExitCodeSaysSo() throws IOException {
    // Each end alone is possible; together the second bath begins within the first.
    Path out =
        run(
            "failed",
            1,
            HEAD
                + """
                vary:
                  long: {values: [4, 1, 2]}
                  late: {values: [3.5, 5, 1.5]}
                scenario:
                  species: mouse
                  preparation: slice
                  treatment: ketamine 20 uM bath at 0 h for $long h; ketamine 20 uM bath at $late h for 1 h
                """);
    CsvTable table = table(out);
    assertEquals(9, table.rows().size());
    List<String> failures = table.rows().stream().map(row -> row.text("failure")).toList();
    assertEquals(3, failures.stream().filter(reason -> !reason.isEmpty()).count(), "" + failures);
    assertTrue(failures.get(8).contains("a level is stated once at a time"), failures.get(8));
    assertEquals("", table.rows().get(8).text("value"));
  }
}
