package org.capgate.cli.compare;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.capgate.analysis.Table;
import org.capgate.analysis.TableBuilder;
import org.capgate.cli.output.Bands;
import org.capgate.model.Genotype;
import org.capgate.model.Readout;
import org.capgate.treatment.Regimen;
import org.capgate.uncertainty.TreatmentResponse;
import org.jspecify.annotations.Nullable;

/** A comparison as tidy tables. */
final class ComparisonTables {
  static final List<Readout> READOUTS =
      List.of(
          Readout.MOOD,
          Readout.IMMOBILITY,
          Readout.EXCITATORY_TRANSMISSION,
          Readout.INHIBITORY_TRANSMISSION,
          Readout.named("phospho-4ebp excitatory"),
          Readout.named("phospho-4ebp inhibitory"),
          Readout.named("eif4f excitatory"),
          Readout.named("eif4f inhibitory"));

  private ComparisonTables() {}

  /** Every readout of every run at every sample time: one number a row. */
  static Table trajectories(Comparison comparison, Map<String, String> provenance) {
    TableBuilder table =
        Table.builder()
            .text("genotype")
            .text("treatment")
            .number("time_h")
            .text("readout")
            .number("value")
            .text("unit")
            .provenance(provenance);
    for (Comparison.Arm arm : comparison.solved()) {
      String genotype = arm.scenario().genotype().text();
      String treatment = arm.scenario().treatment().text();
      double[] times = arm.run().timesHours();
      for (Readout readout : READOUTS) {
        double[] values = readout.series(arm.run());
        for (int i = 0; i < times.length; i++) {
          table.row(genotype, treatment, times[i], readout.name(), values[i], readout.unit());
        }
      }
    }
    return table.build();
  }

  /** Median and bands over the sets of the ensemble at every sample time. */
  static Table bands(Comparison comparison, Map<String, String> provenance) {
    TableBuilder table =
        Bands.columns(Table.builder().text("genotype").text("treatment")).provenance(provenance);
    for (Comparison.Arm arm : comparison.arms()) {
      for (Readout readout : READOUTS) {
        Bands.addRows(
            table,
            comparison.sets(arm).orElseThrow(),
            readout,
            arm.scenario().genotype().text(),
            arm.scenario().treatment().text());
      }
    }
    return table.build();
  }

  /** What each treatment does to the immobility of each genotype. */
  static Table responses(Comparison comparison, Map<String, String> provenance) {
    TableBuilder table =
        Table.builder()
            .text("genotype")
            .text("treatment")
            .number("untreated_s")
            .number("at_24_h_s")
            .number("relative_change")
            .text("verdict")
            .text("verdict_of_most_sets")
            .number("their_share")
            .number("relative_change_low_90")
            .number("relative_change_high_90")
            .number("share_of_sets")
            .provenance(provenance);
    ComparisonPlan plan = comparison.plan();
    for (Genotype genotype : plan.genotypes()) {
      for (Regimen treatment : plan.treatments()) {
        TreatmentResponse response = comparison.response(genotype, treatment);
        Optional<TreatmentResponse.OverSets> sets = comparison.sets(genotype, treatment);
        table.row(
            genotype.text(),
            treatment.text(),
            response.untreated(),
            response.treated(),
            response.change(),
            response.verdict(),
            sets.map(TreatmentResponse.OverSets::mostSay).orElse(""),
            orNull(sets.map(TreatmentResponse.OverSets::saying)),
            orNull(sets.map(TreatmentResponse.OverSets::low)),
            orNull(sets.map(TreatmentResponse.OverSets::high)),
            orNull(sets.map(TreatmentResponse.OverSets::agreeing)));
      }
    }
    return table.build();
  }

  private static @Nullable Double orNull(Optional<Double> number) {
    return number.orElse(null);
  }

  /** Immobility at 24 h by dose. */
  static Table doseResponse(DoseSweep sweep, Map<String, String> provenance) {
    TableBuilder table =
        Table.builder()
            .text("genotype")
            .text("treatment")
            .number("dose_mg_per_kg")
            .number("untreated_s")
            .number("at_24_h_s")
            .number("relative_change")
            .provenance(provenance);
    for (DoseSweep.Point point : sweep.points()) {
      table.row(
          point.scenario().genotype().text(),
          point.scenario().treatment().text(),
          point.mgPerKg(),
          point.untreatedSeconds(),
          point.treatedSeconds(),
          point.changePercent() / 100);
    }
    return table.build();
  }
}
