package org.capgate.network;

import static org.capgate.treatment.CellClass.EXCITATORY;
import static org.capgate.treatment.CellClass.INHIBITORY;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.capgate.dynamics.Sampling;
import org.capgate.dynamics.TimeSpan;
import org.capgate.dynamics.Trajectory;
import org.capgate.dynamics.Variable;
import org.capgate.input.InputException;
import org.capgate.model.Gene;
import org.capgate.model.Genotype;
import org.capgate.model.ParameterSet;
import org.capgate.scenario.Scenario;
import org.junit.jupiter.api.Test;

/** Subclasses of inhibitory neurons: what their two weights do, and genotypes of one of them. */
class SubclassTest {
  private static final Genotype GRIN2B_LOST = Genotype.knockout(Gene.GRIN2B).in(INHIBITORY);
  private static final String SUPPRESSION = "suppression";
  private static final String PERMISSION = "plasticityPermission";

  /** Two subclasses, 57 to 43, the second quick to make what suppresses output. */
  private static List<Subclass> two(double[] perisomatic, double[] dendritic) {
    return List.of(
        new Subclass("first", 0.57, perisomatic[0], dendritic[0], Map.of()),
        new Subclass(
            "second",
            0.43,
            perisomatic[1],
            dendritic[1],
            Map.of("mtorc1ThresholdInhibitory", 0.97)));
  }

  private static double[] weights(double first, double second) {
    return new double[] {first, second};
  }

  private static final double[] EQUAL = weights(1, 1);

  private static Network.Builder network(List<Subclass> subclasses) {
    return Network.of(Networks.KETAMINE)
        .neurons(60)
        .synapsesPerNeuron(12)
        .seed(5)
        .subclasses(subclasses);
  }

  @Test
  void weightsAreScaledToAMeanOfOneOverTheNeurons() {
    NetworkSimulation simulation = network(two(weights(1, 0.25), weights(3, 12))).build().start(0);
    CellGroup group = simulation.equations().groups[INHIBITORY.ordinal()];
    assertEquals(12, group.neurons); // 7 and 5
    double[] perisomatic = group.sendWeight[EXCITATORY.ordinal()];
    assertEquals(1, Arrays.stream(perisomatic).average().orElseThrow(), 1e-15); // rounding
    assertEquals(1, Arrays.stream(group.dendriticWeight).average().orElseThrow(), 1e-15);
    assertEquals(4, perisomatic[6] / perisomatic[7], 1e-15);
    assertEquals(0.25, group.dendriticWeight[6] / group.dendriticWeight[7], 1e-15);
    for (double weight : group.sendWeight[INHIBITORY.ordinal()]) {
      assertEquals(1, weight); // inhibitory neurons hear all alike
    }
    CellGroup others = simulation.equations().groups[EXCITATORY.ordinal()];
    for (double weight : others.dendriticWeight) {
      assertEquals(1, weight);
    }
  }

  @Test
  void equalWeightsChangeNoBitWhateverTheirSize() {
    Trajectory one = run(network(two(EQUAL, EQUAL)));
    Trajectory other = run(network(two(weights(0.7, 0.7), weights(3.1, 3.1))));
    assertSameBits(one, other);
    Trajectory none = run(network(List.of()));
    Trajectory whole = run(network(List.of(new Subclass("every", 0.3, 0.7, 0.9, Map.of()))));
    assertSameBits(none, whole);
  }

  private static Trajectory run(Network.Builder builder) {
    return builder.build().simulate(TimeSpan.hours(0, 12), Sampling.at(0, 0.5, 2, 12));
  }

  private static void assertSameBits(Trajectory one, Trajectory other) {
    assertEquals(one.names(), other.names());
    for (String name : one.names()) {
      assertArrayEquals(one.series(name), other.series(name), name);
    }
  }

  @Test
  void withoutPlasticityTheDendriticWeightMovesPermissionAndLeavesFiringAlone() {
    Trajectory first = withoutPlasticity(EQUAL, weights(1, 0));
    Trajectory second = withoutPlasticity(EQUAL, weights(0, 1));
    assertSameFiring(first, second, 1e-4); // ten times the tolerance of steps
    double[] permission = first.series(PERMISSION);
    double[] other = second.series(PERMISSION);
    double most = 0;
    for (int i = 0; i < permission.length; i++) {
      most = Math.max(most, Math.abs(permission[i] - other[i]));
    }
    assertTrue(most > 1e-3, "permission differs by " + most); // hundred times the tolerance
    assertTrue(
        Math.abs(inhibition(first) - inhibition(second)) > 1e-3, "transmission stays the same");
  }

