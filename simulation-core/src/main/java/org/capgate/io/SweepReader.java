package org.capgate.io;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.capgate.input.Bounds;
import org.capgate.input.InputException;
import org.capgate.input.Mistakes;
import org.capgate.input.Names;
import org.capgate.input.Numbers;
import org.capgate.input.YamlMapping;
import org.capgate.input.YamlNode;
import org.capgate.input.YamlScalar;
import org.capgate.input.YamlSequence;
import org.capgate.model.Genotype;
import org.capgate.model.Readout;
import org.capgate.network.Network;
import org.capgate.scenario.Scenario;
import org.capgate.sweep.Axis;
import org.capgate.sweep.Design;
import org.capgate.sweep.Experiment;
import org.capgate.sweep.Measurement;
import org.capgate.sweep.Point;
import org.capgate.sweep.ScrambledSobol;
import org.capgate.sweep.Sweep;
import org.capgate.treatment.Species;

/** Reads the fields of {@code capgate-sweep: 1}; each is checked where it stands. */
final class SweepReader {
  private static final Pattern AXIS = Pattern.compile("[A-Za-z][A-Za-z0-9]*");
  private static final Bounds HOURS = Bounds.between(-87_600, 87_600, "h");
  private static final int MOST_TIMES = 1000;
  private static final Bounds FRACTION = Bounds.between(0, 1, "");
  private static final int USUAL_GRID_POINTS = 5;

  private final YamlMapping document;
  private final String text;
  private final Function<Species, Scenario.Builder> subject;
  private final UnaryOperator<Scenario> onTop;

  SweepReader(
      YamlMapping document,
      String text,
      Function<Species, Scenario.Builder> subject,
      UnaryOperator<Scenario> onTop) {
    this.document = document;
    this.text = text;
    this.subject = subject;
    this.onTop = onTop;
  }

  SweepFile read() {
    ScenarioReader.checkVersion(document, "capgate-sweep");
    Mistakes mistakes = new Mistakes();
    mistakes.in(this::requireKnownFields);
    String name = mistakes.orElse("", () -> ScenarioReader.name(document));
    String description = mistakes.orElse("", () -> document.textOr("description", ""));
    long seed = mistakes.orElse(ScenarioReader.USUAL_SEED, () -> ScenarioReader.seed(document));
    Map<String, YamlMapping> stated =
        mistakes.orElse(Map.of(), () -> stated(document.mapping("vary")));
    Optional<Design> design =
        stated.isEmpty()
            ? Optional.empty()
            : mistakes.orElse(Optional.empty(), () -> Optional.of(design(stated, seed)));
    List<Readout> readouts = mistakes.orElse(List.of(), () -> ScenarioReader.readouts(document));
    List<Double> times = mistakes.orElse(List.of(), this::times);
    Optional<SweepTemplate> scenario =
        stated.isEmpty()
            ? Optional.empty()
            : mistakes.orElse(
                Optional.empty(),
                () -> Optional.of(scenario(stated, name.isEmpty() ? "sweep" : name, times)));
    if (design.isPresent() && scenario.isPresent() && !times.isEmpty()) {
      mistakes.in(
          () ->
              Ends.tryAll(design.get().axes(), values -> experiments(scenario.get().with(values))));
    }
    mistakes.check();
    Measurement measurement = new Measurement(readouts, times);
    Function<Point, Map<String, Experiment>> experiments =
        point -> experiments(scenario.orElseThrow().with(point.values()));
    Sweep sweep = new Sweep(design.orElseThrow(), experiments, measurement);
    return new SweepFile(name, description, sweep, seed, text);
  }

  private void requireKnownFields() {
    document.knowing(
        "capgate-sweep",
        "name",
        "description",
        "design",
        "points",
        "seed",
        "vary",
        "scenario",
        "network",
        "readouts",
        "at-hours");
  }

  /** What is varied, by name. */
  static Map<String, YamlMapping> stated(YamlMapping vary) {
    Map<String, YamlMapping> stated = new LinkedHashMap<>();
    Mistakes mistakes = new Mistakes();
    for (Map.Entry<String, YamlNode> entry : vary.fields().entrySet()) {
      String name = entry.getKey();
      if (!AXIS.matcher(name).matches() || Sweep.TAKEN.contains(name)) {
        mistakes.add(
            new InputException(
                vary.placeOfName(name),
                "vary: a name is letters and digits, begins with a letter and is none of %s, but was %s"
                    .formatted(String.join(", ", Sweep.TAKEN), Names.quoted(name))));
      }
      mistakes.in(() -> stated.put(name, entry.getValue().asMapping()));
    }
    mistakes.check();
    if (stated.isEmpty() || stated.size() > ScrambledSobol.MOST_DIMENSIONS) {
      throw vary.complaint(
          "must vary 1 to %s things, but was %s"
              .formatted(ScrambledSobol.MOST_DIMENSIONS, stated.size()));
    }
    return stated;
  }

