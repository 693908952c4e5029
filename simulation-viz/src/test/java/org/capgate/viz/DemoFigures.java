package org.capgate.viz;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.capgate.analysis.Table;
import org.capgate.analysis.TableBuilder;

/** Made-up numbers of the size and shape a comparison of genotypes produces. */
final class DemoFigures {
  static final List<String> GENOTYPES =
      List.of(
          "wild type",
          "4E-BP1 knockout, all cells",
          "4E-BP2 knockout, all cells",
          "4E-BP1 and 4E-BP2 knockout, all cells",
          "4E-BP2 knockout, excitatory neurons",
          "4E-BP1 knockout, inhibitory neurons",
          "4E-BP2 knockout, inhibitory neurons",
          "4E-BP1 and 4E-BP2 knockout, inhibitory neurons");
  static final List<String> TREATMENTS =
      List.of("vehicle", "ketamine 10 mg/kg", "(2R,6R)-HNK 10 mg/kg");
  private static final double[] RESPONSE = {1, 0.25, 0.06, 0.03, 0.1, 0.12, 0.15, 0.02};
  private static final double[] BASELINE = {0, 0.05, 0.1, 0.16, 0.04, 0.09, 0.12, 0.2};

  private DemoFigures() {}

  static Map<String, String> provenance() {
    Map<String, String> lines = new LinkedHashMap<>();
    lines.put("version", "0.1.0");
    lines.put("seed", "42");
    lines.put("spec hash", "9f86d081884c7d65");
    lines.put("command", "capgate compare --out results");
    return lines;
  }

  private static double mood(int genotype, int treatment, double tHours) {
    double strength = treatment == 0 ? 0 : treatment == 1 ? 0.42 : 0.33;
    double onset = 1 - StrictMath.exp(-Math.max(0, tHours) / 9);
    double fade = StrictMath.exp(-Math.max(0, tHours) / 190);
    return BASELINE[genotype] + RESPONSE[genotype] * strength * onset * fade;
  }

  /** Mood every 10 min over 14 days for each genotype and treatment. */
  static Table courses() {
    TableBuilder table =
        Table.builder().text("genotype").text("treatment").number("timeHours").number("mood");
    for (int g = 0; g < GENOTYPES.size(); g++) {
      for (int t = 0; t < TREATMENTS.size(); t++) {
        for (int step = 0; step <= 14 * 24 * 6; step++) {
          double hours = step / 6.0;
          table.row(GENOTYPES.get(g), TREATMENTS.get(t), hours, mood(g, t, hours));
        }
      }
    }
    return table.build();
  }

  static Figure moodOverTime() {
    return moodOverTime(courses());
  }

  static Figure moodOverTime(Table courses) {
    Table wildType = courses.where("genotype", "wild type");
    TimeCourse figure =
        TimeCourse.titled("Mood after one dose: wild type against each knockout")
            .value(AxisLabel.dimensionless("Mood"))
            .reference(
                Series.of(
                    "wild type, ketamine 10 mg/kg",
                    wildType.where("treatment", TREATMENTS.get(1)),
                    "timeHours",
                    "mood"))
            .dosesAtHours(0)
            .provenance(provenance());
    for (String genotype : GENOTYPES.subList(1, GENOTYPES.size())) {
      figure.panel(
          genotype,
          Series.byGroup(courses.where("genotype", genotype), "treatment", "timeHours", "mood"));
    }
    return figure.build();
  }

  static Figure translationSwitch() {
    return SwitchFigure.titled("The switch after ketamine, 10 mg/kg")
        .phosphorylated(
            List.of(
                pulse("excitatory", 0.31, 0.36, 0.4, 2.6), pulse("inhibitory", 0.36, 0.22, 0.7, 2)))
        .eif4f(
            new AxisLabel("eIF4F", "µM"),
            List.of(
                pulse("excitatory", 0.021, 0.048, 0.6, 3.2),
                pulse("inhibitory", 0.027, 0.029, 0.9, 2.4)))
        .dosesAtHours(0)
        .provenance(provenance())
        .build();
  }

