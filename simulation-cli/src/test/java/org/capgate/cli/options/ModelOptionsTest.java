package org.capgate.cli.options;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.capgate.cli.CapGate;
import org.capgate.cli.Outcome;
import org.capgate.cli.command.ExitCode;
import org.capgate.input.CsvTable;
import org.capgate.input.Numbers;
import org.capgate.input.SeedFiles;
import org.capgate.model.ParameterSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelOptionsTest {
  private static final String SCENARIO =
      """
      capgate-scenario: 1
      name: mine
      species: mouse
      treatment: ketamine 10 mg/kg ip at 0 h
      duration-days: 1
      sample-every-minutes: 60
      readouts: [mood, brain-ketamine]
      """;
  private static final String CLEARANCE =
      "ketamine/kinetics/mouse/central/clearanceLitresPerHourPerKilogram";

  @TempDir Path folder;

  /** The rows of a run, and its specification. */
  private List<String> run(String scenario, String... options) throws IOException {
    Path file = folder.resolve("mine.yaml");
    Files.writeString(file, scenario);
    Path out = Files.createTempDirectory(folder, "out");
    List<String> words =
        new ArrayList<>(
            List.of("run", file.toString(), "--members=2", "--figures=svg", "--out=" + out));
    words.addAll(List.of(options));
    Outcome outcome = Outcome.of(words.toArray(String[]::new));
    assertEquals(0, outcome.code(), outcome.err());
    said = outcome.err();
    return Files.readAllLines(out.resolve("trajectory.csv")).stream()
        .filter(line -> !line.startsWith("# repeat"))
        .toList();
  }

  private String said = "";

  private Path copyOfKetamine() throws IOException {
    Path copy = folder.resolve("copy.yaml");
    return Files.writeString(copy, SeedFiles.text("compounds/ketamine.yaml").text());
  }

  @Test
  void everyNumberThatIsListedIsSetByItsName() {
    List<String> words = new ArrayList<>(List.of("parameters", "--format=csv"));
    ParameterSet.standard()
        .numbers()
        .forEach(
            parameter ->
                words.add(
                    "--set=%s=%s".formatted(parameter.name(), Numbers.text(parameter.low()))));
    Outcome outcome = Outcome.of(words.toArray(String[]::new));
    assertEquals(0, outcome.code(), outcome.err());
    CsvTable table = CsvTable.read("out", new StringReader(outcome.out()));
    assertEquals(ParameterSet.standard().names().size(), table.rows().size());
    for (CsvTable.Row row : table.rows()) {
      double low = ParameterSet.standard().parameter(row.text("name")).low();
      assertEquals(low, Double.parseDouble(row.text("value")), row.text("name"));
    }
  }

  @Test
  void theListedValuesReadBackGiveTheSameRun() throws IOException {
    String set = CLEARANCE + "=8";
    Path all = folder.resolve("all.csv");
    Files.writeString(all, Outcome.of("parameters", "--format=csv", "--set", set).out());
    List<String> changed = run(SCENARIO, "--set", set);
    assertEquals(changed, run(SCENARIO, "--parameters", all.toString()));
    assertEquals(changed, run(SCENARIO + "parameters: {%s: 8}\n".formatted(CLEARANCE)));
    assertNotEquals(changed, run(SCENARIO));
  }

  @Test
  void fittedValuesLeftOutForACopyOfAShippedCompoundAreNamedAndCanBeKept() throws IOException {
    List<String> shipped = run(SCENARIO);
    assertEquals("", said);
    String copy = copyOfKetamine().toString();
    assertNotEquals(shipped, run(SCENARIO, "--compound", copy));
    assertTrue(said.startsWith("capgate: fitted values of ketamine are left out"), said);
    assertTrue(said.contains("ketamine/kinetics/mouse/brain/partitionCoefficient"), said);
    assertTrue(said.contains("in the file 1.1)"), said);
    assertEquals(shipped, run(SCENARIO, "--compound", copy, "--keep-fitted"));
    assertTrue(said.startsWith("capgate: fitted values of ketamine are kept"), said);
  }

  @Test
  void whatAScenarioStatesOfACompoundOfTheUserCounts() throws IOException {
    String potency = "ketamine/targets/nmda/potencyMicromolar";
    String stated = SCENARIO + "parameters: {%s: 0.5}\n".formatted(potency);
    String copy = copyOfKetamine().toString();
    assertEquals(
        run(SCENARIO, "--compound", copy, "--set", potency + "=0.5"),
        run(stated, "--compound", copy));
    assertNotEquals(run(SCENARIO, "--compound", copy), run(stated, "--compound", copy));
  }

  @Test
  void optionsChangeTheScenarioAndNotWhatAVariantStates() throws IOException {
    String potency = "ketamine/targets/nmda/potencyMicromolar";
    String variants =
        """
        compare-with:
          - {name: same, treatment: vehicle 0 mg/kg ip at 0 h}
          - {name: own number, parameters: {glutamateTimeHours: 0.4}}
          - {name: own path, parameters: {%s: 0.9}}
          - {name: own mechanism, mechanisms: {first-target: resting-nmda}}
        """
            .formatted(potency);
    Path table = folder.resolve("p.csv");
    Files.writeString(table, "name,value\nglutamateTimeHours,0.1\n");
    String[] options = {
      "--parameters=" + table, "--set=" + potency + "=0.5", "--mechanism=first-target=both"
    };
    List<String> rows = run(SCENARIO + variants, options);
    assertEquals(
        List.of(
            "capgate: variant 'own number' states glutamateTimeHours 0.4 itself, which the option"
                + " (0.1) does not change",
            "capgate: variant 'own path' states %s 0.9 itself, which the option (0.5) does not change"
                .formatted(potency),
            "capgate: variant 'own mechanism' states first-target resting-nmda itself, which the"
                + " option (both) does not change"),
        said.lines().toList());
    String changed =
        SCENARIO + "parameters: {glutamateTimeHours: 0.1, %s: 0.5}\n".formatted(potency);
    assertEquals(values(run(changed), "mine"), values(rows, "mine"));
    assertEquals(values(run(changed.replace("0.1", "0.4")), "mine"), values(rows, "own number"));
    assertEquals(values(run(changed.replace("0.5}", "0.9}")), "mine"), values(rows, "own path"));
    assertEquals(
        values(run(changed + "mechanisms: {first-target: resting-nmda}\n"), "mine"),
        values(rows, "own mechanism"));
  }

  private static List<String> values(List<String> rows, String scenario) {
    return rows.stream()
        .filter(row -> row.startsWith(scenario + ","))
        .map(row -> row.substring(scenario.length()))
        .toList();
  }

  /** Options that add to what was stated before, each name once; every other is stated once. */
  private static final Set<String> LISTS = Set.of("--compound", "--mechanism", "--mosaic", "--set");

  @Test
  void noOptionOfAnyCommandCanBeStatedTwice() {
    CapGate.line()
        .getSubcommands()
        .forEach(
            (command, line) ->
                line.getCommandSpec().options().stream()
                    .filter(option -> !LISTS.contains(option.longestName()))
                    .forEach(
                        option -> {
                          String word =
                              option.longestName() + (option.arity().max() > 0 ? "=1" : "");
                          Outcome outcome = Outcome.of(command, word, word);
                          assertEquals(ExitCode.BAD_INPUT, outcome.code(), command + " " + word);
                          assertTrue(
                              outcome.err().contains("should be specified only once"),
                              command + " " + word + ": " + outcome.err());
                        }));
  }

  @Test
  void aCompoundStatedTwiceIsRefused() throws IOException {
    String copy = copyOfKetamine().toString();
    Outcome outcome = Outcome.of("model", "--compound", copy, "--compound", copy);
    assertEquals(ExitCode.BAD_INPUT, outcome.code());
    assertEquals(
        "capgate: --compound: 'ketamine' is stated twice, by %s and by %s".formatted(copy, copy),
        outcome.err().strip());
  }
}