  private Design design(Map<String, YamlMapping> stated, long seed) {
    String word =
        document.has("design")
            ? document.oneOf("design", Design.Kind.words())
            : Design.Kind.GRID.word();
    Design.Kind kind = Design.Kind.values()[Design.Kind.words().indexOf(word)];
    List<Axis> axes = new ArrayList<>();
    Mistakes mistakes = new Mistakes();
    stated.forEach((name, fields) -> mistakes.in(() -> axes.add(axis(name, fields, kind))));
    if (mistakes.isEmpty()) { // else the number may stand among the axes
      mistakes.in(() -> requirePoints(kind));
    }
    mistakes.check();
    if (kind != Design.Kind.GRID) {
      int count = points();
      return kind == Design.Kind.SOBOL
          ? Design.sobol(axes, count, seed)
          : Design.latinHypercube(axes, count, seed);
    }
    return checked(document.required("vary"), () -> Design.grid(axes));
  }

  private void requirePoints(Design.Kind kind) {
    if (kind != Design.Kind.GRID) {
      points();
    } else if (document.has("points")) {
      throw document
          .required("points")
          .complaint("a grid has the points of its axes; state them under 'vary'");
    }
  }

  private int points() {
    return (int) document.required("points").asScalar().wholeNumber(1, Design.MOST_POINTS);
  }

  /** An axis that states no number of points. */
  static Axis axisBetweenEnds(String name, YamlMapping fields) {
    return axis(name, fields, Design.Kind.SOBOL);
  }

  private static Axis axis(String name, YamlMapping fields, Design.Kind kind) {
    Mistakes mistakes = new Mistakes();
    String unit = mistakes.orElse("", () -> fields.textOr("unit", ""));
    if (fields.has("values")) {
      mistakes.in(() -> fields.knowing("values", "unit"));
      List<String> values =
          mistakes.orElse(List.of(), () -> fields.required("values").asSequence().texts());
      mistakes.check();
      return checked(fields.required("values"), () -> Axis.of(name, values).in(unit));
    }
    mistakes.in(
        () ->
            fields.knowing(
                "field",
                kind == Design.Kind.GRID
                    ? List.of("values", "low", "high", "scale", "points", "unit")
                    : List.of("values", "low", "high", "scale", "unit")));
    double low = mistakes.orElse(0.0, () -> fields.number("low", Bounds.finite("")));
    double high = mistakes.orElse(1.0, () -> fields.number("high", Bounds.finite("")));
    boolean isLog =
        fields.has("scale")
            && mistakes.orElse(
                false, () -> fields.oneOf("scale", List.of("linear", "log")).equals("log"));
    int points =
        fields.has("points") && kind == Design.Kind.GRID
            ? mistakes.orElse(USUAL_GRID_POINTS, () -> axisPoints(fields))
            : USUAL_GRID_POINTS;
    mistakes.check();
    Axis.Scale scale = isLog ? Axis.Scale.LOG : Axis.Scale.LINEAR;
    return checked(fields, () -> Axis.between(name, low, high, scale, points).in(unit));
  }

  private static int axisPoints(YamlMapping fields) {
    return (int)
        fields
            .required("points")
            .asScalar()
            .wholeNumber((long) Axis.POINTS.low(), (long) Axis.POINTS.high());
  }

  /** What is wrong with numbers together is said where they stand. */
  private static <T> T checked(YamlNode node, Supplier<T> made) {
    try {
      return made.get();
    } catch (IllegalArgumentException e) {
      throw node.complaint(String.valueOf(e.getMessage()));
    }
  }