  @Test
  void thePerisomaticWeightMovesFiring() {
    Consumer<Network.Builder> lost = builder -> builder.mosaic(GRIN2B_LOST, 1, "second");
    Trajectory first = withoutPlasticity(weights(1, 0), EQUAL, lost);
    Trajectory second = withoutPlasticity(weights(0, 1), EQUAL, lost);
    // those without GluN2B fire less, so that excitatory neurons that hear them alone fire more
    assertTrue(
        second.first("excitatoryRateHertz") > 1.01 * first.first("excitatoryRateHertz"),
        second.first("excitatoryRateHertz") + " " + first.first("excitatoryRateHertz"));
  }

  private static double inhibition(Trajectory run) {
    return run.first("inhibitoryTransmissionRelative");
  }

  private static void assertSameFiring(Trajectory one, Trajectory other, double relative) {
    for (String rate : List.of("excitatoryRateHertz", "inhibitoryRateHertz")) {
      double[] expected = one.series(rate);
      for (int i = 0; i < expected.length; i++) {
        assertEquals(expected[i], other.series(rate)[i], relative * expected[i], rate);
      }
    }
  }

  private static Trajectory withoutPlasticity(double[] perisomatic, double[] dendritic) {
    return withoutPlasticity(perisomatic, dendritic, builder -> {});
  }

  /** The strength of excitatory synapses, by which plasticity reaches firing, stays what it is. */
  private static Trajectory withoutPlasticity(
      double[] perisomatic, double[] dendritic, Consumer<Network.Builder> change) {
    ParameterSet still =
        ParameterSet.standard()
            .with(
                Map.of(
                    "captureGainExcitatory", 0.0,
                    "maintenanceByDisinhibition", 0.0,
                    "fastProteinWeightExcitatory", 0.0));
    Network.Builder builder =
        Network.of(Networks.KETAMINE.toBuilder().parameters(still).build())
            .neurons(60)
            .synapsesPerNeuron(12)
            .seed(5)
            .relativeTolerance(1e-5)
            .subclasses(two(perisomatic, dendritic));
    change.accept(builder);
    Collector permission =
        Collector.of(
            List.of(new Variable(PERMISSION, "1", "permission of plasticity")),
            (world, out) -> out[0] = world.tissue(PERMISSION));
    return builder.build().start(0).collect(permission).run(12, 0, 0.5, 1, 4, 12);
  }

