package org.capgate.cli.trial;

import org.capgate.cli.options.Arguments;
import org.capgate.input.Place;
import org.capgate.input.SourceText;
import org.capgate.model.ParameterSet;
import org.capgate.population.Population;
import picocli.CommandLine.Option;

/** Whom a command draws: a population that ships, or a file, which has a dot or slash. */
final class PopulationOption {
  @Option(
      names = "--population",
      paramLabel = "NAME|FILE.yaml",
      defaultValue = "depressed-human",
      description = "Who (default: ${DEFAULT-VALUE}); 'capgate presets' lists them.")
  private String word = "depressed-human";

  /** The population, about the typical values of these parameters. */
  Population read(ParameterSet parameters) {
    return word.contains(".") || word.contains("/") || word.contains("\\")
        ? Population.read(SourceText.read(Arguments.path(word)), parameters)
        : Population.named(word, new Place("--population", 0, 0), parameters);
  }
}
