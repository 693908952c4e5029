package org.capgate.cli.network;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.capgate.cli.output.Bands;
import org.capgate.cli.output.DoseHours;
import org.capgate.cli.output.GenotypeLabel;
import org.capgate.cli.output.ReadoutLabel;
import org.capgate.cli.output.TreatmentLabel;
import org.capgate.dynamics.Trajectory;
import org.capgate.model.Readout;
import org.capgate.network.MosaicPart;
import org.capgate.network.Network;
import org.capgate.scenario.Scenario;
import org.capgate.treatment.CellClass;
import org.capgate.viz.AxisLabel;
import org.capgate.viz.Figure;
import org.capgate.viz.Series;
import org.capgate.viz.TimeCourse;

/**
 * A run of a network: its mood beside the mean field, and how the switch is spread over neurons.
 */
final class NetworkFigures {
  /** Ends of the outer band over neurons, ends of the inner one, and the median between them. */
  static final double[] QUANTILES = Bands.SHARES;

  /** The switch moves while the drug is there, and a little after it. */
  private static final double SWITCH_HOURS = 24;

  private NetworkFigures() {}

  /** By the name of the file. */
  static Map<String, Figure> of(
      Network network,
      Trajectory run,
      Optional<MeanField> meanField,
      Map<String, String> provenance) {
    double[] doses = DoseHours.of(List.of(network.scenario()));
    Map<String, Figure> figures = new LinkedHashMap<>();
    TimeCourse mood =
        TimeCourse.titled("Mood of a network of " + name(network))
            .value(ReadoutLabel.axis(Readout.MOOD))
            .lines(List.of(Series.of("network", run.timesHours(), Readout.MOOD.series(run))))
            .dosesAtHours(doses)
            .provenance(provenance);
    meanField.map(MeanField::mood).ifPresent(mood::reference);
    meanField.flatMap(NetworkFigures::note).ifPresent(mood::note);
    figures.put("mood", mood.build());

    double[] times = run.timesHours();
    TimeCourse neurons =
        TimeCourse.titled("The switch in the neurons of a network of " + name(network))
            .value(new AxisLabel("eIF4F", "fraction of eIF4G"))
            .betweenHours(times[0], Math.min(times[times.length - 1], SWITCH_HOURS))
            .dosesAtHours(doses)
            .note("Bands: 50 and 90 % of the neurons of the class.")
            .provenance(provenance);
    for (CellClass cellClass : CellClass.values()) {
      String title = cellClass.name().toLowerCase(Locale.ROOT) + " neurons";
      neurons.panel(title, List.of(median(run, cellClass)));
    }
    figures.put("neurons", neurons.build());
    return figures;
  }

  /** The median neuron of a class and the bands around it. */
  private static Series median(Trajectory run, CellClass cellClass) {
    double[][] ends = new double[QUANTILES.length][];
    for (int i = 0; i < ends.length; i++) {
      ends[i] =
          run.series(
              "eif4fQuantile%s%s"
                  .formatted(
                      Math.round(1000 * QUANTILES[i]),
                      cellClass == CellClass.EXCITATORY ? "Excitatory" : "Inhibitory"));
    }
    return Series.of("median neuron", run.timesHours(), ends[2])
        .withBand(ends[1], ends[3])
        .withOuterBand(ends[0], ends[4]);
  }

  private static String name(Network network) {
    Scenario scenario = network.scenario();
    List<String> parts = new ArrayList<>();
    parts.add(
        "%s neurons: %s"
            .formatted(
                network.excitatory() + network.inhibitory(),
                TreatmentLabel.of(scenario.treatment(), scenario.compounds())));
    if (!scenario.genotype().isWildType()) {
      parts.add(GenotypeLabel.of(scenario.genotype()));
    }
    network.mosaicParts().stream().map(MosaicPart::toString).forEach(parts::add);
    return String.join(", ", parts);
  }

  private static Optional<String> note(MeanField meanField) {
    return meanField
        .sets()
        .map(
            sets ->
                "Bands: the mean field under 50 and 90 %% of %s parameter sets that agree with the"
                        .formatted(sets.members())
                    + " findings; lines: the shipped one. The network was run under that one alone.");
  }
}
