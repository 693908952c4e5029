package org.capgate.population;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.ToDoubleFunction;
import org.capgate.input.Bounds;
import org.capgate.input.InputException;
import org.capgate.input.Names;
import org.capgate.input.Numbers;
import org.capgate.input.Place;
import org.capgate.input.SeedFiles;
import org.capgate.input.SourceText;
import org.capgate.input.YamlDocument;
import org.capgate.model.ParameterSet;
import org.capgate.treatment.Species;

/**
 * Who varies, and how: between subjects, which is another thing than what is not known about all of
 * them. Read from a file in the format of {@code seeds/populations}; immutable.
 *
 * <pre>{@code
 * List<Subject> people = Population.named("depressed-human").sample(1000, 1);
 * }</pre>
 */
public final class Population {
  /** Name of the body weight (kg) among what varies. */
  public static final String BODY_WEIGHT = "bodyWeightKilograms";

  /** Name of the lasting stress among what varies. */
  public static final String STRESS = "chronicStress";

  private static final String FOLDER = "populations";
  private static final String ENDING = ".yaml";

  private final String text;
  private final String name;
  private final String description;
  private final Species species;
  private final List<Varied> varied;
  private final Correlated correlated;
  private final List<Limits> plausible;
  private final List<Measurement> measurements;
  private final Optional<Placebo> placebo;
  private final List<History> history;
  private final OptionalInt weight;
  private final OptionalInt stress;

  Population(String text, PopulationReader read) {
    this.text = text;
    name = read.name;
    description = read.description;
    species = read.species;
    varied = List.copyOf(read.varied);
    correlated = new Correlated(varied.size(), read.pairs);
    plausible = List.copyOf(read.plausible);
    measurements = List.copyOf(read.measurements);
    placebo = read.placebo;
    history = List.copyOf(read.history);
    weight = index(BODY_WEIGHT);
    stress = index(STRESS);
  }

  /** Reads a file; typical values it does not state are those of the shipped parameters. */
  public static Population read(Path path) {
    return read(SourceText.read(path), ParameterSet.standard());
  }

  /**
   * Reads a text.
   *
   * @param parameters whose values are typical where the text states none
   */
  public static Population read(SourceText source, ParameterSet parameters) {
    return new Population(
        source.text(), new PopulationReader(YamlDocument.read(source), parameters));
  }

  /** Names of the populations that ship with the library, in their order. */
  public static List<String> names() {
    return SeedFiles.list(FOLDER).stream()
        .map(file -> file.substring(0, file.length() - ENDING.length()))
        .toList();
  }

  /**
   * A population that ships with the library.
   *
   * @throws InputException for an unknown name, naming the nearest
   */
  public static Population named(String name) {
    return named(name, Place.UNKNOWN, ParameterSet.standard());
  }

  /** As {@link #named(String)}, for a name read at a place, around other typical values. */
  public static Population named(String name, Place place, ParameterSet parameters) {
    if (!names().contains(name)) {
      throw new InputException(place, Names.unknown("population", name, names()));
    }
    return read(SeedFiles.text(FOLDER + "/" + name + ENDING), parameters);
  }

  /**
   * The first subjects of a seed, each plausible in its values.
   *
   * @param count ≥ 0
   */
  public List<Subject> sample(int count, long seed) {
    List<Subject> subjects = new ArrayList<>();
    for (int number = 0; number < count; number++) {
      subjects.add(candidates(seed, number).next());
    }
    return subjects;
  }

  /** The candidates for a place in the sample of a seed. */
  public Candidates candidates(long seed, long number) {
    return new Candidates(this, seed, number);
  }

  /**
   * A subject that was drawn before.
   *
   * @param attempts how many draws it took, as {@link Subject#attempts} says
   */
  public Subject again(long seed, long number, int attempts) {
    Candidates candidates = candidates(seed, number);
    Subject subject = candidates.next();
    while (subject.attempts() < attempts) {
      subject = candidates.next();
    }
    return subject;
  }

  /** How many independent standard normal numbers say who a subject is. */
  public int dimensions() {
    return varied.size() + (placebo.isPresent() ? 2 : 0);
  }

