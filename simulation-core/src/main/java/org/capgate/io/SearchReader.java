package org.capgate.io;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.capgate.exposure.Exposure;
import org.capgate.input.Bounds;
import org.capgate.input.InputException;
import org.capgate.input.Mistakes;
import org.capgate.input.Names;
import org.capgate.input.Place;
import org.capgate.input.SourceText;
import org.capgate.input.YamlDocument;
import org.capgate.input.YamlMapping;
import org.capgate.input.YamlScalar;
import org.capgate.input.YamlSequence;
import org.capgate.model.Readout;
import org.capgate.scenario.Scenario;
import org.capgate.search.Design;
import org.capgate.search.Goal;
import org.capgate.search.Measure;
import org.capgate.search.Nsga2;
import org.capgate.sweep.Axis;
import org.capgate.treatment.Compound;
import org.capgate.treatment.CompoundCatalogue;
import org.capgate.treatment.Regimen;
import org.capgate.treatment.Species;
import org.capgate.treatment.Target;
import org.jspecify.annotations.Nullable;

/** Reads the fields of {@code capgate-search: 1}; each is checked where it stands. */
final class SearchReader {
  private static final Bounds HOURS = Bounds.between(-87_600, 87_600, "h");
  private static final Bounds SHARE = Bounds.between(0.5, 1, "");
  private static final double USUAL_SHARE = 0.9;
  private static final int MOST_POINTS = 10_000;
  private static final List<String> WHEN = List.of("at-hours", "highest", "lowest", "hours-above");

  private final YamlMapping document;
  private final String text;
  private final Function<String, SourceText> compounds;
  private final Function<Species, Scenario.Builder> subject;
  private final UnaryOperator<Scenario> onTop;

  SearchReader(
      YamlMapping document,
      String text,
      Function<String, SourceText> compounds,
      Function<Species, Scenario.Builder> subject,
      UnaryOperator<Scenario> onTop) {
    this.document = document;
    this.text = text;
    this.compounds = compounds;
    this.subject = subject;
    this.onTop = onTop;
  }

  SearchFile read() {
    ScenarioReader.checkVersion(document, "capgate-search");
    Mistakes mistakes = new Mistakes();
    mistakes.in(this::requireKnownFields);
    String name = mistakes.orElse("", () -> ScenarioReader.name(document));
    String description = mistakes.orElse("", () -> document.textOr("description", ""));
    Map<String, YamlMapping> stated =
        mistakes.orElse(Map.of(), () -> SweepReader.stated(document.mapping("vary")));
    List<Axis> axes = new ArrayList<>();
    stated.forEach(
        (axis, fields) -> mistakes.in(() -> axes.add(SweepReader.axisBetweenEnds(axis, fields))));
    Optional<SourceText> compound =
        document.has("compound")
            ? mistakes.orElse(
                Optional.empty(), () -> Optional.of(compounds.apply(document.text("compound"))))
            : Optional.empty();
    Optional<Scenario> scenario =
        mistakes.orElse(
            Optional.empty(), () -> Optional.of(scenario(document.mapping("scenario"), name)));
    // What is given can be looked at whatever stress and genotype are.
    Optional<Scenario> given =
        scenario.isPresent()
            ? scenario
            : new Mistakes().orElse(Optional.empty(), () -> Optional.of(plain(name)));
    boolean isCompoundKnown = compound.isPresent() || !document.has("compound");
    Optional<Function<Map<String, String>, Design>> designs =
        stated.isEmpty() || given.isEmpty() || !isCompoundKnown
            ? Optional.empty()
            : mistakes.orElse(
                Optional.empty(), () -> Optional.of(designs(stated, compound, given.get())));
    if (designs.isPresent() && axes.size() == stated.size()) {
      mistakes.in(() -> Ends.tryAll(axes, designs.get()));
    }
    List<Goal> goals = new ArrayList<>();
    mistakes.in(() -> goals.addAll(goals("objectives")));
    if (document.has("constraints")) {
      mistakes.in(() -> goals.addAll(goals("constraints")));
    }
    Map<String, Design> references = mistakes.orElse(Map.of(), () -> references(given));
    double share =
        mistakes.orElse(USUAL_SHARE, () -> document.numberOr("share", SHARE, USUAL_SHARE));
    Optional<Nsga2.Settings> settings =
        mistakes.orElse(Optional.empty(), () -> Optional.of(settings()));
    mistakes.check();
    return new SearchFile(
        name,
        description,
        axes,
        scenario.orElseThrow(),
        designs.orElseThrow(),
        values -> compound.map(source -> filled(source.text(), values)).orElse(""),
        references,
        goals,
        share,
        settings.orElseThrow(),
        text);
  }

  private void requireKnownFields() {
    document.knowing(
        "capgate-search",
        "name",
        "description",
        "vary",
        "compound",
        "scenario",
        "references",
        "objectives",
        "constraints",
        "share",
        "population",
        "generations",
        "seed");
  }

