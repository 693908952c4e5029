package org.capgate.network;

import static org.capgate.treatment.AmountUnit.MG_PER_KG;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.capgate.dynamics.Trajectory;
import org.capgate.input.InputException;
import org.capgate.model.Gene;
import org.capgate.model.Genotype;
import org.capgate.scenario.Scenario;
import org.capgate.treatment.CellClass;
import org.capgate.treatment.Compounds;
import org.capgate.treatment.Dose;
import org.capgate.treatment.Regimen;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A saved network goes on with the same bits, and looking at one changes none of them. */
class ResumeTest {
  private static final double END_HOURS = 6;
  private static final Selection INHIBITORY = Selection.ofClass(CellClass.INHIBITORY);

  /** Networks that differ in what their next step needs. */
  private enum Case {
    DIFFERENT_NEURONS(builder -> {}),
    EQUAL_NEURONS(builder -> builder.heterogeneity(Heterogeneity.none())),
    DOUBLE_PRECISION(builder -> builder.relativeTolerance(1e-6)),
    SHEET(builder -> builder.wiring(Network.WiringKind.SHEET).neurons(300).synapsesPerNeuron(30)),
    RANDOM_DEGREES(builder -> builder.wiring(Network.WiringKind.ERDOS_RENYI)),
    MOSAIC_OF_SUBCLASSES(
        builder ->
            builder
                .mosaic(Genotype.knockout(Gene.EBP2).in(CellClass.INHIBITORY), 0.3)
                .subclasses(Subclass.parvalbuminAndSomatostatin())),
    GENOTYPE_OF_A_SUBCLASS(
        builder ->
            builder
                .subclasses(Subclass.parvalbuminAndSomatostatin())
                .mosaic(Genotype.knockout(Gene.GRIN2B).in(CellClass.INHIBITORY), 1, "SST")),
    NOISE(builder -> builder.noise(new InputNoise(0.2, 4))),
    RULES(builder -> {}) {
      @Override
      void prepare(NetworkSimulation simulation) {
        simulation
            .every(1.7, Rule.drive(INHIBITORY.fraction(0.2, "x"), 0.3))
            .every(0.9, world -> world.readout("mood")) // looks only
            .at(1, Rule.rewire(Selection.all(), 0.2, -9))
            .at(1, Rule.lesion(Selection.indices(3, 55)))
            .at(2.2, Rule.scaleGene(INHIBITORY, Gene.EBP1, 0.5))
            .at(5, Rule.rewire(INHIBITORY, 0.5, 4));
      }
    },
    EXPLICIT_WINDOW(builder -> {}) {
      @Override
      void prepare(NetworkSimulation simulation) {
        simulation.run(0.5, 0.5);
        simulation.runExplicitly(0.5001, 1e-6);
      }
    };

    private final Consumer<Network.Builder> change;

    Case(Consumer<Network.Builder> change) {
      this.change = change;
    }

    void prepare(NetworkSimulation simulation) {}

    /** Ready to be run to the end, by way of two doses. */
    NetworkSimulation start() {
      Scenario scenario =
          Scenario.mouse()
              .treatment(
                  Regimen.of(
                      Dose.of(Compounds.ketamine(), 10, MG_PER_KG).intraperitoneal().atHours(0),
                      Dose.of(Compounds.ketamine(), 3, MG_PER_KG).intraperitoneal().atHours(3)))
              .build();
      Network.Builder builder = Network.of(scenario).neurons(60).synapsesPerNeuron(10).seed(3);
      change.accept(builder);
      NetworkSimulation simulation = builder.build().start(0);
      prepare(simulation);
      return simulation
          .collect(Collector.fractionOn(CellClass.EXCITATORY))
          .collect(Collector.quantiles("eif4f", CellClass.INHIBITORY, 0.1, 0.5));
    }
  }

  private static final double[] EVERY_TEN_MINUTES = every(1.0 / 6);

  private static double[] every(double hours) {
    List<Double> samples = new ArrayList<>();
    for (int i = 0; i * hours < END_HOURS - 1e-9; i++) {
      if (i * hours > 0.51) {
        samples.add(i * hours);
      }
    }
    samples.add(END_HOURS);
    return samples.stream().mapToDouble(Double::doubleValue).toArray();
  }