  /**
   * The subject of independent standard normal numbers; empty where one of its values is not
   * plausible.
   *
   * @param z one for each that varies, in their order, then expectancy and course of a placebo
   *     response where the population has one; not modified
   */
  public Optional<Subject> subject(long number, double[] z) {
    return subject(number, 1, z.clone());
  }

  Optional<Subject> subject(long number, int attempts, double[] z) {
    if (z.length != dimensions()) {
      throw new IllegalArgumentException(
          "a subject of '%s' needs %s numbers, but got %s".formatted(name, dimensions(), z.length));
    }
    int own = varied.size();
    double[] values = valuesOf(Arrays.copyOf(z, own));
    return values.length < own
        ? Optional.empty()
        : Optional.of(
            new Subject(
                this, number, attempts, z, values, placebo.map(one -> one.of(z[own], z[own + 1]))));
  }

  /**
   * Values from independent standard normal numbers; empty where one is not plausible.
   *
   * @param z overwritten
   */
  double[] valuesOf(double[] z) {
    correlated.apply(z);
    double[] values = new double[z.length];
    for (int i = 0; i < z.length; i++) {
      values[i] = varied.get(i).value(z[i]);
      if (!varied.get(i).isPlausible(values[i])) {
        return new double[0];
      }
    }
    if (weight.isPresent()) {
      double relative = values[weight.getAsInt()] / varied.get(weight.getAsInt()).typical();
      for (int i = 0; i < values.length; i++) {
        double exponent = varied.get(i).weightExponent();
        if (exponent != 0) {
          values[i] *= StrictMath.pow(relative, exponent);
        }
      }
    }
    return values;
  }

  double bodyWeightKilograms(double[] values) {
    return weight.isPresent() ? values[weight.getAsInt()] : species.bodyWeightKilograms();
  }

  double chronicStress(double[] values) {
    return stress.isPresent() ? values[stress.getAsInt()] : 0;
  }

  /**
   * The same subjects nearer to each other, or further apart.
   *
   * @param factor by which the spread of a number is multiplied, ≥ 0
   */
  public Population withSpreads(ToDoubleFunction<Varied> factor) {
    List<Varied> spread = new ArrayList<>();
    StringBuilder changed = new StringBuilder(text);
    for (Varied one : varied) {
      double times =
          Bounds.nonNegative("").check("spread of " + one.name(), factor.applyAsDouble(one));
      spread.add(one.withSpread(times * one.spread()));
      changed.append("# spread of %s times %s\n".formatted(one.name(), Numbers.text(times)));
    }
    return new Population(this, changed.toString(), spread);
  }

  private Population(Population from, String text, List<Varied> varied) {
    this.text = text;
    this.varied = List.copyOf(varied);
    name = from.name;
    description = from.description;
    species = from.species;
    correlated = from.correlated;
    plausible = from.plausible;
    measurements = from.measurements;
    placebo = from.placebo;
    history = from.history;
    weight = from.weight;
    stress = from.stress;
  }

  private OptionalInt index(String wanted) {
    for (int i = 0; i < varied.size(); i++) {
      if (varied.get(i).name().equals(wanted)) {
        return OptionalInt.of(i);
      }
    }
    return OptionalInt.empty();
  }

  /** Its name. */
  public String name() {
    return name;
  }

  /** Who it is, in a sentence or two. */
  public String description() {
    return description;
  }

  /** Of which species. */
  public Species species() {
    return species;
  }

  /** What differs between subjects, in the order of the file. */
  public List<Varied> varied() {
    return varied;
  }

  /** Between which values an untreated subject rests. */
  public List<Limits> plausible() {
    return plausible;
  }

  /** How a readout is measured; empty where it is read without error. */
  public Optional<Measurement> measurement(String readout) {
    return measurements.stream().filter(one -> one.readout().equals(readout)).findFirst();
  }

  /** The response to being treated at all, where there is one. */
  public Optional<Placebo> placebo() {
    return placebo;
  }

  /** What did not help its subjects before. */
  public List<History> history() {
    return history;
  }

  /** The text of its file, from which everything follows but the typical values. */
  public String text() {
    return text;
  }

  @Override
  public String toString() {
    return "%s: %s numbers vary".formatted(name, varied.size());
  }
}
