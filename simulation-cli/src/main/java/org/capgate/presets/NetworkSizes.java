package org.capgate.presets;

import java.util.ArrayList;
import java.util.List;
import org.capgate.analysis.Table;
import org.capgate.analysis.TableBuilder;
import org.capgate.network.Network;

/**
 * How the effect of ketamine on mood at 24 h differs between networks that differ by their seed
 * only, against their size: the spread falls as one over the square root of the number of neurons.
 */
public final class NetworkSizes {
  private static final int SYNAPSES = 30;
  private static final int SEEDS = 16;

  private NetworkSizes() {}

  /**
   * @param arguments numbers of neurons; 1000, 10000 and 100000 when none are given
   */
  public static void main(String[] arguments) {
    List<Integer> sizes = new ArrayList<>();
    for (String size : arguments) {
      sizes.add(Integer.valueOf(size));
    }
    Table table = table(sizes.isEmpty() ? List.of(1000, 10_000, 100_000) : sizes);
    System.out.print(table.toText());
    System.out.println("slope of log spread against log size: " + slope(table));
  }

  static Table table(List<Integer> sizes) {
    TableBuilder table =
        Table.builder().number("neurons").number("seeds").number("mean").number("deviation");
    for (int size : sizes) {
      List<Double> changes =
          NetworkStudy.each(
              SEEDS,
              i ->
                  NetworkStudy.moodChange(
                      Network.of(NetworkStudy.ketamine())
                          .neurons(size)
                          .synapsesPerNeuron(SYNAPSES)
                          .seed(i)
                          .build()));
      table.row(
          (double) size,
          (double) SEEDS,
          NetworkStudy.mean(changes),
          NetworkStudy.deviation(changes));
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