  /** What was saved, apart from the simulation that goes on. */
  private static NetworkState copy(NetworkState saved) {
    Map<String, Object> copies = new LinkedHashMap<>();
    saved
        .arrays()
        .forEach(
            (name, array) ->
                copies.put(
                    name,
                    array instanceof double[] numbers
                        ? numbers.clone()
                        : ((long[]) array).clone()));
    return NetworkState.of(copies);
  }

  private static void assertSameBits(NetworkState expected, NetworkState found, String when) {
    assertEquals(expected.arrays().keySet(), found.arrays().keySet(), when);
    expected
        .arrays()
        .forEach(
            (name, array) -> {
              Object other = found.arrays().get(name);
              if (array instanceof double[] numbers) {
                assertArrayEquals(numbers, (double[]) other, name + " " + when);
              } else {
                assertArrayEquals((long[]) array, (long[]) other, name + " " + when);
              }
            });
  }

  private static final class Stopped extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  @ParameterizedTest
  @EnumSource(Case.class)
  void aRunThatIsResumedMakesTheSameNextStepInEveryBit(Case of) {
    assertSameNextStep(of, 6);
  }

  @Tag("slow")
  @ParameterizedTest
  @EnumSource(Case.class)
  void aRunThatIsResumedAfterAnyStepMakesTheSameNextStepInEveryBit(Case of) {
    assertSameNextStep(of, 1);
  }

  /** After every so many steps of a run. */
  private static void assertSameNextStep(Case of, int stride) {
    NetworkSimulation whole = of.start();
    List<NetworkState> saved = new ArrayList<>();
    whole.afterStep(() -> saved.add(copy(whole.save())));
    Trajectory run = whole.run(END_HOURS, EVERY_TEN_MINUTES);
    assertTrue(saved.size() > 30, "a run of " + saved.size() + " steps");
    for (int k = of.ordinal() % stride; k + 1 < saved.size(); k += stride) {
      NetworkSimulation resumed = of.start();
      resumed.restore(saved.get(k));
      String when = "after step " + k;
      assertSameBits(saved.get(k), resumed.save(), "as restored " + when);
      resumed.afterStep(
          () -> {
            throw new Stopped();
          });
      assertThrows(Stopped.class, () -> resumed.run(END_HOURS, EVERY_TEN_MINUTES));
      assertSameBits(saved.get(k + 1), resumed.save(), when);
    }
    NetworkSimulation last = of.start();
    last.restore(saved.get(saved.size() / 2));
    Trajectory rest = last.run(END_HOURS, EVERY_TEN_MINUTES);
    for (String name : run.names()) {
      assertArrayEquals(run.series(name), rest.series(name), name);
    }
    assertEquals(run.statistics(), rest.statistics());
  }

  @ParameterizedTest
  @EnumSource(Case.class)
  void howOftenOneLooksChangesNoBitOfTheNetworkAndNoneOfWhatIsSeen(Case of) {
    NetworkSimulation unseen = of.start();
    Trajectory onlyAtTheEnd = unseen.run(END_HOURS, END_HOURS);
    NetworkState expected = copy(unseen.save());
    Trajectory often = of.start().run(END_HOURS, every(1.0 / 6));
    for (double hours : new double[] {3, 1, 1.0 / 6}) {
      NetworkSimulation seen = of.start();
      seen.afterStep(
          () -> {
            seen.world().readout("mood");
            seen.world().values("eif4f", CellClass.EXCITATORY);
            seen.save();
          });
      Trajectory run = seen.run(END_HOURS, every(hours));
      assertSameBits(expected, seen.save(), "looked at every " + hours + " h");
      for (String name : run.names()) {
        assertEquals(onlyAtTheEnd.last(name), run.last(name), 0, name);
        assertEquals(often.valueAt(name, 3), run.valueAt(name, 3), 0, name);
      }
    }
  }

