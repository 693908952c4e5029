package org.capgate.trial;

import static org.capgate.treatment.AmountUnit.MG_PER_KG;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.capgate.analysis.Table;
import org.capgate.ensemble.BlockStore;
import org.capgate.ensemble.Blocks;
import org.capgate.input.InputException;
import org.capgate.input.SourceText;
import org.capgate.model.ParameterSet;
import org.capgate.model.Readout;
import org.capgate.population.Population;
import org.capgate.scenario.Scenario;
import org.capgate.treatment.Dose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class TrialTest {
  @TempDir Path folder;

  private static Trial.Builder trial() {
    return Trial.in(Population.named("mouse"))
        .measuring(Readout.IMMOBILITY)
        .arm("vehicle", Dose.of("vehicle", 0, MG_PER_KG).intraperitoneal().atHours(0))
        .arm("ketamine", Dose.of("ketamine", 10, MG_PER_KG).intraperitoneal().atHours(0))
        .atHours(0, 24)
        .endpoint(Endpoint.value("immobility at 24 h", 24))
        .endpoint(Endpoint.response("fall by a tenth", 24, 0.1))
        .subjects(8)
        .replicates(3)
        .seed(4);
  }

  private String csv(Trial trial, int threads) throws IOException {
    Blocks blocks = trial.blocks(BlockStore.inMemory());
    blocks.compute(threads, done -> {});
    Path file = folder.resolve("course.csv");
    blocks.writeCsv(file, Map.of());
    return Files.readString(file);
  }

  static List<String> presets() {
    return TrialFile.presets();
  }

  @ParameterizedTest
  @MethodSource("presets")
  void whatShipsIsRead(String name) {
    TrialFile file = TrialFile.preset(name);
    assertEquals(name, file.name());
    assertFalse(file.description().isBlank());
    for (Published published : file.trial().published()) {
      assertTrue(
          file.trial().endpoints().stream()
              .anyMatch(endpoint -> endpoint.name().equals(published.endpoint())));
    }
  }

  @Test
  void visitsHaveTheSameBytesOnOneTwoAndEightThreads() throws Exception {
    String alone = csv(trial().build(), 1);
    assertEquals(alone, csv(trial().build(), 2));
    assertEquals(alone, csv(trial().build(), 8));
    assertEquals(1 + 2 * 8 * 3 * 2, alone.lines().count());
  }

  @Test
  void aSubjectIsTheSameHoweverManyThereAre() throws Exception {
    List<String> few = csv(trial().build(), 2).lines().toList();
    List<String> many = csv(trial().replicates(5).build(), 2).lines().toList();
    assertEquals(few, many.subList(0, few.size()));
  }

  @Test
  void eachArmHasSubjectsOfItsOwnUnlessTheyAreTheSame() throws Exception {
    List<String> own = csv(trial().build(), 2).lines().toList();
    assertEquals(
        2L * 8 * 3, own.stream().skip(1).map(line -> line.split(",")[1]).distinct().count());
    Trial shared = trial().assignment(Assignment.SAME_SUBJECTS).build();
    assertEquals(
        8L * 3, csv(shared, 2).lines().skip(1).map(line -> line.split(",")[1]).distinct().count());
    Table comparisons = shared.run(2).comparisons();
    assertFalse(comparisons.isMissing(0, "difference"));
    assertTrue(comparisons.isMissing(0, "power"), "the same subjects are not tested");
  }

  @Test
  void theReportIsWhatTheRowsSay() throws Exception {
    Trial trial = trial().build();
    Blocks blocks = trial.blocks(BlockStore.inMemory());
    blocks.compute(2, done -> {});
    TrialReport report = trial.report(blocks);
    double[] sum = new double[2];
    blocks.forEachRow(
        row -> {
          if (row.text("timeHours").equals("24") && row.text("arm").equals("ketamine")) {
            sum[0] += Double.parseDouble(row.text("measuredImmobilitySeconds"));
            sum[1]++;
          }
        });
    Table endpoints = report.endpoints().where("arm", "ketamine");
    assertEquals(24, sum[1]);
    assertEquals(sum[0] / sum[1], endpoints.number(0, "mean"), 1e-9);
    Table courses = report.courses().where("arm", "ketamine");
    assertEquals(sum[0] / sum[1], courses.number(1, "mean"), 1e-9);
    assertEquals(2 * 3, report.replicates().size(), "two endpoints, three replicates");
    assertEquals(1, report.acceptedShare(), 0.05);
  }

  @Test
  void subjectsThatAreNotFoundAreRowsThatSayWhy() throws Exception {
    String nobody =
        """
        capgate-population: 1
        name: nobody
        species: mouse
        varies:
          - name: chronicStress
            distribution: logit-normal
            typical: {value: 0.5, source: "Somebody 2020"}
            spread: {value: 0.1, source: "Somebody 2020"}
            plausible: [0.99, 1]
        """;
    Population population =
        Population.read(new SourceText("nobody.yaml", nobody), ParameterSet.standard());
    Trial trial =
        Trial.in(population)
            .measuring(Readout.IMMOBILITY)
            .arm("vehicle", Dose.of("vehicle", 0, MG_PER_KG).intraperitoneal().atHours(0))
            .atHours(0, 24)
            .endpoint(Endpoint.response("fall by a tenth", 24, 0.1))
            .subjects(3)
            .build();
    assertEquals(3, csv(trial, 1).lines().filter(line -> line.contains("was plausible")).count());
    TrialReport report = trial.run(1);
    assertFalse(report.hasSubjects());
    assertEquals(0, report.endpoints().number(0, "subjects"));
    assertEquals(3, report.endpoints().number(0, "failed"));
    assertEquals(0, report.endpoints().number(0, "leastWithFailed"));
    assertEquals(1, report.endpoints().number(0, "mostWithFailed"));
    assertEquals(3, report.reasons().size());
    assertTrue(report.reasons().get(0).startsWith("vehicle: "), report.reasons().get(0));
    assertFalse(report.isWhole());
  }

  @Test
  void endpointsAreReadAsStated() {
    assertEquals(-10, Endpoint.change("x", 1).of(30, 20));
    assertEquals(1, Endpoint.response("x", 1, 0.5).of(30, 15));
    assertEquals(0, Endpoint.response("x", 1, 0.5).of(30, 16));
    assertEquals(1, Endpoint.remission("x", 1, 10).of(30, 10));
    assertEquals(-50, new Endpoint("x", Endpoint.Kind.PERCENT_CHANGE, 1, 0).of(30, 15), "percent");
  }

  @Test
  void aTrialThatContradictsItselfIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> trial().atHours(1, 24).build());
    assertThrows(
        IllegalArgumentException.class, () -> trial().endpoint(Endpoint.value("late", 48)).build());
    assertThrows(IllegalArgumentException.class, () -> trial().subjects(0).build());
  }

  private static final String TEXT =
      """
      capgate-trial: 1
      name: own
      population: mouse
      subjects: 2
      measure: immobility
      visits-hours: [0, 24]
      arms:
        - name: vehicle
          treatment: vehicle 0 mg/kg ip at 0 h
        - name: ketamine
          treatment: ketamine 10 mg/kg ip at 0 h
      endpoints:
        - {name: immobility, kind: value, at-hours: 24}
      """;

  @ParameterizedTest(name = "{1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "population: mouse | population: mose | own.yaml:3:13: unknown population 'mose', did you mean 'mouse'?",
        "measure: immobility | measure: imobility | unknown readout 'imobility', did you mean 'immobility'?",
        "[0, 24] | [0, 0] | visits must ascend, but 0 h follows 0 h",
        "[0, 24] | [1, 24] | begins at 0 h, before the first visit at 1 h",
        "at-hours: 24 | at-hours: 25 | must be one of visits-hours, but was 25 h",
        "name: ketamine | name: vehicle | 'vehicle' is named twice",
        "kind: value | kind: valu | unknown kind 'valu', did you mean 'value'?",
        "kind: value | kind: value, fall: 0.5 | field 'fall' does not belong to the kind 'value'",
        "kind: value | kind: response | field 'fall' is missing",
        "subjects: 2 | subjects: 0 | subjects: must be between 1 and 10000000, but was 0",
        "subjects: 2 | subject: 2 | unknown field 'subject', did you mean 'subjects'?",
        "ketamine 10 | ketamin 10 | own.yaml:11:16: unknown compound 'ketamin', did you mean 'ketamine'?",
      })
  void aMistakeInAFileIsNamedWithItsPlace(String right, String wrong, String complaint) {
    InputException failure =
        assertThrows(
            InputException.class,
            () ->
                TrialFile.read(
                    new SourceText("own.yaml", TEXT.replace(right, wrong)), Scenario::of));
    assertTrue(String.valueOf(failure.getMessage()).contains(complaint), failure.getMessage());
    assertTrue(String.valueOf(failure.getMessage()).startsWith("own.yaml:"));
  }
}
