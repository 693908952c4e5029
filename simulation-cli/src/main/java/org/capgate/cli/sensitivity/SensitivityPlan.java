package org.capgate.cli.sensitivity;

import java.io.PrintWriter;
import java.util.List;
import org.capgate.cli.command.Progress;
import org.capgate.cli.output.Numeral;
import org.capgate.sensitivity.LocalSensitivity;
import org.capgate.sensitivity.Morris;
import org.capgate.sensitivity.ScenarioResponse;
import org.capgate.sensitivity.SobolIndices;
import org.capgate.sensitivity.Varied;

/**
 * What is asked, before it is computed.
 *
 * @param name of the scenario
 * @param response what is read
 * @param varied its inputs
 * @param effort how much is computed
 * @param remarks where progress is shown
 */
record SensitivityPlan(
    String name,
    ScenarioResponse response,
    List<Varied> varied,
    Effort effort,
    PrintWriter remarks) {
  private static final int LEVELS = 4;
  private static final int CANDIDATES = 3; // for each path

  /**
   * @param points paths or rows
   * @param seed of all draws
   * @param threads that share the work
   */
  record Effort(int points, long seed, int threads) {}

  /** Usual number of paths or rows; a derivative needs none. */
  static int usualPoints(String method) {
    return method.equals("morris") ? 20 : 256;
  }

  /**
   * Relative tolerance of runs: a difference of close runs needs more digits than one of far ones.
   */
  static double tolerance(String method) {
    return method.equals("local") ? 1e-10 : 1e-4;
  }

  LocalResult local() {
    double[] point = varied.stream().mapToDouble(Varied::value).toArray();
    double[] scale =
        varied.stream()
            .mapToDouble(one -> one.value() == 0 ? one.high() - one.low() : Math.abs(one.value()))
            .toArray();
    try (Progress progress = Progress.of("numbers", point.length, remarks)) {
      List<LocalSensitivity.Slope> slopes =
          LocalSensitivity.at(point, scale, response, effort.threads, done -> progress.step());
      return new LocalResult(this, response.at(point), slopes);
    }
  }

  MorrisResult morris() {
    Morris.Settings settings =
        new Morris.Settings(effort.points, CANDIDATES * effort.points, LEVELS, effort.seed);
    try (Progress progress = Progress.of("paths", effort.points, remarks)) {
      return new MorrisResult(
          this,
          Morris.of(
              response.ofShares(varied),
              varied.size(),
              settings,
              effort.threads,
              done -> progress.step()));
    }
  }

  SobolResult sobol() {
    try (Progress progress = Progress.of("rows", effort.points, remarks)) {
      return new SobolResult(
          this,
          SobolIndices.of(
              response.ofShares(varied),
              varied.size(),
              effort.points,
              effort.seed,
              effort.threads,
              done -> progress.step()));
    }
  }

  /** What is read, as printed: {@code mood at 24 h}. */
  String title(int output) {
    return "%s at %s"
        .formatted(
            response.measurement().readout(output).name(),
            Numeral.time(response.measurement().atHours(output)));
  }

  /** As part of the name of a file. */
  String fileName(int output) {
    return "%s-%sh"
        .formatted(
            response.measurement().readout(output).name().replace(' ', '-'),
            Numeral.compact(response.measurement().atHours(output)));
  }
}
