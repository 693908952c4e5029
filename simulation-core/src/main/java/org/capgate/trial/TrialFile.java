package org.capgate.trial;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.capgate.input.InputException;
import org.capgate.input.Names;
import org.capgate.input.Place;
import org.capgate.input.SeedFiles;
import org.capgate.input.SourceText;
import org.capgate.input.YamlDocument;
import org.capgate.input.YamlScalar;
import org.capgate.model.ParameterSet;
import org.capgate.population.Population;
import org.capgate.scenario.Scenario;
import org.capgate.treatment.Species;

/**
 * A trial as a file: {@code capgate-trial: 1}, described in docs/populations.md.
 *
 * @param name lower-case words with hyphens
 * @param description what is asked
 * @param trial the trial
 */
public record TrialFile(String name, String description, Trial trial) {
  private static final String FOLDER = "trials";
  private static final String ENDING = ".yaml";

  /** Reads a file; a population may be a file beside it. */
  public static TrialFile read(Path path) {
    return read(SourceText.read(path), Scenario::of);
  }

  /**
   * Reads a text.
   *
   * @param model a subject of a species, with parameters, mechanisms and compounds
   */
  public static TrialFile read(SourceText source, Function<Species, Scenario.Builder> model) {
    return new TrialReader(
            YamlDocument.read(source), scalar -> population(source, scalar, model), model)
        .read();
  }

  /** A word with a dot or a slash is a file beside the trial, any other a shipped population. */
  private static Population population(
      SourceText source, YamlScalar scalar, Function<Species, Scenario.Builder> model) {
    String word = scalar.requiredText();
    // the numbers behind the names are those of the model, which is the same for every species
    ParameterSet parameters = model.apply(Species.HUMAN).build().parameters();
    if (!word.contains(".") && !word.contains("/") && !word.contains("\\")) {
      return Population.named(word, scalar.place(), parameters);
    }
    try {
      return Population.read(
          SourceText.read(Path.of(source.name()).resolveSibling(word)), parameters);
    } catch (InvalidPathException e) {
      throw new InputException(
          scalar.place(), "population: %s is no file name".formatted(Names.quoted(word)), e);
    }
  }

  /** Names of the trials that ship with the library, in their order. */
  public static List<String> presets() {
    return SeedFiles.list(FOLDER).stream()
        .map(file -> file.substring(0, file.length() - ENDING.length()))
        .toList();
  }

  /**
   * A trial that ships with the library.
   *
   * @throws InputException for an unknown name, naming the nearest
   */
  public static TrialFile preset(String name) {
    return read(presetText(name), Scenario::of);
  }

  /** The text of {@link #preset}. */
  public static SourceText presetText(String name) {
    if (!presets().contains(name)) {
      throw new InputException(Place.UNKNOWN, Names.unknown("trial", name, presets()));
    }
    return SeedFiles.text(FOLDER + "/" + name + ENDING);
  }
}
