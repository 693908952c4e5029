package org.capgate.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResponseTest {
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
    assertEquals(verdict, new Response(100, treated, wildType).verdict());
  }
}
