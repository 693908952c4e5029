package org.capgate.presets;

import java.util.ArrayList;
import java.util.List;
import org.capgate.analysis.Table;
import org.capgate.analysis.TableBuilder;
import org.capgate.model.Gene;
import org.capgate.model.Genotype;
import org.capgate.network.Network;
import org.capgate.treatment.CellClass;
import org.capgate.viz.AxisLabel;
import org.capgate.viz.MosaicCurve;

/**
 * 4E-BP2 lost in a fraction of the interneurons, and of the excitatory neurons, from none to all:
 * what is left of the effect of ketamine on mood at 24 h. The mean field cannot be asked this.
 */
public final class InterneuronMosaic {
  private static final int NEURONS = 2000;
  private static final int SYNAPSES = 100;
  private static final int SEEDS = 4;
  private static final double[] FRACTIONS = {0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1};

  private InterneuronMosaic() {}

  /**
   * @param arguments a folder for CSV and figure, or nothing
   */
  public static void main(String[] arguments) {
    Table table = table();
    System.out.print(table.toText());
    NetworkStudy.write(
        arguments,
        "interneuron-mosaic",
        table,
        MosaicCurve.titled("Ketamine against the share of neurons without 4E-BP2")
            .fraction(new AxisLabel("Neurons without 4E-BP2", "fraction of the class"))
            .effect(AxisLabel.dimensionless("Change of mood at 24 h"))
            .curves(table)
            .provenance(NetworkStudy.provenance("InterneuronMosaic"))
            .build());
  }

  static Table table() {
    TableBuilder table =
        Table.builder()
            .text("series")
            .number("fractionWithoutSwitch")
            .number("effect")
            .number("low")
            .number("high");
    for (CellClass cells : CellClass.values()) {
      List<Double> effects =
          NetworkStudy.each(
              FRACTIONS.length * SEEDS,
              i ->
                  NetworkStudy.moodChange(
                      Network.of(NetworkStudy.ketamine())
                          .neurons(NEURONS)
                          .synapsesPerNeuron(SYNAPSES)
                          .seed(1 + i % SEEDS)
                          .mosaic(Genotype.knockout(Gene.EBP2).in(cells), FRACTIONS[i / SEEDS])
                          .build()));
      for (int f = 0; f < FRACTIONS.length; f++) {
        List<Double> own = new ArrayList<>(effects.subList(f * SEEDS, (f + 1) * SEEDS));
        own.sort(null);
        table.row(
            cells == CellClass.EXCITATORY ? "excitatory neurons" : "interneurons",
            FRACTIONS[f],
            NetworkStudy.mean(own),
            own.get(0),
            own.get(SEEDS - 1));
      }
    }
    return table.build();
  }
}
