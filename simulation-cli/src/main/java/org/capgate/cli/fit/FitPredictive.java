package org.capgate.cli.fit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.capgate.analysis.Table;
import org.capgate.analysis.TableBuilder;
import org.capgate.cli.output.Numeral;
import org.capgate.cli.output.ReadoutLabel;
import org.capgate.fit.PredictiveCheck;
import org.capgate.viz.AxisLabel;
import org.capgate.viz.Curves;
import org.capgate.viz.Figure;
import org.capgate.viz.Series;

/** A visual predictive check, as text, table and figures. */
record FitPredictive(PredictiveCheck check) {
  private static final List<String> NAMES = List.of("5 %", "median", "95 %");
  private static final int MOST_FIGURES = 24;

  String text() {
    return "%s of %s observed percentiles lie in their 95 %% bands (%s expected of a good fit)\n"
        .formatted(check.within(), check.size(), Numeral.fixed(0.95 * check.size(), 1));
  }

  Table table(Map<String, String> provenance) {
    TableBuilder table =
        Table.builder()
            .text("id")
            .text("readout")
            .number("from_h")
            .number("to_h")
            .number("observations")
            .number("percentile")
            .number("observed")
            .number("simulated_median")
            .number("low_95")
            .number("high_95")
            .text("within")
            .provenance(provenance);
    for (PredictiveCheck.Bin bin : check.bins()) {
      for (int i = 0; i < bin.levels().size(); i++) {
        PredictiveCheck.Level level = bin.levels().get(i);
        table.row(
            bin.experiment(),
            bin.readout().name(),
            bin.fromHours(),
            bin.toHours(),
            bin.size(),
            Math.round(100 * PredictiveCheck.SHARES.get(i)),
            level.observed(),
            level.median(),
            level.low(),
            level.high(),
            level.isWithin() ? "yes" : "no");
      }
    }
    return table.build();
  }

  /** One for each experiment and readout. */
  Map<String, Figure> figures(Map<String, String> provenance) {
    Map<List<Object>, List<PredictiveCheck.Bin>> all = new LinkedHashMap<>();
    for (PredictiveCheck.Bin bin : check.bins()) {
      all.computeIfAbsent(List.of(bin.experiment(), bin.readout()), first -> new ArrayList<>())
          .add(bin);
    }
    Map<String, Figure> figures = new LinkedHashMap<>();
    for (List<PredictiveCheck.Bin> bins : all.values()) {
      if (figures.size() < MOST_FIGURES) {
        figures.put(
            "vpc-%s".formatted(figures.size() + 1), figure(bins).provenance(provenance).build());
      }
    }
    return figures;
  }

  /** Bands from the first to the last time of each bin, percentiles of the data in its middle. */
  private static Curves figure(List<PredictiveCheck.Bin> bins) {
    PredictiveCheck.Bin first = bins.get(0);
    Curves figure =
        Curves.titled("%s: %s".formatted(first.experiment(), first.readout().title()))
            .varied(new AxisLabel("Time", "h"))
            .value(ReadoutLabel.axis(first.readout()));
    int size = bins.size();
    double[] observedX = new double[NAMES.size() * size];
    double[] observed = new double[NAMES.size() * size];
    for (int level = 0; level < NAMES.size(); level++) {
      double[] x = new double[2 * size];
      double[] median = new double[2 * size];
      double[] low = new double[2 * size];
      double[] high = new double[2 * size];
      for (int i = 0; i < 2 * size; i++) {
        PredictiveCheck.Bin bin = bins.get(i / 2);
        PredictiveCheck.Level here = bin.levels().get(level);
        x[i] = i % 2 == 0 ? bin.fromHours() : bin.toHours();
        median[i] = here.median();
        low[i] = here.low();
        high[i] = here.high();
        observedX[i / 2 * NAMES.size() + level] = (bin.fromHours() + bin.toHours()) / 2;
        observed[i / 2 * NAMES.size() + level] = here.observed();
      }
      figure.course(
          Series.of("simulated %s".formatted(NAMES.get(level)), x, median).withBand(low, high));
    }
    return figure.observed(Series.of("observed 5, 50 and 95 %", observedX, observed));
  }
}
