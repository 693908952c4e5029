package org.capgate.treatment;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.capgate.input.SourceText;
import org.capgate.input.YamlDocument;
import org.capgate.input.YamlMapping;

/**
 * One chemical substance, or one chemogenetic actuator, as data: how each species handles it and
 * what it acts on. A metabolite is a compound of its own. Read from a file in the format of {@code
 * seeds/compounds}; immutable.
 */
public final class Compound {

  /** What sort of thing the file describes. */
  public enum Kind {
    /** A substance with kinetics and, usually, targets. */
    DRUG,
    /** A substance that does nothing and may be given in any way, such as saline. */
    INERT,
    /** A receptor engineered into cells, activated for a time. */
    ACTUATOR;

    /** The word of the data files. */
    public String word() {
      return Words.kebab(this);
    }
  }

  /**
   * Additive drive of an activated receptor: dx/dt = k·(D − x) while it is activated, dx/dt = −k·x
   * after (Eq. T5).
   *
   * @param drive D, dimensionless; positive excites, negative silences
   * @param relaxationPerHour k (h⁻¹), > 0
   */
  public record Actuator(double drive, double relaxationPerHour) {}

  private final YamlMapping document;
  private final double selectivity;
  private final String name;
  private final List<String> aliases;
  private final String analyte;
  private final String description;
  private final Kind kind;
  private final double molarMassGramsPerMole;
  private final EnumMap<Species, Kinetics> kinetics;
  private final EnumMap<Species, Kinetics> kineticsAsStated; // in the document
  private final List<TargetAction> targets;
  private final Optional<Actuator> actuator;
  private final List<SourcedNumber> numbers;

  Compound(YamlMapping document, CompoundReader read) {
    this.document = document;
    this.selectivity = read.selectivity;
    this.name = read.name;
    this.aliases = read.aliases;
    this.analyte = read.analyte;
    this.description = read.description;
    this.kind = read.kind;
    this.molarMassGramsPerMole = read.molarMassGramsPerMole;
    this.kinetics = read.kinetics;
    this.kineticsAsStated = read.kinetics;
    this.targets = read.targets;
    this.actuator = read.actuator;
    this.numbers = List.copyOf(read.numbers);
  }

  /** In cells of another selectivity: only its action on the channels of excitatory cells moves. */
  private Compound(Compound other, double selectivity) {
    document = other.document;
    this.selectivity = selectivity;
    name = other.name;
    aliases = other.aliases;
    analyte = other.analyte;
    description = other.description;
    kind = other.kind;
    molarMassGramsPerMole = other.molarMassGramsPerMole;
    kinetics = other.kinetics;
    kineticsAsStated = other.kineticsAsStated;
    TargetAction ofInhibitory =
        other.targets.stream()
            .filter(action -> action.target() == Target.NMDA_INHIBITORY)
            .findFirst()
            .orElseThrow();
    targets =
        other.targets.stream()
            .map(
                action ->
                    action.target() == Target.NMDA_EXCITATORY
                        ? ofInhibitory.at(Target.NMDA_EXCITATORY, selectivity)
                        : action)
            .toList();
    actuator = other.actuator;
    numbers = other.numbers;
  }

  /**
   * With other values of numbers, which its document and its list of numbers do not show: for
   * building exposures.
   */
  private Compound(
      Compound other, EnumMap<Species, Kinetics> kinetics, List<TargetAction> targets) {
    document = other.document;
    selectivity = other.selectivity;
    name = other.name;
    aliases = other.aliases;
    analyte = other.analyte;
    description = other.description;
    kind = other.kind;
    molarMassGramsPerMole = other.molarMassGramsPerMole;
    this.kinetics = kinetics;
    kineticsAsStated = other.kineticsAsStated;
    this.targets = targets;
    actuator = other.actuator;
    numbers = other.numbers;
  }

