package org.capgate.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.capgate.dynamics.Sampling;
import org.capgate.dynamics.TimeSpan;
import org.capgate.input.InputException;
import org.capgate.input.Place;
import org.capgate.model.Gene;
import org.capgate.model.Genotype;
import org.capgate.model.GenotypeOfSubclasses;
import org.capgate.model.Mechanisms;
import org.capgate.model.Readout;
import org.capgate.network.Network;
import org.capgate.network.Subclass;
import org.capgate.scenario.Scenario;
import org.capgate.treatment.CellClass;
import org.capgate.treatment.CompoundCatalogue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whom findings are tried on: the mean animal, or a small network of neurons. */
class SubjectsTest {

  private static Network.Builder small(Scenario scenario) {
    return Network.of(scenario).neurons(60).synapsesPerNeuron(10).seed(3);
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
        Readout.MOOD.at(
            small(scenario).build().simulate(TimeSpan.hours(0, 1), Sampling.endOnly()), 1);
    // Sampled once more on the way, which shortens no step by more than the tolerance shows.
    assertEquals(mood, row.value().orElseThrow(), 1e-3 * Math.abs(mood));
    double untreated = small(scenario.untreated()).build().start(0).world().readout("mood");
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
    GenotypeOfSubclasses wildType = GenotypeOfSubclasses.of(Genotype.wildType());
    double immobilitySeconds = subjects.baseline(untreated, wildType, Readout.IMMOBILITY);
    assertTrue(immobilitySeconds > 0, "immobile for " + immobilitySeconds + " s");
    assertEquals(0, subjects.baseline(untreated, wildType, Readout.PLASMA_KETAMINE));
    assertEquals(List.of(untreated), built);
  }

  @Test
  void aGenotypeOfASubclassIsTriedOnNetworksOnly(@TempDir Path folder) throws IOException {
    Path path = folder.resolve("rows.csv");
    Files.writeString(
        path,
        new Rows()
            .row(
                "genotype", "GRIN2B x0 SST", "readout", "mood", "expected", "increase", "at_h", "1")
            .text());
    FindingFile file = FindingFile.read(path, CompoundCatalogue.standard(), List.of("PV", "SST"));
    FindingsEvaluator evaluator = FindingsEvaluator.standard();
    Evaluation refused = evaluator.evaluate(file).evaluations().get(0);
    assertFalse(refused.passed());
    assertTrue(
        refused.reason().contains("'GRIN2B x0 SST' can be tried on networks only"),
        refused.reason());
    Condition condition = file.finding("R1").condition();
    assertThrows(InputException.class, () -> evaluator.settled(condition));
    InputException unknown = assertThrows(InputException.class, () -> FindingFile.read(path));
    assertTrue(
        String.valueOf(unknown.getMessage()).contains("unknown class of cells 'SST'"),
        unknown.getMessage());

    Function<Scenario, Network.Builder> kinds =
        scenario -> small(scenario).subclasses(Subclass.parvalbuminAndSomatostatin());
    Evaluation row = evaluator.onNetworks(kinds).evaluate(file).evaluations().get(0);
    Scenario scenario =
        Scenario.mouse().treatment(file.finding("R1").condition().treatment()).build();
    Genotype lost = Genotype.knockout(Gene.GRIN2B).in(CellClass.INHIBITORY);
    double untreated =
        kinds
            .apply(scenario.untreated())
            .mosaic(lost, 1, "SST")
            .build()
            .start(0)
            .world()
            .readout("mood");
    assertEquals(untreated, row.baseline().orElseThrow());
    assertNotEquals(
        untreated, kinds.apply(scenario.untreated()).build().start(0).world().readout("mood"));
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
