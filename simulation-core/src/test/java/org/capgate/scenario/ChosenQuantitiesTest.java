package org.capgate.scenario;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.capgate.dynamics.OdeSystem;
import org.capgate.dynamics.Sampling;
import org.capgate.dynamics.TimeSpan;
import org.capgate.dynamics.Trajectory;
import org.capgate.dynamics.Variable;
import org.capgate.input.Place;
import org.capgate.solver.Solvers;
import org.capgate.treatment.CompoundCatalogue;
import org.capgate.treatment.Regimen;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a sample is asked for changes none of its bits. */
class ChosenQuantitiesTest {
  private static final TimeSpan SPAN = TimeSpan.hours(-1, 30);
  private static final Sampling SAMPLING = Sampling.everyHours(0.25);
  private static final OdeSystem TREATED =
      Scenario.mouse()
          .treatment(
              Regimen.parse(
                  "rapamycin 0.2 nmol icv at -0.5 h; ketamine 10 mg/kg ip at 0 h",
                  Place.UNKNOWN,
                  CompoundCatalogue.standard()))
          .build()
          .instantiate(0);
  private static final Trajectory ALL = Solvers.standard().solve(TREATED, SPAN, SAMPLING);

  static List<String> names() {
    return Stream.concat(TREATED.variables().stream(), TREATED.readouts().stream())
        .map(Variable::name)
        .toList();
  }

  private static Trajectory only(String... names) {
    return Solvers.standard().solve(TREATED, SPAN, SAMPLING.only(List.of(names)));
  }

  @ParameterizedTest
  @MethodSource("names")
  void oneAloneHasTheBitsOfAll(String name) {
    Trajectory run = only(name);
    assertEquals(List.of(name), run.names());
    assertArrayEquals(ALL.series(name), run.series(name));
    assertArrayEquals(ALL.timesHours(), run.timesHours());
  }

  @Test
  void orderAndRepetitionDoNotMatter() {
    List<String> names = new ArrayList<>(names());
    Collections.reverse(names);
    names.addAll(names());
    Trajectory run = Solvers.standard().solve(TREATED, SPAN, SAMPLING.only(names));
    assertEquals(ALL.names(), run.names());
    for (String name : names()) {
      assertArrayEquals(ALL.series(name), run.series(name), name);
    }
  }

  @Test
  void readoutsThatDoNotReadAlgebraicVariablesStayWhenThoseAreMoved() {
    double[] moved = TREATED.initialState();
    for (int i = TREATED.differentialSize(); i < moved.length; i++) {
      moved[i] *= 1.25;
    }
    double[] here = readouts(TREATED.initialState());
    double[] there = readouts(moved);
    int algebraic = 0;
    for (int i = 0; i < here.length; i++) {
      boolean reads = TREATED.readsAlgebraic(i);
      algebraic += reads ? 1 : 0;
      String name = TREATED.readouts().get(i).name();
      assertEquals(reads, here[i] != there[i], name);
    }
    assertTrue(algebraic > 0 && algebraic < here.length);
  }

  /** Half an hour after the dose, when dopamine follows firing. */
  private static double[] readouts(double[] state) {
    OdeSystem.Evaluator evaluator = TREATED.newEvaluator();
    evaluator.enterSegment(TREATED.breakpointsHours().length);
    double[] values = new double[TREATED.readouts().size()];
    evaluator.readouts(0.5, state, values);
    return values;
  }

  @Test
  void whatIsNotThereIsNamed() {
    Trajectory run = only("mood");
    assertFalse(run.names().contains("bdnfRelative"));
    String missing =
        assertThrows(IllegalArgumentException.class, () -> run.series("bdnfRelative")).getMessage();
    assertTrue(missing.contains("mood"), missing);
    String unknown = assertThrows(IllegalArgumentException.class, () -> only("moood")).getMessage();
    assertTrue(unknown.contains("'mood'"), unknown);
    assertThrows(IllegalArgumentException.class, () -> SAMPLING.only(List.of()));
    assertEquals("every 0.25 h of mood", SAMPLING.only(List.of("mood")).toString());
  }
}