  static Series pulse(String name, double base, double height, double riseHours, double fadeHours) {
    double[] x = new double[361];
    double[] y = new double[361];
    for (int i = 0; i < x.length; i++) {
      x[i] = i / 60.0;
      double rise = 1 - StrictMath.exp(-x[i] / riseHours);
      y[i] = base + height * rise * StrictMath.exp(-x[i] / fadeHours) * 1.6;
    }
    return Series.of(name, x, y);
  }

  static Figure bars() {
    GroupedBars figure =
        GroupedBars.titled("Forced-swim immobility 24 h after the dose")
            .value(new AxisLabel("Immobility", "s"))
            .provenance(provenance());
    for (int g = 0; g < GENOTYPES.size(); g++) {
      for (int t = 0; t < TREATMENTS.size(); t++) {
        figure.bar(GENOTYPES.get(g), TREATMENTS.get(t), 152 - 160 * mood(g, t, 24));
      }
    }
    return figure.build();
  }

  static Figure moodBars() {
    GroupedBars figure =
        GroupedBars.titled("Change of mood 24 h after the dose")
            .value(AxisLabel.dimensionless("Change of mood"))
            .provenance(provenance());
    for (int g = 0; g < GENOTYPES.size(); g++) {
      for (int t = 0; t < TREATMENTS.size(); t++) {
        figure.bar(GENOTYPES.get(g), TREATMENTS.get(t), mood(g, t, 24) - 0.1);
      }
    }
    return figure.build();
  }

  static Figure doseResponse() {
    double[] doses = {0.3, 0.5, 1, 2, 3, 5, 10, 20, 30, 50, 100, 200};
    DoseResponse figure =
        DoseResponse.titled("Mood 24 h after ketamine")
            .value(AxisLabel.dimensionless("Mood"))
            .provenance(provenance());
    List<Series> curves = new ArrayList<>();
    double[] height = {0.42, 0.2, 0.05};
    for (int curve = 0; curve < height.length; curve++) {
      double[] mood = new double[doses.length];
      for (int i = 0; i < doses.length; i++) {
        double up = doses[i] * doses[i] / (doses[i] * doses[i] + 30);
        double down = 1 / (1 + doses[i] * doses[i] / 2500);
        mood[i] = height[curve] * up * down + 0.03 * curve;
      }
      curves.add(Series.of(GENOTYPES.get(List.of(0, 1, 7).get(curve)), doses, mood));
    }
    curves.forEach(figure::curve);
    return figure.baseline("wild type, vehicle", 0).build();
  }

  /** Four solvers of different order, one of which fails at the tightest tolerance. */
  static Figure workPrecision() {
    TableBuilder runs =
        Table.builder().text("solver").number("tolerance").number("error").number("milliseconds");
    String[] solvers = {"Rodas4", "Rodas5P", "CVODE with KLU", "Dormand-Prince 8(5,3), explicit"};
    double[] firstMilliseconds = {0.04, 0.06, 0.2, 6300};
    double[] growth = {0.25, 0.19, 0.12, 0.01};
    for (int s = 0; s < solvers.length; s++) {
      for (int digits = 3; digits <= 9; digits++) {
        double tolerance = StrictMath.pow(10, -digits);
        boolean failed = s == 3 && digits == 9;
        runs.row(
            solvers[s],
            tolerance,
            failed ? null : 0.2 * (s + 1) * tolerance,
            failed ? null : firstMilliseconds[s] * StrictMath.pow(10, growth[s] * digits));
      }
    }
    return WorkPrecision.titled("Time against error, 7 days of one mouse")
        .error(AxisLabel.dimensionless("Relative error"))
        .runs(runs.build())
        .provenance(provenance())
        .build();
  }

  /** A power law with the line it should follow. */
  static Figure decades() {
    double[] neurons = {1e3, 1e4, 1e5};
    return DecadeCurves.titled("Spread between networks of one size")
        .x(new AxisLabel("Neurons", "count"))
        .y(AxisLabel.dimensionless("Standard deviation"))
        .curve(Series.of("16 seeds", neurons, new double[] {0.0137, 0.0025, 0.001}))
        .reference(Series.of("slope −0.5", neurons, new double[] {0.0137, 0.0043, 0.00137}))
        .provenance(provenance())
        .build();
  }