  @Test
  void aLaterEndGoesOnAndAnEarlierOneIsRefused() {
    NetworkSimulation first = Case.NOISE.start();
    first.run(4, 1, 4);
    NetworkState saved = copy(first.save());
    NetworkSimulation later = Case.NOISE.start();
    later.restore(saved);
    double atSix = later.run(6, 6).last("mood");
    // a step ends at the end of each run, so digits differ within the tolerance of steps
    assertEquals(Case.NOISE.start().run(6, 6).last("mood"), atSix, 1e-4);
    NetworkSimulation earlier = Case.NOISE.start();
    earlier.restore(saved);
    assertComplains("stands at 4.0 h already", () -> earlier.run(3, 3));
  }

  @Test
  void samplesOfTheSavedRunAreKeptAndOthersBeforeThePresentAreRefused() {
    NetworkSimulation first = Case.NOISE.start();
    List<NetworkState> saved = new ArrayList<>();
    first.afterStep(() -> saved.add(copy(first.save())));
    Trajectory whole = first.run(4, 1, 2, 3, 4);
    NetworkSimulation fewer = Case.NOISE.start();
    fewer.restore(saved.get(saved.size() - 2));
    Trajectory rest = fewer.run(5, 2, 4, 5);
    assertEquals(whole.valueAt("mood", 2), rest.valueAt("mood", 2), 0);
    NetworkSimulation other = Case.NOISE.start();
    other.restore(saved.get(saved.size() - 2));
    assertComplains("a sample at 2.5 h lies before", () -> other.run(4, 2, 2.5, 4));
    assertComplains("a sample at 1.0 h lies before", () -> first.run(6, 1));
    assertComplains("one is at 7.0 h", () -> first.run(6, 7));
    assertComplains("one is at 5.0 h", () -> first.run(6, 5, 5));
  }

  @Test
  void aSavedNetworkOfAnotherFormatSizeOrSetOfRulesIsRefusedByName() {
    NetworkSimulation saved = Case.RULES.start();
    Map<String, Object> arrays = new LinkedHashMap<>(saved.save().arrays());
    NetworkSimulation without = Case.DIFFERENT_NEURONS.start();
    assertComplains("a rule 1 to come", () -> without.restore(saved.save()));
    NetworkSimulation small =
        Network.of(Networks.KETAMINE).neurons(50).synapsesPerNeuron(10).build().start(0);
    assertComplains("numbers, but this network needs", () -> small.restore(saved.save()));
    arrays.put("network.format", new long[] {1});
    assertComplains("saved in format 1", () -> NetworkState.of(arrays));
    arrays.put("network.format", new long[] {NetworkState.FORMAT});
    arrays.remove("rates.contraction");
    NetworkState cut = NetworkState.of(arrays);
    assertComplains("'rates.contraction'", () -> Case.RULES.start().restore(cut));
    assertComplains("has no 'network.format'", () -> NetworkState.of(Map.of()));
    NetworkSimulation observed = Case.RULES.start();
    observed.collect(Collector.fractionOn(CellClass.INHIBITORY));
    NetworkState more = observed.save();
    assertComplains(
        "observed 'switchOnFractionInhibitory'", () -> Case.RULES.start().restore(more));
  }

  @Test
  void changesBetweenRunsAreSeenAndCollectorsMayMakeNone() {
    NetworkSimulation byRule = Case.DIFFERENT_NEURONS.start();
    byRule.run(1, 1);
    byRule.at(1, Rule.drive(INHIBITORY, 0.5));
    NetworkSimulation byHand = Case.DIFFERENT_NEURONS.start();
    byHand.run(1, 1);
    Rule.drive(INHIBITORY, 0.5).apply(byHand.world());
    assertEquals(byRule.run(2, 2).last("mood"), byHand.run(2, 2).last("mood"), 0);
    NetworkSimulation touched = Case.DIFFERENT_NEURONS.start();
    touched.collect(Collector.of(List.of(), (world, out) -> world.neuron(0).setDrive(1)));
    IllegalStateException refused =
        assertThrows(IllegalStateException.class, () -> touched.run(1, 1));
    assertTrue(String.valueOf(refused.getMessage()).contains("only looks"));
  }

  private static void assertComplains(String part, Runnable call) {
    String message = String.valueOf(assertThrows(InputException.class, call::run).getMessage());
    assertTrue(message.contains(part), message);
  }
}
