package org.capgate.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.capgate.input.Bounds;
import org.capgate.input.InputException;
import org.capgate.input.Names;
import org.capgate.input.Numbers;
import org.capgate.input.SourceText;
import org.capgate.io.ParameterFile;
import org.capgate.io.ScenarioFile;
import org.capgate.model.Mechanisms;
import org.capgate.model.MoodModel;
import org.capgate.model.Parameter;
import org.capgate.model.ParameterSet;
import org.capgate.treatment.Compound;
import org.capgate.treatment.CompoundCatalogue;
import org.capgate.treatment.SourcedNumber;
import org.junit.jupiter.api.Test;

/** Every number has one name, by which it is set in Java, CSV and YAML. */
class ParameterNamesTest {
  private static final ParameterSet STANDARD = ParameterSet.standard();

  /** The end of a clinical scale, whose range is one number. */
  private static final String FIXED = "depressionScoreMaximumPoint";

  private static final Map<String, Double> OTHERS = others();

  /** For every number another value that it may have. */
  private static Map<String, Double> others() {
    Map<String, Double> others = new LinkedHashMap<>();
    STANDARD
        .numbers()
        .filter(parameter -> !parameter.name().equals(FIXED))
        .forEach(parameter -> others.put(parameter.name(), other(parameter)));
    return others;
  }

  private static double other(Parameter parameter) {
    double low = parameter.low();
    double high = parameter.high();
    double value = parameter.value();
    if (low == high) {
      Bounds bounds = number(parameter.name()).bounds();
      return bounds.contains(0.9 * value) ? 0.9 * value : 1.1 * value;
    }
    double quarter = low + 0.25 * (high - low);
    return quarter == value ? low + 0.75 * (high - low) : quarter;
  }

  private static SourcedNumber number(String path) {
    return CompoundCatalogue.standard().numbersByPath().get(path);
  }

  private static String yaml(String parameters) {
    return "capgate-scenario: 1\nname: s\nspecies: mouse\nduration-days: 1\nparameters:\n"
        + parameters;
  }

  private static ScenarioFile read(String yaml) {
    return ScenarioFile.read(new SourceText("s.yaml", yaml), CompoundCatalogue.standard());
  }

  private static String rows(String separator, String indent) {
    return OTHERS.entrySet().stream()
        .map(entry -> indent + entry.getKey() + separator + Numbers.text(entry.getValue()) + "\n")
        .collect(Collectors.joining());
  }

  @Test
  void everyNumberOfTheEquationsAndOfTheCompoundsIsListedOnce() {
    assertTrue(OTHERS.size() > 750, () -> "listed are " + OTHERS.size());
    List<String> names = STANDARD.names();
    assertEquals(OTHERS.size() + 1, names.size());
    assertTrue(names.containsAll(OTHERS.keySet()));
    assertTrue(names.containsAll(CompoundCatalogue.standard().numbersByPath().keySet()));
    STANDARD.parameters().forEach(parameter -> assertTrue(names.contains(parameter.name())));
  }

  @Test
  void everyNumberIsSetAloneAndChangesTheHash() {
    String unchanged = Scenario.mouse().build().hash();
    OTHERS.forEach(
        (name, value) -> {
          ParameterSet set = STANDARD.with(name, value);
          assertEquals(value, set.value(name), name);
          assertNotEquals(unchanged, Scenario.mouse().parameters(set).build().hash(), name);
          ParameterSet back = set.with(name, STANDARD.value(name));
          assertEquals(unchanged, Scenario.mouse().parameters(back).build().hash(), name);
        });
  }

  @Test
  void everyNumberIsSetByItsNameInCsvAndYamlAndReadsBack() {
    ParameterSet csv =
        ParameterFile.read("p.csv", new StringReader("name,value\n" + rows(",", "")), STANDARD);
    ScenarioFile file = read(yaml(rows(": ", "  ")));
    ParameterSet yaml = file.scenario().parameters();
    OTHERS.forEach(
        (name, value) -> {
          assertEquals(value, csv.value(name), name);
          assertEquals(value, yaml.value(name), name);
        });
    assertEquals(csv, yaml);
    assertEquals(file, read(file.toYaml()));
  }

