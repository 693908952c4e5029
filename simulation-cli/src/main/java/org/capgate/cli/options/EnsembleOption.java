package org.capgate.cli.options;

import java.util.Optional;
import org.capgate.input.Bounds;
import org.capgate.uncertainty.ParameterEnsemble;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Options of commands that show what all parameter sets say that agree with the findings. */
public final class EnsembleOption {
  private static final Bounds MEMBERS = Bounds.between(2, 100_000, "");

  @Mixin private final EnsembleFileOption file = new EnsembleFileOption();

  @Option(
      names = "--members",
      paramLabel = "N",
      defaultValue = "100",
      description = "Sets that are used, 2 or more. Default: ${DEFAULT-VALUE}.")
  private String members = "100";

  /** The sets; empty where the point alone is asked for. */
  public Optional<ParameterEnsemble> sets(ModelOptions options) {
    int most = Arguments.wholeNumber("--members", members, MEMBERS);
    return options.isPoint() ? Optional.empty() : Optional.of(file.sets().thinned(most));
  }

  /** All sets of the file, however many are used elsewhere; empty for the point alone. */
  public Optional<ParameterEnsemble> all(ModelOptions options) {
    return options.isPoint() ? Optional.empty() : Optional.of(file.sets());
  }
}
