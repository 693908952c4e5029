package org.capgate.solver;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import org.capgate.dynamics.IntegrationException;
import org.capgate.dynamics.OdeSystem;
import org.capgate.dynamics.Sampling;
import org.capgate.dynamics.TimeSpan;
import org.capgate.dynamics.Trajectory;
import org.capgate.random.RandomStream;
import org.capgate.scenario.Scenario;
import org.capgate.treatment.AmountUnit;
import org.capgate.treatment.Compounds;
import org.capgate.treatment.Dose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Many animals side by side against each alone: the same bits, so no tolerance. */
class BatchTest {
  private static final TimeSpan SPAN = TimeSpan.days(0, 3);
  private static final Sampling SAMPLING = Sampling.everyHours(6);
  private static final Scenario MOUSE =
      Scenario.mouse()
          .treatment(
              Dose.of(Compounds.ketamine(), 10, AmountUnit.MG_PER_KG).intraperitoneal().atHours(24))
          .build();

  /** Parameters differ by up to a tenth from animal to animal. */
  private static OdeSystem animal(int number) {
    double[] p = MOUSE.laboratory().parameters(MOUSE.genotype(), 0);
    RandomStream random = RandomStream.of(1, number, 0, "batch");
    for (int i = 0; i < p.length; i++) {
      p[i] *= random.uniform(0.9, 1.1);
    }
    return MOUSE
        .laboratory()
        .model()
        .animal(p, MOUSE.settled().state(), MOUSE.exposure(), Map.of());
  }

  private static Map<Integer, Object> solved(
      Rosenbrock integrator, int from, int to, IntFunction<OdeSystem> systems) {
    AtomicInteger next = new AtomicInteger(from);
    Map<Integer, Object> ends = new TreeMap<>();
    integrator.solveEach(
        () -> next.get() < to ? next.getAndIncrement() : -1,
        systems,
        SPAN,
        SAMPLING,
        new Rosenbrock.Outcomes() {
          @Override
          public void solved(int number, Trajectory trajectory) {
            assertEquals(null, ends.put(number, trajectory), "told once");
          }

          @Override
          public void failed(int number, IntegrationException failure) {
            assertEquals(null, ends.put(number, failure), "told once");
          }
        });
    return ends;
  }

  private static void assertSame(Trajectory alone, Object inBatch) {
    Trajectory other = (Trajectory) inBatch;
    for (String name : List.of("mood", "plasmaKetamineMicromolar")) {
      assertArrayEquals(alone.series(name), other.series(name), name);
    }
    assertArrayEquals(alone.stateAt(72), other.stateAt(72));
    assertEquals(alone.statistics(), other.statistics());
    assertEquals(alone.provenance(), other.provenance());
  }

  @ParameterizedTest(name = "tolerance {0}")
  @ValueSource(doubles = {1e-2, 1e-3, 1e-5})
  void everyAnimalHasTheBitsItHasAlone(double tolerance) {
    Rosenbrock integrator = Solvers.standard(tolerance);
    Map<Integer, Object> batch = solved(integrator, 0, 19, BatchTest::animal);
    assertEquals(19, batch.size());
    for (int i = 0; i < 19; i++) {
      assertSame(integrator.solve(animal(i), SPAN, SAMPLING), batch.get(i));
    }
  }

  @Test
  void neighboursAndBatchSizeDoNotMatter() {
    Rosenbrock integrator = Solvers.standard(1e-4);
    Map<Integer, Object> large = solved(integrator, 0, 12, BatchTest::animal);
    for (int from : new int[] {0, 5, 11}) {
      Map<Integer, Object> small = solved(integrator, from, 12, BatchTest::animal);
      small.forEach((number, run) -> assertSame((Trajectory) large.get(number), run));
    }
  }

  @Test
  void oneThatFailsIsToldAndItsNeighboursGoOn() {
    Rosenbrock integrator = Solvers.standard(1e-4);
    Map<Integer, Object> batch =
        solved(integrator, 0, 11, number -> number == 3 ? withoutTime(animal(3)) : animal(number));
    assertEquals(11, batch.size());
    String message = ((IntegrationException) batch.get(3)).getMessage();
    assertEquals(
        assertThrows(
                IntegrationException.class,
                () -> integrator.solve(withoutTime(animal(3)), SPAN, SAMPLING))
            .getMessage(),
        message);
    for (int i : new int[] {0, 2, 4, 10}) {
      assertSame(integrator.solve(animal(i), SPAN, SAMPLING), batch.get(i));
    }
  }

  /** An animal whose state is not a number from the start. */
  private static OdeSystem withoutTime(OdeSystem animal) {
    double[] state = animal.initialState();
    state[0] = Double.NaN;
    double[] p = MOUSE.laboratory().parameters(MOUSE.genotype(), 0);
    return MOUSE.laboratory().model().animal(p, state, MOUSE.exposure(), Map.of());
  }

  @Test
  void differentEquationsShareABatch() {
    Rosenbrock integrator = Solvers.standard(1e-4);
    IntFunction<OdeSystem> mixed =
        number ->
            number % 2 == 0
                ? animal(number)
                : MOUSE
                    .laboratory()
                    .model()
                    .animalAsOrdinary(
                        MOUSE.laboratory().parameters(MOUSE.genotype(), 0),
                        MOUSE.settled().state(),
                        MOUSE.exposure(),
                        Map.of());
    Map<Integer, Object> batch = solved(integrator, 0, 6, mixed);
    List<Integer> numbers = new ArrayList<>(batch.keySet());
    assertEquals(List.of(0, 1, 2, 3, 4, 5), numbers);
    batch.forEach(
        (number, run) -> assertSame(integrator.solve(mixed.apply(number), SPAN, SAMPLING), run));
  }

  @Test
  void anEmptyBatchIsNoTrouble() {
    assertTrue(solved(Solvers.standard(1e-4), 0, 0, BatchTest::animal).isEmpty());
  }
}
