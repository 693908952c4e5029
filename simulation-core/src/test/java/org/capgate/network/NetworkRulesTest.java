package org.capgate.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import org.capgate.dynamics.Trajectory;
import org.capgate.input.InputException;
import org.capgate.model.Gene;
import org.capgate.model.Genotype;
import org.capgate.model.ModelParts;
import org.capgate.network.wiring.Connectivity;
import org.capgate.scenario.Scenario;
import org.capgate.treatment.CellClass;
import org.junit.jupiter.api.Test;

class NetworkRulesTest {
  private static final Selection INHIBITORY = Selection.ofClass(CellClass.INHIBITORY);

  @Test
  void rulesRunAtTheirTimesInTheOrderTheyWereGiven() {
    List<String> seen = new ArrayList<>();
    NetworkSimulation simulation = untreated().start(0);
    simulation.every(1, world -> seen.add("first " + world.tHours()));
    simulation.every(2, world -> seen.add("second " + world.tHours()));
    simulation.at(2, world -> seen.add("once " + world.tHours()));
    simulation.run(3, 3);
    assertEquals(List.of("first 1.0", "first 2.0", "second 2.0", "once 2.0", "first 3.0"), seen);
  }

  @Test
  void silencedNeuronsStopAndReleasedOnesReturn() {
    NetworkSimulation simulation = untreated().start(0);
    Selection some = INHIBITORY.fraction(0.5, "silence");
    simulation.at(1, Rule.silence(some)).at(2, Rule.drive(some, 0));
    double before =
        simulation.world().neuron(some.of(simulation.world()).nextSetBit(0)).rateHertz();
    List<Double> silenced = new ArrayList<>();
    simulation.at(
        1.5,
        world ->
            some.of(world).stream()
                .mapToObj(i -> world.neuron(i).rateHertz())
                .forEach(silenced::add));
    Trajectory run = simulation.run(4, 0, 1, 1.5, 4);
    int one = some.of(simulation.world()).nextSetBit(0);
    assertEquals(30, silenced.size());
    assertTrue(Collections.max(silenced) < 1e-9, silenced.toString());
    assertTrue(
        run.valueAt("excitatoryRateHertz", 1.5) > 1.1 * run.valueAt("excitatoryRateHertz", 1));
    // the rest fires more for less inhibition, and homeostasis has moved a little
    assertEquals(before, simulation.world().neuron(one).rateHertz(), 0.2 * before);
  }

  @Test
  void lesionedNeuronsFireNoMoreAndTheOthersFeelIt() {
    NetworkSimulation simulation = untreated().start(0);
    simulation.at(1, Rule.lesion(INHIBITORY.fraction(0.3, "lesion")));
    Trajectory run = simulation.run(1.2, 0, 1, 1.2);
    long dead =
        INHIBITORY.of(simulation.world()).stream()
            .filter(i -> simulation.world().neuron(i).isLesioned())
            .count();
    assertEquals(18, dead); // 30 % of 60
    assertTrue(
        run.valueAt("excitatoryRateHertz", 1.2) > 1.1 * run.valueAt("excitatoryRateHertz", 1));
  }

  @Test
  void aGeneDeletedAtOnceEndsWhereALifelongDeletionIs() {
    Genotype knockout = Genotype.knockout(Gene.EBP2).in(CellClass.INHIBITORY);
    NetworkSimulation acute = untreated().start(0);
    acute.at(0, Rule.scaleGene(INHIBITORY, Gene.EBP2, 0));
    acute.run(4000, 4000);
    NetworkSimulation lifelong =
        Network.of(Scenario.mouse().genotype(knockout).build())
            .neurons(300)
            .synapsesPerNeuron(30)
            .seed(7)
            .build()
            .start(0);
    // after 4000 h the slowest process (20 d) has 2 parts in 10 000 left
    assertEquals(lifelong.world().readout("mood"), acute.world().readout("mood"), 1e-3);
  }

  @Test
  void rewiredTargetsHaveOtherSourcesAndAsMany() {
    NetworkSimulation simulation = untreated().start(0);
    Connectivity before = simulation.equations().synapses(0, 1);
    simulation.world().rewire(Selection.all(), 1, 5);
    Connectivity after = simulation.equations().synapses(0, 1);
    assertEquals(before.synapses(), after.synapses());
    assertTrue(!before.equals(after));
  }

