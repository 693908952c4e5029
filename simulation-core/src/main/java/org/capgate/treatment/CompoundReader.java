package org.capgate.treatment;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.capgate.input.Bounds;
import org.capgate.input.InputException;
import org.capgate.input.Names;
import org.capgate.input.YamlMapping;
import org.capgate.input.YamlNode;

/**
 * Reads and checks the tree of a compound file; the format is described in {@code
 * seeds/compounds/README.md}.
 */
final class CompoundReader {

  /** Version of the format this reader understands. */
  static final int VERSION = 1;

  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");
  private static final Pattern ALIAS = Pattern.compile("[^\\s;]{1,60}");

  /** What a blocker of the NMDA channel writes instead of the receptors of one class. */
  static final String CHANNEL = "nmda";

  private static final Bounds FRACTION = Bounds.between(0, 1, "");

  private final YamlMapping document;
  final double selectivity;
  final String name;
  final List<String> aliases;
  final String analyte;
  final String description;
  final Compound.Kind kind;
  final double molarMassGramsPerMole;
  final EnumMap<Species, Kinetics> kinetics = new EnumMap<>(Species.class);
  final List<TargetAction> targets;
  final Optional<Compound.Actuator> actuator;
  final List<SourcedNumber> numbers = new ArrayList<>();

  /**
   * Reads a tree.
   *
   * @param selectivity see {@link CompoundCatalogue#withNmdaSelectivity}
   */
  CompoundReader(YamlMapping document, double selectivity) {
    this.document = document;
    this.selectivity = selectivity;
    document.required("capgate-compound").asScalar().wholeNumber(VERSION, VERSION);
    this.name = name("name");
    Compound.Kind[] kinds = Compound.Kind.values();
    this.kind =
        Words.find(
            kinds,
            Compound.Kind::word,
            document.oneOf("kind", Words.all(kinds, Compound.Kind::word)));
    switch (kind) {
      case DRUG ->
          document.knowing(
              "capgate-compound",
              "name",
              "kind",
              "aliases",
              "analyte",
              "description",
              "molarMassGramsPerMole",
              "kinetics",
              "targets");
      case INERT -> document.knowing("capgate-compound", "name", "kind", "aliases", "description");
      case ACTUATOR ->
          document.knowing(
              "capgate-compound",
              "name",
              "kind",
              "aliases",
              "description",
              "drive",
              "relaxationPerHour");
    }
    this.aliases = aliases();
    this.analyte = document.has("analyte") ? name("analyte") : name;
    this.description = document.text("description");
    if (kind == Compound.Kind.DRUG) {
      this.molarMassGramsPerMole =
          number(document, "molarMassGramsPerMole", Bounds.positive("g/mol").atMost(1e6));
      readKinetics();
    } else {
      this.molarMassGramsPerMole = 0;
    }
    this.targets = targets();
    this.actuator = kind == Compound.Kind.ACTUATOR ? Optional.of(actuatorOf()) : Optional.empty();
  }

  Compound compound() {
    return new Compound(document, this);
  }

  private String name(String field) {
    String written = document.text(field);
    if (!NAME.matcher(written).matches() || written.equals("none")) {
      throw document
          .required(field)
          .complaint(
              "must be lower-case letters, digits and hyphens, and not 'none', but was "
                  + Names.quoted(written));
    }
    return written;
  }

  private List<String> aliases() {
    List<String> written = document.texts("aliases");
    for (String alias : written) {
      if (!ALIAS.matcher(alias).matches() || alias.equals("none")) {
        throw document
            .required("aliases")
            .complaint("an alias must be one word without ';', but was " + Names.quoted(alias));
      }
    }
    return written;
  }

  private Compound.Actuator actuatorOf() {
    return new Compound.Actuator(
        number(document, "drive", Bounds.between(-1000, 1000, "")),
        number(document, "relaxationPerHour", Bounds.positive("h⁻¹").atMost(1e6)));
  }

  private void readKinetics() {
    YamlMapping all = document.mapping("kinetics").knowing("species", Species.words());
    for (Map.Entry<String, YamlNode> entry : all.fields().entrySet()) {
      kinetics.put(Species.of(entry.getKey()), kineticsOf(entry.getValue().asMapping()));
    }
  }

  private Kinetics kineticsOf(YamlMapping species) {
    species.knowing("central", "peripheral", "brain", "routes", "metabolites");
    YamlMapping central =
        species
            .mapping("central")
            .knowing("volumeLitresPerKilogram", "clearanceLitresPerHourPerKilogram");
    YamlMapping brain =
        species.mapping("brain").knowing("partitionCoefficient", "equilibrationPerHour");
    return new Kinetics(
        new Kinetics.Central(volume(central), clearance(central, "clearance")),
        species.optional("peripheral").map(node -> peripheralOf(node.asMapping())),
        new Kinetics.Brain(
            number(brain, "partitionCoefficient", Bounds.between(0, 1000, "")),
            rate(brain, "equilibrationPerHour")),
        routesOf(species.mapping("routes")),
        metabolitesOf(species));
  }

  private Kinetics.Peripheral peripheralOf(YamlMapping peripheral) {
    peripheral.knowing("volumeLitresPerKilogram", "exchangeLitresPerHourPerKilogram");
    return new Kinetics.Peripheral(volume(peripheral), clearance(peripheral, "exchange"));
  }

  private Map<Route, Kinetics.Absorption> routesOf(YamlMapping routes) {
    List<String> words =
        Route.words().stream().filter(word -> !word.equals(Route.BATH.word())).toList();
    routes.knowing("route", words);
    Map<Route, Kinetics.Absorption> read = new EnumMap<>(Route.class);
    for (Map.Entry<String, YamlNode> entry : routes.fields().entrySet()) {
      Route route = Route.of(entry.getKey());
      read.put(route, absorptionOf(route, entry.getValue().asMapping()));
    }
    return read;
  }