  private List<Double> times() {
    YamlSequence list = document.required("at-hours").asSequence();
    List<Double> times = new ArrayList<>();
    Mistakes mistakes = new Mistakes();
    mistakes.each(
        list,
        item -> {
          double tHours = item.asScalar().number(HOURS);
          times.add(tHours);
          double before = times.size() > 1 ? times.get(times.size() - 2) : -Double.MAX_VALUE;
          if (tHours <= before) {
            throw item.complaint(
                "times must ascend, but %s follows %s"
                    .formatted(Numbers.text(tHours), Numbers.text(before)));
          }
        });
    mistakes.check();
    if (times.isEmpty() || times.size() > MOST_TIMES || times.get(times.size() - 1) <= 0) {
      throw list.complaint(
          "must be 1 to %s times of which the last is > 0 h".formatted(MOST_TIMES));
    }
    return times;
  }

  /** The scenario and, beside it under a name no field has, the network. */
  private SweepTemplate scenario(Map<String, YamlMapping> stated, String name, List<Double> times) {
    Mistakes mistakes = new Mistakes();
    YamlMapping fields = document.mapping("scenario");
    mistakes.in(
        () ->
            fields.knowing(
                "species",
                "preparation",
                "stress",
                "genotype",
                "treatment",
                "compare-with",
                "parameters",
                "mechanisms"));
    double lastHours = times.isEmpty() ? 24 : times.get(times.size() - 1);
    YamlMapping whole =
        asScenario(
            fields,
            name,
            document.optional("at-hours").orElse(fields),
            Numbers.text(lastHours / 24));
    if (document.has("network")) {
      YamlMapping network = mistakes.orElse(fields, () -> document.mapping("network"));
      if (network != fields) {
        mistakes.in(() -> network.knowing("neurons", "synapses", "seed", "mosaic", "fraction"));
        whole = whole.with("network", network);
      }
    }
    YamlMapping all = whole;
    Optional<SweepTemplate> template =
        mistakes.orElse(Optional.empty(), () -> Optional.of(new SweepTemplate(all, stated)));
    mistakes.check();
    return template.orElseThrow();
  }

  /**
   * A whole scenario of the part that is stated.
   *
   * @param lengthAt what its length follows from
   * @param days its length (d)
   */
  static YamlMapping asScenario(YamlMapping fields, String name, YamlNode lengthAt, String days) {
    return fields
        .with("name", scalar(fields, "name", name))
        .with("capgate-scenario", scalar(fields, "capgate-scenario", "1"))
        .with("duration-days", scalar(lengthAt, "duration-days", days));
  }

  /** A field that a document leaves out, where its neighbours stand. */
  static YamlScalar scalar(YamlNode at, String path, String text) {
    return new YamlScalar(at.place(), path, text, true);
  }

  private Map<String, Experiment> experiments(YamlMapping filled) {
    YamlMapping fields = filled.without("network");
    Map<String, Experiment> experiments = new LinkedHashMap<>();
    new ScenarioReader(fields, subject, onTop)
        .read()
        .scenarios()
        .forEach(
            (label, scenario) ->
                experiments.put(
                    label,
                    filled.has("network")
                        ? network(scenario, filled.mapping("network"))
                        : Experiment.of(scenario)));
    return experiments;
  }

  private static Experiment network(Scenario scenario, YamlMapping fields) {
    Mistakes mistakes = new Mistakes();
    int neurons =
        mistakes.orElse(
            Network.MOST_NEURONS,
            () ->
                (int) fields.required("neurons").asScalar().wholeNumber(10, Network.MOST_NEURONS));
    int synapses =
        mistakes.orElse(
            2, () -> (int) fields.required("synapses").asScalar().wholeNumber(2, neurons - 2L));
    long seed = mistakes.orElse(ScenarioReader.USUAL_SEED, () -> ScenarioReader.seed(fields));
    boolean isMosaic = fields.has("mosaic") || fields.has("fraction");
    Genotype mosaic =
        isMosaic ? mistakes.orElse(Genotype.wildType(), () -> mosaic(fields)) : Genotype.wildType();
    double fraction =
        isMosaic ? mistakes.orElse(0.0, () -> fields.number("fraction", FRACTION)) : 0;
    mistakes.check();
    Network.Builder builder =
        Network.of(scenario).neurons(neurons).synapsesPerNeuron(synapses).seed(seed);
    if (isMosaic) {
      builder.mosaic(mosaic, fraction);
    }
    return Experiment.of(builder::build);
  }

  private static Genotype mosaic(YamlMapping fields) {
    YamlScalar mosaic = fields.required("mosaic").asScalar();
    return Genotype.parse(mosaic.requiredText(), TextPlace.of(mosaic));
  }
}
