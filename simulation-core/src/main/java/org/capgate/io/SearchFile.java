package org.capgate.io;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.capgate.input.InputException;
import org.capgate.input.Names;
import org.capgate.input.Place;
import org.capgate.input.SeedFiles;
import org.capgate.input.SourceText;
import org.capgate.input.YamlDocument;
import org.capgate.model.ParameterSet;
import org.capgate.scenario.Scenario;
import org.capgate.search.Design;
import org.capgate.search.Goal;
import org.capgate.search.Nsga2;
import org.capgate.search.Search;
import org.capgate.sweep.Axis;
import org.capgate.treatment.Species;

/**
 * A search as a file. The format, {@code capgate-search: 1}, is described in docs/questions.md.
 *
 * @param name lower case, digits and hyphens
 * @param description for the reader, may be empty
 * @param axes what is free
 * @param scenario the subject
 * @param designs the design of values by axis
 * @param compoundText the file of the compound of values by axis; empty where there is none
 * @param references what is compared with, by name
 * @param goals what is wanted
 * @param share of an ensemble in which goals are to be as good as stated
 * @param settings of the search
 * @param text the file itself
 */
public record SearchFile(
    String name,
    String description,
    List<Axis> axes,
    Scenario scenario,
    Function<Map<String, String>, Design> designs,
    Function<Map<String, String>, String> compoundText,
    Map<String, Design> references,
    List<Goal> goals,
    double share,
    Nsga2.Settings settings,
    String text) {
  private static final String FOLDER = "searches";
  private static final String ENDING = ".yaml";

  /**
   * Reads a file. The ends of each axis are tried, so that a value that cannot be is said at once,
   * with its place.
   *
   * @param compound reads the compound file that the search names
   * @param subject as in {@link ScenarioFile#read(SourceText, Function, UnaryOperator)}
   * @param onTop likewise
   */
  public static SearchFile read(
      SourceText source,
      Function<String, SourceText> compound,
      Function<Species, Scenario.Builder> subject,
      UnaryOperator<Scenario> onTop) {
    return new SearchReader(YamlDocument.read(source), source.text(), compound, subject, onTop)
        .read();
  }

  /** Names of the searches that ship with the library, in their order. */
  public static List<String> presets() {
    return SeedFiles.list(FOLDER).stream()
        .map(file -> file.substring(0, file.length() - ENDING.length()))
        .toList();
  }

  /**
   * A search that ships with the library, with the shipped model.
   *
   * @throws InputException for an unknown name, naming the nearest
   */
  public static SearchFile preset(String name) {
    return preset(name, Scenario::of, unchanged -> unchanged);
  }

  /** The same with another model, as in {@link #read}. */
  public static SearchFile preset(
      String name, Function<Species, Scenario.Builder> subject, UnaryOperator<Scenario> onTop) {
    if (!presets().contains(name)) {
      throw new InputException(Place.UNKNOWN, Names.unknown("search", name, presets()));
    }
    return read(
        SeedFiles.text(FOLDER + "/" + name + ENDING),
        file -> SeedFiles.text(FOLDER + "/" + file),
        subject,
        onTop);
  }

  /**
   * The search.
   *
   * @param members parameter sets the designs must do well in; that of the scenario if empty
   */
  public Search search(List<ParameterSet> members) {
    return new Search(
        axes,
        designs,
        scenario,
        members.isEmpty() ? List.of(scenario.parameters()) : members,
        share,
        goals);
  }
}
