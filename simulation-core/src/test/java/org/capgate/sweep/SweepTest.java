package org.capgate.sweep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.capgate.analysis.Table;
import org.capgate.dynamics.IntegrationException;
import org.capgate.dynamics.Sampling;
import org.capgate.dynamics.TimeSpan;
import org.capgate.dynamics.Trajectory;
import org.capgate.input.InputException;
import org.capgate.input.Place;
import org.capgate.model.Gene;
import org.capgate.model.Genotype;
import org.capgate.model.Readout;
import org.capgate.network.Network;
import org.capgate.scenario.Scenario;
import org.capgate.solver.Solvers;
import org.capgate.treatment.AmountUnit;
import org.capgate.treatment.CellClass;
import org.capgate.treatment.Compounds;
import org.capgate.treatment.Dose;
import org.junit.jupiter.api.Test;

class SweepTest {
  private static final Measurement MOOD = Measurement.of(Readout.MOOD, 2.0, 24.0);

  private static Scenario given(double mgPerKg) {
    return Scenario.mouse()
        .treatment(
            Dose.of(Compounds.ketamine(), mgPerKg, AmountUnit.MG_PER_KG)
                .intraperitoneal()
                .atHours(0))
        .build();
  }

  private static Sweep doses() {
    Design design = Design.sobol(List.of(Axis.between("dose", 1, 30, Axis.Scale.LOG, 5)), 16, 1);
    return new Sweep(
        design, point -> Map.of("mouse", Experiment.of(given(point.value("dose")))), MOOD);
  }

  @Test
  void oneTwoAndEightThreadsGiveTheSameBytes() {
    Sweep sweep = doses();
    String one = sweep.table(sweep.run(1, done -> {}), Map.of()).toCsv();
    assertEquals(one, sweep.table(sweep.run(2, done -> {}), Map.of()).toCsv());
    assertEquals(one, sweep.table(sweep.run(8, done -> {}), Map.of()).toCsv());
  }

  @Test
  void aNumberIsTheOneThatTheRunItselfGives() {
    Sweep sweep = doses();
    Table table = sweep.table(sweep.run(2, done -> {}), Map.of());
    assertEquals(16 * 2, table.size());
    double dose = table.number(5, "dose");
    Trajectory run =
        Solvers.standard()
            .solve(given(dose).instantiate(1), TimeSpan.hours(0, 24), Sampling.at(2, 24));
    assertEquals(24, table.number(5, "time_h"));
    assertEquals(Readout.MOOD.at(run, 24), table.number(5, "value"));
  }

  @Test
  void aRunThatFailsIsARowWithItsReasonAndTheOthersStand() {
    Design design = Design.grid(List.of(Axis.of("which", List.of("good", "unsolved", "wrong"))));
    Sweep sweep =
        new Sweep(
            design,
            point ->
                switch (point.word("which")) {
                  case "good" -> Map.of("x", what -> new double[] {1, 2});
                  case "unsolved" ->
                      Map.of(
                          "x",
                          what -> {
                            throw new IntegrationException(
                                IntegrationException.Reason.FOLD, null, 1, "never ends");
                          });
                  default -> throw new InputException(Place.UNKNOWN, "cannot be said");
                },
            MOOD);
    List<Integer> told = new ArrayList<>();
    Table table = sweep.table(sweep.run(2, told::add), Map.of());
    assertEquals(List.of(1, 2, 3), told);
    assertEquals(6, table.size());
    assertEquals(2, table.number(1, "value"));
    assertEquals("", table.text(1, "failure"));
    assertTrue(table.isMissing(2, "value"));
    assertTrue(table.text(2, "failure").contains("never ends"), table.text(2, "failure"));
    assertEquals("cannot be said", table.text(4, "failure"));
  }

  @Test
  void aNetworkIsMeasuredAsItsOwnSimulationSays() {
    Network.Builder builder =
        Network.of(given(10))
            .neurons(60)
            .synapsesPerNeuron(16)
            .seed(3)
            .mosaic(Genotype.knockout(Gene.EBP2).in(CellClass.INHIBITORY), 0.5);
    double[] measured = Experiment.of(builder::build).measured(MOOD);
    Trajectory run = builder.build().simulate(TimeSpan.hours(0, 24), Sampling.at(2, 24));
    assertEquals(Readout.MOOD.at(run, 2), measured[0]);
    assertEquals(Readout.MOOD.at(run, 24), measured[1]);
  }
}
