package org.capgate.cli.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.capgate.cli.Outcome;
import org.capgate.model.Mechanisms;
import org.capgate.model.ModelEquations;
import org.junit.jupiter.api.Test;

class ModelCommandTest {
  @Test
  void everyEquationIsPrintedUnderItsNumber() {
    Outcome outcome = Outcome.of("model");
    assertEquals(0, outcome.code(), outcome.err());
    int equations = ModelEquations.of(Mechanisms.standard()).equations().size();
    assertTrue(equations > 0);
    for (int number = 1; number <= equations; number++) {
      assertTrue(outcome.out().contains("**(" + number + ")** "), "equation " + number);
    }
  }

  @Test
  void anotherMechanismIsAnotherStatement() {
    assertNotEquals(
        Outcome.of("model").out(),
        Outcome.of("model", "--mechanism", "first-target=resting-nmda").out());
  }
}
