package org.capgate.presets;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.capgate.analysis.Table;
import org.capgate.analysis.TableBuilder;
import org.capgate.model.Gene;
import org.capgate.model.Genotype;
import org.capgate.network.Network;
import org.capgate.treatment.CellClass;
import org.capgate.viz.AxisLabel;
import org.capgate.viz.Figure;
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
    Attempts attempts = new Attempts();
    Table table = table(attempts);
    System.out.print(table.toText());
    NetworkStudy.write(arguments, "interneuron-mosaic", table, InterneuronMosaic::figure);
    attempts.end();
  }

  private static Figure figure(Table table) {
    return MosaicCurve.titled("Ketamine against the share of neurons without 4E-BP2")
        .fraction(new AxisLabel("Neurons without 4E-BP2", "fraction of the class"))
        .effect(AxisLabel.dimensionless("Change of mood at 24 h"))
        .curves(table)
        .note("Bands: from the lowest to the highest of %s networks.".formatted(SEEDS))
        .provenance(NetworkStudy.provenance("InterneuronMosaic"))
        .build();
  }

  static Table table(Attempts attempts) {
    return table(attempts, NEURONS, FRACTIONS);
  }

  static Table table(Attempts attempts, int neurons, double[] fractions) {
    TableBuilder table =
        Table.builder()
            .text("series")
            .number("fractionWithoutSwitch")
            .number("effect")
            .number("low")
            .number("high");
    for (CellClass cells : CellClass.values()) {
      String series = cells == CellClass.EXCITATORY ? "excitatory neurons" : "interneurons";
      List<String> names = new ArrayList<>();
      for (double fraction : fractions) {
        names.addAll(NetworkStudy.named("%s, fraction %s".formatted(series, fraction), SEEDS));
      }
      List<Optional<Double>> effects =
          attempts.each(
              names,
              i ->
                  NetworkStudy.moodChange(
                      Network.of(NetworkStudy.ketamine())
                          .neurons(neurons)
                          .synapsesPerNeuron(SYNAPSES)
                          .seed(1 + i % SEEDS)
                          .mosaic(Genotype.knockout(Gene.EBP2).in(cells), fractions[i / SEEDS])
                          .build()));
      for (int f = 0; f < fractions.length; f++) {
        List<Double> own = NetworkStudy.solved(effects, f * SEEDS, (f + 1) * SEEDS);
        if (!own.isEmpty()) {
          table.row(
              series,
              fractions[f],
              NetworkStudy.mean(own),
              Collections.min(own),
              Collections.max(own));
        }
      }
    }
    return table.build();
  }
}
