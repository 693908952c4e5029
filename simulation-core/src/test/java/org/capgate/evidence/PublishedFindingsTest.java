package org.capgate.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What was published, row by row, from the one parameter set that ships. */
class PublishedFindingsTest {

  private static final FindingsReport REPORT =
      FindingsEvaluator.standard().evaluate(FindingFile.published());

  static List<Evaluation> gating() {
    return REPORT.evaluations().stream()
        .filter(
            row ->
                row.finding().standing() == Standing.ESTABLISHED
                    || row.finding().standing() == Standing.INFERRED)
        .toList();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("named")
  void anEstablishedOrInferredFindingIsReproduced(String name, Evaluation row) {
    assertTrue(row.passed(), name + ": " + row);
  }

  static List<Arguments> named() {
    return gating().stream()
        .map(
            row ->
                Arguments.of(
                    row.finding().id()
                        + " "
                        + row.finding().question()
                        + ": "
                        + row.finding().expected().word(),
                    row))
        .toList();
  }

  @Test
  void nothingIsLeftOut() {
    assertEquals(97, REPORT.evaluations().size());
    assertEquals(86, gating().size());
  }
}
