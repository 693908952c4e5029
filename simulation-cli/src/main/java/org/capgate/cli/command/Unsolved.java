package org.capgate.cli.command;

import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import org.capgate.analysis.Table;
import org.capgate.analysis.TableBuilder;

/**
 * One of several experiments that could not be solved. The others stand: they are shown and
 * written, this one is a row of {@code failures.csv} and a line on stderr, and the command ends
 * with {@link ExitCode#CHECK_FAILED}.
 *
 * @param experiment its label
 * @param reason what the solver said
 */
public record Unsolved(String experiment, String reason) {

  /** File in the folder of the results; it is there only when something failed. */
  public static final String FILE = "failures.csv";

  public static Unsolved of(String experiment, RuntimeException failure) {
    return new Unsolved(experiment, String.valueOf(failure.getMessage()));
  }

  /** A line each. */
  public static void report(List<Unsolved> failures, PrintWriter remarks) {
    failures.forEach(
        one -> remarks.println("capgate: %s: %s".formatted(one.experiment, one.reason)));
    remarks.flush();
  }

  /** A row each. */
  public static Table table(List<Unsolved> failures, Map<String, String> provenance) {
    TableBuilder table = Table.builder().text("experiment").text("reason").provenance(provenance);
    failures.forEach(one -> table.row(one.experiment, one.reason));
    return table.build();
  }

  /** Success, unless something failed. */
  public static int exitCode(List<Unsolved> failures) {
    return failures.isEmpty() ? ExitCode.SUCCESS : ExitCode.CHECK_FAILED;
  }
}
