package org.capgate.presets;

import java.util.LinkedHashMap;
import java.util.Map;
import org.capgate.analysis.Table;
import org.capgate.analysis.TableBuilder;
import org.capgate.model.Gene;
import org.capgate.model.Genotype;
import org.capgate.network.Network;
import org.capgate.network.NetworkSimulation;
import org.capgate.treatment.CellClass;
import org.capgate.viz.AxisLabel;
import org.capgate.viz.Distributions;

/**
 * How eIF4F, the state of the switch, is spread over interneurons before ketamine, 1 h and 24 h
 * after it: in the wild type and with 4E-BP2 lost in half of the interneurons and in all.
 */
public final class SwitchDistribution {
  private static final int NEURONS = 10_000;
  private static final int BINS = 40;
  private static final double[] HOURS = {0, 1, 24};

  private SwitchDistribution() {}

  /**
   * @param arguments a folder for CSV and figure, or nothing
   */
  public static void main(String[] arguments) {
    Table table = table();
    System.out.print(table.toText());
    Distributions figure =
        Distributions.titled("The switch of interneurons")
            .quantity(AxisLabel.dimensionless("eIF4F, fraction of eIF4G bound"))
            .frequency(AxisLabel.dimensionless("Density of neurons"));
    for (double hours : HOURS) {
      figure.panel(title(hours), table.where("time", title(hours)), "density");
    }
    NetworkStudy.write(
        arguments,
        "switch-distribution",
        table,
        figure.provenance(NetworkStudy.provenance("SwitchDistribution")).build());
  }

  private static String title(double hours) {
    return hours == 0 ? "before" : (int) hours + " h";
  }

  static Table table() {
    TableBuilder table =
        Table.builder()
            .text("time")
            .text("group")
            .number("binLow")
            .number("binHigh")
            .number("density");
    Map<String, Double> mosaics = new LinkedHashMap<>();
    mosaics.put("wild type", 0.0);
    mosaics.put("4E-BP2 lost in half", 0.5);
    mosaics.put("4E-BP2 lost in all", 1.0);
    mosaics.forEach(
        (group, fraction) -> {
          NetworkSimulation simulation =
              Network.of(NetworkStudy.ketamine())
                  .neurons(NEURONS)
                  .seed(1)
                  .mosaic(Genotype.knockout(Gene.EBP2).in(CellClass.INHIBITORY), fraction)
                  .build()
                  .start(0);
          for (double hours : HOURS) {
            if (hours > 0) {
              simulation.run(hours, hours);
            }
            rows(table, title(hours), group, simulation);
          }
        });
    return table.build();
  }

  private static void rows(
      TableBuilder table, String time, String group, NetworkSimulation simulation) {
    double[] values = simulation.world().values("eif4f", CellClass.INHIBITORY);
    int[] counts = new int[BINS];
    for (double value : values) {
      counts[Math.min(BINS - 1, (int) (value * BINS))]++;
    }
    for (int bin = 0; bin < BINS; bin++) {
      table.row(
          time,
          group,
          (double) bin / BINS,
          (bin + 1.0) / BINS,
          (double) counts[bin] * BINS / values.length);
    }
  }
}
