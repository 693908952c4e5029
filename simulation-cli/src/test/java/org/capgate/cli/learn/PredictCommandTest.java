package org.capgate.cli.learn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.capgate.cli.Outcome;
import org.capgate.evidence.FindingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PredictCommandTest {
  @TempDir Path folder;

  private static List<String> rows(Path file) throws IOException {
    return Files.readAllLines(file).stream().filter(line -> !line.startsWith("#")).toList();
  }

  @Test
  void everyExperimentNobodyMeasuredHasAProbabilityAndTheMostTellingAreNamed() throws IOException {
    Outcome outcome = Outcome.of("predict", "--members", "6", "--out", folder.toString());
    assertEquals(0, outcome.code(), outcome.err());
    int experiments = FindingFile.predictions().findings().size();
    List<String> rows = rows(folder.resolve("predictions.csv"));
    assertEquals(1 + experiments, rows.size());
    int column = List.of(rows.get(0).split(",", -1)).indexOf("probability");
    for (String row : rows.subList(1, rows.size())) {
      double probability = Double.parseDouble(row.split(",", -1)[column]);
      assertTrue(probability > 0 && probability < 1, row);
    }
    assertTrue(outcome.out().contains("would tell most about the parameters"), outcome.out());
    int doable = FindingFile.experiments().findings().size();
    List<String> bits = rows(folder.resolve("experiments.csv"));
    assertEquals(doable, bits.stream().filter(row -> row.contains(",parameters,")).count());
    for (String row : bits.subList(1, bits.size())) {
      double told = Double.parseDouble(row.split(",", -1)[2]);
      assertTrue(told >= 0 && told < 1.59, row); // three ways to end
    }
    outcome.lines().forEach(line -> assertTrue(line.length() <= 100 || line.contains("/"), line));
  }

  @Test
  void theCheckSaysHowOftenFindingsAreCalledRightByTheOthers() throws IOException {
    Outcome outcome =
        Outcome.of("predict", "--check", "--members", "6", "--out", folder.toString());
    assertEquals(0, outcome.code(), outcome.err());
    assertTrue(outcome.out().contains(" called right; score "), outcome.out());
    int findings = FindingFile.published().findings().size();
    assertEquals(1 + findings, rows(folder.resolve("left-out.csv")).size());
    int expectations = FindingFile.expectations().findings().size();
    assertEquals(1 + expectations, rows(folder.resolve("expectations.csv")).size());
  }

  @Test
  void anExperimentOfYoursIsWeighedUnlessItHasTheNameOfAPrediction() throws IOException {
    String header = String.join(",", FindingFile.COLUMNS);
    String row =
        ",behaviour,mouse,in-vivo,none,wild-type,ketamine 5 mg/kg ip at 0 h,immobility,24,untreated,decrease,,inferred,mine\n";
    Path mine = Files.writeString(folder.resolve("mine.csv"), header + "\nMINE" + row);
    Outcome outcome = Outcome.of("predict", "--members", "4", "--experiments", mine.toString());
    assertEquals(0, outcome.code(), outcome.err());
    assertTrue(outcome.out().contains("ketamine 5 mg/kg ip"), outcome.out());
    Files.writeString(mine, header + "\nV01" + row);
    Outcome twice = Outcome.of("predict", "--members", "4", "--experiments", mine.toString());
    assertEquals(2, twice.code());
    assertTrue(twice.err().contains("'V01' is the id of a prediction too"), twice.err());
  }

  @Test
  void onePointIsNotEnough() {
    Outcome outcome = Outcome.of("predict", "--parameters", "point");
    assertEquals(2, outcome.code());
    assertTrue(outcome.err().contains("more sets than one"), outcome.err());
  }

  @Test
  void whatWasLearnedIsATableOfEveryFittedParameter() throws IOException {
    Outcome outcome = Outcome.of("learned", "--out", folder.toString(), "--figures", "svg");
    assertEquals(0, outcome.code(), outcome.err());
    List<String> rows = rows(folder.resolve("learned.csv"));
    int column = List.of(rows.get(0).split(",", -1)).indexOf("contraction");
    for (String row : rows.subList(1, rows.size())) {
      assertTrue(Double.parseDouble(row.split(",", -1)[column]) <= 1, row);
    }
    assertEquals(rows.size(), rows(folder.resolve("directions.csv")).size());
    assertTrue(Files.size(folder.resolve("marginals.svg")) > 0);
  }
}
