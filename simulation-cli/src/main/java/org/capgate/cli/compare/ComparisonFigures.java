package org.capgate.cli.compare;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.capgate.cli.output.Bands;
import org.capgate.cli.output.GenotypeLabel;
import org.capgate.evidence.Condition;
import org.capgate.evidence.FindingFile;
import org.capgate.input.Numbers;
import org.capgate.model.Genotype;
import org.capgate.model.Readout;
import org.capgate.scenario.Stress;
import org.capgate.treatment.Administration;
import org.capgate.treatment.Preparation;
import org.capgate.treatment.Regimen;
import org.capgate.treatment.Species;
import org.capgate.uncertainty.TreatmentResponse;
import org.capgate.viz.AxisLabel;
import org.capgate.viz.DoseResponse;
import org.capgate.viz.Effect;
import org.capgate.viz.Figure;
import org.capgate.viz.GenotypeComparison;
import org.capgate.viz.GroupedBars;
import org.capgate.viz.PublishedEffect;
import org.capgate.viz.Series;
import org.capgate.viz.SwitchFigure;

/** A comparison as figures, each under the name of its files. */
public final class ComparisonFigures {
  private static final double SWITCH_HOURS = 6;
  private static final String UNTREATED = "untreated";

  private final Comparison comparison;
  private final ComparisonPlan plan;
  private final Map<String, String> provenance;
  private final PublishedEffects published;

  public ComparisonFigures(Comparison comparison, Map<String, String> provenance) {
    this.comparison = comparison;
    this.plan = comparison.plan();
    this.provenance = provenance;
    this.published = new PublishedEffects(FindingFile.published(plan.model().compounds()));
  }

  /** All figures of the comparison itself. */
  public Map<String, Figure> figures() {
    Map<String, Figure> figures = new LinkedHashMap<>();
    figures.put("mood", mood());
    figures.put("switch", translationSwitch());
    figures.put("immobility", immobility());
    return figures;
  }

  /** Mood over time and immobility a day later, the reference first. */
  private Figure mood() {
    GenotypeComparison figure =
        GenotypeComparison.titled(moodTitle())
            .value(AxisLabel.dimensionless("Mood"))
            .effect(new AxisLabel("Immobility at 24 h", "s"))
            .dosesAtHours(doseHours())
            .provenance(provenance);
    List<Regimen> untreated =
        plan.treatments().stream()
            .filter(given -> !plan.activeTreatments().contains(given))
            .toList();
    figure.untreated(UNTREATED);
    untreated.forEach(given -> figure.untreated(plan.label(given)));
    for (Genotype genotype :
        Stream.concat(Stream.of(plan.reference()), plan.others().stream()).toList()) {
      List<Series> curves = new ArrayList<>();
      if (untreated.isEmpty()) {
        curves.add(restOf(genotype));
      }
      for (Regimen given : plan.treatments()) {
        curves.add(line(genotype, given, Readout.MOOD, plan.label(given)));
      }
      List<Effect> effects =
          plan.activeTreatments().stream().map(given -> effect(genotype, given)).toList();
      figure.genotype(GenotypeLabel.of(genotype), curves, effects);
    }
    comparison.sets().ifPresent(sets -> figure.bands(Bands.words(sets.members())));
    return figure.build();
  }

  private String moodTitle() {
    double days = plan.days();
    String length = days < 2 ? Numbers.text(24 * days) + " h" : Numbers.text(days) + " days";
    String whose =
        plan.others().isEmpty() ? ": " + GenotypeLabel.of(plan.reference()) : ", by genotype";
    return "Mood over %s and immobility at 24 h%s".formatted(length, whose);
  }

  /** A level that lasts, for comparisons in which nobody is left untreated. */
  private Series restOf(Genotype genotype) {
    Comparison.Arm arm = comparison.arm(genotype, plan.treatments().get(0));
    double rest = arm.untreated(Readout.MOOD);
    double[] ends = {plan.startHours(), plan.span().endHours()};
    return Series.of(UNTREATED, ends, new double[] {rest, rest});
  }

  private Effect effect(Genotype genotype, Regimen given) {
    TreatmentResponse response = comparison.response(genotype, given);
    List<TreatmentResponse> bySet = comparison.responses(genotype, given);
    Effect effect =
        Effect.of(
                plan.label(given),
                Bands.around(
                    response.untreated(),
                    bySet.stream().mapToDouble(TreatmentResponse::untreated).toArray()),
                Bands.around(
                    response.treated(),
                    bySet.stream().mapToDouble(TreatmentResponse::treated).toArray()))
            .withVerdict(response.verdict());
    Optional<TreatmentResponse.OverSets> sets = response.over(bySet);
    if (sets.isPresent()) {
      effect =
          effect
              .whereMostSetsSay(sets.get().mostSay(), sets.get().saying())
              .withChangePercent(100 * sets.get().low(), 100 * sets.get().high());
    }
    Condition condition =
        new Condition(Species.MOUSE, Preparation.IN_VIVO, Stress.NONE, genotype, given);
    for (PublishedEffect found :
        published.of(
            condition, Readout.IMMOBILITY, ComparisonPlan.BEHAVIOUR_HOURS, response.untreated())) {
      effect = effect.withPublished(found);
    }
    return effect;
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
    SwitchFigure figure = SwitchFigure.titled("The switch after " + plan.label(given));
    comparison.sets().ifPresent(sets -> figure.note(Bands.note(sets)));
    return figure
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
  public static Figure doseResponse(DoseSweep sweep, Map<String, String> provenance) {
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
    Series line = Series.of(name, arm.run().timesHours(), readout.series(arm.run()));
    return comparison.sets(arm).map(sets -> Bands.around(line, sets, readout)).orElse(line);
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
