package org.capgate.cli.trial;

import org.capgate.cli.options.Arguments;
import org.capgate.input.Place;
import org.capgate.input.SourceText;
import org.capgate.model.ParameterSet;
import org.capgate.population.Population;

/** A population named on the command line: one that ships, or a file, which has a dot or slash. */
final class PopulationArgument {
  private PopulationArgument() {}

  static Population read(String word, ParameterSet parameters) {
    return word.contains(".") || word.contains("/") || word.contains("\\")
        ? Population.read(SourceText.read(Arguments.path(word)), parameters)
        : Population.named(word, new Place("--population", 0, 0), parameters);
  }
}