  /**
   * Neurons of each kind alike and all connected are three mean neurons. What they rest at is
   * checked by equations 1 to 18 and 60 of docs/MODEL.md, written out here for two inhibitory ones.
   */
  @Test
  void alikeNeuronsOfTwoSubclassesAreThreeMeanNeurons() {
    double tolerance = 1e-7;
    NetworkView world =
        Network.of(Scenario.mouse().build())
            .neurons(200)
            .synapsesPerNeuron(198)
            .heterogeneity(Heterogeneity.none())
            .relativeTolerance(tolerance)
            .subclasses(
                List.of(
                    new Subclass("PV", 0.6, 1, 0.25, Map.of("restRateInhibitoryHertz", 1.3)),
                    new Subclass("SST", 0.4, 0.3, 1, Map.of("restRateInhibitoryHertz", 0.6))))
            .mosaic(GRIN2B_LOST, 1, "SST")
            .build()
            .start(0)
            .world();
    int pv = world.first(INHIBITORY);
    int sst = world.neurons() - 1;
    double restPv = 1.3 * value("restRateInhibitoryHertz");
    double restSst = 0.6 * value("restRateInhibitoryHertz");
    double x = world.neuron(0).rateHertz() / value("restRateExcitatoryHertz");
    double yPv = world.neuron(pv).rateHertz() / restPv;
    double ySst = world.neuron(sst).rateHertz() / restSst;
    assertTrue(ySst < 0.9 && yPv > 1.001, yPv + " " + ySst); // the loss is felt, by both

    double perisomatic = (0.6 * yPv + 0.4 * 0.3 * ySst) / (0.6 + 0.4 * 0.3);
    double external = 1 + value("inhibitionWeight") - value("recurrentExcitationWeight");
    double strength = world.readout("excitatoryTransmissionRelative");
    double drive =
        value("recurrentExcitationWeight") * strength * x
            + external
            - value("inhibitionWeight") * perisomatic;
    double excitatory = relativeRate("Excitatory", value("restRateExcitatoryHertz"), drive);
    assertEquals(excitatory, x, 100 * tolerance); // of the equation, through slopes of up to 3

    // an inhibitory neuron hears the 39 others
    double heardByPv = (23 * yPv + 16 * ySst) / 39;
    double heardBySst = (24 * yPv + 15 * ySst) / 39;
    assertEquals(relativeRate("Inhibitory", restPv, inhibitory(x, heardByPv, 1)), yPv, 1e-5);
    assertEquals(relativeRate("Inhibitory", restSst, inhibitory(x, heardBySst, 0)), ySst, 1e-5);

    double suppression =
        (0.6 * 0.25 * world.neuron(pv).value(SUPPRESSION)
                + 0.4 * world.neuron(sst).value(SUPPRESSION))
            / (0.6 * 0.25 + 0.4);
    double depth = value("suppressionDepth");
    double reference = Networks.KETAMINE.laboratory().untreatedWildType("suppressionInhibitory");
    assertEquals(
        (1 - depth * suppression) / (1 - depth * reference),
        world.readout("inhibitoryTransmissionRelative"),
        1e-12); // rounding of sums
  }

  private static double value(String parameter) {
    return ParameterSet.standard().value(parameter);
  }

  /** Net drive of an inhibitory neuron, equations 10, 11 and 14, without drug. */
  private static double inhibitory(double x, double heard, double gluN2b) {
    double nmda = value("nmdaShareInhibitory");
    double share = value("gluN2bShareInhibitory");
    double gain = 1 - nmda + nmda * (1 - share + share * gluN2b);
    double external = 1 + value("mutualInhibitionWeight") - value("interneuronRecruitmentWeight");
    return (value("interneuronRecruitmentWeight") * x + external) * gain
        - value("mutualInhibitionWeight") * heard;
  }

  /** Firing rate relative to rest at a net drive, equations 6 to 9. */
  private static double relativeRate(String cells, double restHertz, double drive) {
    double maximal = value("maximalRate" + cells + "Hertz");
    double share = restHertz / maximal;
    double rest = Math.pow(rectified(1), 2);
    double squared = Math.pow(rectified(drive), 2);
    return maximal * squared / (rest * (1 - share) / share + squared) / restHertz;
  }

  private static double rectified(double drive) {
    return (drive + Math.sqrt(drive * drive + 0.02 * 0.02)) / 2;
  }

  @Test
  void aGenotypeOfASubclassReachesItsNeuronsOnly() {
    NetworkView world =
        network(Subclass.parvalbuminAndSomatostatin())
            .mosaic(GRIN2B_LOST, 1, "SST")
            .mosaic(Genotype.scaled(Gene.EBP2, 0.5).in(INHIBITORY), 0.5, "PV")
            .heterogeneity(Heterogeneity.none())
            .build()
            .start(0)
            .world();
    int halved = 0;
    for (int i = 0; i < world.neurons(); i++) {
      Neuron neuron = world.neuron(i);
      boolean isSst = neuron.subclass().equals("SST");
      assertEquals(isSst ? 0 : 1, neuron.geneFactor(Gene.GRIN2B), "neuron " + i);
      assertEquals(1, neuron.geneFactor(Gene.EIF4E));
      double ebp2 = neuron.geneFactor(Gene.EBP2);
      assertTrue(ebp2 == 1 || (ebp2 == 0.5 && neuron.subclass().equals("PV")), "neuron " + i);
      halved += ebp2 == 0.5 ? 1 : 0;
    }
    assertEquals(4, halved); // of 7
  }

