package org.capgate.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import java.util.TreeSet;
import org.capgate.equations.EquationSystem;
import org.capgate.equations.Kind;
import org.capgate.equations.Symbol;
import org.capgate.treatment.CellClass;
import org.junit.jupiter.api.Test;

class ModelPartsTest {
  private static final EquationSystem WHOLE = ModelEquations.of(Mechanisms.standard());
  private static final ModelParts PARTS = new ModelParts(WHOLE);

  @Test
  void everyUnknownBelongsToExactlyOnePart() {
    int unknowns = 0;
    for (Kind kind : Set.of(Kind.STATE, Kind.QUASI_STEADY, Kind.ALGEBRAIC)) {
      unknowns += WHOLE.symbols(kind).size();
      Set<String> found = new TreeSet<>();
      for (CellClass own : CellClass.values()) {
        PARTS.cell(own).symbols(kind).forEach(symbol -> assertTrue(found.add(symbol.name())));
      }
      PARTS.tissue().symbols(kind).forEach(symbol -> assertTrue(found.add(symbol.name())));
      assertEquals(WHOLE.symbols(kind).size(), found.size());
    }
    assertTrue(unknowns > 20);
  }

  @Test
  void aNeuronSeesNeuronsOfTheOtherClassThroughSynapsesOnly() {
    for (CellClass own : CellClass.values()) {
      CellClass other = CellClass.values()[1 - own.ordinal()];
      for (Symbol symbol : PARTS.cell(own).symbols()) {
        boolean isOfOther =
            symbol.kind() != Kind.PARAMETER && symbol.part() == SymbolFacts.part(other);
        assertTrue(!isOfOther, own + " sees " + symbol.name());
      }
    }
  }

  @Test
  void equationsOfAPartAreThoseOfTheWhole() {
    EquationSystem cell = PARTS.cell(CellClass.INHIBITORY);
    for (String name :
        Set.of("mtorc1Inhibitory", "suppressionInhibitory", "phospho4ebpFractionInhibitory")) {
      assertEquals(
          WHOLE.equationOf(WHOLE.find(name)).text(), cell.equationOf(cell.find(name)).text());
    }
  }
}
