package org.capgate.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.capgate.dynamics.TimeSpan;
import org.capgate.dynamics.Trajectory;
import org.capgate.input.InputException;
import org.capgate.input.SeedFiles;
import org.capgate.input.SourceText;
import org.capgate.model.Gene;
import org.capgate.model.Genotype;
import org.capgate.model.Readout;
import org.capgate.scenario.Scenario;
import org.capgate.scenario.Stress;
import org.capgate.solver.Solvers;
import org.capgate.treatment.CellClass;
import org.capgate.treatment.CompoundCatalogue;
import org.capgate.treatment.Species;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ScenarioFileTest {

  private static final Path DOCS = Path.of("..", "docs");
  private static final Path EXAMPLE = DOCS.resolve("scenario-example.yaml");

  private static final String SHORTEST =
      "capgate-scenario: 1\nname: short\nspecies: mouse\nduration-days: 2\n";

  private static ScenarioFile read(String yaml) {
    return ScenarioFile.read(new SourceText("s.yaml", yaml), CompoundCatalogue.standard());
  }

  @Test
  void theExampleOfEveryFieldIsWhatTheDocumentShows() throws IOException {
    String document = Files.readString(DOCS.resolve("scenario-format.md"));
    assertTrue(document.contains("```yaml\n" + Files.readString(EXAMPLE) + "```\n"));
  }

  @Test
  void theExampleOfEveryFieldSaysWhatItSays() {
    ScenarioFile file = ScenarioFile.read(EXAMPLE);
    Scenario scenario = file.scenario();
    assertEquals("every-field", file.name());
    assertTrue(file.description().startsWith("A mouse under chronic stress"));
    assertEquals(Species.MOUSE, scenario.species());
    assertEquals(Stress.CHRONIC, scenario.stress());
    assertEquals(0.5, scenario.genotype().scaleOf(Gene.RPTOR, CellClass.EXCITATORY));
    assertEquals(
        "rapamycin 0.2 nmol icv at -0.5 h; ketamine 10 mg/kg ip at 0 h",
        scenario.treatment().text());
    assertEquals(0.3, scenario.parameters().value("glutamateTimeHours"));
    assertTrue(scenario.mechanisms().text().contains("first-target=interneuron-nmda"));
    assertEquals(TimeSpan.hours(-0.5, 72), file.span());
    assertEquals(List.of("mood", "immobility", "phospho-4ebp excitatory"), names(file));
    assertEquals(42, file.seed());
    assertEquals(
        List.of(
            "every-field",
            "vehicle",
            "unstressed wild type",
            "excitatory cells driven",
            "slow BDNF",
            "opposite sign in interneurons"),
        List.copyOf(file.scenarios().keySet()));
  }

  @Test
  void aVariantKeepsWhatItDoesNotState() {
    ScenarioFile file = ScenarioFile.read(EXAMPLE);
    Scenario vehicle = file.variants().get(0).scenario();
    assertTrue(vehicle.treatment().isNone());
    assertEquals(file.scenario().genotype(), vehicle.genotype());
    assertEquals(file.scenario().parameters(), vehicle.parameters());
    Scenario wildType = file.variants().get(1).scenario();
    assertEquals(Genotype.wildType(), wildType.genotype());
    assertEquals(Stress.NONE, wildType.stress());
    assertEquals(file.scenario().treatment(), wildType.treatment());
    Scenario slow = file.variants().get(3).scenario();
    assertEquals(1.2, slow.parameters().value("bdnfTimeHours"));
    assertEquals(0.3, slow.parameters().value("glutamateTimeHours"));
    Scenario opposite = file.variants().get(4).scenario();
    assertTrue(opposite.mechanisms().text().contains("inhibitory-translation=raises-output"));
    assertTrue(opposite.mechanisms().text().contains("first-target=interneuron-nmda"));
  }

  @Test
  void theExampleOfEveryFieldRuns() {
    ScenarioFile file = ScenarioFile.read(EXAMPLE);
    for (Scenario scenario : file.scenarios().values()) {
      Trajectory run =
          Solvers.standard().solve(scenario.instantiate(file.seed()), file.span(), file.sampling());
      for (Readout readout : file.readouts()) {
        assertTrue(Double.isFinite(readout.at(run, 72)), readout.name());
      }
    }
  }

  @Test
  void everyYamlExampleOfTheDocumentIsAccepted() throws IOException {
    String document = Files.readString(DOCS.resolve("scenario-format.md"));
    int examples = 0;
    for (String part : document.split("```yaml\n", -1)) {
      String block = part.substring(0, Math.max(0, part.indexOf("```")));
      if (block.startsWith("genotype:") || block.startsWith("treatment:")) {
        read(SHORTEST.replace("mouse", "human").replace(": 2", ": 60") + block);
        examples++;
      }
    }
    assertEquals(3, examples);
  }

  @Test
  void whatIsLeftOutHasItsDocumentedDefault() {
    ScenarioFile file = read(SHORTEST);
    assertEquals("", file.description());
    assertEquals(Scenario.mouse().build(), file.scenario());
    assertEquals(10, file.sampleEveryMinutes());
    assertEquals(TimeSpan.hours(0, 48), file.span());
    assertEquals(1, file.seed());
    assertEquals(
        List.of("mood", "immobility", "excitatory-transmission", "inhibitory-transmission"),
        names(file));
    assertTrue(file.variants().isEmpty());
  }

  static Stream<ScenarioFile> files() {
    return Stream.concat(
        Stream.of(ScenarioFile.read(EXAMPLE), read(SHORTEST)),
        ScenarioFile.presets().stream().map(ScenarioFile::preset));
  }

  @ParameterizedTest(name = "{index}")
  @MethodSource("files")
  void whatIsWrittenReadsBackEqual(ScenarioFile file) {
    String yaml = file.toYaml();
    assertEquals(file, read(yaml), yaml);
    assertEquals(yaml, read(yaml).toYaml());
  }

  @Test
  void awkwardTextsSurviveWriting() {
    ScenarioFile file =
        read(SHORTEST + "description: \"a \\\"b\\\" \\\\ c: d # e\\nµ 'f' \\u0001\"\n");
    assertEquals("a \"b\" \\ c: d # e\nµ 'f' \u0001", file.description());
    assertEquals(file, read(file.toYaml()));
  }

  @Test
  void aParameterOthersFollowIsWrittenOnceUnlessTheyAreSetApart() {
    String name = "ketamine/targets/nmda/potencyMicromolar";
    ScenarioFile file = read(SHORTEST + "parameters: {" + name + ": 0.7}\n");
    assertEquals(0.7, file.scenario().parameters().value("d2-" + name));
    assertEquals(file, read(file.toYaml()));
    assertFalse(file.toYaml().contains("d2-"), file.toYaml());
    ScenarioFile apart = read(SHORTEST + "parameters: {d2-" + name + ": 0.7, " + name + ": 0.8}\n");
    assertEquals(0.7, apart.scenario().parameters().value("d2-" + name));
    assertEquals(0.8, apart.scenario().parameters().value(name));
    assertEquals(apart, read(apart.toYaml()));
  }

  @Test
  void aFileIsWrittenAndRead(@TempDir Path folder) {
    ScenarioFile file = ScenarioFile.read(EXAMPLE);
    Path path = folder.resolve("new").resolve("file.yaml");
    file.write(path);
    assertEquals(file, ScenarioFile.read(path));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("presets")
  void aPresetIsNamedLikeItsFileAndExplainsItself(String name) {
    ScenarioFile preset = ScenarioFile.preset(name);
    assertEquals(name, preset.name());
    assertTrue(preset.description().length() > 40, preset.description());
    assertFalse(preset.variants().isEmpty());
  }

  static List<String> presets() {
    return ScenarioFile.presets();
  }

  @Test
  void thePresetsPromisedAreThere() {
    assertTrue(
        ScenarioFile.presets()
            .containsAll(
                List.of(
                    "wild-type-ketamine",
                    "inhibitory-knockout",
                    "excitatory-knockout",
                    "rapamycin-pretreatment",
                    "hnk",
                    "stress-ketamine-vs-ssri",
                    "dose-ladder")));
    assertEquals(
        ScenarioFile.presets().size(), SeedFiles.list("scenarios").stream().distinct().count());
  }

  @Test
  void anUnknownPresetNamesTheNearest() {
    InputException refused =
        assertThrows(InputException.class, () -> ScenarioFile.preset("dose-lader"));
    assertEquals("unknown preset 'dose-lader', did you mean 'dose-ladder'?", refused.getMessage());
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "genotyp: wild-type | s.yaml:5:1: unknown field 'genotyp', did you mean 'genotype'?",
        "name: short | s.yaml:5:1: field 'name' is stated twice",
        "stress: chronicle | s.yaml:5:9: stress: unknown stress 'chronicle', did you mean"
            + " 'chronic'?",
        "preparation: slices | s.yaml:5:14: preparation: unknown preparation 'slices'",
        "genotype: 4EBP2 x0 inhibitry | s.yaml:5:20: genotype: unknown class of cells 'inhibitry'",
        "genotype: \"4EBP2 x0 inhibitry\" | s.yaml:5:21: genotype: unknown class of cells",
        "genotype: [4EBP2 x0 all] | s.yaml:5:11: genotype: must be a single value",
        "treatment: ketamin 1 mg/kg ip at 0 h | s.yaml:5:12: unknown compound 'ketamin'",
        "treatment: [none, ketamine 1 mg/kg ip at 0 h] | 'none' stands alone, not in a list",
        "treatment: [] | s.yaml:5:12: treatment: the list is empty; write 'none'",
        "treatment: ketamine 1 uM bath at 0 h | s.yaml:5:12:",
        "treatment: ketamine 1 mg/kg ip at 48 h | begins at 48 h, but the run ends at 48 h",
        "sample-every-minutes: 0 | sample-every-minutes must be between 0.1 and 2880 min, but was 0",
        "sample-every-minutes: 1 h | sample-every-minutes: must be a number, but was '1 h'",
        "parameters: {glutamateTimeHour: 1} | unknown parameter 'glutamateTimeHour', did you mean"
            + " 'glutamateTimeHours'?",
        "parameters: {glutamateTimeHours: 99} | s.yaml:5:34: glutamateTimeHours must be in [",
        "parameters: {glutamateTimeHours: fast} | must be a number, but was 'fast'",
        "mechanisms: {first-targt: both} | unknown mechanism 'first-targt', did you mean"
            + " 'first-target'?",
        "mechanisms: {first-target: bth} | s.yaml:5:28: unknown first-target 'bth', did you mean"
            + " 'both'?",
        "readouts: [mood, imobility] | s.yaml:5:18: readouts[1]: unknown readout 'imobility'",
        "readouts: [mood, mood] | 'mood' is named twice",
        "readouts: [] | must name at least one readout",
        "readouts: mood | readouts: must be a list, but was 'mood'",
        "seed: -1 | seed: must be between 0 and 999999999999999999, but was -1",
        "seed: 1.5 | seed: must be a whole number, but was '1.5'",
        "compare-with: [{name: a}] | s.yaml:5:16: compare-with[0]: the variant changes nothing",
        "compare-with: [{treatment: none}] | compare-with[0]: field 'name' is missing",
        "compare-with: [{name: short, stress: chronic}] | 'short' is named twice",
        "compare-with: [{name: a, species: rat}] | compare-with[0]: unknown field 'species'",
        "compare-with: {name: a} | compare-with: must be a list, but was a mapping",
        "description: &a b | anchors (&) and aliases (*) are not accepted",
        "description: !!java/object b | tags (!) are not accepted"
      })
  void aWrongFieldIsRefusedWithItsPlace(String line, String complaint) {
    refused(SHORTEST + line + "\n", complaint);
  }

  @Test
  void whatIsRequiredIsAskedFor() {
    refused("capgate-scenario: 2\n", "capgate-scenario: version 2 of the format is not known");
    refused("name: a\n", "field 'capgate-scenario' is missing");
    refused(SHORTEST.replace("species: mouse\n", ""), "field 'species' is missing");
    refused(SHORTEST.replace("duration-days: 2\n", ""), "field 'duration-days' is missing");
    refused(SHORTEST.replace("name: short\n", ""), "field 'name' is missing");
    refused(SHORTEST.replace("short", "Short One"), "name: must be lower-case letters, digits");
    refused(SHORTEST.replace("days: 2", "days: 0"), "duration-days must be > 0 and <= 3650 d");
    refused(SHORTEST.replace("days: 2", "days: 1e9"), "duration-days must be > 0 and <= 3650 d");
    refused("- 1\n", "must be a mapping, but was a list");
    refused("", "the document is empty");
    refused("a: [\n", "is not valid YAML");
  }

  @Test
  void tooManySamplesAreRefusedBeforeAnythingRuns() {
    refused(
        SHORTEST.replace("days: 2", "days: 3650") + "sample-every-minutes: 1\n",
        "s.yaml:5:23: sample-every-minutes: 5256000 samples are more than 1000000");
  }

  private static void refused(String yaml, String complaint) {
    InputException refused = assertThrows(InputException.class, () -> read(yaml));
    String message = String.valueOf(refused.getMessage());
    assertTrue(message.contains(complaint), message);
    assertTrue(message.startsWith("s.yaml"), message);
  }

  private static List<String> names(ScenarioFile file) {
    return file.readouts().stream().map(Readout::name).toList();
  }
}
