package org.capgate.cli.sensitivity;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.capgate.analysis.Table;
import org.capgate.analysis.TableBuilder;
import org.capgate.cli.output.Numeral;
import org.capgate.cli.output.ReadoutLabel;
import org.capgate.model.Readout;
import org.capgate.sensitivity.Morris;
import org.capgate.sensitivity.Varied;
import org.capgate.sweep.Measurement;
import org.capgate.viz.Figure;
import org.capgate.viz.GroupedBars;

/**
 * Elementary effects.
 *
 * @param plan what was asked
 * @param effects by output, then number
 */
record MorrisResult(SensitivityPlan plan, List<List<Morris.Effect>> effects)
    implements SensitivityResult {
  private static final int REPLICATES = 1000;
  private static final int NAME_WIDTH = 58;

  MorrisResult(SensitivityPlan plan, Morris morris) {
    this(plan, all(morris));
  }

  private static List<List<Morris.Effect>> all(Morris morris) {
    List<List<Morris.Effect>> effects = new ArrayList<>();
    for (int out = 0; out < morris.outputs(); out++) {
      effects.add(morris.effects(out, REPLICATES));
    }
    return effects;
  }

  @Override
  public boolean isWhole() {
    return effects.stream().flatMap(List::stream).allMatch(effect -> effect.missingShare() == 0);
  }

  @Override
  public String text() {
    StringBuilder text = new StringBuilder();
    for (int output = 0; output < effects.size(); output++) {
      List<Morris.Effect> of = effects.get(output);
      text.append(
          Numeral.left(plan.title(output) + ", over the whole range of a number", NAME_WIDTH + 2));
      text.append(Numeral.right("μ*", 8)).append("  95 % interval       σ  missing\n");
      for (int i : Ranked.shown(of.size(), input -> of.get(input).meanSize())) {
        Morris.Effect effect = of.get(i);
        text.append(Numeral.left("  " + plan.varied().get(i).name(), NAME_WIDTH + 2))
            .append(Numeral.right(Numeral.digits(effect.meanSize(), 3), 8))
            .append(
                Numeral.right(
                    "%s to %s"
                        .formatted(
                            Numeral.digits(effect.sizeLow(), 2),
                            Numeral.digits(effect.sizeHigh(), 2)),
                    17))
            .append(Numeral.right(Numeral.digits(effect.deviation(), 2), 8))
            .append(Numeral.right(Numeral.fixed(100 * effect.missingShare(), 1) + " %", 9))
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
            .number("low")
            .number("high")
            .text("readout")
            .number("time_h")
            .text("unit")
            .number("meanEffect")
            .number("meanSize")
            .number("meanSizeLow")
            .number("meanSizeHigh")
            .number("deviation")
            .number("missingShare")
            .provenance(provenance);
    for (int i = 0; i < plan.varied().size(); i++) {
      Varied varied = plan.varied().get(i);
      for (int out = 0; out < effects.size(); out++) {
        Morris.Effect effect = effects.get(out).get(i);
        Readout readout = measurement.readout(out);
        table.row(
            varied.name(),
            varied.low(),
            varied.high(),
            readout.name(),
            measurement.atHours(out),
            readout.unit(),
            Numeral.orNone(effect.mean()),
            Numeral.orNone(effect.meanSize()),
            Numeral.orNone(effect.sizeLow()),
            Numeral.orNone(effect.sizeHigh()),
            Numeral.orNone(effect.deviation()),
            effect.missingShare());
      }
    }
    return table.build();
  }

  @Override
  public Map<String, Figure> figures(Map<String, String> provenance) {
    Map<String, Figure> figures = new LinkedHashMap<>();
    for (int out = 0; out < effects.size(); out++) {
      List<Morris.Effect> of = effects.get(out);
      Readout readout = plan.response().measurement().readout(out);
      List<Integer> largest = Ranked.shown(of.size(), input -> of.get(input).meanSize());
      if (largest.isEmpty()) {
        continue;
      }
      GroupedBars figure =
          GroupedBars.titled("%s: elementary effects on %s".formatted(plan.name(), plan.title(out)))
              .value(ReadoutLabel.axis(readout))
              .note("Change of the readout per whole range of the number.")
              .provenance(provenance);
      for (int i : largest) {
        figure.bar(plan.varied().get(i).name(), "mean size μ*", of.get(i).meanSize());
        figure.bar(plan.varied().get(i).name(), "deviation σ", of.get(i).deviation());
      }
      figures.put("morris-" + plan.fileName(out), figure.build());
    }
    return figures;
  }
}
