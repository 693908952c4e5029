package org.capgate.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.capgate.model.Genotype;
import org.capgate.model.Readout;
import org.capgate.treatment.Administration;
import org.capgate.treatment.Regimen;
import org.capgate.viz.AxisLabel;
import org.capgate.viz.DoseResponse;
import org.capgate.viz.Figure;
import org.capgate.viz.GroupedBars;
import org.capgate.viz.Series;
import org.capgate.viz.SwitchFigure;
import org.capgate.viz.TimeCourse;

/** A comparison as figures, each under the name of its files. */
final class ComparisonFigures {
  private static final double SWITCH_HOURS = 6;

  private final Comparison comparison;
  private final ComparisonPlan plan;
  private final Map<String, String> provenance;

  ComparisonFigures(Comparison comparison, Map<String, String> provenance) {
    this.comparison = comparison;
    this.plan = comparison.plan();
    this.provenance = provenance;
  }

  /** All figures of the comparison itself. */
  Map<String, Figure> figures() {
    Map<String, Figure> figures = new LinkedHashMap<>();
    figures.put("mood", mood());
    figures.put("switch", translationSwitch());
    figures.put("immobility", immobility());
    return figures;
  }

  /** Mood over time: one panel per knockout, the reference in grey in each. */
  private Figure mood() {
    TimeCourse figure =
        TimeCourse.titled("Mood of each genotype, against the wild type in grey")
            .value(AxisLabel.dimensionless("Mood"))
            .dosesAtHours(doseHours())
            .provenance(provenance);
    List<Genotype> others = plan.others();
    if (others.isEmpty()) {
      List<Series> lines = new ArrayList<>();
      plan.treatments()
          .forEach(
              given -> lines.add(line(plan.reference(), given, Readout.MOOD, plan.label(given))));
      return figure.panel(GenotypeLabel.of(plan.reference()), lines).build();
    }
    String reference = GenotypeLabel.of(plan.reference());
    for (Regimen given : plan.treatments()) {
      String name = reference + ", " + plan.label(given);
      figure.reference(line(plan.reference(), given, Readout.MOOD, name));
    }
    for (Genotype genotype : others) {
      List<Series> lines = new ArrayList<>();
      for (Regimen given : plan.treatments()) {
        lines.add(line(genotype, given, Readout.MOOD, "this genotype, " + plan.label(given)));
      }
      figure.panel(GenotypeLabel.of(genotype), lines);
    }
    return figure.build();
  }

  /** The switch in the first hours, in the reference and in the last of the others. */
  private Figure translationSwitch() {
    Regimen given =
        plan.activeTreatments().isEmpty()
            ? plan.treatments().get(0)
            : plan.activeTreatments().get(0);
    List<Series> phosphorylated = new ArrayList<>();
    List<Series> eif4f = new ArrayList<>();
    for (Genotype genotype : DoseSweep.genotypes(plan)) {
      for (String cells : List.of("excitatory", "inhibitory")) {
        String name = cells + " cells, " + GenotypeLabel.of(genotype);
        phosphorylated.add(line(genotype, given, Readout.named("phospho-4ebp " + cells), name));
        eif4f.add(line(genotype, given, Readout.named("eif4f " + cells), name));
      }
    }
    return SwitchFigure.titled("The switch after " + plan.label(given))
        .phosphorylated(new AxisLabel("Phospho-4E-BP", "µM"), phosphorylated)
        .eif4f(new AxisLabel("eIF4F", "fraction of eIF4G"), eif4f)
        .untilHours(SWITCH_HOURS)
        .dosesAtHours(doseHours())
        .provenance(provenance)
        .build();
  }

  private Figure immobility() {
    GroupedBars figure =
        GroupedBars.titled("Immobility at 24 h")
            .value(new AxisLabel("Immobility", "s"))
            .provenance(provenance);
    for (Comparison.Arm arm : comparison.arms()) {
      figure.bar(
          GenotypeLabel.of(arm.scenario().genotype()),
          plan.label(arm.scenario().treatment()),
          arm.at(Readout.IMMOBILITY, ComparisonPlan.BEHAVIOUR_HOURS));
    }
    return figure.build();
  }

  /** Immobility by dose. */
  static Figure doseResponse(DoseSweep sweep, Map<String, String> provenance) {
    DoseResponse figure =
        DoseResponse.titled("Immobility at 24 h after " + sweep.label())
            .value(new AxisLabel("Change of immobility", "% of untreated"))
            .baseline("untreated", 0)
            .provenance(provenance);
    for (Genotype genotype : sweep.genotypes()) {
      List<DoseSweep.Point> points = sweep.points(genotype);
      figure.curve(
          Series.of(
              GenotypeLabel.of(genotype),
              points.stream().mapToDouble(DoseSweep.Point::mgPerKg).toArray(),
              points.stream().mapToDouble(DoseSweep.Point::changePercent).toArray()));
    }
    return figure.build();
  }

  private Series line(Genotype genotype, Regimen given, Readout readout, String name) {
    Comparison.Arm arm = comparison.arm(genotype, given);
    return Series.of(name, arm.run().timesHours(), readout.series(arm.run()));
  }

  /** Starts of what is given, in any of the treatments. */
  private double[] doseHours() {
    return plan.treatments().stream()
        .flatMap(treatment -> treatment.administrations().stream())
        .mapToDouble(Administration::startHours)
        .distinct()
        .sorted()
        .toArray();
  }
}