  @Test
  void smallerFractionsArePartOfLargerOnesAndHaveTheRightSize() {
    NetworkView world = untreated().start(0).world();
    BitSet small = INHIBITORY.fraction(0.25, "x").of(world);
    BitSet large = INHIBITORY.fraction(0.5, "x").of(world);
    assertEquals(15, small.cardinality());
    assertEquals(30, large.cardinality());
    BitSet both = (BitSet) small.clone();
    both.and(large);
    assertEquals(small, both);
    assertThrows(InputException.class, () -> INHIBITORY.fraction(1.5, "x"));
  }

  @Test
  void oneNeuronIsReadWithoutTheOthersAndAgreesWithThem() {
    NetworkView world = untreated().start(0).world();
    double[] values = world.values("eif4f", CellClass.INHIBITORY);
    double[] read = new double[values.length];
    for (int i = 0; i < read.length; i++) {
      read[i] = world.neuron(world.first(CellClass.INHIBITORY) + i).value("eif4f");
    }
    assertArrayEquals(values, read); // the same function of the same numbers
    InputException unknown =
        assertThrows(InputException.class, () -> world.neuron(0).value("eif4"));
    assertTrue(String.valueOf(unknown.getMessage()).contains("eif4f"), unknown.getMessage());
  }

  @Test
  void collectorsReduceTheNetworkToTheNumbersTheyName() {
    NetworkSimulation simulation = untreated().start(0);
    simulation
        .collect(Collector.mean("rate", CellClass.EXCITATORY))
        .collect(Collector.quantiles("eif4f", CellClass.INHIBITORY, 0, 0.5, 1))
        .collect(Collector.fractionOn(CellClass.INHIBITORY))
        .collect(Collector.histogram("eif4f", CellClass.INHIBITORY, 0, 1, 10));
    Trajectory run = simulation.run(1, 0, 1);
    assertEquals(
        run.valueAt("excitatoryRateHertz", 1), run.valueAt("rateMeanExcitatory", 1), 1e-12);
    assertTrue(run.first("eif4fQuantile0Inhibitory") < run.first("eif4fQuantile500Inhibitory"));
    double sum = 0;
    for (int bin = 0; bin < 10; bin++) {
      sum += run.first("eif4fBin00" + bin + "Inhibitory");
    }
    assertEquals(1, sum, 1e-12); // sixty terms of 1/60
  }

  @Test
  void atTheEndOfAnIntervalNewNoiseTakesThePlaceOfOld() {
    InputNoise noise = new InputNoise(0.2, 2);
    NetworkSimulation noisy = Networks.small().seed(3).noise(noise).build().start(0);
    CellGroup excitatory = noisy.equations().groups[0];
    double[] drive = excitatory.input(ModelParts.ownDrive(CellClass.EXCITATORY));
    double[] before = drive.clone();
    double end = 1.5 * noise.intervalHours();
    noisy.run(end, end);
    for (int i = 0; i < drive.length; i++) {
      double first = noise.first(3, i);
      assertEquals(before[i] - first + noise.next(first, 3, i, 1), drive[i], 1e-15, "neuron " + i);
    }
  }

  @Test
  void noiseHasItsStatedSpreadAndTheSameBitsAgain() {
    Network.Builder noisy = Networks.small().noise(new InputNoise(0.2, 2));
    NetworkSimulation first = noisy.build().start(0);
    Trajectory a = first.run(1, 1);
    Trajectory b = noisy.build().start(0).run(1, 1);
    assertArrayEquals(a.series("mood"), b.series("mood"));
    InputNoise noise = new InputNoise(0.2, 2);
    double sum = 0;
    double squares = 0;
    int neurons = 4000;
    for (int i = 0; i < neurons; i++) {
      double x = noise.next(noise.first(1, i), 1, i, 1);
      sum += x;
      squares += x * x;
    }
    // standard error of a deviation from 4000 draws: 1.1 %
    assertEquals(0.2, Math.sqrt(squares / neurons - sum * sum / neurons / neurons), 0.2 * 0.05);
  }

  private static Network untreated() {
    return Network.of(Networks.KETAMINE.untreated())
        .neurons(300)
        .synapsesPerNeuron(30)
        .seed(7)
        .build();
  }
}