  private Kinetics.Absorption absorptionOf(Route route, YamlMapping stated) {
    if (route == Route.INTRAVENOUS) {
      stated.knowing("bioavailability");
      return new Kinetics.Absorption(
          number(stated, "bioavailability", FRACTION), Double.POSITIVE_INFINITY, 0, 0);
    }
    if (route == Route.INTRACEREBROVENTRICULAR) {
      stated.knowing("bioavailability", "outflowPerHour", "brainLitresPerKilogram");
      return new Kinetics.Absorption(
          number(stated, "bioavailability", FRACTION),
          rate(stated, "outflowPerHour"),
          0,
          number(stated, "brainLitresPerKilogram", Bounds.positive("L/kg").atMost(1)));
    }
    stated.knowing("bioavailability", "absorptionPerHour", "lagHours");
    return new Kinetics.Absorption(
        number(stated, "bioavailability", FRACTION),
        rate(stated, "absorptionPerHour"),
        stated.has("lagHours") ? number(stated, "lagHours", Bounds.between(0, 48, "h")) : 0,
        0);
  }

  private List<Kinetics.Formation> metabolitesOf(YamlMapping species) {
    List<Kinetics.Formation> formed = new ArrayList<>();
    if (!species.has("metabolites")) {
      return formed;
    }
    YamlMapping metabolites = species.mapping("metabolites");
    double total = 0;
    for (Map.Entry<String, YamlNode> entry : metabolites.fields().entrySet()) {
      YamlMapping stated = entry.getValue().asMapping().knowing("fraction");
      double fraction = number(stated, "fraction", FRACTION);
      total += fraction;
      formed.add(new Kinetics.Formation(entry.getKey(), fraction));
    }
    if (total > 1) {
      throw metabolites.complaint("fractions must sum to at most 1, but sum to " + total);
    }
    return formed;
  }

  private List<TargetAction> targets() {
    List<TargetAction> read = new ArrayList<>();
    if (!document.has("targets")) {
      return read;
    }
    List<String> words = new ArrayList<>(Target.words());
    words.add(CHANNEL);
    YamlMapping all = document.mapping("targets").knowing("target", words);
    for (Map.Entry<String, YamlNode> entry : all.fields().entrySet()) {
      YamlMapping stated = entry.getValue().asMapping();
      if (!entry.getKey().equals(CHANNEL)) {
        read.add(targetOf(Target.of(entry.getKey()), stated));
        continue;
      }
      for (Target classOnly : List.of(Target.NMDA_INHIBITORY, Target.NMDA_EXCITATORY)) {
        if (all.has(classOnly.word())) {
          throw all.required(classOnly.word())
              .complaint("is part of %s, which is stated too".formatted(CHANNEL));
        }
      }
      TargetAction ofInhibitory = targetOf(Target.NMDA_INHIBITORY, stated);
      read.add(ofInhibitory);
      read.add(ofInhibitory.at(Target.NMDA_EXCITATORY, selectivity));
    }
    return List.copyOf(read);
  }

  private TargetAction targetOf(Target target, YamlMapping stated) {
    stated.knowing(
        "potencyMicromolar", "hillSlope", "maximalEffect", "sign", "kinetics", "offPerHour");
    boolean blocks = stated.oneOf("sign", List.of("block", "potentiate")).equals("block");
    boolean trapping =
        stated.oneOf("kinetics", List.of("reversible", "trapping")).equals("trapping");
    if (!trapping && stated.has("offPerHour")) {
      throw stated.required("offPerHour").complaint("belongs to trapping kinetics only");
    }
    TargetAction.Sign sign = blocks ? TargetAction.Sign.BLOCK : TargetAction.Sign.POTENTIATE;
    return new TargetAction(
        target,
        number(stated, "potencyMicromolar", Bounds.positive("µM").atMost(1e9)),
        number(stated, "hillSlope", Bounds.between(1, 10, "")),
        number(stated, "maximalEffect", TargetAction.maximalEffectBounds(target, sign)),
        sign,
        trapping ? rate(stated, "offPerHour") : Double.POSITIVE_INFINITY);
  }

  private double volume(YamlMapping compartment) {
    return number(compartment, "volumeLitresPerKilogram", Bounds.positive("L/kg").atMost(1e6));
  }

  private double clearance(YamlMapping compartment, String what) {
    return number(
        compartment, what + "LitresPerHourPerKilogram", Bounds.positive("L/h/kg").atMost(1e6));
  }

  private double rate(YamlMapping stated, String field) {
    return number(stated, field, Bounds.positive("h⁻¹").atMost(1e6));
  }

  /** A number with its source: {@code {value: 1, low: 0.3, high: 2, source: "..."}}. */
  private double number(YamlMapping parent, String field, Bounds bounds) {
    YamlMapping stated = parent.mapping(field).knowing("value", "low", "high", "source");
    double value = stated.number("value", Bounds.finite(""));
    bounds
        .complaint(stated.path(), value)
        .ifPresent(
            wrong -> {
              throw new InputException(stated.required("value").place(), wrong);
            });
    String source = stated.text("source");
    boolean ranged = stated.has("low") || stated.has("high") || source.startsWith("ASSUMED");
    double low = ranged ? stated.number("low", Bounds.finite("")) : value;
    double high = ranged ? stated.number("high", Bounds.finite("")) : value;
    if (value < low || value > high) {
      throw stated.complaint(
          "value " + value + " lies outside its own range " + low + " to " + high);
    }
    numbers.add(
        new SourcedNumber(
            name + "/" + stated.path().replace('.', '/'), value, low, high, bounds, source));
    return value;
  }
}
