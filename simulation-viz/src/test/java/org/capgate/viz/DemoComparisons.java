package org.capgate.viz;

import java.util.ArrayList;
import java.util.List;

/** Comparisons of made-up genotypes, from the smallest to the largest that is drawn. */
final class DemoComparisons {
  private static final String[] TREATMENTS = {
    "vehicle",
    "ketamine 10 mg/kg ip",
    "hnk 10 mg/kg ip",
    "s-ketamine 5 mg/kg ip",
    "ro-25-6981 6 mg/kg ip",
    "rapamycin 0.2 nmol icv at -0.5 h; ketamine 10 mg/kg ip"
  };

  private DemoComparisons() {}

  static Figure usual() {
    return comparison("Eight genotypes", 8, 2, 14, false).build();
  }

  static Figure alone() {
    return comparison("One genotype alone", 1, 2, 14, false).build();
  }

  static Figure many() {
    return comparison("Twelve genotypes, five drugs", 12, 5, 14, true).build();
  }

  static Figure fiveDrugs() {
    return comparison("Two genotypes, five drugs", 2, 5, 28, false).build();
  }

  static Figure narrow() {
    return comparison("One column: four genotypes with bands", 4, 2, 14, true)
        .width(FigureWidth.ONE_COLUMN)
        .build();
  }

  static Figure narrowAndFull() {
    return comparison("One column, five drugs", 3, 5, 7, false)
        .width(FigureWidth.ONE_COLUMN)
        .build();
  }

  static Figure banded() {
    return comparison("Six genotypes with bands", 6, 2, 14, true)
        .bands("50 and 90 % of 500 parameter sets")
        .build();
  }

  static Figure oneDay() {
    return comparison("Three genotypes over one day", 3, 1, 1, false).build();
  }

  static Figure threeDays() {
    return comparison("Three genotypes over three days", 3, 3, 3, false).build();
  }

  static Figure longNames() {
    GenotypeComparison figure = frame("Names that are too long for their panels");
    for (int g = 0; g < 3; g++) {
      String title =
          "4EBP2_homozygous_deletion_in_parvalbumin_interneurons number "
              + g
              + " of a line that was crossed twice";
      figure.genotype(title, curves(g, 5, 14, false), effects(g, 5, false));
    }
    return figure.build();
  }

  private static GenotypeComparison frame(String title) {
    return GenotypeComparison.titled(title)
        .value(AxisLabel.dimensionless("Mood"))
        .effect(new AxisLabel("Immobility at 24 h", "s"))
        .untreated("vehicle")
        .dosesAtHours(0)
        .provenance(DemoFigures.provenance());
  }

  static GenotypeComparison comparison(
      String title, int genotypes, int drugs, double days, boolean bands) {
    GenotypeComparison figure = frame(title);
    for (int g = 0; g < genotypes; g++) {
      String name = g < 8 ? DemoFigures.GENOTYPES.get(g) : "GluN2B x" + (g - 7) / 8.0;
      figure.genotype(name, curves(g, drugs, days, bands), effects(g, drugs, bands));
    }
    return figure;
  }

  private static double mood(int genotype, int drug, double tHours) {
    double rest = genotype % 4 == 0 ? 0 : 0.05 * (genotype % 4);
    double strength = genotype == 0 ? 0.4 / drug : drug == 0 ? 0 : 0.03 / genotype;
    double size = drug == 0 ? 0 : strength;
    double acute = 0.6 * StrictMath.exp(-tHours / 1.5) * (1 - StrictMath.exp(-tHours / 0.3));
    double slow = (1 - StrictMath.exp(-tHours / 6)) * StrictMath.exp(-tHours / 150);
    return rest + size * (acute + slow);
  }

  private static List<Series> curves(int genotype, int drugs, double days, boolean bands) {
    List<Series> curves = new ArrayList<>();
    int points = 400;
    for (int drug = 0; drug <= drugs; drug++) {
      double[] x = new double[points];
      double[] y = new double[points];
      double[][] edges = new double[4][points];
      for (int i = 0; i < points; i++) {
        double share = i / (points - 1.0);
        x[i] = 24 * days * share * share;
        y[i] = mood(genotype, drug, x[i]);
        double spread = 0.02 + 0.15 * Math.abs(y[i]);
        edges[0][i] = y[i] - 0.4 * spread;
        edges[1][i] = y[i] + 0.4 * spread;
        edges[2][i] = y[i] - spread;
        edges[3][i] = y[i] + spread;
      }
      Series curve = Series.of(TREATMENTS[drug], x, y);
      curves.add(
          bands ? curve.withBand(edges[0], edges[1]).withOuterBand(edges[2], edges[3]) : curve);
    }
    return curves;
  }

  private static List<Effect> effects(int genotype, int drugs, boolean bands) {
    List<Effect> effects = new ArrayList<>();
    for (int drug = 1; drug <= drugs; drug++) {
      double before = 120 - 110 * mood(genotype, 0, 0);
      double after = 120 - 110 * mood(genotype, drug, 24);
      String verdict = genotype == 0 ? "responds" : "no response";
      Effect effect =
          Effect.of(TREATMENTS[drug], estimate(before, bands), estimate(after, bands))
              .withVerdict(verdict);
      if (bands) {
        effect = effect.whereMostSetsSay(verdict, 0.97).withChangePercent(-30, -18);
      }
      if (drug == 1) {
        effect =
            effect.withPublished(
                genotype == 0
                    ? PublishedEffect.number(
                        "decrease", "First 2010", before - 35, before - 50, before - 20)
                    : PublishedEffect.direction("no change", "Second 2021 Nature 590:315"));
      }
      effects.add(effect);
    }
    return effects;
  }

  private static Estimate estimate(double value, boolean bands) {
    Estimate plain = Estimate.of(value);
    return bands ? plain.withInner(value - 2, value + 2).withOuter(value - 5, value + 5) : plain;
  }
}