  /** With other kinetics in a species, for building exposures. */
  Compound with(Species species, Kinetics changed) {
    EnumMap<Species, Kinetics> all = new EnumMap<>(kinetics);
    all.put(species, changed);
    return new Compound(this, all, targets);
  }

  /** With other actions, for building exposures; those on one channel follow each other. */
  Compound with(List<TargetAction> changed) {
    Compound own = new Compound(this, kinetics, List.copyOf(changed));
    return statesChannel() ? new Compound(own, selectivity) : own;
  }

  private boolean statesChannel() {
    return document.has("targets") && document.mapping("targets").has(CompoundReader.CHANNEL);
  }

  /** Reads a compound file. */
  public static Compound read(Path path) {
    return read(SourceText.read(path));
  }

  /** Reads a text in the format of a compound file. */
  public static Compound read(SourceText source) {
    return read(YamlDocument.read(source));
  }

  static Compound read(YamlMapping document) {
    return new CompoundReader(document, CompoundCatalogue.NMDA_SELECTIVITY).compound();
  }

  /** The same substance with other numbers. */
  Compound changed(YamlMapping numbers) {
    return new CompoundReader(numbers, this).compound();
  }

  /** Whether the document states the kinetics in a species by this node. */
  boolean states(Species species, YamlMapping kineticsOfSpecies) {
    return kineticsAsStated.containsKey(species)
        && document.mapping("kinetics").required(species.word()) == kineticsOfSpecies;
  }

  /** Kinetics in a species that the document states. */
  Kinetics kineticsAsStated(Species species) {
    return Objects.requireNonNull(kineticsAsStated.get(species));
  }

  /** The numbers of the kinetics in a species. */
  List<SourcedNumber> numbersOf(Species species) {
    String beginning = "%s/kinetics/%s/".formatted(name, species.word());
    return numbers.stream().filter(number -> number.path().startsWith(beginning)).toList();
  }

  /** The same substance as one species handles it; fewer numbers to read when some are changed. */
  Compound in(Species species) {
    if (!document.has("kinetics")) {
      return this;
    }
    YamlMapping own = document.mapping("kinetics").only(List.of(species.word()));
    return changed(document.with("kinetics", own));
  }

  /** The same substance in cells of another selectivity. */
  Compound withNmdaSelectivity(double changed) {
    return changed == selectivity || !statesChannel() ? this : new Compound(this, changed);
  }

  /** Of the NMDA channel, see {@link CompoundCatalogue#withNmdaSelectivity}. */
  double selectivity() {
    return selectivity;
  }

  /** The name used in regimens. */
  public String name() {
    return name;
  }

  /** Other names accepted in regimens. */
  public List<String> aliases() {
    return aliases;
  }

  /** The substance it is measured as: a stereoisomer of ketamine counts as {@code ketamine}. */
  public String analyte() {
    return analyte;
  }

  /** What it is, in a sentence. */
  public String description() {
    return description;
  }

  /** What sort of thing it is. */
  public Kind kind() {
    return kind;
  }

  /** Molar mass (g/mol); 0 unless it is a drug. */
  public double molarMassGramsPerMole() {
    return molarMassGramsPerMole;
  }

  /** What the species does to it, when that is known. */
  public Optional<Kinetics> kinetics(Species species) {
    return Optional.ofNullable(kinetics.get(species));
  }

  /** The species whose kinetics are known, in the order of {@link Species}. */
  public List<Species> knownSpecies() {
    return List.copyOf(kinetics.keySet());
  }

  /** What it acts on, in the order of the file. */
  public List<TargetAction> targets() {
    return targets;
  }

  /** The drive of an actuator. */
  public Optional<Actuator> actuator() {
    return actuator;
  }

  /** Every number of the file with its plausible range and source, in the order of reading. */
  public List<SourcedNumber> numbers() {
    return numbers;
  }

  /** The file as a tree, from which the compound was read. */
  YamlMapping document() {
    return document;
  }

  @Override
  public String toString() {
    return name;
  }
}
