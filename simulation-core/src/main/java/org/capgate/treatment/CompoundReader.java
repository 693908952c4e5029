package org.capgate.treatment;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.regex.Pattern;
import org.capgate.input.Bounds;
import org.capgate.input.InputException;
import org.capgate.input.Mistakes;
import org.capgate.input.Names;
import org.capgate.input.YamlMapping;
import org.capgate.input.YamlNode;
import org.jspecify.annotations.Nullable;

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

  /** Stands for a number that is wrong; inside the bounds of all. */
  private static final double ANY = 1;

  private final Mistakes mistakes = new Mistakes();
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

  /** Whose kinetics are taken where the document states them by the same nodes; null for none. */
  private final @Nullable Compound earlier;

  /**
   * Reads a tree.
   *
   * @param selectivity see {@link CompoundCatalogue#withNmdaSelectivity}
   */
  CompoundReader(YamlMapping document, double selectivity) {
    this(document, selectivity, null);
  }

  /** Reads a tree that was made from that of a compound. */
  CompoundReader(YamlMapping document, Compound earlier) {
    this(document, earlier.selectivity(), earlier);
  }

  private CompoundReader(YamlMapping document, double selectivity, @Nullable Compound earlier) {
    this.document = document;
    this.selectivity = selectivity;
    this.earlier = earlier;
    document.required("capgate-compound").asScalar().wholeNumber(VERSION, VERSION);
    this.name = mistakes.orElse("", () -> name("name"));
    Compound.Kind[] kinds = Compound.Kind.values();
    Optional<Compound.Kind> stated =
        mistakes.orElse(
            Optional.empty(),
            () ->
                Optional.of(
                    Words.find(
                        kinds,
                        Compound.Kind::word,
                        document.oneOf("kind", Words.all(kinds, Compound.Kind::word)))));
    if (stated.isEmpty()) { // which fields belong to it is not known
      mistakes.check();
    }
    this.kind = stated.orElseThrow();
    mistakes.in(this::requireKnownFields);
    this.aliases = mistakes.orElse(List.of(), this::aliases);
    this.analyte = document.has("analyte") ? mistakes.orElse("", () -> name("analyte")) : name;
    this.description = mistakes.orElse("", () -> document.text("description"));
    if (kind == Compound.Kind.DRUG) {
      this.molarMassGramsPerMole =
          number(document, "molarMassGramsPerMole", Bounds.positive("g/mol").atMost(1e6));
      mistakes.in(this::readKinetics);
    } else {
      this.molarMassGramsPerMole = 0;
    }
    this.targets = mistakes.orElse(List.of(), this::targets);
    this.actuator = kind == Compound.Kind.ACTUATOR ? Optional.of(actuatorOf()) : Optional.empty();
    mistakes.check();
  }

  private void requireKnownFields() {
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
    List<String> written = new ArrayList<>();
    if (document.has("aliases")) {
      mistakes.each(
          document.required("aliases").asSequence(),
          item -> {
            String alias = item.asScalar().requiredText();
            if (!ALIAS.matcher(alias).matches() || alias.equals("none")) {
              throw item.complaint(
                  "an alias must be one word without ';', but was " + Names.quoted(alias));
            }
            written.add(alias);
          });
    }
    return List.copyOf(written);
  }

  private Compound.Actuator actuatorOf() {
    return new Compound.Actuator(
        number(document, "drive", Bounds.between(-1000, 1000, "")),
        number(document, "relaxationPerHour", Bounds.positive("h⁻¹").atMost(1e6)));
  }

  private void readKinetics() {
    YamlMapping all = known(document.mapping("kinetics"), "species", Species.words());
    for (Map.Entry<String, YamlNode> entry : all.fields().entrySet()) {
      mistakes.in(
          () -> {
            Species species = Species.of(entry.getKey());
            YamlMapping stated = entry.getValue().asMapping();
            if (earlier != null && earlier.states(species, stated)) {
              kinetics.put(species, earlier.kineticsAsStated(species));
              numbers.addAll(earlier.numbersOf(species));
            } else {
              kinetics.put(species, kineticsOf(stated));
            }
          });
    }
  }

  private Kinetics kineticsOf(YamlMapping species) {
    mistakes.in(() -> species.knowing("central", "peripheral", "brain", "routes", "metabolites"));
    Kinetics.Central central =
        mistakes.orElse(new Kinetics.Central(ANY, ANY), () -> centralOf(species));
    Optional<Kinetics.Peripheral> peripheral =
        mistakes.orElse(
            Optional.empty(),
            () -> species.optional("peripheral").map(node -> peripheralOf(node.asMapping())));
    Kinetics.Brain brain = mistakes.orElse(new Kinetics.Brain(ANY, ANY), () -> brainOf(species));
    Map<Route, Kinetics.Absorption> routes =
        mistakes.orElse(Map.of(), () -> routesOf(species.mapping("routes")));
    List<Kinetics.Formation> formed = mistakes.orElse(List.of(), () -> metabolitesOf(species));
    return new Kinetics(central, peripheral, brain, routes, formed);
  }

  private Kinetics.Central centralOf(YamlMapping species) {
    YamlMapping central = species.mapping("central");
    mistakes.in(
        () -> central.knowing("volumeLitresPerKilogram", "clearanceLitresPerHourPerKilogram"));
    return new Kinetics.Central(volume(central), clearance(central, "clearance"));
  }

  private Kinetics.Brain brainOf(YamlMapping species) {
    YamlMapping brain = species.mapping("brain");
    mistakes.in(() -> brain.knowing("partitionCoefficient", "equilibrationPerHour"));
    return new Kinetics.Brain(
        number(brain, "partitionCoefficient", Bounds.between(0, 1000, "")),
        rate(brain, "equilibrationPerHour"));
  }

  private Kinetics.Peripheral peripheralOf(YamlMapping peripheral) {
    mistakes.in(
        () -> peripheral.knowing("volumeLitresPerKilogram", "exchangeLitresPerHourPerKilogram"));
    return new Kinetics.Peripheral(volume(peripheral), clearance(peripheral, "exchange"));
  }

  /** Those of its fields that are known; others are mistakes. */
  private YamlMapping known(YamlMapping fields, String what, List<String> words) {
    mistakes.in(() -> fields.knowing(what, words));
    return fields.only(words);
  }

  private Map<Route, Kinetics.Absorption> routesOf(YamlMapping routes) {
    List<String> words =
        Route.words().stream().filter(word -> !word.equals(Route.BATH.word())).toList();
    Map<Route, Kinetics.Absorption> read = new EnumMap<>(Route.class);
    for (Map.Entry<String, YamlNode> entry : known(routes, "route", words).fields().entrySet()) {
      Route route = Route.of(entry.getKey());
      mistakes.in(() -> read.put(route, absorptionOf(route, entry.getValue().asMapping())));
    }
    return read;
  }

  private Kinetics.Absorption absorptionOf(Route route, YamlMapping stated) {
    if (route == Route.INTRAVENOUS) {
      mistakes.in(() -> stated.knowing("bioavailability"));
      return new Kinetics.Absorption(
          number(stated, "bioavailability", FRACTION), Double.POSITIVE_INFINITY, 0, 0);
    }
    if (route == Route.INTRACEREBROVENTRICULAR) {
      mistakes.in(
          () -> stated.knowing("bioavailability", "outflowPerHour", "brainLitresPerKilogram"));
      return new Kinetics.Absorption(
          number(stated, "bioavailability", FRACTION),
          rate(stated, "outflowPerHour"),
          0,
          number(stated, "brainLitresPerKilogram", Bounds.positive("L/kg").atMost(1)));
    }
    mistakes.in(() -> stated.knowing("bioavailability", "absorptionPerHour", "lagHours"));
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
    int before = mistakes.count();
    for (Map.Entry<String, YamlNode> entry : metabolites.fields().entrySet()) {
      mistakes.in(
          () -> {
            YamlMapping stated = entry.getValue().asMapping();
            mistakes.in(() -> stated.knowing("fraction", "firstPassFraction"));
            formed.add(
                new Kinetics.Formation(
                    entry.getKey(),
                    number(stated, "fraction", FRACTION),
                    stated.has("firstPassFraction")
                        ? number(stated, "firstPassFraction", FRACTION)
                        : 0));
          });
    }
    if (mistakes.count() == before) {
      mistakes.in(
          () -> requireShares(metabolites, "fractions", formed, Kinetics.Formation::fraction));
      mistakes.in(
          () ->
              requireShares(
                  metabolites,
                  "first-pass fractions",
                  formed,
                  Kinetics.Formation::firstPassFraction));
    }
    return formed;
  }

  private static void requireShares(
      YamlMapping metabolites,
      String what,
      List<Kinetics.Formation> formed,
      ToDoubleFunction<Kinetics.Formation> share) {
    double total = formed.stream().mapToDouble(share).sum();
    if (total > 1) {
      throw metabolites.complaint(what + " must sum to at most 1, but sum to " + total);
    }
  }

  private List<TargetAction> targets() {
    List<TargetAction> read = new ArrayList<>();
    if (!document.has("targets")) {
      return read;
    }
    List<String> words = new ArrayList<>(Target.words());
    words.add(CHANNEL);
    YamlMapping all = known(document.mapping("targets"), "target", words);
    for (Map.Entry<String, YamlNode> entry : all.fields().entrySet()) {
      mistakes.in(() -> read.addAll(targetsOf(entry.getKey(), entry.getValue(), all)));
    }
    return List.copyOf(read);
  }

  /** One action, or one on the channels of each class of cells. */
  private List<TargetAction> targetsOf(String name, YamlNode node, YamlMapping all) {
    YamlMapping stated = node.asMapping();
    if (!name.equals(CHANNEL)) {
      return List.of(targetOf(Target.of(name), stated));
    }
    for (Target classOnly : List.of(Target.NMDA_INHIBITORY, Target.NMDA_EXCITATORY)) {
      if (all.has(classOnly.word())) {
        mistakes.add(
            all.required(classOnly.word())
                .complaint("is part of %s, which is stated too".formatted(CHANNEL)));
      }
    }
    TargetAction ofInhibitory = targetOf(Target.NMDA_INHIBITORY, stated);
    return List.of(ofInhibitory, ofInhibitory.at(Target.NMDA_EXCITATORY, selectivity));
  }

  private TargetAction targetOf(Target target, YamlMapping stated) {
    mistakes.in(
        () ->
            stated.knowing(
                "potencyMicromolar",
                "hillSlope",
                "maximalEffect",
                "sign",
                "kinetics",
                "offPerHour"));
    boolean blocks =
        mistakes.orElse(
            false, () -> stated.oneOf("sign", List.of("block", "potentiate")).equals("block"));
    Optional<Boolean> isTrapping =
        mistakes.orElse(
            Optional.empty(),
            () ->
                Optional.of(
                    stated
                        .oneOf("kinetics", List.of("reversible", "trapping"))
                        .equals("trapping")));
    boolean trapping = isTrapping.orElse(false);
    if (isTrapping.isPresent() && !trapping && stated.has("offPerHour")) {
      mistakes.add(stated.required("offPerHour").complaint("belongs to trapping kinetics only"));
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
    return mistakes.orElse(ANY, () -> stated(parent.mapping(field), bounds));
  }

  private double stated(YamlMapping stated, Bounds bounds) {
    Mistakes own = new Mistakes();
    own.in(() -> stated.knowing("value", "low", "high", "source"));
    double value =
        own.orElse(
            Double.NaN,
            () -> {
              double number = stated.number("value", Bounds.finite(""));
              bounds
                  .complaint(stated.path(), number)
                  .ifPresent(
                      wrong -> {
                        throw new InputException(stated.required("value").place(), wrong);
                      });
              return number;
            });
    String source = own.orElse("", () -> stated.text("source"));
    boolean ranged = stated.has("low") || stated.has("high") || source.startsWith("ASSUMED");
    double low = ranged ? own.orElse(value, () -> stated.number("low", Bounds.finite(""))) : value;
    boolean isHalf = stated.has("low") || stated.has("high"); // without both, one line is enough
    double high =
        ranged && isHalf
            ? own.orElse(value, () -> stated.number("high", Bounds.finite("")))
            : value;
    if (value < low || value > high) {
      own.add(
          stated.complaint(
              "value %s lies outside its own range %s to %s".formatted(value, low, high)));
    }
    own.check();
    numbers.add(
        new SourcedNumber(
            "%s/%s".formatted(name, stated.path().replace('.', '/')),
            value,
            low,
            high,
            bounds,
            source));
    return value;
  }
}
