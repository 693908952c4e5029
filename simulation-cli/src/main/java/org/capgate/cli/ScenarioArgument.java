package org.capgate.cli;

import java.nio.file.Path;
import java.util.List;
import org.capgate.input.InputException;
import org.capgate.input.Names;
import org.capgate.input.Place;
import org.capgate.io.ScenarioFile;
import org.capgate.treatment.CompoundCatalogue;

/** A scenario on the command line: a word with a dot or a slash is a file, any other a preset. */
final class ScenarioArgument {
  private ScenarioArgument() {}

  /**
   * Reads the scenario.
   *
   * @throws InputException for an unknown preset, naming the nearest, or a file that is wrong
   */
  static ScenarioFile file(String what, CompoundCatalogue compounds) {
    if (what.contains(".") || what.contains("/") || what.contains("\\")) {
      return ScenarioFile.read(Path.of(what), compounds);
    }
    List<String> presets = ScenarioFile.presets();
    if (!presets.contains(what)) {
      throw new InputException(
          Place.UNKNOWN,
          Names.unknown("preset", what, presets)
              + " ('capgate presets' lists all; a file is named with its ending, as in my.yaml)");
    }
    return ScenarioFile.preset(what, compounds);
  }
}
