package org.capgate.io;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.capgate.input.Bounds;
import org.capgate.input.InputException;
import org.capgate.input.Names;
import org.capgate.input.Place;
import org.capgate.input.SourceText;
import org.capgate.input.YamlDocument;
import org.capgate.input.YamlMapping;
import org.capgate.input.YamlNode;
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
    String name = ScenarioReader.name(document);
    Map<String, YamlMapping> stated = SweepReader.stated(document.mapping("vary"));
    List<Axis> axes = new ArrayList<>();
    stated.forEach((axis, fields) -> axes.add(SweepReader.axisBetweenEnds(axis, fields)));
    SourceText compound =
        document.has("compound") ? compounds.apply(document.text("compound")) : null;
    YamlMapping fields = document.mapping("scenario");
    fields.knowing(
        "species", "preparation", "stress", "genotype", "treatment", "parameters", "mechanisms");
    YamlScalar treatment = fields.required("treatment").asScalar();
    YamlMapping free = fields.only(List.of("treatment"));
    SweepTemplate template =
        new SweepTemplate(
            compound == null ? free : free.with("compound", YamlDocument.read(compound)), stated);
    Scenario scenario = scenario(fields, name);
    Function<Map<String, String>, String> compoundText =
        values -> compound == null ? "" : filled(compound.text(), values);
    Function<Map<String, String>, Design> designs =
        values -> design(template, treatment, compound, scenario, values);
    tryEnds(axes, designs);
    List<Goal> goals = goals("objectives");
    if (document.has("constraints")) {
      goals.addAll(goals("constraints"));
    }
    return new SearchFile(
        name,
        document.textOr("description", ""),
        axes,
        scenario,
        designs,
        compoundText,
        references(scenario),
        goals,
        document.numberOr("share", SHARE, USUAL_SHARE),
        settings(),
        text);
  }

  private Nsga2.Settings settings() {
    int population = (int) document.required("population").asScalar().wholeNumber(4, MOST_POINTS);
    if (population % 2 != 0) {
      throw document.required("population").complaint("must be even, but was " + population);
    }
    int generations = (int) document.required("generations").asScalar().wholeNumber(0, 1_000_000);
    return new Nsga2.Settings(population, generations, ScenarioReader.seed(document));
  }

  /** The subject, given nothing. */
  private Scenario scenario(YamlMapping fields, String name) {
    YamlMapping whole =
        fields
            .with("name", scalar(fields, "name", name))
            .with("capgate-scenario", scalar(fields, "capgate-scenario", "1"))
            .with("duration-days", scalar(fields, "duration-days", "1"))
            .with("treatment", scalar(fields, "treatment", "none"));
    return new ScenarioReader(whole, subject, onTop).read().scenario();
  }

  private static YamlScalar scalar(YamlNode at, String path, String text) {
    return new YamlScalar(at.place(), path, text, true);
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
    regimen.exposure(scenario.species(), scenario.preparation(), catalogue); // can it be given?
    return new Design(regimen, compound);
  }

  /** Every end of every axis, the others in their middle. */
  private static void tryEnds(List<Axis> axes, Function<Map<String, String>, Design> designs) {
    Map<String, String> middle = new LinkedHashMap<>();
    axes.forEach(axis -> middle.put(axis.name(), axis.at(0.5)));
    for (Axis axis : axes) {
      for (String value : new LinkedHashSet<>(axis.values())) {
        Map<String, String> values = new LinkedHashMap<>(middle);
        values.put(axis.name(), value);
        try {
          Objects.requireNonNull(designs.apply(values));
        } catch (InputException e) {
          throw new InputException(
              Place.UNKNOWN,
              "%s (where $%s is %s)".formatted(e.getMessage(), axis.name(), value),
              e);
        }
      }
    }
  }

  private Map<String, Design> references(Scenario scenario) {
    Map<String, Design> references = new LinkedHashMap<>();
    if (!document.has("references")) {
      return references;
    }
    for (YamlMapping stated : document.mappings("references")) {
      stated.knowing("name", "treatment");
      YamlScalar words = stated.required("treatment").asScalar();
      Regimen regimen =
          Regimen.parse(words.requiredText(), TextPlace.of(words), scenario.compounds());
      regimen.exposure(scenario.species(), scenario.preparation(), scenario.compounds());
      if (references.put(stated.text("name"), new Design(regimen, null)) != null) {
        throw stated.complaint("%s is stated twice".formatted(Names.quoted(stated.text("name"))));
      }
    }
    return references;
  }

  private List<Goal> goals(String field) {
    List<Goal> goals = new ArrayList<>();
    for (YamlMapping stated : document.mappings(field)) {
      goals.add(field.equals("objectives") ? aim(stated) : bound(stated));
    }
    if (goals.isEmpty()) {
      throw document.required(field).complaint("at least one must be stated");
    }
    return goals;
  }

  private static Goal aim(YamlMapping stated) {
    Measure measure = measure(stated, "aim");
    boolean isHigh = stated.oneOf("aim", List.of("high", "low")).equals("high");
    return new Goal(measure, isHigh ? Goal.Sense.HIGH : Goal.Sense.LOW, null);
  }

  private static Goal bound(YamlMapping stated) {
    Measure measure = measure(stated, "at-least", "at-most");
    if (stated.has("at-least") == stated.has("at-most")) {
      throw stated.complaint("states one of at-least, at-most");
    }
    boolean isLeast = stated.has("at-least");
    double bound = stated.number(isLeast ? "at-least" : "at-most", Bounds.finite(""));
    return new Goal(measure, isLeast ? Goal.Sense.AT_LEAST : Goal.Sense.AT_MOST, bound);
  }

  private static Measure measure(YamlMapping stated, String... further) {
    List<String> known = new ArrayList<>(List.of("name", "measure", "effect-on", "within"));
    known.addAll(WHEN);
    known.addAll(List.of(further));
    stated.knowing("field of a goal", known);
    String name = stated.text("name");
    if (stated.has("measure") && stated.text("measure").equals("doses")) {
      return new Measure(name, null, null, Measure.Statistic.DOSES, 0, 0, 0);
    }
    if (stated.has("measure") == stated.has("effect-on")) {
      throw stated.complaint("states one of measure, effect-on");
    }
    Readout readout = null;
    Target target = null;
    if (stated.has("measure")) {
      YamlScalar word = stated.required("measure").asScalar();
      readout = Readout.named(word.requiredText(), TextPlace.of(word));
    } else {
      target = Target.of(stated.oneOf("effect-on", Target.words()));
    }
    List<String> when = WHEN.stream().filter(stated::has).toList();
    if (when.size() != 1) {
      throw stated.complaint("states one of " + String.join(", ", WHEN));
    }
    if (stated.has("at-hours")) {
      double hours = stated.number("at-hours", HOURS);
      return new Measure(name, readout, target, Measure.Statistic.AT, hours, hours, 0);
    }
    boolean isAbove = stated.has("hours-above");
    YamlSequence window = stated.required(isAbove ? "within" : when.get(0)).asSequence();
    if (window.items().size() != 2) {
      throw window.complaint("a window is two times, as [0, 24]");
    }
    double from = window.items().get(0).asScalar().number(HOURS);
    double to = window.items().get(1).asScalar().number(HOURS);
    if (from >= to) {
      throw window.complaint("a window must begin before it ends");
    }
    Measure.Statistic statistic =
        isAbove
            ? Measure.Statistic.HOURS_ABOVE
            : when.get(0).equals("highest") ? Measure.Statistic.HIGHEST : Measure.Statistic.LOWEST;
    double level = isAbove ? stated.number("hours-above", Bounds.finite("")) : 0;
    return new Measure(name, readout, target, statistic, from, to, level);
  }
}
