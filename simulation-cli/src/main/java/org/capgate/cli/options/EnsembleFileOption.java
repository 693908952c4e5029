package org.capgate.cli.options;

import java.nio.file.Path;
import org.capgate.uncertainty.ParameterEnsemble;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Option of commands that use parameter sets that agree with the findings. */
public final class EnsembleFileOption {
  @Option(
      names = "--ensemble",
      paramLabel = "FILE.csv",
      description = "Parameter sets as 'posterior' writes them. Default: those that ship.")
  private @Nullable Path file;

  /** All sets of the file. */
  public ParameterEnsemble sets() {
    return file == null ? ParameterEnsemble.standard() : ParameterEnsemble.read(file);
  }
}
