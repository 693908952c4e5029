package org.capgate.uncertainty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TreatmentResponseTest {
  /** Treated immobility (s) of an animal with 100 s untreated, and the wild type's change. */
  @ParameterizedTest
  @CsvSource({
    "80, -0.20, responds",
    "90, -0.20, responds",
    "90.1, -0.20, in between",
    "95, -0.20, in between", // 5 % is no longer under 5 %
    "95.1, -0.20, no response", // 4.9 %, under a quarter of 20 %
    "96, -0.12, in between", // 4 %, but a third of 12 %
    "97.1, -0.12, no response",
    "104, -0.20, no response",
    "96, -0.01, no response", // the wild type itself does not respond
    "115, -0.20, 'responds, worse'"
  })
  void verdictFollowsTheRuleOfTheFindings(double treated, double wildType, String verdict) {
    assertEquals(verdict, new TreatmentResponse(100, treated, wildType).verdict());
  }

  private static TreatmentResponse.OverSets over(double treated, double... bySet) {
    List<TreatmentResponse> sets =
        DoubleStream.of(bySet).mapToObj(one -> new TreatmentResponse(100, one, -0.2)).toList();
    return new TreatmentResponse(100, treated, -0.2).over(sets).orElseThrow();
  }

  @Test
  void aPointOnABorderIsToldThatMostSetsSayOtherwise() {
    TreatmentResponse.OverSets sets = over(95, 96, 97, 98, 94);
    assertEquals("in between", sets.verdict());
    assertEquals(0.25, sets.agreeing());
    assertTrue(sets.isOtherwise());
    assertEquals("no response", sets.mostSay());
    assertEquals(0.75, sets.saying());
  }

  @Test
  void aTieIsForThePoint() {
    TreatmentResponse.OverSets sets = over(80, 80, 80, 97, 98);
    assertFalse(sets.isOtherwise());
    assertEquals("responds", sets.mostSay());
    assertEquals(0.5, sets.saying());
    assertEquals(-0.2, sets.low(), 1e-12); // of 80, 80, 97, 98 the lowest are alike
  }

  @Test
  void withoutASetNothingIsSaid() {
    assertTrue(new TreatmentResponse(100, 80, -0.2).over(List.of()).isEmpty());
  }
}
