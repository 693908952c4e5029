package org.capgate.sbml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.capgate.fit.Fit;
import org.capgate.fit.Observations;
import org.capgate.input.InputException;
import org.capgate.input.SourceText;
import org.capgate.io.ScenarioFile;
import org.capgate.sensitivity.Response;
import org.capgate.sensitivity.Varied;
import org.capgate.solver.Solvers;
import org.capgate.treatment.Compound;
import org.capgate.treatment.CompoundCatalogue;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is written is read back as it was, and what a fit cannot have is refused. */
@Tag("slow")
class PetabProblemTest {
  @TempDir Path folder;

  private static Fit.Result fit(PetabProblem problem) {
    Observations observations = problem.observations();
    Response predictions =
        observations.predictions(
            problem.free().stream().map(Varied::name).toList(), Solvers.standard(1e-8));
    return Fit.of(observations, predictions, problem.free())
        .fit(new Fit.Settings(2, 1, 1), done -> {});
  }

  @Test
  void whatIsWrittenAndReadBackFitsToTheSameBits() throws Exception {
    for (String data : List.of(PetabFolder.DATA, PetabFolder.DATA.replaceAll(",[^,]*\\n", "\n"))) {
      ScenarioFile file = PetabFolder.scenarios(PetabFolder.SCENARIOS);
      Observations observations = PetabFolder.observations(data, file);
      List<Varied> free = PetabFolder.free(file, PetabFolder.CLEARANCE, PetabFolder.VOLUME);
      Map<String, String> files = PetabExport.of(file, observations, free, PetabFolder.FREE);
      PetabProblem read = new PetabFolder(folder).write(files).read();
      assertEquals(file, read.file());
      assertEquals(free, read.free());
      assertEquals(observations.hasDeviations(), read.observations().hasDeviations());
      assertEquals(fit(new PetabProblem(file, observations, free)), fit(read));
    }
  }

  @Test
  void scenariosThatDifferInNumbersAreConditionsAndOtherMechanismsAModelOfTheirOwn() {
    ScenarioFile file =
        PetabFolder.scenarios(
            """
            capgate-scenario: 1
            name: wild-type
            species: mouse
            treatment: ketamine 10 mg/kg ip at 0 h
            duration-days: 1
            compare-with:
              - name: knockout
                genotype: 4EBP2 x0 inhibitory
              - name: later
                treatment: ketamine 5 mg/kg ip at 2 h
              - name: graded
                mechanisms: {inhibitory-translation: raises-output}
            readouts: [mood]
            """);
    Observations observations =
        PetabFolder.observations(
            "id,time,readout,value\\nwild-type,24,mood,0.1\\nknockout,24,mood,0\\ngraded,24,mood,0\\n"
                .replace("\\n", "\n"),
            file);
    Map<String, String> files =
        PetabExport.of(
            file, observations, PetabFolder.free(file, PetabFolder.CLEARANCE), PetabFolder.FREE);
    String header = files.get("conditions1.tsv").lines().findFirst().orElseThrow();
    List<String> columns = List.of(header.split("\t"));
    assertTrue(columns.contains("total4EBP2Inhibitory"), header);
    assertTrue(columns.contains("doseKetamineIp1") && columns.contains("doseKetamineIp2"), header);
    assertFalse(columns.contains(PetabFolder.CLEARANCE_ID), header);
    assertEquals(4, files.get("conditions1.tsv").lines().count());
    assertEquals(2, files.get("conditions2.tsv").lines().count());
  }

  @Test
  void aNumberThatMovesTheRestIsRefusedByNameAndATimeConstantIsNot() {
    ScenarioFile file = PetabFolder.scenarios(PetabFolder.SCENARIOS);
    Observations observations = PetabFolder.observations(PetabFolder.DATA, file);
    InputException refused =
        assertThrows(
            InputException.class,
            () ->
                PetabExport.of(
                    file, observations, PetabFolder.free(file, "eif4gPerEif4e"), PetabFolder.FREE));
    assertTrue(refused.getMessage().contains("eif4gPerEif4e"), refused.getMessage());
    assertTrue(refused.getMessage().contains("it moves "), refused.getMessage());
    PetabExport.of(
        file,
        observations,
        PetabFolder.free(file, "bdnfTimeHours", "ketamine/targets/nmda/potencyMicromolar"),
        PetabFolder.FREE);
  }

