package org.capgate.presets;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.capgate.analysis.Table;
import org.capgate.analysis.TableBuilder;
import org.capgate.network.Network;
import org.capgate.network.Network.WiringKind;
import org.capgate.viz.AxisLabel;
import org.capgate.viz.DoseResponse;
import org.capgate.viz.Figure;
import org.capgate.viz.Series;

/**
 * Ketamine's effect on mood at 24 h against the number of synapses onto each neuron, for wirings in
 * which all neurons have as many, and in which they have as many on average.
 */
public final class InDegree {
  private static final int NEURONS = 2000;
  private static final int SEEDS = 4;
  private static final int[] SYNAPSES = {10, 20, 50, 100, 200};

  private InDegree() {}

  /**
   * @param arguments a folder for CSV and figure, or nothing
   */
  public static void main(String[] arguments) {
    Table table = table();
    System.out.print(table.toText());
    NetworkStudy.write(arguments, "in-degree", table, figure(table));
  }

  static Figure figure(Table table) {
    DoseResponse figure =
        DoseResponse.titled("Ketamine against the synapses onto each neuron")
            .dose(new AxisLabel("Synapses onto each neuron", "count"))
            .value(AxisLabel.dimensionless("Change of mood at 24 h"))
            .provenance(NetworkStudy.provenance("InDegree"));
    Series.byGroup(table, "wiring", "synapses", "mean", "low", "high").forEach(figure::curve);
    return figure.build();
  }

  static Table table() {
    TableBuilder table =
        Table.builder()
            .text("wiring")
            .number("synapses")
            .number("mean")
            .number("deviation")
            .number("low")
            .number("high");
    for (WiringKind wiring : WiringKind.values()) {
      List<Double> changes =
          NetworkStudy.each(
              SYNAPSES.length * SEEDS,
              i ->
                  NetworkStudy.moodChange(
                      Network.of(NetworkStudy.ketamine())
                          .neurons(NEURONS)
                          .synapsesPerNeuron(SYNAPSES[i / SEEDS])
                          .wiring(wiring)
                          .seed(i % SEEDS)
                          .build()));
      for (int k = 0; k < SYNAPSES.length; k++) {
        List<Double> own = changes.subList(k * SEEDS, (k + 1) * SEEDS);
        table.row(
            wiring.name().toLowerCase(Locale.ROOT).replace('_', '-'),
            (double) SYNAPSES[k],
            NetworkStudy.mean(own),
            NetworkStudy.deviation(own),
            Collections.min(own),
            Collections.max(own));
      }
    }
    return table.build();
  }
}
