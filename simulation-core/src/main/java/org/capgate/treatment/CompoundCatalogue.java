package org.capgate.treatment;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.capgate.input.Bounds;
import org.capgate.input.InputException;
import org.capgate.input.Names;
import org.capgate.input.Numbers;
import org.capgate.input.Place;
import org.capgate.input.SeedFiles;
import org.capgate.input.YamlMapping;
import org.capgate.input.YamlNode;
import org.capgate.input.YamlScalar;
import org.jspecify.annotations.Nullable;

/**
 * The compounds a regimen may name. Immutable: adding a compound or changing a number gives another
 * catalogue. Names, aliases and the references to metabolites are checked when a catalogue is made.
 */
public final class CompoundCatalogue {

  /** Selectivity until one is chosen; the scenarios choose that of their parameters. */
  static final double NMDA_SELECTIVITY = 10;

  private final Map<String, Compound> byName;
  private final Map<String, String> nameOf;
  private final Map<String, SourcedNumber> numbers;

  /** The one whose numbers were changed to make this one; null when it was made otherwise. */
  private final @Nullable CompoundCatalogue origin;

  private final boolean hasCoarseEffects;

  /** The same with coarse effects; null before somebody asks for it. */
  private @Nullable CompoundCatalogue coarse;

  /** The same with coarse effects. */
  private CompoundCatalogue(CompoundCatalogue fine) {
    byName = fine.byName;
    nameOf = fine.nameOf;
    numbers = fine.numbers;
    origin = null;
    hasCoarseEffects = true;
  }

  /** The same compounds with other numbers. */
  private CompoundCatalogue(CompoundCatalogue before, Map<String, Compound> byName) {
    origin = before.origin == null ? before : before.origin;
    hasCoarseEffects = before.hasCoarseEffects;
    this.byName = Collections.unmodifiableMap(byName);
    nameOf = before.nameOf;
    numbers = byPath(byName);
  }

  private CompoundCatalogue(Map<String, Compound> byName, boolean hasCoarseEffects) {
    origin = null;
    this.hasCoarseEffects = hasCoarseEffects;
    this.byName = Collections.unmodifiableMap(new LinkedHashMap<>(byName));
    Map<String, String> names = new LinkedHashMap<>();
    for (Compound compound : byName.values()) {
      names.put(compound.name(), compound.name());
    }
    for (Compound compound : byName.values()) {
      for (String alias : compound.aliases()) {
        String earlier = names.putIfAbsent(alias, compound.name());
        if (earlier != null) {
          throw compound
              .document()
              .required("aliases")
              .complaint("'" + alias + "' already names the compound '" + earlier + "'");
        }
      }
    }
    this.nameOf = Collections.unmodifiableMap(names);
    byName.values().forEach(this::checkMetabolites);
    numbers = byPath(byName);
  }

  private static Map<String, SourcedNumber> byPath(Map<String, Compound> byName) {
    Map<String, SourcedNumber> byPath = new LinkedHashMap<>();
    for (Compound compound : byName.values()) {
      compound.numbers().forEach(number -> byPath.put(number.path(), number));
    }
    return Collections.unmodifiableMap(byPath);
  }

  /** The compounds that ship with the library, folder {@code seeds/compounds}. */
  public static CompoundCatalogue standard() {
    return Standard.CATALOGUE;
  }

  /** A catalogue of these compounds alone. */
  public static CompoundCatalogue of(Collection<Compound> compounds) {
    Map<String, Compound> byName = new LinkedHashMap<>();
    for (Compound compound : compounds) {
      if (byName.put(compound.name(), compound) != null) {
        throw compound.document().required("name").complaint("is the name of two compounds");
      }
    }
    return new CompoundCatalogue(byName, false);
  }

  /**
   * A catalogue of what regimens give to a species, with all it becomes there, and nothing else.
   *
   * @throws InputException when a compound is not known
   */
  public CompoundCatalogue given(Species species, Collection<Regimen> regimens) {
    Map<String, Compound> needed = new LinkedHashMap<>();
    List<String> open = new ArrayList<>();
    for (Regimen regimen : regimens) {
      regimen.administrations().forEach(given -> open.add(given.compound()));
    }
    for (int i = 0; i < open.size(); i++) {
      Compound compound = named(open.get(i));
      if (needed.putIfAbsent(compound.name(), compound.in(species)) == null) {
        compound
            .kinetics(species)
            .ifPresent(
                kinetics -> kinetics.metabolites().forEach(formed -> open.add(formed.compound())));
      }
    }
    return new CompoundCatalogue(needed, hasCoarseEffects);
  }