  @Test
  void anObservationAtTheTimeOfADoseIsRefusedWhereTheReadoutJumps() {
    ScenarioFile file =
        PetabFolder.scenarios(
            PetabFolder.SCENARIOS.replace("1 mg/kg iv at 0 h", "1 mg/kg iv at 0.1 h"));
    String atDose = PetabFolder.DATA + "low,0.1,%s,0,0.1\n";
    List<Varied> free = PetabFolder.free(file, PetabFolder.CLEARANCE);
    PetabExport.of(
        file,
        PetabFolder.observations(atDose.formatted("brain-ketamine"), file),
        free,
        PetabFolder.FREE);
    InputException refused =
        assertThrows(
            InputException.class,
            () ->
                PetabExport.of(
                    file,
                    PetabFolder.observations(atDose.formatted("plasma-ketamine"), file),
                    free,
                    PetabFolder.FREE));
    assertTrue(
        refused.getMessage().contains("plasma-ketamine of 'low' at 0.1 h jumps"),
        refused.getMessage());
  }

  @Test
  void aModelThatOnlyWasLaidOutAnewIsReadAndOneWithAnotherNumberIsNot() throws Exception {
    PetabFolder problem = new PetabFolder(folder).small();
    problem.change(
        "model.xml",
        xml -> xml.replace("\n      <param", "<param").replace("value=\"3\" ", "value=\"3.0\" "));
    problem.read();
    problem.change("model.xml", xml -> xml.replace("value=\"6.9\"", "value=\"7.9\""));
    InputException refused = assertThrows(InputException.class, problem::read);
    assertTrue(refused.getMessage().contains("was changed"), refused.getMessage());
    assertTrue(refused.getMessage().contains("7.9"), refused.getMessage());
  }

  private static Arguments bad(String file, String from, String to, String... words) {
    return Arguments.of(file, from, to, List.of(words));
  }

  static Stream<Arguments> whatAFitCannotHave() {
    return Stream.of(
        bad("problem.yaml", "version: 1", "version: 2", "format_version", "'2'"),
        bad("problem.yaml", "problems:", "extensions: {}\nproblems:", "no extension of PEtab"),
        bad("problem.yaml", "[model.xml]", "[other.xml]", "other.xml", "no such file"),
        bad("problem.yaml", "[model.xml]", "[model.xml, model.xml]", "one file, but named 2"),
        bad("model.xml", "urn:capgate:scenarios:1", "urn:other", "no model that CapGate exported"),
        bad("model.xml", "part=\"1\"", "part=\"2\"", "part must be between 1 and 1"),
        bad("model.xml", "</model>", "</modl>", "is not valid XML"),
        bad("model.xml", "1 mg/kg iv", "1 mg/kg vi", "unknown route 'vi'"),
        bad("conditions.tsv", "low", "lwo", "unknown conditionName 'lwo'", "'low'"),
        bad("conditions.tsv", "doseKetamineIv1", "brainKetamin", "doseKetamineIv1", "missing"),
        bad("conditions.tsv", "\t4.206", "\t5.206", "doseKetamineIv1: must be 4.206", "'5.206"),
        bad(
            "conditions.tsv",
            "doseKetamineIv1\n",
            "doseKetamineIv1\tcompartment\n",
            "'compartment' is no number of the model"),
        bad("conditions.tsv", "\t4.206", "\t4.206\t1", "the row has 4 fields"),
        bad("measurements.tsv", "condition2\t1.1", "condition3\t1.1", "simulationConditionId"),
        bad("measurements.tsv", "0.25", "inf", "time: 'inf' cannot be used"),
        bad("measurements.tsv", "0.25", "-1", "time", "-1"),
        bad("measurements.tsv", "\t0.05", "\t0.05;1", "must have 1 values", "had 2"),
        bad("observables.tsv", "\tlin\t", "\tln\t", "observableTransformation 'ln'", "'lin'"),
        bad("observables.tsv", "normal", "laplace", "noiseDistribution: 'laplace' cannot be used"),
        bad(
            "observables.tsv",
            "\tplasmaKetamineMicromolar\t",
            "\tlog(plasmaKetamineMicromolar)\t",
            "has the function log"),
        bad(
            "observables.tsv",
            "\tplasmaKetamineMicromolar\t",
            "\tplasmaKetamineMicromolar^2\t",
            "has a power"),
        bad(
            "observables.tsv",
            "\tplasmaKetamineMicromolar\t",
            "\tplasmaKetamineMicromolar * brainKetamineMicromolar\t",
            "several readouts"),
        bad(
            "observables.tsv",
            "\tplasmaKetamineMicromolar\t",
            "\tplasmaKetamineMicromolr\t",
            "unknown symbol 'plasmaKetamineMicromolr', did you mean 'plasmaKetamineMicromolar'?"),
        bad(
            "observables.tsv",
            "\tplasmaKetamineMicromolar\t",
            "\t" + PetabFolder.CLEARANCE_ID + " * plasmaKetamineMicromolar\t",
            "a number of the model, which no observable can have"),
        bad(
            "observables.tsv",
            "\tnoiseParameter1_observed_plasmaKetamineMicromolar",
            "\tnoiseParameter1_observed_plasmaKetamineMicromolar * plasmaKetamineMicromolar",
            "noiseFormula: must be a number"),
        bad("parameters.tsv", "\tlog10\t", "\tlog2\t", "parameterScale 'log2'"),
        bad("parameters.tsv", "\t1\n", "\t2\n", "estimate '2'"),
        bad("parameters.tsv", "\t4\t12\t", "\t3\t12\t", "lowerBound", "moves within [4, 12]"),
        bad("parameters.tsv", "\t4\t12\t", "\t4\t5\t", "nominal value", "but was 6.9"),
        bad("parameters.tsv", "\t4\t12\t", "\t12\t12\t", "must be below the upper bound"),
        bad("parameters.tsv", PetabFolder.CLEARANCE_ID, "clearance", "'clearance' is neither"),
        bad(
            "parameters.tsv",
            "estimate\n",
            "estimate\tobjectivePriorType\n",
            "the row has 7 fields"));
  }

