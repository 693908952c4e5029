package org.capgate.network;

import java.util.ArrayList;
import java.util.List;
import org.capgate.input.InputException;
import org.capgate.input.Names;
import org.capgate.input.Place;
import org.capgate.model.Gene;
import org.capgate.model.Genotype;
import org.capgate.treatment.CellClass;
import org.jspecify.annotations.Nullable;

/**
 * What one mosaic does to one gene in one class or subclass of neurons.
 *
 * @param gene whose total is scaled
 * @param cellClass class of the neurons
 * @param subclass of the class that alone it concerns; null: the whole class
 * @param factor on the total, ≥ 0; 0: the gene is lost
 * @param fraction that was asked for, in [0, 1]
 * @param changed number of neurons it is scaled in: the nearest whole number
 * @param neurons number of neurons of the class or subclass
 */
public record MosaicPart(
    Gene gene,
    CellClass cellClass,
    @Nullable String subclass,
    double factor,
    double fraction,
    int changed,
    int neurons) {

  static List<MosaicPart> of(Network.Mosaic mosaic, Network network) {
    String subclass = mosaic.subclass();
    List<MosaicPart> parts = new ArrayList<>();
    for (Gene gene : Gene.values()) {
      for (CellClass own : CellClass.values()) {
        double factor = mosaic.genotype().scaleOf(gene, own);
        if (factor != 1) {
          int of = subclass == null ? network.neurons(own) : network.neurons(subclass);
          int changed = (int) Math.round(mosaic.fraction() * of);
          parts.add(new MosaicPart(gene, own, subclass, factor, mosaic.fraction(), changed, of));
        }
      }
    }
    return parts;
  }

  /**
   * Refuses what is not there or would change nothing: an unknown subclass, a gene that is stated
   * twice for the same neurons, and one that all neurons of the class lack.
   */
  static void check(Network network) {
    List<MosaicPart> before = new ArrayList<>();
    for (Network.Mosaic mosaic : network.mosaics()) {
      checkSubclass(mosaic, network.subclasses());
      for (MosaicPart part : of(mosaic, network)) {
        Genotype everywhere = network.scenario().genotype();
        if (everywhere.scaleOf(part.gene, part.cellClass) == 0) {
          throw wrong(
              "mosaic of %s in %s neurons changes nothing: the genotype '%s' lacks it in all of them",
              part.gene.word(), part.word(), everywhere.text());
        }
        before.stream().filter(part::meets).findFirst().ifPresent(part::refuseBeside);
        before.add(part);
      }
    }
  }

  private static void checkSubclass(Network.Mosaic mosaic, List<Subclass> subclasses) {
    String subclass = mosaic.subclass();
    if (subclass == null) {
      return;
    }
    if (subclasses.isEmpty()) {
      throw wrong(
          "mosaic of %s neurons: the inhibitory neurons of this network are all of one kind; give"
              + " it subclasses",
          subclass);
    }
    List<String> names = Subclass.names(subclasses);
    if (!names.contains(subclass)) {
      throw wrong("mosaic: %s", Names.unknown("subclass of inhibitory neurons", subclass, names));
    }
    for (Gene gene : Gene.values()) {
      if (mosaic.genotype().scaleOf(gene, CellClass.EXCITATORY) != 1) {
        throw wrong(
            "mosaic of %s neurons, which are inhibitory: '%s' edits excitatory ones too",
            subclass, mosaic.genotype().text());
      }
    }
  }

  private boolean meets(MosaicPart other) {
    return gene == other.gene
        && cellClass == other.cellClass
        && (subclass == null || other.subclass == null || subclass.equals(other.subclass));
  }

  private void refuseBeside(MosaicPart before) {
    if (word().equals(before.word())) {
      throw wrong(
          "mosaic of %s in %s neurons is stated twice, for fractions %s and %s: state it once",
          gene.word(), word(), before.fraction, fraction);
    }
    throw wrong(
        "mosaics of %s in %s and in %s neurons are of the same neurons: state one of the two",
        gene.word(), before.word(), word());
  }

  private static InputException wrong(String text, Object... values) {
    return new InputException(Place.UNKNOWN, text.formatted(values));
  }

  /** What the neurons are called. */
  private String word() {
    return subclass == null ? NetworkAssembly.word(cellClass) : subclass;
  }

  /** As in {@code 4EBP2 lost in 12 of 40 inhibitory neurons}. */
  @Override
  public String toString() {
    String done = factor == 0 ? "lost" : "x" + factor;
    String text =
        "%s %s in %s of %s %s neurons".formatted(gene.word(), done, changed, neurons, word());
    return changed == 0 && fraction > 0
        ? text + ": a fraction of " + fraction + " is less than half a neuron"
        : text;
  }
}
