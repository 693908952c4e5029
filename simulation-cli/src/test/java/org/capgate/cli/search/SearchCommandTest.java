package org.capgate.cli.search;

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

public class SearchCommandTest {
  @TempDir Path folder;

  private static final String SMALL =
      """
      capgate-search: 1
      name: small
      vary:
        dose: {low: 1, high: 30, scale: log}
        potency: {low: 0.5, high: 50, scale: log}
      compound: own.yaml
      scenario:
        species: mouse
        treatment: candidate $dose mg/kg ip at 0 h
      references:
        - {name: ketamine, treatment: ketamine 10 mg/kg ip at 0 h}
      objectives:
        - {name: benefit, measure: mood, at-hours: 24, aim: high}
        - {name: surge, measure: dopamine, highest: [0, 4], aim: low}
      constraints:
        - {name: days, measure: mood, hours-above: 0.01, within: [0, 48], at-least: 1}
        - {name: count, measure: doses, at-most: 1}
      population: 8
      generations: 3
      seed: 5
      """;

  private static final String OWN =
      """
      capgate-compound: 1
      name: candidate
      kind: drug
      description: "none"
      molarMassGramsPerMole: {value: 238, source: "as ketamine"}
      kinetics:
        mouse:
          central:
            volumeLitresPerKilogram: {value: 3, source: "as ketamine"}
            clearanceLitresPerHourPerKilogram: {value: 6.9, source: "as ketamine"}
          brain:
            partitionCoefficient: {value: 1.1, source: "as ketamine"}
            equilibrationPerHour: {value: 20, source: "as ketamine"}
          routes:
            ip:
              bioavailability: {value: 0.8, source: "as ketamine"}
              absorptionPerHour: {value: 6, source: "as ketamine"}
      targets:
        nmda:
          sign: block
          kinetics: reversible
          potencyMicromolar: {value: $potency, source: "chosen by the search"}
          hillSlope: {value: 1.4, source: "as ketamine"}
          maximalEffect: {value: 1, source: "as ketamine"}
      """;

  private Path small(String text, String own) throws IOException {
    Files.writeString(folder.resolve("own.yaml"), own);
    return Files.writeString(folder.resolve("small.yaml"), text);
  }

  private List<CsvTable.Row> rows(String name, String... more) throws IOException {
    Path out = folder.resolve(name);
    List<String> words =
        new java.util.ArrayList<>(
            List.of("search", small(SMALL, OWN).toString(), "--figures=svg", "--out=" + out));
    words.addAll(List.of(more));
    Outcome outcome = Outcome.of(words.toArray(new String[0]));
    assertEquals(0, outcome.code(), outcome.err());
    assertTrue(Files.exists(out.resolve("benefit-against-surge.svg")));
    return CsvTable.read(out.resolve("designs.csv")).rows();
  }

  @Test
  void runRepeatsADesignFromItsFiles() throws IOException {
    List<CsvTable.Row> rows = rows("found");
    assertEquals("ketamine", rows.get(0).text("design"));
    assertTrue(rows.size() > 2);
    CsvTable.Row first = rows.get(1);
    Path out = folder.resolve("run");
    Outcome outcome =
        Outcome.of(
            "run",
            folder.resolve("found/design-001.yaml").toString(),
            "--compound",
            folder.resolve("found/design-001-compound.yaml").toString(),
            "--figures=svg",
            "--out=" + out);
    assertEquals(0, outcome.code(), outcome.err());
    double mood =
        CsvTable.read(out.resolve("trajectory.csv")).rows().stream()
            .filter(row -> row.text("readout").equals("mood"))
            .filter(row -> Double.parseDouble(row.text("time_h")) == 24)
            .mapToDouble(row -> Double.parseDouble(row.text("value")))
            .findFirst()
            .orElseThrow();
    // Runs of tolerance 1e-4 against 1e-6.
    assertEquals(Double.parseDouble(first.text("benefit")), mood, 1e-3);
  }

  @Test
  void theSameDesignsOnOneAndTwoThreadsAndOthersInAnEnsemble() throws IOException {
    List<CsvTable.Row> one = rows("one", "--threads=1");
    List<CsvTable.Row> two = rows("two", "--threads=2");
    assertEquals(texts(one), texts(two));
    Path members =
        Files.writeString(
            folder.resolve("members.csv"),
            "member,captureGainExcitatory\n1,%s\n2,%s\n".formatted(1.0, 1.05));
    Outcome bad =
        Outcome.of(
            "search",
            "best-schedule",
            "--ensemble",
            Files.writeString(folder.resolve("bad.csv"), "member,captureGain\n1,2\n").toString());
    assertEquals(2, bad.code());
    assertTrue(bad.err().contains("unknown parameter 'captureGain'"), bad.err());
    Outcome outside =
        Outcome.of(
            "search",
            "best-schedule",
            "--ensemble",
            Files.writeString(folder.resolve("far.csv"), "member,moodByActivity\n1,-7\n")
                .toString());
    assertEquals(2, outside.code());
    assertTrue(outside.err().contains("far.csv:2"), outside.err());
    assertEquals(1, outside.errors().size(), outside.err());
    assertTrue(Files.exists(members));
  }

  private static List<String> texts(List<CsvTable.Row> rows) {
    return rows.stream()
        .map(row -> row.text("treatment") + row.text("benefit") + row.text("surge"))
        .toList();
  }

  @Test
  void whatIsWrongInASearchIsSaidWithItsPlace() throws IOException {
    refused(SMALL.replace("$dose mg", "$dos mg"), OWN, "small.yaml:9", "unknown name 'dos'");
    refused(SMALL, OWN.replace("$potency", "3"), "small.yaml", "'$potency' stands nowhere");
    refused(SMALL, OWN.replace("name: candidate", "name: ketamine"), "own.yaml", "choose another");
    refused(SMALL.replace("low: 0.5, high", "low: -1, high"), OWN, "small.yaml", "must be > 0");
    refused(SMALL.replace("aim: high", "aim: hig"), OWN, "small.yaml:13", "did you mean 'high'?");
    refused(SMALL.replace("[0, 4]", "[4, 0]"), OWN, "small.yaml:14", "begin before it ends");
    refused(
        SMALL.replace("at-least: 1}", "at-least: 1, at: 1}"),
        OWN,
        "small.yaml:16",
        "unknown field of a goal 'at'");
    refused(
        SMALL.replace("measure: mood, at", "measure: mod, at"), OWN, "small.yaml:13", "'mood'?");
    refused(SMALL.replace("population: 8", "population: 7"), OWN, "small.yaml:18", "must be even");
    refused(SMALL.replace("own.yaml", "none.yaml"), OWN, "none.yaml", "no such file");
    refused(SMALL.replace("search: 1", "search: 2"), OWN, "small.yaml:1", "");
  }

  private void refused(String text, String own, String where, String what) throws IOException {
    Path out = folder.resolve("refused");
    Outcome outcome = Outcome.of("search", small(text, own).toString(), "--out=" + out);
    assertEquals(2, outcome.code(), outcome.err());
    assertEquals(1, outcome.errors().size(), outcome.err());
    assertTrue(outcome.err().contains(where) && outcome.err().contains(what), outcome.err());
    assertTrue(!Files.exists(out));
  }
}
