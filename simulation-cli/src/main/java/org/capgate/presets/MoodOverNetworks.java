package org.capgate.presets;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.capgate.analysis.Table;
import org.capgate.analysis.TableBuilder;
import org.capgate.network.Network;
import org.capgate.viz.AxisLabel;
import org.capgate.viz.Distributions;
import org.capgate.viz.Figure;

/** The effect of ketamine on mood at 24 h in 100 networks that differ by their seed only. */
public final class MoodOverNetworks {
  private static final int NETWORKS = 100;
  private static final int NEURONS = 500;
  private static final int BINS = 20;

  private MoodOverNetworks() {}

  /**
   * @param arguments a folder for CSV and figure, or nothing
   */
  public static void main(String[] arguments) {
    Attempts attempts = new Attempts();
    Table table = table(attempts, NETWORKS);
    System.out.print(table.toText());
    NetworkStudy.write(arguments, "mood-over-networks", table, MoodOverNetworks::figure);
    attempts.end();
  }

  private static Figure figure(Table table) {
    int networks = (int) Arrays.stream(table.numbers("count")).sum();
    return Distributions.titled(
            "Ketamine in %s networks of %s neurons".formatted(networks, NEURONS))
        .quantity(AxisLabel.dimensionless("Change of mood at 24 h"))
        .frequency(new AxisLabel("Networks", "count"))
        .groups(table, "count")
        .provenance(NetworkStudy.provenance("MoodOverNetworks"))
        .build();
  }

  static Table table(Attempts attempts, int networks) {
    List<Optional<Double>> results =
        attempts.each(
            NetworkStudy.named("%s neurons".formatted(NEURONS), networks),
            i ->
                NetworkStudy.moodChange(
                    Network.of(NetworkStudy.ketamine()).neurons(NEURONS).seed(i).build()));
    return histogram(NetworkStudy.solved(results, 0, networks));
  }

  /** Counts in bins from the lowest to the highest; no row where there is none. */
  static Table histogram(List<Double> changes) {
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (double change : changes) {
      low = Math.min(low, change);
      high = Math.max(high, change);
    }
    int[] counts = new int[BINS];
    for (double change : changes) {
      counts[Math.min(BINS - 1, (int) ((change - low) / (high - low) * BINS))]++;
    }
    TableBuilder table =
        Table.builder().text("group").number("binLow").number("binHigh").number("count");
    for (int bin = 0; bin < BINS && !changes.isEmpty(); bin++) {
      table.row(
          "networks",
          low + (high - low) * bin / BINS,
          low + (high - low) * (bin + 1) / BINS,
          (double) counts[bin]);
    }
    return table.build();
  }
}