  @Test
  void everyNumberReachesTheEquationsOrTheCompounds() {
    MoodModel model = MoodModel.of(Mechanisms.standard());
    Map<String, Double> ofCompounds = new LinkedHashMap<>();
    OTHERS.forEach(
        (name, value) -> {
          if (number(name) != null) {
            ofCompounds.put(name, value);
          } else if (!name.startsWith("cells/")) {
            double[] p = model.wildType(STANDARD.with(name, value));
            assertEquals(value, p[model.layout().parameter(name)], name);
          }
        });
    ParameterSet set = STANDARD;
    for (Map.Entry<String, Double> entry : ofCompounds.entrySet()) {
      set = set.with(entry.getKey(), entry.getValue());
    }
    CompoundCatalogue inForce = Scenario.mouse().parameters(set).build().laboratory().compounds();
    ofCompounds.forEach(
        (name, value) -> assertEquals(value, inForce.numbersByPath().get(name).value(), name));
  }

  @Test
  void aValueOutOfRangeIsRefusedWithNameBoundsAndUnit() {
    STANDARD
        .numbers()
        .forEach(
            parameter -> {
              String name = parameter.name();
              for (double wrong : new double[] {1e12, -1e12, Double.NaN}) {
                String message =
                    assertThrows(InputException.class, () -> STANDARD.with(name, wrong), name)
                        .getMessage();
                assertTrue(message.startsWith(name + " must be "), message);
                assertTrue(message.endsWith("but was " + Numbers.text(wrong)), message);
              }
            });
  }

  @Test
  void aMisspeltNameIsMetWithTheRightOne() {
    for (String name : STANDARD.names()) {
      String misspelt =
          name.substring(0, name.length() / 2) + "_" + name.substring(name.length() / 2);
      String message =
          assertThrows(InputException.class, () -> STANDARD.with(misspelt, 1)).getMessage();
      assertEquals(
          "unknown parameter %s, did you mean '%s'?".formatted(Names.quoted(misspelt), name),
          message);
    }
  }

  @Test
  void whatAGenotypeOrStressSetsIsSaidToBeSetThere() {
    InputException refused =
        assertThrows(InputException.class, () -> read(yaml("  chronicStress: 0.5\n")));
    assertEquals(
        "s.yaml:6:3: parameters: 'chronicStress' is no parameter: genotype and stress of a"
            + " scenario set it",
        refused.getMessage());
  }

  @Test
  void aVariantCanTakeANumberBackToItsOwnValue() {
    String name = "ketamine/kinetics/mouse/central/clearanceLitresPerHourPerKilogram";
    double usual = STANDARD.value(name);
    ScenarioFile file =
        read(
            yaml(
                "  %s: 8\ncompare-with: [{name: v, parameters: {%s: %s}}]\n"
                    .formatted(name, name, Numbers.text(usual))));
    assertEquals(8, file.scenario().parameters().value(name));
    assertEquals(usual, file.variants().get(0).scenario().parameters().value(name));
    assertEquals(file, read(file.toYaml()));
  }

  @Test
  void numbersOfACompoundOfYourOwnAreNamedLikeTheOthers() {
    String text =
        """
        capgate-compound: 1
        name: mine
        kind: actuator
        description: "Drives."
        drive: {value: 2, low: 1, high: 3, source: "ASSUMED"}
        relaxationPerHour: {value: 5, source: "Author 2020"}
        """;
    CompoundCatalogue own =
        CompoundCatalogue.standard().with(Compound.read(new SourceText("mine.yaml", text)));
    Scenario scenario = Scenario.mouse().compounds(own).build();
    assertEquals(2, scenario.parameters().value("mine/drive"));
    Scenario changed =
        scenario.toBuilder().parameters(scenario.parameters().with("mine/drive", 3)).build();
    assertEquals(
        3, changed.laboratory().compounds().named("mine").actuator().orElseThrow().drive());
    assertThrows(
        InputException.class,
        () -> changed.toBuilder().compounds(CompoundCatalogue.standard()).build());
  }

  @Test
  void aCatalogueWithoutAFittedCompoundStillMakesALaboratory() {
    CompoundCatalogue few =
        CompoundCatalogue.of(List.of(CompoundCatalogue.standard().named("citalopram")));
    Scenario scenario = Scenario.mouse().compounds(few).build();
    assertEquals(few.numbers(), scenario.laboratory().compounds().numbers());
    assertTrue(scenario.parameters().names().stream().noneMatch(name -> name.startsWith("hnk/")));
  }
}
