package org.capgate.ensemble;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.capgate.dynamics.IntegrationException;
import org.capgate.dynamics.OdeSystem;
import org.capgate.dynamics.Sampling;
import org.capgate.dynamics.TimeSpan;
import org.capgate.scenario.Scenario;
import org.capgate.solver.Rosenbrock;
import org.capgate.solver.Solvers;
import org.capgate.treatment.AmountUnit;
import org.capgate.treatment.Compounds;
import org.capgate.treatment.Dose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Animals under rising doses; every comparison is of bits. */
class ParallelBatchTest {
  private static final TimeSpan SPAN = TimeSpan.days(0, 2);
  private static final Sampling SAMPLING = Sampling.everyHours(4);
  private static final Rosenbrock INTEGRATOR = Solvers.standard(1e-3);
  private static final int COUNT = 23;

  private static OdeSystem animal(int number) {
    return Scenario.mouse()
        .treatment(
            Dose.of(Compounds.ketamine(), 1 + number, AmountUnit.MG_PER_KG)
                .intraperitoneal()
                .atHours(number % 5))
        .build()
        .instantiate(number);
  }

  @ParameterizedTest(name = "{0} threads")
  @ValueSource(ints = {1, 2, 8})
  void everyAnimalHasTheBitsItHasAlone(int threads) {
    List<ParallelBatch.Outcome> outcomes =
        ParallelBatch.solve(INTEGRATOR, COUNT, ParallelBatchTest::animal, SPAN, SAMPLING, threads);
    assertEquals(COUNT, outcomes.size());
    for (int i = 0; i < COUNT; i++) {
      assertArrayEquals(
          INTEGRATOR.solve(animal(i), SPAN, SAMPLING).series("mood"),
          outcomes.get(i).orThrow().series("mood"),
          "animal " + i);
    }
  }

  @Test
  void aFailureIsKeptInItsPlace() {
    Rosenbrock stopped = INTEGRATOR.withMaximumEvaluations(5);
    List<ParallelBatch.Outcome> outcomes =
        ParallelBatch.solve(stopped, 3, ParallelBatchTest::animal, SPAN, SAMPLING, 2);
    assertEquals(3, outcomes.size());
    outcomes.forEach(outcome -> assertThrows(IntegrationException.class, outcome::orThrow));
  }
}
