package org.capgate.uncertainty;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import org.capgate.input.CsvTable;
import org.capgate.input.InputException;
import org.capgate.model.Parameter;
import org.capgate.model.ParameterSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParameterEnsembleTest {
  private static final ParameterSet STANDARD = ParameterSet.standard();

  private static ParameterEnsemble ensemble(String text) {
    return ParameterEnsemble.of(CsvTable.read("sets.csv", new StringReader(text)));
  }

  @Test
  void theShippedSetsVaryEveryFittedParameterWithinItsRange() {
    ParameterEnsemble shipped = ParameterEnsemble.standard();
    assertTrue(shipped.size() >= 400, shipped.toString());
    assertEquals(
        STANDARD.parameters().stream().filter(Parameter::isFitted).map(Parameter::name).toList(),
        shipped.numbers());
    for (String number : shipped.numbers()) {
      double[] values = shipped.values(number);
      assertTrue(
          java.util.Arrays.stream(values).distinct().count() > shipped.size() / 20,
          number + " hardly varies");
    }
  }

  @Test
  void aMemberHasItsOwnNumbersButKeepsWhatWasSet() {
    Parameter first = STANDARD.parameter("recurrentExcitationWeight");
    double own = 0.5 * (first.low() + first.value());
    ParameterEnsemble one = ensemble("member,recurrentExcitationWeight\n0,%s\n".formatted(own));
    assertEquals(own, one.member(0, STANDARD).value(first.name()));
    double set = 0.5 * (first.high() + first.value());
    ParameterSet changed = STANDARD.with(first.name(), set);
    assertEquals(set, one.member(0, changed).value(first.name()));
    assertNotEquals(STANDARD, one.member(0, STANDARD));
  }

  @Test
  void fewerSetsAreSpreadOverAll() {
    StringBuilder text = new StringBuilder("member,recurrentExcitationWeight\n");
    Parameter parameter = STANDARD.parameter("recurrentExcitationWeight");
    for (int i = 0; i < 10; i++) {
      text.append(i).append(',').append(parameter.low() + i * 1e-3).append('\n');
    }
    ParameterEnsemble ten = ensemble(text.toString());
    assertEquals(5, ten.thinned(5).size());
    assertArrayEquals(
        new double[] {0, 2e-3, 4e-3, 6e-3, 8e-3},
        java.util.Arrays.stream(ten.thinned(5).values(parameter.name()))
            .map(value -> value - parameter.low())
            .toArray(),
        1e-12);
    assertSame(ten, ten.thinned(10));
    assertThrows(IllegalArgumentException.class, () -> ten.thinned(0));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          name,recurrentExcitationWeight;0,1 | 'name'
          member,recurrentExcitationWeigth;0,1 | recurrentExcitationWeight
          member,recurrentExcitationWeight;0,1e9 | recurrentExcitationWeight
          member,recurrentExcitationWeight;0,x | recurrentExcitationWeight
          member,recurrentExcitationWeight; | no parameter set
          member;0 | no parameter set
          """)
  void aTableThatIsNoneIsRefusedByName(String rows, String complaint) {
    String message =
        assertThrows(InputException.class, () -> ensemble(rows.replace(';', '\n'))).getMessage();
    assertTrue(message.contains("sets.csv") && message.contains(complaint), message);
  }
}
