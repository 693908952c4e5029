package org.capgate.explore;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import org.capgate.input.Numbers;
import org.capgate.model.Readout;
import org.capgate.treatment.Species;
import org.capgate.uncertainty.EnsembleRuns;
import org.capgate.uncertainty.Quantiles;
import org.capgate.uncertainty.TreatmentResponse;

/**
 * What some of the parameter sets say of a view.
 *
 * @param sets how many were asked for
 * @param of how many there are
 * @param areas around curves of the view
 * @param verdict what they say of behaviour a day later, in a sentence
 */
record Known(int sets, int of, List<Area> areas, String verdict) {
  private static final double[] SHARES = {0.05, 0.25, 0.75, 0.95};
  private static final double BEHAVIOUR_HOURS = 24;

  Known {
    areas = List.copyOf(areas);
  }

  /** As {@code sets} of a view and of the wild type given the same say it. */
  static Known of(Sets ensemble, View view, int sets) {
    List<EnsembleRuns.Experiment> chosen = ensemble.of(view, sets);
    List<EnsembleRuns.Experiment> wildType = ensemble.of(view.wildType(), sets);
    List<Area> areas = new ArrayList<>();
    add(areas, "wild type", 0, 0, wildType);
    add(areas, "chosen", 0, 0, chosen);
    for (int panel = 1; panel <= 2; panel++) {
      int readout = 2 * panel - 1;
      add(areas, "chosen, excitatory", panel, readout, chosen);
      add(areas, "chosen, inhibitory", panel, readout + 1, chosen);
    }
    String verdict = 24 * view.days() < BEHAVIOUR_HOURS ? "" : verdict(view, chosen, wildType);
    return new Known(sets, ensemble.size(), areas, verdict);
  }

  private static void add(
      List<Area> areas,
      String name,
      int panel,
      int readout,
      List<EnsembleRuns.Experiment> batches) {
    List<EnsembleRuns.Experiment> solved =
        batches.stream().filter(batch -> batch.size() > 0).toList();
    if (solved.isEmpty()) {
      return;
    }
    double[] hours = solved.get(0).timesHours();
    double[][] low = new double[2][hours.length];
    double[][] high = new double[2][hours.length];
    for (int i = 0; i < hours.length; i++) {
      Quantiles over = Quantiles.of(values(solved, Panels.READOUTS.get(readout), i));
      low[0][i] = over.at(SHARES[0]);
      low[1][i] = over.at(SHARES[1]);
      high[1][i] = over.at(SHARES[2]);
      high[0][i] = over.at(SHARES[3]);
    }
    areas.add(new Area(name, panel, hours, low, high));
  }

  private static double[] values(
      List<EnsembleRuns.Experiment> batches, Readout readout, int sample) {
    return batches.stream()
        .flatMapToDouble(batch -> DoubleStream.of(batch.values(readout, sample)))
        .toArray();
  }

  private static String verdict(
      View view, List<EnsembleRuns.Experiment> chosen, List<EnsembleRuns.Experiment> wildType) {
    Readout readout = Sets.behaviour(view.species());
    List<TreatmentResponse> bySet = new ArrayList<>();
    for (int batch = 0; batch < chosen.size(); batch++) {
      addResponses(bySet, chosen.get(batch), wildType.get(batch), readout);
    }
    if (bySet.isEmpty()) {
      return "Under none of the parameter sets does this choice have a solution.";
    }
    Quantiles changes =
        Quantiles.of(bySet.stream().mapToDouble(TreatmentResponse::change).toArray());
    String moved =
        "%s changes by %s to %s %% within %s h in 90 %% of %s parameter sets that agree with the findings"
            .formatted(
                view.species() == Species.HUMAN ? "Depression score" : "Immobility",
                percent(changes.at(SHARES[0])),
                percent(changes.at(SHARES[3])),
                Numbers.text(BEHAVIOUR_HOURS),
                bySet.size());
    if (view.species() == Species.HUMAN) { // what counts as a response of patients is another rule
      return moved + ".";
    }
    return "%s; %s.".formatted(moved, shares(bySet));
  }

  /** Every verdict with its share, the most frequent first. */
  private static String shares(List<TreatmentResponse> bySet) {
    List<String> verdicts = bySet.stream().map(TreatmentResponse::verdict).toList();
    List<String> words = new ArrayList<>();
    verdicts.stream()
        .distinct()
        .sorted((one, other) -> Integer.compare(count(verdicts, other), count(verdicts, one)))
        .forEach(
            verdict ->
                words.add(
                    "%s in %s %%"
                        .formatted(
                            verdict, Math.round(100.0 * count(verdicts, verdict) / bySet.size()))));
    return String.join(", ", words);
  }

  private static int count(List<String> verdicts, String verdict) {
    return (int) verdicts.stream().filter(verdict::equals).count();
  }

  private static void addResponses(
      List<TreatmentResponse> bySet,
      EnsembleRuns.Experiment own,
      EnsembleRuns.Experiment wildType,
      Readout readout) {
    Optional<Integer> sample = sample(own);
    if (sample.isEmpty()) {
      return;
    }
    double[] untreated = own.untreated(readout);
    double[] treated = own.values(readout, sample.get());
    double[] before = wildType.untreated(readout);
    double[] after = wildType.values(readout, sample.get());
    for (int i = 0; i < untreated.length; i++) {
      int other = wildType.members().indexOf(own.members().get(i));
      if (other >= 0) {
        double reference = (after[other] - before[other]) / before[other];
        bySet.add(new TreatmentResponse(untreated[i], treated[i], reference));
      }
    }
  }

  /** The sample nearest to the time at which behaviour is read. */
  private static Optional<Integer> sample(EnsembleRuns.Experiment sets) {
    double[] hours = sets.timesHours();
    if (hours.length == 0) {
      return Optional.empty();
    }
    int found = Arrays.binarySearch(hours, BEHAVIOUR_HOURS);
    return Optional.of(found >= 0 ? found : Math.min(hours.length - 1, -found - 1));
  }

  private static String percent(double fraction) {
    long rounded = Math.round(100 * fraction);
    return rounded > 0 ? "+" + rounded : Long.toString(rounded).replace('-', '\u2212');
  }
}
