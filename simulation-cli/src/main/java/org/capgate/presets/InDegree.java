package org.capgate.presets;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
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
    Attempts attempts = new Attempts();
    Table table = table(attempts, NEURONS, SYNAPSES);
    System.out.print(table.toText());
    NetworkStudy.write(arguments, "in-degree", table, InDegree::figure);
    attempts.end();
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

  static Table table(Attempts attempts, int neurons, int... synapses) {
    TableBuilder table =
        Table.builder()
            .text("wiring")
            .number("synapses")
            .number("mean")
            .number("deviation")
            .number("low")
            .number("high");
    for (WiringKind wiring : WiringKind.values()) {
      String word = wiring.name().toLowerCase(Locale.ROOT).replace('_', '-');
      List<String> names = new ArrayList<>();
      for (int each : synapses) {
        names.addAll(NetworkStudy.named("%s, %s synapses".formatted(word, each), SEEDS));
      }
      List<Optional<Double>> changes =
          attempts.each(
              names,
              i ->
                  NetworkStudy.moodChange(
                      Network.of(NetworkStudy.ketamine())
                          .neurons(neurons)
                          .synapsesPerNeuron(synapses[i / SEEDS])
                          .wiring(wiring)
                          .seed(i % SEEDS)
                          .build()));
      for (int k = 0; k < synapses.length; k++) {
        List<Double> own = NetworkStudy.solved(changes, k * SEEDS, (k + 1) * SEEDS);
        if (!own.isEmpty()) {
          table.row(
              word,
              (double) synapses[k],
              NetworkStudy.mean(own),
              NetworkStudy.deviation(own),
              Collections.min(own),
              Collections.max(own));
        }
      }
    }
    return table.build();
  }
}
