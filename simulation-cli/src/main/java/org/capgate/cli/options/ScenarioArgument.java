package org.capgate.cli.options;

import java.util.List;
import java.util.Map;
import org.capgate.input.InputException;
import org.capgate.input.Names;
import org.capgate.input.Place;
import org.capgate.input.SourceText;
import org.capgate.io.ScenarioFile;
import org.capgate.scenario.Scenario;
import org.jspecify.annotations.Nullable;

/** A scenario on the command line: a word with a dot or a slash is a file, any other a preset. */
public final class ScenarioArgument {
  private ScenarioArgument() {}

  /**
   * Reads the scenario. The options change it, and its variants as far as they do not state
   * otherwise.
   *
   * @throws InputException for an unknown preset, naming the nearest, or a file that is wrong
   */
  public static ScenarioFile file(String what, ModelOptions options) {
    ScenarioFile file = ScenarioFile.read(text(what), options::subject, options::changed);
    options.remarkOn(file);
    return file;
  }

  /**
   * A run of a file with its label.
   *
   * @param label of the option {@code --run}; null for the scenario itself
   */
  public static Map.Entry<String, Scenario> run(ScenarioFile file, @Nullable String label) {
    Map<String, Scenario> runs = file.scenarios();
    if (label == null) {
      return runs.entrySet().iterator().next();
    }
    Scenario found = runs.get(label);
    if (found == null) {
      throw new InputException(
          new Place("--run", 0, 0), Names.unknown("run", label, runs.keySet()));
    }
    return Map.entry(label, found);
  }

  private static SourceText text(String what) {
    if (what.contains(".") || what.contains("/") || what.contains("\\")) {
      return SourceText.read(Arguments.path(what));
    }
    List<String> presets = ScenarioFile.presets();
    if (!presets.contains(what)) {
      throw new InputException(
          Place.UNKNOWN,
          Names.unknown("preset", what, presets)
              + " ('capgate presets' lists all; a file is named with its ending, as in my.yaml)");
    }
    return ScenarioFile.presetText(what);
  }
}