  /**
   * The same compounds for runs to a tolerance of about 1e-4: their effects are tabulated to 1e-8
   * of the largest, which takes a third of the time.
   */
  public synchronized CompoundCatalogue withCoarseEffects() {
    if (hasCoarseEffects) {
      return this;
    }
    if (coarse == null) {
      coarse = new CompoundCatalogue(this);
    }
    return coarse;
  }

  /** Whether effects are tabulated for runs to a tolerance of about 1e-4. */
  public boolean hasCoarseEffects() {
    return hasCoarseEffects;
  }

  /** This catalogue with a compound added, or replaced when the name is known already. */
  public CompoundCatalogue with(Compound compound) {
    Map<String, Compound> changed = new LinkedHashMap<>(byName);
    changed.put(compound.name(), compound);
    return new CompoundCatalogue(changed, hasCoarseEffects);
  }

  /** This catalogue with the compounds of files added; the files may refer to each other. */
  public CompoundCatalogue withFile(Path... paths) {
    Map<String, Compound> changed = new LinkedHashMap<>(byName);
    for (Path path : paths) {
      Compound compound = Compound.read(path);
      changed.put(compound.name(), compound);
    }
    return new CompoundCatalogue(changed, hasCoarseEffects);
  }

  /**
   * This catalogue with one number changed; its plausible range is widened when needed. In a
   * scenario the fitted numbers of its parameter set replace those of the catalogue: there a number
   * is set by {@code ParameterSet.with}, under the same path.
   *
   * @param path as in {@link SourcedNumber#path}; a unique beginning of a field name is enough, as
   *     in {@code ketamine/targets/nmda-inhibitory/potency}
   * @param value in the unit of the field
   */
  public CompoundCatalogue withNumber(String path, double value) {
    return withNumbers(Map.of(path, value));
  }

  /** As {@link #withNumber}, for many numbers at once. */
  public CompoundCatalogue withNumbers(Map<String, Double> values) {
    Map<String, YamlMapping> documents = new LinkedHashMap<>();
    for (Map.Entry<String, Double> entry : values.entrySet()) {
      SourcedNumber present = numbers.get(entry.getKey());
      if (present != null && present.value() == entry.getValue()) {
        continue;
      }
      String[] words = entry.getKey().split("/", -1);
      Compound compound = compound(words[0], Place.UNKNOWN);
      YamlMapping document = documents.getOrDefault(compound.name(), compound.document());
      documents.put(
          compound.name(),
          changed(
              document,
              Arrays.asList(words).subList(1, words.length),
              entry.getKey(),
              entry.getValue()));
    }
    Map<String, Compound> changed = new LinkedHashMap<>(byName);
    documents.forEach(
        (name, document) -> changed.put(name, compound(name, Place.UNKNOWN).changed(document)));
    return new CompoundCatalogue(this, changed);
  }

  /**
   * This catalogue in cells of another selectivity.
   *
   * @param selectivity how many times the concentration a blocker of the NMDA channel (target
   *     {@code nmda}) needs at receptors of excitatory neurons, whose channels are open less,
   *     compared with those of tonically active inhibitory ones; > 0
   */
  public CompoundCatalogue withNmdaSelectivity(double selectivity) {
    Bounds.positive("").check("selectivity", selectivity);
    Map<String, Compound> changed = new LinkedHashMap<>();
    byName.forEach(
        (name, compound) -> changed.put(name, compound.withNmdaSelectivity(selectivity)));
    return new CompoundCatalogue(this, changed);
  }

  private static YamlMapping changed(
      YamlMapping mapping, List<String> words, String path, double value) {
    if (words.isEmpty()) {
      if (!mapping.has("value")) {
        throw new InputException(
            Place.UNKNOWN,
            Names.quoted(path) + " is no number but a group of " + mapping.fields().keySet());
      }
      return withValue(mapping, path, value);
    }
    String field = field(mapping, words.get(0), path);
    YamlNode node = mapping.required(field);
    if (!(node instanceof YamlMapping inner)) {
      throw new InputException(Place.UNKNOWN, Names.quoted(path) + " is no number");
    }
    return mapping.with(field, changed(inner, words.subList(1, words.size()), path, value));
  }

  private static String field(YamlMapping mapping, String word, String path) {
    if (mapping.has(word)) {
      return word;
    }
    List<String> begun =
        mapping.fields().keySet().stream()
            .filter(name -> !word.isEmpty() && name.startsWith(word))
            .toList();
    if (begun.size() != 1) {
      throw new InputException(
          Place.UNKNOWN,
          Names.quoted(path) + ": " + Names.unknown("field", word, mapping.fields().keySet()));
    }
    return begun.get(0);
  }