  @ParameterizedTest(name = "{0}: {2}")
  @MethodSource("whatAFitCannotHave")
  void isRefusedInTheFileThatStatesIt(String file, String from, String to, List<String> words)
      throws Exception {
    PetabFolder problem = new PetabFolder(folder).small();
    problem.change(
        file,
        text -> {
          assertTrue(text.contains(from), text.substring(0, Math.min(1000, text.length())));
          int at = text.indexOf(from);
          return text.substring(0, at) + to + text.substring(at + from.length());
        });
    InputException refused = assertThrows(InputException.class, problem::read);
    boolean namesFile = file.equals("problem.yaml") || refused.getMessage().contains(file);
    assertTrue(namesFile, refused.getMessage());
    for (String word : words) {
      assertTrue(refused.getMessage().contains(word), refused.getMessage());
    }
  }

  @Test
  void priorsAreRefusedByTheirNames() throws Exception {
    for (String column : List.of("objectivePriorType", "initializationPriorType")) {
      PetabFolder problem = new PetabFolder(folder).small();
      problem.change(
          "parameters.tsv",
          text ->
              text.replace("estimate\n", "estimate\t" + column + "\n")
                  .replace("\t1\n", "\t1\tnormal\n"));
      InputException refused = assertThrows(InputException.class, problem::read);
      assertTrue(
          refused.getMessage().contains(column + ": 'normal' cannot be used"),
          refused.getMessage());
    }
  }

  @Test
  void compoundsOfYourOwnAreRefused() {
    String own = "capgate-compound: 1\nname: mine\nkind: inert\ndescription: nothing\n";
    CompoundCatalogue catalogue =
        CompoundCatalogue.standard().with(Compound.read(new SourceText("mine.yaml", own)));
    ScenarioFile file =
        ScenarioFile.read(
            new SourceText(
                "fit.yaml",
                PetabFolder.SCENARIOS.replace("ketamine 1 mg/kg iv", "mine 1 mg/kg iv")),
            catalogue);
    InputException refused =
        assertThrows(
            InputException.class,
            () ->
                PetabExport.of(
                    file,
                    PetabFolder.observations(PetabFolder.DATA, file),
                    PetabFolder.free(file, PetabFolder.CLEARANCE),
                    PetabFolder.FREE));
    assertTrue(refused.getMessage().contains("compounds of your own"), refused.getMessage());
  }
}