  @Test
  void theSameInEverySubclassIsTheSameInTheClass() {
    double tolerance = 1e-6;
    List<Subclass> kinds = Subclass.parvalbuminAndSomatostatin();
    Trajectory parts =
        run(
            network(kinds)
                .relativeTolerance(tolerance)
                .mosaic(GRIN2B_LOST, 1, "PV")
                .mosaic(GRIN2B_LOST, 1, "SST"));
    Trajectory whole = run(network(kinds).relativeTolerance(tolerance).mosaic(GRIN2B_LOST, 1));
    assertSameBits(parts, whole);
  }

  @Test
  void aRuleFindsTheNeuronsOfASubclass() {
    NetworkSimulation simulation = network(Subclass.parvalbuminAndSomatostatin()).build().start(0);
    NetworkView world = simulation.world();
    assertEquals(5, Selection.ofSubclass("SST").of(world).cardinality());
    assertEquals(48, Selection.ofSubclass("excitatory").of(world).cardinality());
    assertRefused("did you mean 'SST'?", () -> Selection.ofSubclass("SSt").of(world));
    assertRefused("did you mean 'bdnf'?", () -> world.tissue("bdn"));
  }

  @Test
  void afterALesionTheLivingCountAsTheyAreWeighted() {
    NetworkSimulation simulation = network(Subclass.parvalbuminAndSomatostatin()).build().start(0);
    simulation.at(0, Rule.lesion(Selection.ofSubclass("SST")));
    simulation.run(1, 1);
    NetworkView world = simulation.world();
    double mean = 0;
    for (int i = 0; i < 7; i++) {
      mean += world.neuron(world.first(INHIBITORY) + i).value(SUPPRESSION) / 7;
    }
    double depth = value("suppressionDepth");
    double reference = Networks.KETAMINE.laboratory().untreatedWildType("suppressionInhibitory");
    assertEquals(
        (1 - depth * mean) / (1 - depth * reference),
        world.readout("inhibitoryTransmissionRelative"),
        1e-12);
  }

  @Test
  void whatDoesNotFitIsRefusedByName() {
    List<Subclass> kinds = Subclass.parvalbuminAndSomatostatin();
    assertRefused(
        "unknown subclass of inhibitory neurons 'SSST', did you mean 'SST'?",
        () -> network(kinds).mosaic(GRIN2B_LOST, 1, "SSST").build());
    assertRefused(
        "give it subclasses", () -> network(List.of()).mosaic(GRIN2B_LOST, 1, "SST").build());
    assertRefused(
        "edits excitatory ones too",
        () -> network(kinds).mosaic(Genotype.knockout(Gene.GRIN2B).inAllCells(), 1, "SST").build());
    assertRefused(
        "mosaics of GRIN2B in inhibitory and in SST neurons are of the same neurons",
        () -> network(kinds).mosaic(GRIN2B_LOST, 0.5).mosaic(GRIN2B_LOST, 1, "SST").build());
    assertRefused(
        "mosaic of GRIN2B in SST neurons is stated twice",
        () -> network(kinds).mosaic(GRIN2B_LOST, 0.5, "SST").mosaic(GRIN2B_LOST, 1, "SST").build());
    assertRefused(
        "two subclasses have the name 'first'",
        () -> network(List.of(two(EQUAL, EQUAL).get(0), two(EQUAL, EQUAL).get(0))).build());
    assertRefused("must be one word", () -> network(List.of(named("a b"))).build());
    assertRefused("must be one word", () -> network(List.of(named("all"))).build());
    assertRefused(
        "the dendritic weight of every inhibitory neuron is 0",
        () -> network(two(EQUAL, weights(0, 0))).build());
    assertRefused(
        "subclass rare has no neuron",
        () -> network(List.of(named("usual"), new Subclass("rare", 0.01, 1, 1, Map.of()))).build());
    assertRefused(
        "subclass x: unknown parameter of inhibitory neurons 'restRateInhibitoryHerz', did you mean"
            + " 'restRateInhibitoryHertz'?",
        () ->
            network(List.of(new Subclass("x", 1, 1, 1, Map.of("restRateInhibitoryHerz", 1.1))))
                .build());
  }

  private static Subclass named(String name) {
    return new Subclass(name, 1, 1, 1, Map.of());
  }

  private static void assertRefused(
      String part, org.junit.jupiter.api.function.Executable executable) {
    String message = String.valueOf(assertThrows(InputException.class, executable).getMessage());
    assertTrue(message.contains(part), message);
  }
}
