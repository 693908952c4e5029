package org.capgate.cli.sensitivity;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.capgate.analysis.Table;
import org.capgate.analysis.TableBuilder;
import org.capgate.cli.output.Numeral;
import org.capgate.model.Readout;
import org.capgate.sensitivity.SobolIndices;
import org.capgate.sensitivity.SobolIndices.Estimate;
import org.capgate.sensitivity.SobolIndices.Index;
import org.capgate.sensitivity.Varied;
import org.capgate.sweep.Measurement;
import org.capgate.viz.AxisLabel;
import org.capgate.viz.Figure;
import org.capgate.viz.GroupedBars;

/**
 * Shares of variance.
 *
 * @param plan what was asked
 * @param sobol all evaluations
 * @param indices by output, then number
 */
record SobolResult(SensitivityPlan plan, SobolIndices sobol, List<List<Index>> indices)
    implements SensitivityResult {
  private static final int REPLICATES = 500;
  private static final int NAME_WIDTH = 58;

  SobolResult(SensitivityPlan plan, SobolIndices sobol) {
    this(plan, sobol, all(sobol));
  }

  private static List<List<Index>> all(SobolIndices sobol) {
    List<List<Index>> indices = new ArrayList<>();
    for (int out = 0; out < sobol.outputs(); out++) {
      indices.add(sobol.indices(out, REPLICATES));
    }
    return indices;
  }

  @Override
  public boolean isWhole() {
    for (int out = 0; out < sobol.outputs(); out++) {
      if (sobol.missingShare(out) > 0) {
        return false;
      }
    }
    return true;
  }

  @Override
  public String text() {
    StringBuilder text = new StringBuilder();
    for (int output = 0; output < indices.size(); output++) {
      List<Index> of = indices.get(output);
      double deviation = Math.sqrt(sobol.variance(output));
      text.append(
          "%s: mean %s, standard deviation %s; %s %% of the runs have no value\n"
              .formatted(
                  plan.title(output),
                  Numeral.compact(sobol.mean(output)),
                  Double.isNaN(deviation) ? "none" : Numeral.compact(deviation),
                  Numeral.fixed(100 * sobol.missingShare(output), 2)));
      text.append(Numeral.left("  share of the variance, 95 % interval", NAME_WIDTH));
      text.append(Numeral.right("alone", 20)).append(Numeral.right("in total", 20)).append('\n');
      for (int i : Ranked.shown(of.size(), input -> of.get(input).total().value())) {
        text.append(Numeral.left("  " + plan.varied().get(i).name(), NAME_WIDTH))
            .append(Numeral.right(text(of.get(i).first()), 20))
            .append(Numeral.right(text(of.get(i).total()), 20))
            .append('\n');
      }
    }
    return text.toString();
  }

  private static String text(Estimate estimate) {
    return Double.isNaN(estimate.low())
        ? Numeral.fixed(estimate.value(), 2)
        : "%s (%s to %s)"
            .formatted(
                Numeral.fixed(estimate.value(), 2),
                Numeral.fixed(estimate.low(), 2),
                Numeral.fixed(estimate.high(), 2));
  }

  @Override
  public Table table(Map<String, String> provenance) {
    Measurement measurement = plan.response().measurement();
    TableBuilder table =
        Table.builder()
            .text("number")
            .number("low")
            .number("high")
            .text("readout")
            .number("time_h")
            .text("unit")
            .number("mean")
            .number("variance")
            .text("order")
            .number("share")
            .number("shareLow")
            .number("shareHigh")
            .number("shareLeast")
            .number("shareMost")
            .number("missingShare")
            .provenance(provenance);
    for (int i = 0; i < plan.varied().size(); i++) {
      Varied varied = plan.varied().get(i);
      for (int out = 0; out < indices.size(); out++) {
        Index index = indices.get(out).get(i);
        Readout readout = measurement.readout(out);
        for (String order : List.of("first", "total")) {
          Estimate estimate = order.equals("first") ? index.first() : index.total();
          table.row(
              varied.name(),
              varied.low(),
              varied.high(),
              readout.name(),
              measurement.atHours(out),
              readout.unit(),
              Numeral.orNone(sobol.mean(out)),
              Numeral.orNone(sobol.variance(out)),
              order,
              Numeral.orNone(estimate.value()),
              Numeral.orNone(estimate.low()),
              Numeral.orNone(estimate.high()),
              Numeral.orNone(estimate.least()),
              Numeral.orNone(estimate.most()),
              index.missingShare());
        }
      }
    }
    return table.build();
  }

  @Override
  public Map<String, Figure> figures(Map<String, String> provenance) {
    Map<String, Figure> figures = new LinkedHashMap<>();
    for (int out = 0; out < indices.size(); out++) {
      List<Index> of = indices.get(out);
      List<Integer> largest = Ranked.shown(of.size(), input -> of.get(input).total().value());
      if (largest.isEmpty()) {
        continue;
      }
      GroupedBars figure =
          GroupedBars.titled(
                  "%s: shares of the variance of %s".formatted(plan.name(), plan.title(out)))
              .value(AxisLabel.dimensionless("Share of the variance"))
              .provenance(provenance);
      for (int i : largest) {
        figure.bar(plan.varied().get(i).name(), "in total", of.get(i).total().value());
        figure.bar(plan.varied().get(i).name(), "alone", of.get(i).first().value());
      }
      figures.put("sobol-" + plan.fileName(out), figure.build());
    }
    return figures;
  }
}
