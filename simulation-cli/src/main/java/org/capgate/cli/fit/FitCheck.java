package org.capgate.cli.fit;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.capgate.analysis.Table;
import org.capgate.cli.command.Progress;
import org.capgate.fit.Between;
import org.capgate.fit.Fit;
import org.capgate.fit.Observations;
import org.capgate.fit.PredictiveCheck;
import org.capgate.fit.Replicates;
import org.capgate.sensitivity.Response;
import org.capgate.viz.Figure;

/**
 * What lies beyond the one set of numbers: how subjects differ, and whether data simulated anew
 * look like those that were observed.
 *
 * @param subjects that the data name
 * @param between present where at least three subjects can be fitted alone
 * @param predictive present where it is asked for
 */
record FitCheck(int subjects, Optional<FitBetween> between, Optional<FitPredictive> predictive) {
  /**
   * @param predictions of some of the observations
   * @param coarse the same, as exactly as bands need
   * @param replicates of the data; 0 for none
   */
  static FitCheck of(
      Observations observations,
      Function<Observations, Response> predictions,
      Function<Observations, Response> coarse,
      Fit.Result result,
      int replicates,
      Fit.Settings settings,
      PrintWriter remarks) {
    int subjects = observations.subjects().size();
    Optional<Between> between = Optional.empty();
    if (subjects > 0) {
      try (Progress progress = Progress.of("subjects", subjects, remarks)) {
        between =
            Between.of(
                observations, predictions, result, settings.threads(), done -> progress.step());
      }
    }
    if (replicates == 0) {
      return new FitCheck(subjects, between.map(FitBetween::new), Optional.empty());
    }
    IntFunction<double[]> simulated =
        between
            .map(spread -> Replicates.of(observations, coarse, spread, settings.seed()))
            .orElseGet(() -> Replicates.of(observations, result, settings.seed()));
    try (Progress progress = Progress.of("replicates", replicates, remarks)) {
      PredictiveCheck check =
          PredictiveCheck.of(
              observations, simulated, replicates, settings.threads(), done -> progress.step());
      return new FitCheck(
          subjects, between.map(FitBetween::new), Optional.of(new FitPredictive(check)));
    }
  }

  String text() {
    String none =
        subjects == 0 ? "" : "no spread between subjects: fewer than three can be fitted alone\n";
    return between.map(FitBetween::text).orElse(none)
        + predictive.map(FitPredictive::text).orElse("");
  }

  Map<String, Table> tables(Map<String, String> provenance) {
    Map<String, Table> tables = new LinkedHashMap<>();
    between.ifPresent(one -> tables.put("subjects.csv", one.table(provenance)));
    predictive.ifPresent(one -> tables.put("vpc.csv", one.table(provenance)));
    return tables;
  }

  Map<String, Figure> figures(Map<String, String> provenance) {
    return predictive.map(one -> one.figures(provenance)).orElse(Map.of());
  }
}
