package org.capgate.sbml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import org.capgate.equations.EquationSystem;
import org.capgate.equations.Kind;
import org.capgate.equations.Symbol;
import org.capgate.equations.Unit;
import org.capgate.exposure.ExposureTerms;
import org.capgate.input.InputException;
import org.capgate.input.Place;
import org.capgate.input.SourceText;
import org.capgate.io.ScenarioFile;
import org.capgate.model.Gene;
import org.capgate.model.Genotype;
import org.capgate.scenario.Scenario;
import org.capgate.treatment.CellClass;
import org.capgate.treatment.CompoundCatalogue;
import org.capgate.treatment.Regimen;
import org.capgate.treatment.Species;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class SbmlDocumentTest {
  @TempDir Path folder;

  private static Scenario treated() {
    return Scenario.mouse()
        .genotype(Genotype.knockout(Gene.EBP2).in(CellClass.INHIBITORY))
        .treatment(
            Regimen.parse(
                "ketamine 10 mg/kg ip every 24 h for 2 d; hm3dq inhibitory at 30 h for 1 h",
                Place.UNKNOWN,
                CompoundCatalogue.standard()))
        .build();
  }

  private static Document parsed(String xml) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(xml)));
  }

  private static List<Element> all(Document document, String name) {
    NodeList found = document.getElementsByTagName(name);
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < found.getLength(); i++) {
      elements.add((Element) found.item(i));
    }
    return elements;
  }

  @Test
  void everyVariableHasARateAndEveryDefinitionARule() throws Exception {
    Scenario scenario = treated();
    Document document = parsed(SbmlDocument.of(scenario, 0, List.of()));
    EquationSystem system = scenario.laboratory().model().ordinaryEquations();
    Set<String> rates = attributes(document, "rateRule", "variable");
    Set<String> rules = attributes(document, "assignmentRule", "variable");
    Set<String> parameters = attributes(document, "parameter", "id");
    for (Symbol symbol : system.symbols()) {
      assertTrue(parameters.contains(symbol.name()), symbol.name());
      assertEquals(
          system.layout().variables().contains(symbol),
          rates.contains(symbol.name()),
          symbol.name());
      boolean isExplicit =
          symbol.kind() == Kind.DEFINED
              || symbol.kind() == Kind.READOUT
              || symbol.kind() == Kind.INPUT;
      assertEquals(isExplicit, rules.contains(symbol.name()), symbol.name());
    }
    assertEquals(List.of(), all(document, "algebraicRule"));
  }

  private static Set<String> attributes(Document document, String element, String attribute) {
    Set<String> values = new HashSet<>();
    all(document, element).forEach(one -> values.add(one.getAttribute(attribute)));
    return values;
  }

  @Test
  void whatIsGivenAtTheStartIsInTheInitialValuesAndTheRestAreEvents() throws Exception {
    Scenario scenario = treated();
    int breakpoints = ExposureTerms.of(scenario.exposure()).breakpointsHours().size();
    Document document = parsed(SbmlDocument.of(scenario, 0, List.of()));
    assertEquals(breakpoints - 1, all(document, "event").size());
    for (Element trigger : all(document, "trigger")) {
      assertEquals("false", trigger.getAttribute("initialValue"));
      assertEquals("true", trigger.getAttribute("persistent"));
    }
    Document earlier = parsed(SbmlDocument.of(scenario, -1, List.of()));
    assertEquals(breakpoints, all(earlier, "event").size());
  }

  @Test
  void equalScenariosGiveEqualBytes() {
    assertEquals(
        SbmlDocument.of(treated(), 0, List.of("a")), SbmlDocument.of(treated(), 0, List.of("a")));
  }

  @Test
  void everyUnitOfTheEquationsHasADefinition() {
    for (Symbol symbol : treated().laboratory().model().equations().symbols()) {
      assertTrue(SbmlUnits.tokens().containsAll(symbol.unit().exponents().keySet()), symbol.name());
    }
  }

  @Test
  void aUnitWithoutADefinitionIsRefusedByName() {
    IllegalArgumentException refused =
        assertThrows(
            IllegalArgumentException.class, () -> new SbmlUnits().id(Unit.base("furlong")));
    assertTrue(String.valueOf(refused.getMessage()).contains("'furlong'"), refused.getMessage());
  }

  @Test
  void everyGeneCompoundAndSpeciesIsAnnotated() {
    Annotations annotations = Annotations.standard();
    Gene.words().forEach(word -> assertFalse(annotations.of("gene", word).isEmpty(), word));
    Species.words().forEach(word -> assertFalse(annotations.of("species", word).isEmpty(), word));
    CompoundCatalogue.standard()
        .compounds()
        .forEach(
            compound ->
                assertFalse(
                    annotations.of("compound", compound.name()).isEmpty(), compound.name()));
    assertFalse(annotations.of("model", "model").isEmpty());
  }

  @Test
  void anAnnotationOfSomethingUnknownIsRefusedWithTheNearestName() {
    String header = "what,key,qualifier,identifier,source\n";
    assertRefused(header + "compound,ketamin,is,chebi:6121,x\n", "'ketamin'", "'ketamine'");
    assertRefused(header + "gene,4EBP3,is,uniprot:P12345,x\n", "'4EBP3'", "4EBP");
    assertRefused(header + "compound,ketamine,is,6121,x\n", "identifier", "'6121'");
    assertRefused(header + "compound,ketamine,si,chebi:6121,x\n", "qualifier", "'si'", "is");
  }

  private static void assertRefused(String csv, String... words) {
    InputException refused =
        assertThrows(
            InputException.class,
            () -> Annotations.read(SourceText.read("notes.csv", new StringReader(csv))));
    assertTrue(refused.getMessage().startsWith("notes.csv:2:"), refused.getMessage());
    for (String word : words) {
      assertTrue(refused.getMessage().contains(word), refused.getMessage());
    }
  }

  @Test
  void libSbmlFindsNoErrorAndNoWarningOfUnits() throws Exception {
    Foreign.requirePython();
    List<String> command = new ArrayList<>();
    command.add(Foreign.PYTHON);
    command.add(Foreign.READERS.resolve("validate.py").toString());
    for (String preset : ScenarioFile.presets()) {
      ScenarioFile file = ScenarioFile.preset(preset);
      Path xml = folder.resolve(preset + ".xml");
      Files.writeString(
          xml, SbmlDocument.of(file.scenario(), file.span().startHours(), List.of("ünïcode <&>")));
      command.add(xml.toString());
    }
    List<String> said = Foreign.run(folder, command.toArray(String[]::new));
    assertEquals(ScenarioFile.presets().size(), said.size(), said.toString());
  }
}
