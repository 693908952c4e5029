package org.capgate.scenario;

import static org.capgate.model.Gene.EBP2;
import static org.capgate.treatment.AmountUnit.MG_PER_KG;
import static org.capgate.treatment.CellClass.INHIBITORY;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.capgate.dynamics.IntegrationException;
import org.capgate.dynamics.Integrator;
import org.capgate.dynamics.OdeSystem;
import org.capgate.dynamics.Sampling;
import org.capgate.dynamics.TimeSpan;
import org.capgate.dynamics.Trajectory;
import org.capgate.input.InputException;
import org.capgate.model.Genotype;
import org.capgate.model.Mechanisms;
import org.capgate.model.ParameterSet;
import org.capgate.model.Readout;
import org.capgate.network.Network;
import org.capgate.solver.Solvers;
import org.capgate.steady.SteadyState;
import org.capgate.treatment.Compounds;
import org.capgate.treatment.Dose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScenarioTest {
  private static final Scenario TREATED =
      Scenario.mouse()
          .treatment(Dose.of(Compounds.ketamine(), 10, MG_PER_KG).intraperitoneal().atHours(0))
          .build();

  @ParameterizedTest(name = "dose at {0} h")
  @ValueSource(doubles = {-24, -2, -0.1})
  void aDoseBeforeTheSpanIsRefusedByEverySolverAndGivenWhenTheSpanStartsThere(double hours) {
    Scenario early =
        TREATED.toBuilder()
            .treatment(
                Dose.of(Compounds.ketamine(), 10, MG_PER_KG).intraperitoneal().atHours(hours))
            .build();
    for (Integrator solver :
        List.of(Solvers.standard(), Solvers.rodas4(1e-4), Solvers.dormandPrince853Reduced(1e-6))) {
      assertThrows(
          InputException.class,
          () -> solver.solve(early.instantiate(1), TimeSpan.days(0, 1), Sampling.endOnly()));
    }
    assertThrows(
        InputException.class,
        () -> Network.of(early).neurons(20).synapsesPerNeuron(2).build().start(0));
    Trajectory run =
        Solvers.standard().solve(early.instantiate(1), TimeSpan.hours(hours, 24), Sampling.at(24));
    assertTrue(Readout.MOOD.at(run, 24) > 0.1, "mood " + Readout.MOOD.at(run, 24));
  }

  @Test
  void aDoseAfterTheEndIsRefusedByEverySolver() {
    Scenario late =
        TREATED.toBuilder()
            .treatment(Dose.of(Compounds.ketamine(), 10, MG_PER_KG).intraperitoneal().atHours(30))
            .build();
    InputException refused =
        assertThrows(
            InputException.class,
            () ->
                Solvers.standard()
                    .solve(late.instantiate(1), TimeSpan.days(0, 1), Sampling.endOnly()));
    assertTrue(
        refused.getMessage().contains("begins at 30 h, but the run ends at 24 h"),
        refused.getMessage());
    assertThrows(
        InputException.class,
        () ->
            Network.of(late)
                .neurons(20)
                .synapsesPerNeuron(2)
                .build()
                .simulate(TimeSpan.days(0, 1), Sampling.endOnly()));
  }

  @Test
  void aSampleAtADoseShowsTheStateJustBeforeWhateverTheTime() {
    for (int tenths = 1; tenths <= 9; tenths++) {
      double hours = tenths / 10.0;
      Scenario injected =
          TREATED.toBuilder()
              .treatment(Dose.of(Compounds.ketamine(), 10, MG_PER_KG).intravenous().atHours(hours))
              .build();
      Trajectory run =
          Solvers.standard()
              .solve(injected.instantiate(1), TimeSpan.hours(0, 1), Sampling.everyHours(0.1));
      assertEquals(0, Readout.named("plasma-ketamine").at(run, hours), "at " + hours + " h");
      assertTrue(Readout.named("plasma-ketamine").at(run, 1) > 1);
    }
  }

  @Test
  void untreatedWildTypeStaysAtMoodZero() {
    Trajectory run =
        Solvers.standard()
            .solve(
                Scenario.mouse().build().instantiate(1),
                TimeSpan.days(0, 14),
                Sampling.everyHours(12));
    for (double mood : Readout.MOOD.series(run)) {
      assertEquals(0, mood, 1e-6); // the settled state is found to 1e-10 and stable
    }
  }

  @Test
  void settledWildTypeIsStableWithMargin() {
    SteadyState settled = Scenario.mouse().build().settled();
    assertTrue(settled.isStable());
    // the slowest process, serotonergic adaptation, has the time constant of its own parameter;
    // nothing is slower than 30 days
    assertTrue(
        settled.eigenvalues().stabilityMarginPerHour() > 1.0 / (30 * 24),
        "margin " + settled.eigenvalues().stabilityMarginPerHour());
  }

  @Test
  void everyRelativeReadoutOfTheReferenceIsOne() {
    for (Readout readout :
        List.of(
            Readout.EXCITATORY_TRANSMISSION,
            Readout.INHIBITORY_TRANSMISSION,
            Readout.EI_RATIO,
            Readout.GLUTAMATE,
            Readout.BDNF,
            Readout.SYNAPTIC_PROTEIN,
            Readout.DOPAMINE)) {
      assertEquals(1, Scenario.mouse().build().baseline(readout), 1e-8, readout.name());
    }
    assertEquals(0, Scenario.mouse().build().baseline(Readout.MOOD), 1e-8);
  }

  @Test
  void sameBitsOnRepeatedCall() {
    double[] first = mood(TREATED);
    double[] second = mood(TREATED);
    assertArrayEquals(first, second);
  }

  @Test
  void aGenotypeWrittenAsFactorOneIsTheWildType() {
    assertArrayEquals(
        mood(TREATED),
        mood(TREATED.toBuilder().genotype(Genotype.scaled(EBP2, 1).in(INHIBITORY)).build()));
  }

  @Test
  void explicitRatesConfirmTheQuasiSteadyReduction() {
    Sampling sampling = Sampling.everyHours(1);
    TimeSpan week = TimeSpan.days(0, 7);
    Trajectory reduced = Solvers.rodas4(1e-8).solve(TREATED.instantiate(1), week, sampling);
    Trajectory full =
        Solvers.rodas4(1e-8).solve(TREATED.instantiateWithExplicitRates(1), week, sampling);
    double largest = 0;
    String where = "";
    for (Readout readout : Readout.all()) {
      double[] a = readout.series(reduced);
      double[] b = readout.series(full);
      double scale = 0;
      for (double value : b) {
        scale = Math.max(scale, Math.abs(value));
      }
      for (int i = 1; i < a.length; i++) {
        double difference = Math.abs(a[i] - b[i]) / Math.max(scale, 1e-12);
        if (difference > largest) {
          largest = difference;
          where = readout.name() + " at " + reduced.timesHours()[i] + " h";
        }
      }
    }
    // rates relax in 20 ms = 6e-6 h, inputs change over 0.1 h: an error of order 1e-4 at most
    assertTrue(largest < 1e-4, "largest relative difference " + largest + " in " + where);
  }

  @Test
  void dormandPrinceOnTheReducedSystemGivesTheSameReadouts() {
    TimeSpan twoDays = TimeSpan.hours(0, 48);
    Sampling sampling = Sampling.at(0.5, 2, 6, 24, 48);
    Trajectory rosenbrock = Solvers.rodas4(1e-9).solve(TREATED.instantiate(1), twoDays, sampling);
    Trajectory reference =
        Solvers.dormandPrince853Reduced(1e-11)
            .withMaximumStepHours(0.1)
            .solve(TREATED.instantiate(1), twoDays, sampling);
    for (Readout readout : Readout.all()) {
      for (double tHours : reference.timesHours()) {
        double expected = readout.at(reference, tHours);
        assertEquals(
            expected,
            readout.at(rosenbrock, tHours),
            1e-6 * Math.max(1e-3, Math.abs(expected)),
            readout.name() + " at " + tHours);
      }
    }
  }

  @Test
  void aNotANumberParameterFailsAtOnceNamingVariableAndTime() {
    Laboratory laboratory = TREATED.laboratory();
    double[] p = laboratory.parameters(Genotype.wildType(), 0);
    p[laboratory.model().parameterIndex("bdnfTimeHours")] = Double.NaN;
    OdeSystem broken =
        laboratory
            .model()
            .animal(p, TREATED.settled().state(), TREATED.exposure(), java.util.Map.of());
    IntegrationException failure =
        assertThrows(
            IntegrationException.class,
            () -> Solvers.standard().solve(broken, TimeSpan.days(0, 7), Sampling.endOnly()));
    assertTrue(
        failure.getMessage().contains("bdnf") && failure.getMessage().contains("t = 0"),
        failure.getMessage());
  }

  @Test
  void mechanismsChangeTheStatement() {
    Mechanisms raises =
        Mechanisms.standard()
            .with("inhibitory-translation", "raises-output", org.capgate.input.Place.UNKNOWN);
    Scenario knockout = Scenario.mouse().genotype(Genotype.knockout(EBP2).in(INHIBITORY)).build();
    assertTrue(knockout.baseline(Readout.INHIBITORY_TRANSMISSION) < 1);
    assertTrue(
        knockout.toBuilder().mechanisms(raises).build().baseline(Readout.INHIBITORY_TRANSMISSION)
            > 1);
  }

  @Test
  void theHashIsOfTheNumbersBehindTheNames() {
    assertEquals(TREATED.hash(), TREATED.toBuilder().build().hash());
    assertNotEquals(TREATED.hash(), TREATED.untreated().hash());
    ParameterSet changed =
        ParameterSet.standard()
            .with("bdnfTimeHours", ParameterSet.standard().parameter("bdnfTimeHours").high());
    assertNotEquals(TREATED.hash(), TREATED.toBuilder().parameters(changed).build().hash());
  }

  private static double[] mood(Scenario scenario) {
    return Readout.MOOD.series(
        Solvers.standard()
            .solve(scenario.instantiate(1), TimeSpan.days(0, 3), Sampling.everyHours(2)));
  }
}
