package org.capgate.network;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.capgate.input.InputException;
import org.capgate.input.Place;
import org.capgate.model.Gene;
import org.capgate.model.Genotype;
import org.capgate.treatment.CellClass;

/**
 * What one mosaic does to one gene in one class of neurons.
 *
 * @param gene whose total is scaled
 * @param cellClass class of the neurons
 * @param factor on the total, ≥ 0; 0: the gene is lost
 * @param fraction that was asked for, in [0, 1]
 * @param changed number of neurons it is scaled in: the nearest whole number
 * @param neurons number of neurons of the class
 */
public record MosaicPart(
    Gene gene, CellClass cellClass, double factor, double fraction, int changed, int neurons) {

  static List<MosaicPart> of(Network.Mosaic mosaic, int excitatory, int inhibitory) {
    List<MosaicPart> parts = new ArrayList<>();
    for (Gene gene : Gene.values()) {
      for (CellClass own : CellClass.values()) {
        double factor = mosaic.genotype().scaleOf(gene, own);
        if (factor != 1) {
          int of = own == CellClass.EXCITATORY ? excitatory : inhibitory;
          int changed = (int) Math.round(mosaic.fraction() * of);
          parts.add(new MosaicPart(gene, own, factor, mosaic.fraction(), changed, of));
        }
      }
    }
    return parts;
  }

  /**
   * Refuses what would change nothing: a gene of a class that is stated twice, since both mosaics
   * choose the same neurons, and one that all neurons of the class lack.
   */
  static void check(Genotype everywhere, List<Network.Mosaic> mosaics) {
    Map<CellClass, Map<Gene, Double>> stated = new EnumMap<>(CellClass.class);
    for (Network.Mosaic mosaic : mosaics) {
      for (MosaicPart part : of(mosaic, 0, 0)) {
        String what =
            "%s in %s neurons".formatted(part.gene.word(), NetworkAssembly.word(part.cellClass));
        if (everywhere.scaleOf(part.gene, part.cellClass) == 0) {
          throw new InputException(
              Place.UNKNOWN,
              "mosaic of %s changes nothing: the genotype '%s' lacks it in all of them"
                  .formatted(what, everywhere.text()));
        }
        Double before =
            stated
                .computeIfAbsent(part.cellClass, own -> new EnumMap<>(Gene.class))
                .put(part.gene, part.fraction);
        if (before != null) {
          throw new InputException(
              Place.UNKNOWN,
              "mosaic of %s is stated twice, for fractions %s and %s: state it once"
                  .formatted(what, before, part.fraction));
        }
      }
    }
  }

  /** As in {@code 4EBP2 lost in 12 of 40 inhibitory neurons}. */
  @Override
  public String toString() {
    String done = factor == 0 ? "lost" : "x" + factor;
    String text =
        "%s %s in %s of %s %s neurons"
            .formatted(gene.word(), done, changed, neurons, NetworkAssembly.word(cellClass));
    return changed == 0 && fraction > 0
        ? text + ": a fraction of " + fraction + " is less than half a neuron"
        : text;
  }
}
