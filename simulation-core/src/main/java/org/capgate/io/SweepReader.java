package org.capgate.io;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.capgate.input.Bounds;
import org.capgate.input.InputException;
import org.capgate.input.Names;
import org.capgate.input.Numbers;
import org.capgate.input.Place;
import org.capgate.input.YamlMapping;
import org.capgate.input.YamlNode;
import org.capgate.input.YamlScalar;
import org.capgate.input.YamlSequence;
import org.capgate.model.Genotype;
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
  private static final double FIRST_SHARE = 0.5;

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
    String name = ScenarioReader.name(document);
    long seed = ScenarioReader.seed(document);
    Map<String, YamlMapping> stated = stated(document.mapping("vary"));
    Design design = design(stated, seed);
    Measurement measurement = new Measurement(ScenarioReader.readouts(document), times());
    SweepTemplate scenario = scenario(stated, name, measurement);
    Function<Point, Map<String, Experiment>> experiments =
        point -> experiments(scenario.with(point.values()));
    tryEnds(design, scenario);
    Sweep sweep = new Sweep(design, experiments, measurement);
    return new SweepFile(name, document.textOr("description", ""), sweep, seed, text);
  }

  /** What is varied, by name. */
  static Map<String, YamlMapping> stated(YamlMapping vary) {
    Map<String, YamlMapping> stated = new LinkedHashMap<>();
    for (Map.Entry<String, YamlNode> entry : vary.fields().entrySet()) {
      String name = entry.getKey();
      if (!AXIS.matcher(name).matches() || Sweep.TAKEN.contains(name)) {
        throw new InputException(
            vary.placeOfName(name),
            "vary: a name is letters and digits, begins with a letter and is none of %s, but was %s"
                .formatted(String.join(", ", Sweep.TAKEN), Names.quoted(name)));
      }
      stated.put(name, entry.getValue().asMapping());
    }
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
    stated.forEach((name, fields) -> axes.add(axis(name, fields, kind)));
    if (kind != Design.Kind.GRID) {
      YamlScalar points = document.required("points").asScalar();
      int count = (int) points.wholeNumber(1, Design.MOST_POINTS);
      return kind == Design.Kind.SOBOL
          ? Design.sobol(axes, count, seed)
          : Design.latinHypercube(axes, count, seed);
    }
    if (document.has("points")) {
      throw document
          .required("points")
          .complaint("a grid has the points of its axes; state them under 'vary'");
    }
    return checked(document.required("vary"), () -> Design.grid(axes));
  }

  /** An axis that states no number of points. */
  static Axis axisBetweenEnds(String name, YamlMapping fields) {
    return axis(name, fields, Design.Kind.SOBOL);
  }

  private static Axis axis(String name, YamlMapping fields, Design.Kind kind) {
    String unit = fields.textOr("unit", "");
    if (fields.has("values")) {
      fields.knowing("values", "unit");
      YamlSequence list = fields.required("values").asSequence();
      return checked(list, () -> Axis.of(name, list.texts()).in(unit));
    }
    if (kind == Design.Kind.GRID) {
      fields.knowing("values", "low", "high", "scale", "points", "unit");
    } else {
      fields.knowing("values", "low", "high", "scale", "unit");
    }
    double low = fields.number("low", Bounds.finite(""));
    double high = fields.number("high", Bounds.finite(""));
    boolean isLog =
        fields.has("scale") && fields.oneOf("scale", List.of("linear", "log")).equals("log");
    int points =
        fields.has("points")
            ? (int)
                fields
                    .required("points")
                    .asScalar()
                    .wholeNumber((long) Axis.POINTS.low(), (long) Axis.POINTS.high())
            : USUAL_GRID_POINTS;
    Axis.Scale scale = isLog ? Axis.Scale.LOG : Axis.Scale.LINEAR;
    return checked(fields, () -> Axis.between(name, low, high, scale, points).in(unit));
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
    for (YamlNode item : list.items()) {
      double tHours = item.asScalar().number(HOURS);
      if (!times.isEmpty() && tHours <= times.get(times.size() - 1)) {
        throw item.complaint(
            "times must ascend, but %s follows %s"
                .formatted(Numbers.text(tHours), Numbers.text(times.get(times.size() - 1))));
      }
      times.add(tHours);
    }
    if (times.isEmpty() || times.size() > MOST_TIMES || times.get(times.size() - 1) <= 0) {
      throw list.complaint(
          "must be 1 to %s times of which the last is > 0 h".formatted(MOST_TIMES));
    }
    return times;
  }

  /** The scenario and, beside it under a name no field has, the network. */
  private SweepTemplate scenario(
      Map<String, YamlMapping> stated, String name, Measurement measurement) {
    YamlMapping fields = document.mapping("scenario");
    fields.knowing(
        "species",
        "preparation",
        "stress",
        "genotype",
        "treatment",
        "compare-with",
        "parameters",
        "mechanisms");
    List<Double> times = measurement.atHours();
    YamlMapping whole =
        fields
            .with("name", scalar(fields, "name", name))
            .with("capgate-scenario", scalar(fields, "capgate-scenario", "1"))
            .with(
                "duration-days",
                scalar(
                    document.required("at-hours"),
                    "duration-days",
                    Numbers.text(times.get(times.size() - 1) / 24)));
    if (document.has("network")) {
      YamlMapping network = document.mapping("network");
      network.knowing("neurons", "synapses", "seed", "mosaic", "fraction");
      whole = whole.with("network", network);
    }
    return new SweepTemplate(whole, stated);
  }

  private static YamlScalar scalar(YamlNode at, String path, String text) {
    return new YamlScalar(at.place(), path, text, true);
  }

  /** Every end of every axis, the others in their middle. */
  private void tryEnds(Design design, SweepTemplate scenario) {
    Map<String, String> middle = new LinkedHashMap<>();
    design.axes().forEach(axis -> middle.put(axis.name(), axis.at(FIRST_SHARE)));
    for (Axis axis : design.axes()) {
      Set<String> tried = new LinkedHashSet<>(axis.values());
      for (String value : tried) {
        Map<String, String> values = new LinkedHashMap<>(middle);
        values.put(axis.name(), value);
        try {
          experiments(scenario.with(values));
        } catch (InputException e) {
          throw new InputException(
              Place.UNKNOWN,
              "%s (where $%s is %s)".formatted(e.getMessage(), axis.name(), value),
              e);
        }
      }
    }
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
    int neurons = (int) fields.required("neurons").asScalar().wholeNumber(10, Network.MOST_NEURONS);
    int synapses = (int) fields.required("synapses").asScalar().wholeNumber(2, neurons - 2L);
    Network.Builder builder =
        Network.of(scenario)
            .neurons(neurons)
            .synapsesPerNeuron(synapses)
            .seed(ScenarioReader.seed(fields));
    if (fields.has("mosaic") || fields.has("fraction")) {
      YamlScalar mosaic = fields.required("mosaic").asScalar();
      builder.mosaic(
          Genotype.parse(mosaic.requiredText(), TextPlace.of(mosaic)),
          fields.number("fraction", FRACTION));
    }
    return Experiment.of(builder::build);
  }
}
