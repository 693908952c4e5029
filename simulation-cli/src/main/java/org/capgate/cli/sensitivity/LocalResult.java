package org.capgate.cli.sensitivity;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.capgate.analysis.Table;
import org.capgate.analysis.TableBuilder;
import org.capgate.cli.output.Numeral;
import org.capgate.model.Readout;
import org.capgate.sensitivity.LocalSensitivity;
import org.capgate.sweep.Measurement;
import org.capgate.viz.AxisLabel;
import org.capgate.viz.Figure;
import org.capgate.viz.GroupedBars;

/**
 * Derivatives at a point.
 *
 * @param plan what was asked
 * @param values of the readouts there
 * @param slopes by number
 */
record LocalResult(SensitivityPlan plan, double[] values, List<LocalSensitivity.Slope> slopes)
    implements SensitivityResult {
  private static final int NAME_WIDTH = 58;
  private static final int MOST_TIMES = 5; // as many as bars can be told apart

  /** Change of the readout per relative change of the number: x·∂y/∂x, in the unit of y. */
  private double change(int input, int output) {
    return plan.varied().get(input).value() * slopes.get(input).perUnit()[output];
  }

  /** (x/y)·∂y/∂x; not defined where the readout is 0. */
  private double normalised(int input, int output) {
    return values[output] == 0 ? Double.NaN : change(input, output) / values[output];
  }

  @Override
  public boolean isWhole() {
    for (LocalSensitivity.Slope slope : slopes) {
      for (double one : slope.perUnit()) {
        if (Double.isNaN(one)) {
          return false;
        }
      }
    }
    return true;
  }

  @Override
  public String text() {
    StringBuilder text = new StringBuilder();
    for (int output = 0; output < values.length; output++) {
      int out = output;
      text.append(
          "%s is %s; change in %% when a number rises by 1 %%\n"
              .formatted(plan.title(out), Numeral.compact(values[out])));
      for (int i : Ranked.shown(slopes.size(), input -> normalised(input, out))) {
        text.append(Numeral.left("  " + plan.varied().get(i).name(), NAME_WIDTH))
            .append(Numeral.right(Numeral.fixed(normalised(i, out), 3), 10))
            .append('\n');
      }
    }
    return text.toString();
  }

  @Override
  public Table table(Map<String, String> provenance) {
    Measurement measurement = plan.response().measurement();
    TableBuilder table =
        Table.builder()
            .text("number")
            .number("numberValue")
            .text("readout")
            .number("time_h")
            .number("value")
            .text("unit")
            .number("perUnit")
            .number("perUnitError")
            .number("perRelativeChange")
            .number("normalised")
            .provenance(provenance);
    for (int i = 0; i < slopes.size(); i++) {
      for (int out = 0; out < values.length; out++) {
        Readout readout = measurement.readout(out);
        table.row(
            plan.varied().get(i).name(),
            plan.varied().get(i).value(),
            readout.name(),
            measurement.atHours(out),
            Numeral.orNone(values[out]),
            readout.unit(),
            Numeral.orNone(slopes.get(i).perUnit()[out]),
            Numeral.orNone(slopes.get(i).error()[out]),
            Numeral.orNone(change(i, out)),
            Numeral.orNone(normalised(i, out)));
      }
    }
    return table.build();
  }

  /** A tornado for each readout: the largest numbers from above, a bar for each time. */
  @Override
  public Map<String, Figure> figures(Map<String, String> provenance) {
    Map<String, Figure> figures = new LinkedHashMap<>();
    Measurement measurement = plan.response().measurement();
    int times = measurement.atHours().size();
    for (int r = 0; r < measurement.readouts().size(); r++) {
      int first = r * times;
      int shown = Math.min(times, MOST_TIMES);
      List<Integer> largest =
          Ranked.shown(
              slopes.size(),
              input -> {
                double most = Double.NaN;
                for (int t = 0; t < shown; t++) {
                  double size = Math.abs(normalised(input, first + t));
                  most = Double.isNaN(most) ? size : Math.max(most, size);
                }
                return most;
              });
      if (largest.isEmpty()) {
        continue;
      }
      Readout readout = measurement.readouts().get(r);
      GroupedBars figure =
          GroupedBars.titled("%s: what %s leans on".formatted(plan.name(), readout.name()))
              .value(new AxisLabel("Change when the number rises by 1 %", "%"))
              .provenance(provenance);
      for (int i : largest) {
        for (int t = 0; t < shown; t++) {
          double height = normalised(i, first + t);
          if (!Double.isNaN(height)) {
            figure.bar(plan.varied().get(i).name(), Numeral.time(measurement.atHours(t)), height);
          }
        }
      }
      figures.put("tornado-" + readout.name().replace(' ', '-'), figure.build());
    }
    return figures;
  }
}
