package org.capgate.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import java.util.TreeSet;
import org.capgate.dynamics.IntegrationException;
import org.capgate.dynamics.Sampling;
import org.capgate.dynamics.TimeSpan;
import org.capgate.dynamics.Trajectory;
import org.capgate.equations.EquationSystem;
import org.capgate.equations.Kind;
import org.capgate.equations.PointValues;
import org.capgate.equations.Range;
import org.capgate.equations.Symbol;
import org.capgate.exposure.Exposure;
import org.capgate.model.Gene;
import org.capgate.model.Genotype;
import org.capgate.model.ParameterSet;
import org.capgate.model.Readout;
import org.capgate.solver.Solvers;
import org.capgate.steady.SteadyStateException;
import org.capgate.treatment.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whatever the genes, doses and parameters: a symbol stays in the range its description states. */
class StatedRangesTest {
  private static final Sampling SAMPLES = Sampling.at(0, 0.25, 0.5, 1, 2, 4, 7, 12, 24, 48);

  /** Relative to the width of a range: the tolerance of a run is 1e-6 a step. */
  private static final double TOLERANCE = 1e-5;

  @Test
  void everyFractionStatesARangeThatCanBeRead() {
    Set<String> stating = new TreeSet<>();
    for (Symbol symbol : Scenario.mouse().build().laboratory().model().equations().symbols()) {
      boolean stated = Range.of(symbol).isPresent();
      if (stated) {
        stating.add(symbol.name());
      }
      assertTrue(
          stated || !symbol.description().contains("[0,"),
          symbol.name() + " states a range that is not read: " + symbol.description());
      assertTrue(
          stated || symbol.kind() != Kind.STATE || symbol.name().equals("intrinsicBrake"),
          symbol.name() + " is a state without a range");
      assertTrue(
          stated || !symbol.name().contains("Fraction") || symbol.kind() != Kind.READOUT,
          symbol.name() + " is a fraction without a range");
    }
    assertTrue(stating.size() >= 30, stating.toString());
  }

  @Test
  void fiveTimesTheRaptorIsUpToFiveTimesTheActiveMtorc1() {
    Genotype genotype = Genotype.scaled(Gene.RPTOR, 5).inAllCells();
    Scenario scenario = Scenario.mouse().genotype(genotype).build();
    double active = scenario.settled().valueOf("mtorc1Excitatory");
    assertTrue(active > 1 && active <= 5, "relative to all of the wild type: " + active);
    assertEquals(
        0,
        point(scenario, scenario.settled().state(), 0)
            .excess(symbol(scenario, "mtorc1Excitatory")));
  }

  @Test
  void hundredsOfSubjectsStayInEveryStatedRange() {
    assertTrue(checked(300, false) > 200);
    assertTrue(checked(200, true) > 80);
  }

  @Test
  @Tag("slow")
  void thousandsOfSubjectsStayInEveryStatedRange() {
    assertTrue(checked(3000, false) > 2000);
    assertTrue(checked(3000, true) > 1200);
  }

  /** How many could be solved; those without a rest, or that meet a fold, are refused by name. */
  private static int checked(int subjects, boolean wholeRanges) {
    int solved = 0;
    for (int number = 0; number < subjects; number++) {
      Scenario scenario =
          Scenario.mouse()
              .parameters(wholeRanges ? RandomSubjects.parameters(number) : ParameterSet.standard())
              .genotype(RandomSubjects.genotype(number))
              .stress(RandomSubjects.stress(number))
              .treatment(RandomSubjects.treatment(number))
              .build();
      try {
        Trajectory run =
            Solvers.standard().solve(scenario.instantiate(number), TimeSpan.hours(0, 48), SAMPLES);
        for (double tHours : run.timesHours()) {
          check(scenario, run, tHours, "subject " + number + " at " + tHours + " h");
        }
        solved++;
      } catch (SteadyStateException | IntegrationException refused) {
        continue;
      }
    }
    return solved;
  }

  private static void check(Scenario scenario, Trajectory run, double tHours, String where) {
    PointValues values = point(scenario, run.stateAt(tHours), tHours);
    for (Symbol symbol : scenario.laboratory().model().equations().symbols()) {
      assertTrue(
          values.excess(symbol) <= TOLERANCE,
          () ->
              "%s = %s, in %s, %s, %s"
                  .formatted(
                      symbol.name(),
                      values.of(symbol),
                      Range.of(symbol),
                      where,
                      scenario.genotype()));
    }
    for (Readout readout : Readout.all()) {
      double value = readout.at(run, tHours);
      assertTrue(Double.isFinite(value), readout.name() + " = " + value + ", " + where);
    }
  }

  private static PointValues point(Scenario scenario, double[] state, double tHours) {
    Exposure.Cursor cursor = scenario.exposure().newCursor();
    double[] breakpoints = scenario.exposure().breakpointsHours();
    int segment = 0;
    while (segment < breakpoints.length && breakpoints[segment] < tHours) {
      segment++;
    }
    cursor.enterSegment(segment);
    double[] effect = new double[Target.values().length];
    cursor.evaluate(tHours, effect, new double[effect.length]);
    EquationSystem equations = scenario.laboratory().model().equations();
    return new PointValues(
        equations,
        state,
        scenario.laboratory().parameters(scenario.genotype(), scenario.stress().level()),
        effect);
  }

  private static Symbol symbol(Scenario scenario, String name) {
    return scenario.laboratory().model().equations().find(name);
  }
}
