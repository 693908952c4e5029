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
import org.capgate.viz.Figure;

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
    Attempts attempts = new Attempts();
    Table table = table(attempts, NEURONS);
    System.out.print(table.toText());
    NetworkStudy.write(arguments, "switch-distribution", table, SwitchDistribution::figure);
    attempts.end();
  }

  private static Figure figure(Table table) {
    Distributions figure =
        Distributions.titled("The switch of interneurons")
            .quantity(AxisLabel.dimensionless("eIF4F, fraction of eIF4G bound"))
            .frequency(AxisLabel.dimensionless("Density of neurons"));
    for (String time : table.distinct("time")) {
      figure.panel(time, table.where("time", time), "density");
    }
    return figure.provenance(NetworkStudy.provenance("SwitchDistribution")).build();
  }

  private static String title(double hours) {
    return hours == 0 ? "before" : (int) hours + " h";
  }

  static Table table(Attempts attempts, int neurons) {
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
          attempts
              .tried(group, () -> moments(neurons, fraction))
              .ifPresent(moments -> moments.forEach((time, at) -> rows(table, time, group, at)));
        });
    return table.build();
  }

  /** eIF4F of every interneuron, by time. */
  private static Map<String, double[]> moments(int neurons, double fraction) {
    NetworkSimulation simulation =
        Network.of(NetworkStudy.ketamine())
            .neurons(neurons)
            .seed(1)
            .mosaic(Genotype.knockout(Gene.EBP2).in(CellClass.INHIBITORY), fraction)
            .build()
            .start(0);
    Map<String, double[]> moments = new LinkedHashMap<>();
    for (double hours : HOURS) {
      if (hours > 0) {
        simulation.run(hours, hours);
      }
      moments.put(title(hours), simulation.world().values("eif4f", CellClass.INHIBITORY));
    }
    return moments;
  }

  private static void rows(TableBuilder table, String time, String group, double[] values) {
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