  private Function<Map<String, String>, Design> designs(
      Map<String, YamlMapping> stated, Optional<SourceText> compound, Scenario scenario) {
    YamlMapping fields = document.mapping("scenario");
    YamlScalar treatment = fields.required("treatment").asScalar();
    YamlMapping free = fields.only(List.of("treatment"));
    SweepTemplate template =
        new SweepTemplate(
            compound.map(source -> free.with("compound", YamlDocument.read(source))).orElse(free),
            stated);
    return values -> design(template, treatment, compound.orElse(null), scenario, values);
  }

  private Scenario plain(String name) {
    return scenario(
        document.mapping("scenario").only(List.of("species", "preparation", "treatment")), name);
  }

  private Nsga2.Settings settings() {
    Mistakes mistakes = new Mistakes();
    int population = mistakes.orElse(4, this::population);
    int generations =
        mistakes.orElse(
            0, () -> (int) document.required("generations").asScalar().wholeNumber(0, 1_000_000));
    long seed = mistakes.orElse(ScenarioReader.USUAL_SEED, () -> ScenarioReader.seed(document));
    mistakes.check();
    return new Nsga2.Settings(population, generations, seed);
  }

  private int population() {
    int population = (int) document.required("population").asScalar().wholeNumber(4, MOST_POINTS);
    if (population % 2 != 0) {
      throw document.required("population").complaint("must be even, but was " + population);
    }
    return population;
  }

  /** The subject, given nothing. */
  private Scenario scenario(YamlMapping fields, String name) {
    Mistakes mistakes = new Mistakes();
    mistakes.in(
        () ->
            fields.knowing(
                "species",
                "preparation",
                "stress",
                "genotype",
                "treatment",
                "parameters",
                "mechanisms"));
    mistakes.in(() -> fields.required("treatment").asScalar());
    YamlMapping untreated =
        fields
            .only(
                List.of("species", "preparation", "stress", "genotype", "parameters", "mechanisms"))
            .with("treatment", SweepReader.scalar(fields, "treatment", "none"));
    YamlMapping whole =
        SweepReader.asScenario(untreated, name.isEmpty() ? "search" : name, fields, "1");
    Optional<Scenario> read =
        mistakes.orElse(
            Optional.empty(),
            () -> Optional.of(new ScenarioReader(whole, subject, onTop).read().scenario()));
    mistakes.check();
    return read.orElseThrow();
  }

  private static String filled(String template, Map<String, String> values) {
    return SweepTemplate.filled(template, values);
  }

  private static Design design(
      SweepTemplate template,
      YamlScalar treatment,
      @Nullable SourceText source,
      Scenario scenario,
      Map<String, String> values) {
    CompoundCatalogue catalogue = scenario.compounds();
    Compound compound = null;
    if (source != null) {
      compound = Compound.read(new SourceText(source.name(), filled(source.text(), values)));
      if (catalogue.find(compound.name()).isPresent()) {
        throw new InputException(
            new Place(source.name(), 0, 0),
            "name: %s is the name of a known compound; choose another"
                .formatted(Names.quoted(compound.name())));
      }
      catalogue = catalogue.with(compound);
    }
    String words = template.with(values).text("treatment");
    Regimen regimen = Regimen.parse(words, TextPlace.of(treatment), catalogue);
    Exposure.of(regimen, scenario.species(), scenario.preparation(), catalogue); // can it be given?
    return new Design(regimen, compound);
  }

  private Map<String, Design> references(Optional<Scenario> scenario) {
    Map<String, Design> references = new LinkedHashMap<>();
    Set<String> names = new HashSet<>();
    Mistakes mistakes = new Mistakes();
    mistakes.each(
        document,
        "references",
        stated -> {
          Mistakes own = new Mistakes();
          own.in(() -> stated.knowing("name", "treatment"));
          String name = own.orElse("", () -> stated.text("name"));
          if (!name.isEmpty() && !names.add(name)) {
            own.add(stated.complaint("%s is stated twice".formatted(Names.quoted(name))));
          }
          own.in(
              () -> {
                YamlScalar words = stated.required("treatment").asScalar();
                scenario.ifPresent(given -> references.put(name, reference(words, given)));
              });
          own.check();
        });
    mistakes.check();
    return references;
  }

  private static Design reference(YamlScalar words, Scenario scenario) {
    Regimen regimen =
        Regimen.parse(words.requiredText(), TextPlace.of(words), scenario.compounds());
    Exposure.of(regimen, scenario.species(), scenario.preparation(), scenario.compounds());
    return new Design(regimen, null);
  }

