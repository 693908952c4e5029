package org.capgate.io;

import java.nio.file.Path;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.capgate.input.SourceText;
import org.capgate.input.YamlDocument;
import org.capgate.scenario.Scenario;
import org.capgate.sweep.Sweep;
import org.capgate.treatment.CompoundCatalogue;
import org.capgate.treatment.Species;

/**
 * A sweep as a file: a scenario in which {@code $name} stands for what is varied, and how it is
 * varied. The format, {@code capgate-sweep: 1}, is described in docs/questions.md.
 *
 * @param name lower case, digits and hyphens
 * @param description for the reader, may be empty
 * @param sweep what is to be done
 * @param seed of the points
 * @param text the file itself
 */
public record SweepFile(String name, String description, Sweep sweep, long seed, String text) {

  /**
   * Reads a file. The ends of each axis are tried, so that a value that cannot be is said at once,
   * with its place.
   */
  public static SweepFile read(Path path) {
    return read(
        SourceText.read(path),
        species -> Scenario.of(species).compounds(CompoundCatalogue.standard()),
        unchanged -> unchanged);
  }

  /** As {@link ScenarioFile#read(SourceText, Function, UnaryOperator)}. */
  public static SweepFile read(
      SourceText source,
      Function<Species, Scenario.Builder> subject,
      UnaryOperator<Scenario> onTop) {
    return new SweepReader(YamlDocument.read(source), source.text(), subject, onTop).read();
  }
}
