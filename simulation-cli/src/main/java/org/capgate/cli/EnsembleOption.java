package org.capgate.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.capgate.input.Bounds;
import org.capgate.uncertainty.ParameterEnsemble;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options of commands that show what all parameter sets say that agree with the findings. */
final class EnsembleOption {
  private static final Bounds MEMBERS = Bounds.between(2, 100_000, "");

  @Option(
      names = "--ensemble",
      paramLabel = "FILE.csv",
      description = "Sets for the bands, as 'posterior' writes them. Default: those that ship.")
  private @Nullable Path file;

  @Option(
      names = "--members",
      paramLabel = "N",
      defaultValue = "100",
      description = "Sets of it that are used, 2 or more. Default: ${DEFAULT-VALUE}.")
  private String members = "100";

  /** The sets; empty where the point alone is asked for. */
  Optional<ParameterEnsemble> sets(ModelOptions options) {
    int most = Arguments.wholeNumber("--members", members, MEMBERS);
    if (options.isPoint()) {
      return Optional.empty();
    }
    return Optional.of(read().thinned(most));
  }

  /** The sets, for a command that needs many. */
  ParameterEnsemble all() {
    return read().thinned(Arguments.wholeNumber("--members", members, MEMBERS));
  }

  private ParameterEnsemble read() {
    return file == null ? ParameterEnsemble.standard() : ParameterEnsemble.read(file);
  }
}
