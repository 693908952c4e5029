package org.capgate.io;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.capgate.analysis.AtomicFile;
import org.capgate.dynamics.Sampling;
import org.capgate.dynamics.TimeSpan;
import org.capgate.input.Bounds;
import org.capgate.input.InputException;
import org.capgate.input.Names;
import org.capgate.input.Place;
import org.capgate.input.SeedFiles;
import org.capgate.input.SourceText;
import org.capgate.input.YamlDocument;
import org.capgate.model.Readout;
import org.capgate.scenario.Scenario;
import org.capgate.treatment.CompoundCatalogue;
import org.capgate.treatment.Regimen;

/**
 * A whole experiment as a file: a scenario, variants of it to compare with, how long it runs, and
 * what to show. The format, {@code capgate-scenario: 1}, is described in docs/scenario-format.md.
 * Immutable.
 *
 * @param name lower case, digits and hyphens; the label of {@code scenario}
 * @param description one paragraph for the reader, may be empty
 * @param scenario the experiment
 * @param variants what it is compared with, in order
 * @param durationDays end of the run after t = 0, see {@link #DURATION_DAYS}
 * @param sampleEveryMinutes from one sample to the next, see {@link #SAMPLE_MINUTES}
 * @param readouts what to print and plot, at least one
 * @param seed of everything drawn at random
 */
public record ScenarioFile(
    String name,
    String description,
    Scenario scenario,
    List<Variant> variants,
    double durationDays,
    double sampleEveryMinutes,
    List<Readout> readouts,
    long seed) {

  /** Days a run may last. */
  public static final Bounds DURATION_DAYS = Bounds.positive("d").atMost(3650);

  /** Minutes that may lie between samples. */
  public static final Bounds SAMPLE_MINUTES = Bounds.between(0.1, 100_000, "min");

  /** Most samples a run may have. */
  public static final int MOST_SAMPLES = 1_000_000;

  /** Most variants a file may state. */
  public static final int MOST_VARIANTS = 100;

  private static final String FOLDER = "scenarios";
  private static final String ENDING = ".yaml";

  /**
   * A scenario to compare with.
   *
   * @param name the label, unique within the file
   * @param scenario the experiment
   */
  public record Variant(String name, Scenario scenario) {}

  public ScenarioFile {
    DURATION_DAYS.check("duration-days", durationDays);
    SAMPLE_MINUTES.check("sample-every-minutes", sampleEveryMinutes);
    variants = List.copyOf(variants);
    readouts = List.copyOf(readouts);
    for (Variant variant : variants) {
      if (variant.scenario().species() != scenario.species()
          || variant.scenario().preparation() != scenario.preparation()) {
        throw new IllegalArgumentException(
            "variant '" + variant.name() + "' must be of the same species and preparation");
      }
    }
  }

  /** Reads a file; treatments may name the compounds of the standard catalogue. */
  public static ScenarioFile read(Path path) {
    return read(path, CompoundCatalogue.standard());
  }

  /** Reads a file, with the compounds a treatment may name. */
  public static ScenarioFile read(Path path, CompoundCatalogue compounds) {
    return read(SourceText.read(path), compounds);
  }

  /** Reads a text, with the compounds a treatment may name. */
  public static ScenarioFile read(SourceText source, CompoundCatalogue compounds) {
    return new ScenarioReader(YamlDocument.read(source), compounds).read();
  }

  /** Names of the scenarios that ship with the library, in their order. */
  public static List<String> presets() {
    return SeedFiles.list(FOLDER).stream()
        .map(file -> file.substring(0, file.length() - ENDING.length()))
        .toList();
  }

  /**
   * A scenario that ships with the library.
   *
   * @throws InputException for an unknown name, naming the nearest
   */
  public static ScenarioFile preset(String name) {
    return preset(name, CompoundCatalogue.standard());
  }

  /** As {@link #preset(String)}, with the compounds a treatment may name. */
  public static ScenarioFile preset(String name, CompoundCatalogue compounds) {
    List<String> known = presets();
    if (!known.contains(name)) {
      throw new InputException(Place.UNKNOWN, Names.unknown("preset", name, known));
    }
    return read(SeedFiles.text(FOLDER + "/" + name + ENDING), compounds);
  }

  /** The scenario under its name, then the variants under theirs; unmodifiable, in order. */
  public Map<String, Scenario> scenarios() {
    Map<String, Scenario> all = new LinkedHashMap<>();
    all.put(name, scenario);
    variants.forEach(variant -> all.put(variant.name(), variant.scenario()));
    return Collections.unmodifiableMap(all);
  }

  /** From t = 0, or the first dose of any of the scenarios when that is earlier, to the end. */
  public TimeSpan span() {
    return TimeSpan.hours(
        scenarios().values().stream()
            .mapToDouble(one -> span(one.treatment(), durationDays).startHours())
            .reduce(0, Math::min),
        24 * durationDays);
  }

  /** From t = 0, or the first dose when that is earlier, to the end. */
  static TimeSpan span(Regimen treatment, double durationDays) {
    return TimeSpan.hours(Math.min(0, treatment.firstHours()), 24 * durationDays);
  }

  /** When the run is sampled. */
  public Sampling sampling() {
    return Sampling.everyMinutes(sampleEveryMinutes);
  }

  /** The file as text; {@link #read} gives an equal scenario file back. */
  public String toYaml() {
    return new ScenarioWriter(this).render();
  }

  /** Writes {@link #toYaml()} to a file, completely or not at all. */
  public void write(Path path) {
    AtomicFile.write(path, toYaml());
  }
}
