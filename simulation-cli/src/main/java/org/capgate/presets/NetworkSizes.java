package org.capgate.presets;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.capgate.analysis.Table;
import org.capgate.analysis.TableBuilder;
import org.capgate.network.Network;
import org.capgate.viz.AxisLabel;
import org.capgate.viz.DecadeCurves;
import org.capgate.viz.Figure;
import org.capgate.viz.Series;

/**
 * How the effect of ketamine on mood at 24 h differs between networks that differ by their seed
 * only, against their size: the spread falls as one over the square root of the number of neurons.
 */
public final class NetworkSizes {
  private static final int SYNAPSES = 30;
  private static final int SEEDS = 16;

  private NetworkSizes() {}

  /**
   * @param arguments a folder for CSV and figure, or nothing
   */
  public static void main(String[] arguments) {
    Attempts attempts = new Attempts();
    Table table = table(attempts, List.of(1000, 10_000, 100_000));
    System.out.print(table.toText());
    System.out.println("slope of log spread against log size: " + slope(table));
    NetworkStudy.write(arguments, "network-sizes", table, NetworkSizes::figure);
    attempts.end();
  }

  static Figure figure(Table table) {
    double[] neurons = table.numbers("neurons");
    double[] spread = table.numbers("deviation");
    double[] law = new double[neurons.length];
    for (int i = 0; i < law.length; i++) {
      law[i] = spread[0] * Math.sqrt(neurons[0] / neurons[i]);
    }
    return DecadeCurves.titled("Spread between networks of one size")
        .x(new AxisLabel("Neurons", "count"))
        .y(AxisLabel.dimensionless("Standard deviation of the change of mood"))
        .curve(
            Series.of(
                String.format(Locale.ROOT, "%d seeds, slope %.2f", SEEDS, slope(table))
                    .replace('-', '−'),
                neurons,
                spread))
        .reference(Series.of("slope −0.5", neurons, law))
        .provenance(NetworkStudy.provenance("NetworkSizes"))
        .build();
  }

  static Table table(Attempts attempts, List<Integer> sizes) {
    TableBuilder table =
        Table.builder().number("neurons").number("seeds").number("mean").number("deviation");
    for (int size : sizes) {
      List<Optional<Double>> results =
          attempts.each(
              NetworkStudy.named("%s neurons".formatted(size), SEEDS),
              i ->
                  NetworkStudy.moodChange(
                      Network.of(NetworkStudy.ketamine())
                          .neurons(size)
                          .synapsesPerNeuron(SYNAPSES)
                          .seed(i)
                          .build()));
      List<Double> changes = NetworkStudy.solved(results, 0, SEEDS);
      if (changes.size() > 1) {
        table.row(
            (double) size,
            (double) changes.size(),
            NetworkStudy.mean(changes),
            NetworkStudy.deviation(changes));
      }
    }
    return table.build();
  }

  /** Least squares through the logarithms. */
  static double slope(Table table) {
    double n = table.size();
    double sx = 0;
    double sy = 0;
    double sxx = 0;
    double sxy = 0;
    for (int row = 0; row < n; row++) {
      double x = StrictMath.log(table.number(row, "neurons"));
      double y = StrictMath.log(table.number(row, "deviation"));
      sx += x;
      sy += y;
      sxx += x * x;
      sxy += x * y;
    }
    return (n * sxy - sx * sy) / (n * sxx - sx * sx);
  }
}