  /** Two mosaics with their spread, and one that was run once. */
  static Figure curves() {
    double[] doses = {1, 3, 10, 30, 100};
    return Curves.titled("Mood against the dose, for two targets")
        .varied(new AxisLabel("dose", "mg/kg"))
        .value(AxisLabel.dimensionless("Mood"))
        .line(Series.of("both", doses, new double[] {0.01, 0.1, 0.26, 0.17, 0.12}))
        .line(Series.of("resting receptors", doses, new double[] {0, 0, 0.01, 0.02, 0.07}))
        .logarithmic()
        .provenance(provenance())
        .build();
  }

  static Figure heatMap() {
    double[][] cells = new double[12][8];
    for (int x = 0; x < cells.length; x++) {
      for (int y = 0; y < cells[x].length; y++) {
        cells[x][y] = x == 11 && y > 5 ? Double.NaN : 0.02 * x * y - 0.4;
      }
    }
    return HeatMap.titled("Mood at 24 h")
        .across(new AxisLabel("dose", "mg/kg"), numbered(12))
        .upward(AxisLabel.dimensionless("share left"), numbered(8))
        .value(AxisLabel.dimensionless("Mood"))
        .cells(cells)
        .provenance(provenance())
        .build();
  }

  private static List<String> numbered(int count) {
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      texts.add(String.valueOf(12.345 * i));
    }
    return texts;
  }

  static Figure mosaic() {
    TableBuilder rows =
        Table.builder()
            .text("series")
            .number("fractionWithoutSwitch")
            .number("effect")
            .number("low")
            .number("high");
    String[] names = {"random wiring", "clustered wiring", "one replicate"};
    for (int s = 0; s < names.length; s++) {
      for (int i = 0; i <= 10; i++) {
        double fraction = i / 10.0;
        double effect = 0.4 * (1 - StrictMath.pow(fraction, 1 + s)) + 0.01 * s;
        boolean once = s == 2;
        rows.row(
            names[s], fraction, effect, once ? null : effect - 0.03, once ? null : effect + 0.02);
      }
    }
    return MosaicCurve.titled("Mood 24 h after ketamine in mosaics")
        .fraction(new AxisLabel("Interneurons without 4E-BP2", "fraction"))
        .effect(AxisLabel.dimensionless("Change of mood"))
        .curves(rows.build())
        .reference("mean field, wild type", 0.41)
        .provenance(provenance())
        .build();
  }

  /** Switch states that part into two humps. */
  static Figure distributions() {
    Distributions figure =
        Distributions.titled("Switch states of 10 000 neurons after ketamine, 10 mg/kg")
            .quantity(new AxisLabel("eIF4F", "fraction of eIF4G"))
            .provenance(provenance());
    for (int moment = 0; moment < 3; moment++) {
      TableBuilder bins =
          Table.builder().text("group").number("binLow").number("binHigh").number("count");
      for (String group : List.of("excitatory", "inhibitory")) {
        for (int bin = 0; bin < 30; bin++) {
          double middle = (bin + 0.5) / 30;
          double off = StrictMath.exp(-StrictMath.pow((middle - 0.1) / 0.06, 2));
          double on = StrictMath.exp(-StrictMath.pow((middle - 0.6) / 0.1, 2));
          double share = moment * (group.equals("excitatory") ? 0.4 : 0.25);
          bins.row(
              group,
              bin / 30.0,
              (bin + 1) / 30.0,
              Math.rint(900 * ((1 - share) * off + share * on)));
        }
      }
      figure.panel(List.of("before", "2 h", "24 h").get(moment), bins.build(), "count");
    }
    return figure.build();
  }

  /** Six doses stated out of order, of which the middle ones do most. */
  static Figure ladder() {
    LadderFigure figure =
        LadderFigure.titled("Mood after six doses")
            .value(AxisLabel.dimensionless("Mood"))
            .dose(new AxisLabel("ketamine ip", "mg/kg"))
            .reference(pulse("vehicle", 0, 0, 1, 9))
            .readAtHours(4)
            .dosesAtHours(0)
            .provenance(provenance());
    for (double dose : new double[] {10, 0.3, 1, 3, 30, 100}) {
      double size = 0.4 * dose / (dose + 4) / (1 + dose / 60);
      figure.step(dose, pulse(Ticks.plain(dose) + " mg/kg", 0, size, 0.5, 5));
    }
    return figure.build();
  }

  /** Two arms with doses of their own. */
  static Figure arms() {
    return TimeCourse.titled("One infusion against daily tablets")
        .value(new AxisLabel("Depression score", "points"))
        .reference(pulse("placebo", 31, 0, 1, 9))
        .lines(List.of(pulse("infusion", 25, 4, 1, 9), pulse("tablets", 29, 1, 1, 9)))
        .dosesOf("infusion", 0)
        .dosesOf("tablets", 0, 1, 2, 3, 4, 5)
        .provenance(provenance())
        .build();
  }

  /** A bistable plane: a cubic nullcline and a line through it. */
  static Figure phasePlane() {
    TableBuilder cubic = Table.builder().text("nullcline").number("piece").number("x").number("y");
    for (int i = 0; i <= 100; i++) {
      double v = -1.5 + 3 * i / 100.0;
      cubic.row("x", i < 70 ? 0 : 1, v * v * v - v, v);
    }
    Table line =
        Table.builder()
            .text("nullcline")
            .number("piece")
            .number("x")
            .number("y")
            .row("y", 0, -1.6, -1.6)
            .row("y", 0, 1.6, 1.6)
            .build();
    Table states =
        Table.builder()
            .number("x")
            .number("y")
            .text("stable")
            .row(-1.41421356, -1.41421356, "yes")
            .row(0, 0, "no")
            .row(1.41421356, 1.41421356, "yes")
            .build();
    return PhasePlane.titled("A switch with two resting states")
        .horizontal(AxisLabel.dimensionless("BDNF relative to rest"))
        .vertical(AxisLabel.dimensionless("mTORC1 of inhibitory neurons"))
        .nullcline("BDNF stands still", cubic.build())
        .nullcline("mTORC1 stands still", line)
        .steadyStates(states)
        .path(
            "run after 10 mg/kg",
            new double[] {-1.4, -0.5, 0.4, 1.2},
            new double[] {-1.4, 0.9, 1.2, 1.4})
        .note("Held: slow proteins, sliding threshold, homeostatic brake. All else quasi-steady.")
        .provenance(provenance())
        .build();
  }

  /** Everything at once: bands, many doses, one panel. */
  static Figure cohort() {
    List<Series> lines = new ArrayList<>();
    for (int line = 0; line < 5; line++) {
      double[] x = new double[225];
      double[] y = new double[225];
      double[] low = new double[225];
      double[] high = new double[225];
      for (int i = 0; i < x.length; i++) {
        x[i] = 6.0 * i;
        y[i] = (0.25 + 0.12 * line) * (1 - StrictMath.exp(-x[i] / (60.0 * (line + 1))));
        low[i] = y[i] * 0.93;
        high[i] = y[i] * 1.08;
      }
      lines.add(Series.of("schedule " + (line + 1), x, y).withBand(low, high));
    }
    double[] doses = new double[28];
    for (int i = 0; i < doses.length; i++) {
      doses[i] = 48.0 * i;
    }
    return TimeCourse.titled("Depression score under repeated dosing")
        .value(new AxisLabel("Depression score", "points"))
        .lines(lines)
        .dosesAtHours(doses)
        .width(FigureWidth.ONE_COLUMN)
        .provenance(provenance())
        .build();
  }

  /** Four flat panels with names that are too long for them. */
  static Figure longLabels() {
    TimeCourse figure =
        TimeCourse.titled(
                "Excitatory synaptic transmission after one intraperitoneal dose in four groups of"
                    + " animals, two of which were stressed")
            .value(
                new AxisLabel(
                    "Excitatory synaptic transmission in the hippocampus", "% of wild type"))
            .scale(TimeScale.HOURS)
            .betweenHours(0, 6)
            .provenance(provenance());
    for (int group = 1; group <= 4; group++) {
      figure.panel(
          "group " + group + " with 4EBP2_homozygous_deletion_in_parvalbumin_interneurons",
          List.of(
              pulse(
                  "a rather long name of a first treatment with its dose and route", 100, 30, 1, 4),
              pulse(
                  "a rather long name of a second treatment with its dose and route", 90, 9, 2, 5),
              pulse(
                  "a rather long name of a third treatment with its dose and route", 80, 5, 1, 2)));
    }
    return figure.build();
  }
}