  private static YamlMapping withValue(YamlMapping number, String path, double value) {
    if (!Double.isFinite(value)) {
      throw new InputException(Place.UNKNOWN, path + " must be finite, but was " + value);
    }
    YamlMapping changed = number.with("value", scalar(number, "value", value));
    if (number.has("low") && value < Double.parseDouble(number.text("low"))) {
      changed = changed.with("low", scalar(number, "low", value));
    }
    if (number.has("high") && value > Double.parseDouble(number.text("high"))) {
      changed = changed.with("high", scalar(number, "high", value));
    }
    return changed;
  }

  private static YamlScalar scalar(YamlMapping number, String field, double value) {
    String path = number.path() + "." + field;
    return new YamlScalar(number.place(), path, Numbers.text(value), true);
  }

  /** The compound with a name or alias, when it is known. */
  public Optional<Compound> find(String nameOrAlias) {
    return Optional.ofNullable(nameOf.get(nameOrAlias)).map(byName::get);
  }

  /**
   * The compound with a name or alias.
   *
   * @throws InputException naming the nearest known compound
   */
  public Compound named(String nameOrAlias) {
    return compound(nameOrAlias, Place.UNKNOWN);
  }

  /** As {@link #named}, for a word read from a text. */
  public Compound compound(String nameOrAlias, Place place) {
    return find(nameOrAlias)
        .orElseThrow(
            () ->
                new InputException(place, Names.unknown("compound", nameOrAlias, nameOf.keySet())));
  }

  /** All compounds, in the order they were added. */
  public List<Compound> compounds() {
    return List.copyOf(byName.values());
  }

  /** All names and aliases. */
  public List<String> names() {
    return List.copyOf(nameOf.keySet());
  }

  /** Every number of every compound, with its plausible range and source. */
  public List<SourcedNumber> numbers() {
    return List.copyOf(numbers.values());
  }

  /** {@link #numbers} by path, unmodifiable, in order. */
  public Map<String, SourcedNumber> numbersByPath() {
    return numbers;
  }

  /**
   * The catalogue whose exposures of a regimen are those of this one, too: the one it was made from
   * where no number of a compound that is given, or is formed from one, was changed.
   */
  public CompoundCatalogue sharing(Regimen regimen) {
    CompoundCatalogue other = origin;
    return other != null
            && regimen.administrations().stream()
                .allMatch(given -> isAsIn(other, given.compound(), new HashSet<>()))
        ? other
        : this;
  }

  private boolean isAsIn(CompoundCatalogue other, String nameOrAlias, Set<String> seen) {
    Compound compound = find(nameOrAlias).orElse(null);
    if (compound == null || other.find(nameOrAlias).orElse(null) != compound) {
      return false;
    }
    return !seen.add(compound.name())
        || compound.knownSpecies().stream()
            .flatMap(species -> compound.kinetics(species).stream())
            .flatMap(kinetics -> kinetics.metabolites().stream())
            .allMatch(formed -> isAsIn(other, formed.compound(), seen));
  }

  private void checkMetabolites(Compound compound) {
    for (Species species : compound.knownSpecies()) {
      visit(compound, species, new LinkedHashSet<>(), new HashSet<>());
    }
  }

  /**
   * Walks down the metabolites; the line is the way here, cleared are those known to be free of
   * cycles.
   */
  private void visit(Compound compound, Species species, Set<String> line, Set<String> cleared) {
    if (cleared.contains(compound.name())) {
      return;
    }
    if (!line.add(compound.name())) {
      throw metabolites(compound, species)
          .complaint("'" + compound.name() + "' is formed from itself through " + line);
    }
    for (Kinetics.Formation formation : compound.kinetics(species).orElseThrow().metabolites()) {
      visit(metabolite(compound, species, formation), species, line, cleared);
    }
    line.remove(compound.name());
    cleared.add(compound.name());
  }

  private Compound metabolite(Compound parent, Species species, Kinetics.Formation formation) {
    Compound formed = byName.get(formation.compound());
    YamlMapping stated = metabolites(parent, species);
    Place place = stated.placeOfName(formation.compound());
    if (formed == null) {
      throw new InputException(
          place,
          stated.path() + ": " + Names.unknown("compound", formation.compound(), byName.keySet()));
    }
    if (formed.kinetics(species).isEmpty()) {
      throw new InputException(
          place, stated.path() + ": '" + formed.name() + "' has no kinetics for " + species.word());
    }
    return formed;
  }

  private static YamlMapping metabolites(Compound compound, Species species) {
    return compound.document().mapping("kinetics").mapping(species.word()).mapping("metabolites");
  }

  @Override
  public String toString() {
    return "compounds: " + String.join(", ", byName.keySet());
  }

  /** Read once, when first asked for. */
  private static final class Standard {
    private static final CompoundCatalogue CATALOGUE =
        of(
            SeedFiles.list("compounds").stream()
                .map(file -> Compound.read(SeedFiles.text("compounds/" + file)))
                .toList());

    private Standard() {}
  }
}
