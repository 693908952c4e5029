package org.capgate.cli.sensitivity;

import java.io.PrintWriter;
import java.util.List;
import java.util.function.Function;
import org.capgate.cli.command.KeptWork;
import org.capgate.cli.command.Provenance;
import org.capgate.cli.command.Specification;
import org.capgate.cli.output.Numeral;
import org.capgate.cli.output.OutputFolder;
import org.capgate.ensemble.Tasks;
import org.capgate.model.Readout;
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
 * @param folder where blocks are kept
 * @param remarks where progress is shown
 */
record SensitivityPlan(
    String name,
    ScenarioResponse response,
    List<Varied> varied,
    Effort effort,
    OutputFolder folder,
    PrintWriter remarks) {
  private static final int LEVELS = 4;
  private static final int CANDIDATES = 3; // for each path
  private static final int PER_BLOCK = 8; // numbers, each differenced by some runs
  private static final int RUNS_OF_A_NUMBER = 8; // so many of a coarser kind take as long

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
    List<LocalSensitivity.Slope> slopes =
        kept(
            "local",
            "numbers",
            point.length,
            PER_BLOCK,
            tasks -> LocalSensitivity.at(point, scale, response, tasks));
    return new LocalResult(this, response.at(point), slopes);
  }

  MorrisResult morris() {
    Morris.Settings settings =
        new Morris.Settings(effort.points, CANDIDATES * effort.points, LEVELS, effort.seed);
    Morris effects =
        kept(
            "morris %s".formatted(settings),
            "paths",
            effort.points,
            perBlock(varied.size() + 1),
            tasks ->
                Morris.of(
                    response.ofShares(varied), varied.size(), settings, effort.threads, tasks));
    return new MorrisResult(this, effects);
  }

  SobolResult sobol() {
    SobolIndices indices =
        kept(
            "sobol",
            "rows",
            effort.points,
            perBlock(varied.size() + 2),
            tasks ->
                SobolIndices.of(
                    response.ofShares(varied), varied.size(), effort.points, effort.seed, tasks));
    return new SobolResult(this, indices);
  }

  private static int perBlock(int runs) {
    return Math.max(1, PER_BLOCK * RUNS_OF_A_NUMBER / runs);
  }

  /** Work whose tasks are kept in blocks of the folder. */
  private <T> T kept(
      String method, String units, int count, int perBlock, Function<Tasks, T> work) {
    String specification =
        Specification.of(
            String.join(
                "\n",
                Provenance.version(),
                Specification.of(List.of(response.scenario())),
                method,
                varied.toString(),
                response.measurement().readouts().stream().map(Readout::name).toList().toString(),
                response.measurement().atHours().toString()));
    int blocks = (count + perBlock - 1) / perBlock;
    KeptWork kept = new KeptWork(folder, units, blocks, remarks);
    T result;
    try (kept) {
      result =
          work.apply(
              Tasks.kept(
                  KeptWork.store(folder),
                  specification,
                  effort.seed,
                  perBlock,
                  effort.threads,
                  kept::done));
    }
    kept.sayWhatWasThere();
    return result;
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
