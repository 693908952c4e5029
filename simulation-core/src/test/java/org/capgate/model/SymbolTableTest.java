package org.capgate.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.capgate.equations.Equation;
import org.capgate.equations.EquationException;
import org.capgate.equations.EquationSystem;
import org.capgate.equations.Kind;
import org.capgate.equations.Part;
import org.capgate.equations.PointValues;
import org.capgate.equations.Symbol;
import org.capgate.input.CsvTable;
import org.capgate.input.InputException;
import org.capgate.input.Place;
import org.capgate.input.SeedFiles;
import org.capgate.treatment.CellClass;
import org.capgate.treatment.Target;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SymbolTableTest {
  private static final SymbolTable TABLE = SymbolTable.standard();

  private static List<Mechanisms> allChoices() {
    List<Mechanisms> all = List.of(Mechanisms.standard());
    for (Map.Entry<String, List<String>> mechanism : Mechanisms.choices().entrySet()) {
      List<Mechanisms> more = new ArrayList<>();
      for (Mechanisms chosen : all) {
        for (String choice : mechanism.getValue()) {
          more.add(chosen.with(mechanism.getKey(), choice, Place.UNKNOWN));
        }
      }
      all = more;
    }
    return all;
  }

  @Test
  void everyParameterAndInputOfTheTableIsUsedUnderSomeChoice() {
    Set<Symbol> used = new HashSet<>();
    for (Mechanisms chosen : allChoices()) {
      for (Equation equation : ModelEquations.of(chosen).equations()) {
        equation.statement().expressions().forEach(expression -> used.addAll(expression.symbols()));
      }
    }
    TABLE.requireUsed(used);
  }

  @Test
  void aParameterThatNoEquationUsesIsNamedWithTheNearestThatOneDoes() {
    SymbolTable table = read(row("bdnfTme", "none", "parameter", "h"));
    Symbol used = TABLE.find("bdnfTime", Optional.empty()).symbol();
    InputException refused =
        assertThrows(InputException.class, () -> table.requireUsed(Set.of(used)));
    assertEquals(
        "symbols.csv: no equation uses 'bdnfTmeHours', but one uses 'bdnfTimeHours'",
        refused.getMessage());
  }

  @Test
  void anEquationThatUsesASymbolMissingInTheTableIsRefusedWithTheNearest() {
    InputException unknown =
        assertThrows(InputException.class, () -> TABLE.find("eif4gDisociation", Optional.empty()));
    assertTrue(unknown.getMessage().endsWith("did you mean 'eif4gDissociation'?"));
    InputException ofNeurons =
        assertThrows(
            InputException.class, () -> TABLE.find("mtorc2", Optional.of(CellClass.EXCITATORY)));
    assertTrue(ofNeurons.getMessage().contains("'mtorc1 of excitatory neurons'"));
  }

  @Test
  void aStateWithoutAnEquationIsRefused() {
    EquationSystem.Builder e = EquationSystem.named("toy");
    read(row("x", "tissue", "state", "1")).all().forEach(facts -> e.declare(facts.symbol()));
    EquationException refused = assertThrows(EquationException.class, e::build);
    assertEquals("the state 'x' has no equation in toy", refused.getMessage());
  }

  @ParameterizedTest
  @CsvSource({
    "bdnf, none, state, 1, bdnf, NONE",
    "glutamate, tissue, state, 1, glutamate, TISSUE",
    "plasticityHalf, inhibitory, parameter, 1, plasticityHalfInhibitory, INHIBITORY",
    "plasticityThreshold, excitatory alone, state, 1, plasticityThreshold, EXCITATORY",
    "pp2a, none, parameter, h⁻¹, pp2aPerHour, NONE",
    "fastProteinTime, excitatory, parameter, h, fastProteinTimeExcitatoryHours, EXCITATORY",
    "phospho4ebp, inhibitory, readout, µM, phospho4ebpMicromolarInhibitory, INHIBITORY",
  })
  void aNameIsMadeOfStemClassAndUnit(
      String stem, String part, String kind, String unit, String name, Part owner) {
    SymbolFacts facts = read(row(stem, part, kind, unit)).all().iterator().next();
    assertEquals(name, facts.symbol().name());
    assertEquals(stem, facts.symbol().stem());
    assertEquals(owner, facts.symbol().part());
  }

  @Test
  void rowsOfOneGroupAreLaidOutOneClassAfterTheOther() {
    SymbolTable table =
        read(
            row("a", "cells", "state", "1")
                + row("b", "onto cells", "definition", "1")
                + row("c", "none", "parameter", "1"));
    assertEquals(
        List.of("aExcitatory", "bExcitatory", "aInhibitory", "bInhibitory", "c"),
        table.all().stream().map(facts -> facts.symbol().name()).toList());
    assertEquals(Part.NONE, table.named("bInhibitory").symbol().part());
  }

  @ParameterizedTest
  @CsvSource({
    "a, cels, state, 1, 'symbols.csv:2:3: unknown part ''cels'', did you mean ''cells''?'",
    "a, none, sate, 1, 'symbols.csv:2:10: unknown kind ''sate'', did you mean ''state''?'",
  })
  void aBadRowIsNamedWithTheNearestWord(
      String stem, String part, String kind, String unit, String message) {
    InputException refused =
        assertThrows(InputException.class, () -> read(row(stem, part, kind, unit)));
    assertEquals(message, refused.getMessage());
  }

  @Test
  void allMistakesOfTheTableAreSaidInItsOrderAndEachOnce() {
    InputException all =
        assertThrows(
            InputException.class,
            () ->
                read(
                    row("a", "cells", "sate", "1")
                        + row("b", "none", "state", "furlong")
                        + row("c", "cels", "state", "1")
                        + row("d", "none", "state", "1")
                        + row("d", "none", "state", "1")));
    assertEquals(2, all.place().line());
    assertEquals(List.of(3, 4, 6), all.further().stream().map(one -> one.place().line()).toList());
  }

  @Test
  void aSymbolStatedTwiceIsRefused() {
    String row = row("a", "none", "state", "1");
    assertThrows(InputException.class, () -> read(row + row));
  }

  @Test
  void everyTargetAndEveryGeneHasItsSymbol() {
    for (Target target : Target.values()) {
      assertEquals(Kind.INPUT, TABLE.find(Drugs.input(target), Optional.empty()).symbol().kind());
    }
    for (Gene gene : Gene.values()) {
      for (CellClass cells : CellClass.values()) {
        assertTrue(MoodModel.isSetByScenario(Genotype.symbol(gene, cells).name()));
      }
    }
  }

  @Test
  void everyUnknownHasAStartWithinTheRangeItStates() {
    MoodModel model = MoodModel.of(Mechanisms.standard());
    double[] p = model.wildType(ParameterSet.standard());
    double[] start = model.referenceSystem(p).initialState();
    double[] none = new double[model.layout().inputs().size()];
    PointValues values = new PointValues(model.equations(), model.wildTypeState(start), p, none);
    for (Symbol symbol : model.layout().variables()) {
      assertEquals(0, values.excess(symbol), symbol.name());
    }
  }

  @Test
  void everyReadoutHasAWordAndALabelAndNothingElseHas() {
    for (SymbolFacts facts : TABLE.all()) {
      Symbol symbol = facts.symbol();
      assertEquals(symbol.kind() == Kind.READOUT, !facts.word().isEmpty(), symbol.name());
      assertEquals(symbol.kind() == Kind.READOUT, !facts.label().isEmpty(), symbol.name());
    }
  }

  @ParameterizedTest
  @CsvSource({"1/(1 + x), 0.25", "0.5*x, 1.5", "2 - 1*(x - 1), 0", "x/2/3, 0.5"})
  void formulasOfTheTableAreEvaluatedAsInSchool(String formula, double value) {
    assertEquals(value, Formula.value(formula, name -> 3));
  }

  @ParameterizedTest
  @CsvSource({"''", "1 +", "(1", "1 2)", "^"})
  void whatIsNoFormulaIsRefused(String formula) {
    assertThrows(IllegalArgumentException.class, () -> Formula.value(formula, name -> 3));
  }

  private static String row(String stem, String part, String kind, String unit) {
    return "%s,%s,g,%s,%s,what,,l,,,,%n".formatted(stem, part, kind, unit);
  }

  private static SymbolTable read(String rows) {
    String header = String.join(",", CsvTable.read(SeedFiles.text("model/symbols.csv")).header());
    return SymbolTable.read(CsvTable.read("symbols.csv", new StringReader(header + "\n" + rows)));
  }
}
