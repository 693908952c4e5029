package org.capgate.presets;

import java.util.List;
import org.capgate.analysis.Table;
import org.capgate.analysis.TableBuilder;
import org.capgate.network.Network;
import org.capgate.network.Network.WiringKind;

/**
 * Ketamine's effect on mood at 24 h against the number of synapses onto each neuron, for wirings in
 * which all neurons have as many, and in which they have as many on average.
 */
public final class InDegree {
  private static final int NEURONS = 2000;
  private static final int SEEDS = 4;
  private static final int[] SYNAPSES = {10, 20, 50, 100, 200};

  private InDegree() {}

  public static void main(String[] arguments) {
    System.out.print(table().toText());
  }

  static Table table() {
    TableBuilder table =
        Table.builder().text("wiring").number("synapses").number("mean").number("deviation");
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
            wiring.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'),
            (double) SYNAPSES[k],
            NetworkStudy.mean(own),
            NetworkStudy.deviation(own));
      }
    }
    return table.build();
  }
}
