package org.capgate.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.capgate.dynamics.Sampling;
import org.capgate.dynamics.TimeSpan;
import org.capgate.input.Place;
import org.capgate.model.Mechanisms;
import org.capgate.model.Readout;
import org.capgate.network.Network;
import org.capgate.scenario.Scenario;
import org.capgate.treatment.CompoundCatalogue;
import org.junit.jupiter.api.Test;

/** Whom findings are tried on: the mean animal, or a small network of neurons. */
class SubjectsTest {

  private static Network small(Scenario scenario) {
    return Network.of(scenario).neurons(60).synapsesPerNeuron(10).seed(3).build();
  }

  private static double value(FindingsEvaluator evaluator, FindingFile file) {
    return evaluator.evaluate(file).evaluations().get(0).value().orElseThrow();
  }

  @Test
  void aNetworkIsReadAsItIsWithoutFindings() {
    FindingFile file =
        new Rows().row("readout", "mood", "expected", "increase", "at_h", "1").read();
    Evaluation row =
        FindingsEvaluator.standard()
            .onNetworks(SubjectsTest::small)
            .evaluate(file)
            .evaluations()
            .get(0);
    Scenario scenario =
        Scenario.mouse().treatment(file.finding("R1").condition().treatment()).build();
    double mood =
        Readout.MOOD.at(small(scenario).simulate(TimeSpan.hours(0, 1), Sampling.endOnly()), 1);
    // Sampled once more on the way, which shortens no step by more than the tolerance shows.
    assertEquals(mood, row.value().orElseThrow(), 1e-3 * Math.abs(mood));
    double untreated = small(scenario.untreated()).start(0).world().readout("mood");
    assertEquals(untreated, row.baseline().orElseThrow());
    assertNotEquals(mood, untreated);
  }

  @Test
  void anUntreatedNetworkIsSettledOnceForAllReadoutsAndHasNoDrugInIt() {
    List<Scenario> built = new ArrayList<>();
    Subjects subjects =
        Subjects.networks(
            scenario -> {
              built.add(scenario);
              return small(scenario);
            });
    Scenario untreated = Scenario.mouse().build();
    double immobilitySeconds = subjects.baseline(untreated, Readout.IMMOBILITY);
    assertTrue(immobilitySeconds > 0, "immobile for " + immobilitySeconds + " s");
    assertEquals(0, subjects.baseline(untreated, Readout.PLASMA_KETAMINE));
    assertEquals(List.of(untreated), built);
  }

  @Test
  void anEvaluatorUsesTheMechanismsAndCompoundsItIsGiven() {
    FindingFile file = new Rows().row().read();
    FindingsEvaluator standard = FindingsEvaluator.standard();
    double usual = value(standard, file);
    Mechanisms other =
        Mechanisms.standard().with("first-target", "resting-nmda", new Place("test", 1, 1));
    assertNotEquals(usual, value(standard.withMechanisms(other), file));
    CompoundCatalogue weaker =
        CompoundCatalogue.standard()
            .withNumber("ketamine/kinetics/mouse/routes/ip/bioavailability", 0.5);
    assertNotEquals(usual, value(standard.withCatalogue(weaker), file));
    assertEquals(
        Scenario.mouse().build().baseline(Readout.IMMOBILITY),
        standard.settled(file.finding("R1").condition()).valueOf("immobilitySeconds"));
  }
}
