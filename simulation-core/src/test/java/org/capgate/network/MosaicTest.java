package org.capgate.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.capgate.input.InputException;
import org.capgate.model.Gene;
import org.capgate.model.Genotype;
import org.capgate.scenario.Scenario;
import org.capgate.treatment.CellClass;
import org.junit.jupiter.api.Test;

class MosaicTest {
  private static final Genotype EBP1_LOST = Genotype.knockout(Gene.EBP1).in(CellClass.INHIBITORY);
  private static final Genotype EBP2_LOST = Genotype.knockout(Gene.EBP2).in(CellClass.INHIBITORY);

  private static Network.Builder network() {
    return Network.of(Scenario.mouse().build()).neurons(100).synapsesPerNeuron(10);
  }

  @Test
  void aGeneOfAClassIsStatedOnce() {
    Network.Builder twice = network().mosaic(EBP2_LOST, 0.25).mosaic(EBP2_LOST, 0.5);
    assertComplains(
        "mosaic of 4EBP2 in inhibitory neurons is stated twice, for fractions 0.25 and 0.5", twice);
    assertComplains(
        "4EBP2 in inhibitory neurons is stated twice",
        network()
            .mosaic(EBP2_LOST.and(EBP1_LOST), 0.25)
            .mosaic(Genotype.knockout(Gene.EBP2).inAllCells(), 0.5));
    network() // another class, another gene
        .mosaic(EBP2_LOST, 0.25)
        .mosaic(EBP1_LOST, 0.25)
        .mosaic(Genotype.knockout(Gene.EBP2).in(CellClass.EXCITATORY), 0.25)
        .build();
  }

  @Test
  void aGeneThatIsLostInAllNeuronsHasNoMosaic() {
    Scenario without = Scenario.mouse().genotype(EBP2_LOST).build();
    assertComplains(
        "changes nothing: the genotype",
        Network.of(without).neurons(100).synapsesPerNeuron(10).mosaic(EBP2_LOST, 0.3));
  }

  @Test
  void neuronsOfTheSmallerFractionAreAmongThoseOfTheLarger() {
    NetworkView world =
        network().mosaic(EBP1_LOST, 0.25).mosaic(EBP2_LOST, 0.5).build().start(0).world();
    int one = 0;
    int both = 0;
    for (int i = world.first(CellClass.INHIBITORY); i < world.neurons(); i++) {
      boolean isFirst = world.neuron(i).geneFactor(Gene.EBP1) == 0;
      boolean isSecond = world.neuron(i).geneFactor(Gene.EBP2) == 0;
      assertTrue(isSecond || !isFirst);
      one += isSecond ? 1 : 0;
      both += isFirst ? 1 : 0;
    }
    assertEquals(10, one);
    assertEquals(5, both);
  }

  @Test
  void theSummaryCountsNeuronsAndSaysWhenThereAreNone() {
    assertEquals(
        List.of("4EBP2 lost in 6 of 20 inhibitory neurons"),
        said(network().mosaic(EBP2_LOST, 0.3)));
    assertEquals(
        List.of(
            "4EBP2 lost in 0 of 20 inhibitory neurons: a fraction of 0.004 is less than half a neuron"),
        said(network().mosaic(EBP2_LOST, 0.004)));
    assertEquals(
        List.of(
            "4EBP2 x0.5 in 40 of 80 excitatory neurons",
            "4EBP2 x0.5 in 10 of 20 inhibitory neurons"),
        said(network().mosaic(Genotype.scaled(Gene.EBP2, 0.5).inAllCells(), 0.5)));
  }

  private static List<String> said(Network.Builder builder) {
    return builder.build().mosaicParts().stream().map(MosaicPart::toString).toList();
  }

  private static void assertComplains(String part, Network.Builder builder) {
    String message =
        String.valueOf(assertThrows(InputException.class, builder::build).getMessage());
    assertTrue(message.contains(part), message);
  }
}