  private List<Goal> goals(String field) {
    List<Goal> goals = new ArrayList<>();
    Mistakes mistakes = new Mistakes();
    mistakes.each(
        document,
        field,
        stated -> goals.add(field.equals("objectives") ? aim(stated) : bound(stated)));
    mistakes.check();
    if (goals.isEmpty()) {
      throw document.required(field).complaint("at least one must be stated");
    }
    return goals;
  }

  private static Goal aim(YamlMapping stated) {
    Mistakes mistakes = new Mistakes();
    Optional<Measure> measure =
        mistakes.orElse(Optional.empty(), () -> Optional.of(measure(stated, "aim")));
    boolean isHigh =
        mistakes.orElse(true, () -> stated.oneOf("aim", List.of("high", "low")).equals("high"));
    mistakes.check();
    return new Goal(measure.orElseThrow(), isHigh ? Goal.Sense.HIGH : Goal.Sense.LOW, null);
  }

  private static Goal bound(YamlMapping stated) {
    Mistakes mistakes = new Mistakes();
    Optional<Measure> measure =
        mistakes.orElse(
            Optional.empty(), () -> Optional.of(measure(stated, "at-least", "at-most")));
    if (stated.has("at-least") == stated.has("at-most")) {
      mistakes.add(stated.complaint("states one of at-least, at-most"));
    }
    boolean isLeast = stated.has("at-least");
    double bound =
        isLeast == stated.has("at-most")
            ? 0
            : mistakes.orElse(
                0.0, () -> stated.number(isLeast ? "at-least" : "at-most", Bounds.finite("")));
    mistakes.check();
    return new Goal(
        measure.orElseThrow(), isLeast ? Goal.Sense.AT_LEAST : Goal.Sense.AT_MOST, bound);
  }

  private static Measure measure(YamlMapping stated, String... further) {
    List<String> known = new ArrayList<>(List.of("name", "measure", "effect-on", "within"));
    known.addAll(WHEN);
    known.addAll(List.of(further));
    Mistakes mistakes = new Mistakes();
    mistakes.in(() -> stated.knowing("field of a goal", known));
    String name = mistakes.orElse("", () -> stated.text("name"));
    if (stated.has("measure") == stated.has("effect-on")) {
      mistakes.add(stated.complaint("states one of measure, effect-on"));
      mistakes.check();
    }
    if (stated.has("measure")
        && mistakes.orElse("", () -> stated.text("measure")).equals("doses")) {
      mistakes.check();
      return new Measure(name, null, null, Measure.Statistic.DOSES, 0, 0, 0);
    }
    Optional<Readout> readout =
        stated.has("measure")
            ? mistakes.orElse(Optional.empty(), () -> Optional.of(readout(stated)))
            : Optional.empty();
    Optional<Target> target =
        stated.has("effect-on")
            ? mistakes.orElse(
                Optional.empty(),
                () -> Optional.of(Target.of(stated.oneOf("effect-on", Target.words()))))
            : Optional.empty();
    List<String> when = WHEN.stream().filter(stated::has).toList();
    if (when.size() != 1) {
      mistakes.add(stated.complaint("states one of " + String.join(", ", WHEN)));
      mistakes.check();
    }
    boolean isAt = stated.has("at-hours");
    boolean isAbove = stated.has("hours-above");
    double[] window =
        mistakes.orElse(
            new double[2],
            () -> isAt ? at(stated) : window(stated, isAbove ? "within" : when.get(0)));
    double level =
        isAbove ? mistakes.orElse(0.0, () -> stated.number("hours-above", Bounds.finite(""))) : 0;
    mistakes.check();
    Measure.Statistic statistic =
        isAt
            ? Measure.Statistic.AT
            : isAbove
                ? Measure.Statistic.HOURS_ABOVE
                : when.get(0).equals("highest")
                    ? Measure.Statistic.HIGHEST
                    : Measure.Statistic.LOWEST;
    return new Measure(
        name, readout.orElse(null), target.orElse(null), statistic, window[0], window[1], level);
  }

  private static Readout readout(YamlMapping stated) {
    YamlScalar word = stated.required("measure").asScalar();
    return Readout.named(word.requiredText(), TextPlace.of(word));
  }

  private static double[] at(YamlMapping stated) {
    double hours = stated.number("at-hours", HOURS);
    return new double[] {hours, hours};
  }

  private static double[] window(YamlMapping stated, String field) {
    YamlSequence window = stated.required(field).asSequence();
    if (window.items().size() != 2) {
      throw window.complaint("a window is two times, as [0, 24]");
    }
    Mistakes mistakes = new Mistakes();
    double from = mistakes.orElse(0.0, () -> window.items().get(0).asScalar().number(HOURS));
    double to = mistakes.orElse(0.0, () -> window.items().get(1).asScalar().number(HOURS));
    mistakes.check();
    if (from >= to) {
      throw window.complaint("a window must begin before it ends");
    }
    return new double[] {from, to};
  }
}
