package org.capgate.cli.trial;

import java.nio.file.Path;
import java.util.List;
import org.capgate.population.Population;
import org.capgate.selection.Chosen;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The subjects that alone take part, as {@code select} chose them. */
final class ChosenOption {
  @Option(
      names = "--chosen",
      paramLabel = "FILE.csv",
      description = "Only these subjects take part, in turn: chosen.csv of 'capgate select'.")
  private @Nullable Path file;

  /** The normal numbers behind each of them; empty where all take part. */
  List<double[]> normals(Population population) {
    return file == null ? List.of() : Chosen.readNormals(file, population);
  }
}
