package org.capgate.population;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.capgate.input.Bounds;
import org.capgate.input.Mistakes;
import org.capgate.input.Names;
import org.capgate.input.YamlMapping;
import org.capgate.input.YamlNode;
import org.capgate.input.YamlScalar;
import org.capgate.input.YamlSequence;
import org.capgate.model.Parameter;
import org.capgate.model.ParameterSet;
import org.capgate.model.Readout;
import org.capgate.treatment.CompoundCatalogue;
import org.capgate.treatment.Regimen;
import org.capgate.treatment.Species;

/** Reads the fields of {@code capgate-population: 1}; each is checked where it stands. */
final class PopulationReader {
  private static final int VERSION = 1;

  final String name;
  final String description;
  final Species species;
  final List<Varied> varied = new ArrayList<>();
  final List<Correlated.Pair> pairs = new ArrayList<>();
  final List<Limits> plausible = new ArrayList<>();
  final List<Measurement> measurements = new ArrayList<>();
  final Optional<Placebo> placebo;
  final List<History> history = new ArrayList<>();
  private static final Stated NOTHING = new Stated(0, 0, 0, "");
  private final ParameterSet parameters;

  /** Names as they are stated, right or wrong, in their order. */
  private final Set<String> named = new LinkedHashSet<>();

  PopulationReader(YamlMapping document, ParameterSet parameters) {
    this.parameters = parameters;
    document.required("capgate-population").asScalar().wholeNumber(VERSION, VERSION);
    Mistakes mistakes = new Mistakes();
    mistakes.in(() -> requireKnownFields(document));
    name = mistakes.orElse("", () -> document.text("name"));
    description = mistakes.orElse("", () -> document.textOr("description", ""));
    species =
        mistakes.orElse(
            Species.HUMAN, () -> Species.of(document.oneOf("species", Species.words())));
    mistakes.each(document, "varies", this::readVaried);
    mistakes.each(document, "correlations", this::readPair);
    mistakes.each(document, "plausible", this::readLimits);
    mistakes.each(document, "measurement", this::readMeasurement);
    mistakes.each(document, "failed", this::readHistory);
    placebo =
        mistakes.orElse(
            Optional.empty(),
            () -> document.optional("placebo").map(node -> readPlacebo(node.asMapping())));
    mistakes.check();
  }

  private static void requireKnownFields(YamlMapping document) {
    document.knowing(
        "capgate-population",
        "name",
        "description",
        "species",
        "varies",
        "correlations",
        "plausible",
        "measurement",
        "placebo",
        "failed");
  }

  private void readVaried(YamlMapping fields) {
    Mistakes mistakes = new Mistakes();
    mistakes.in(
        () ->
            fields.knowing(
                "name", "distribution", "typical", "spread", "plausible", "weight-exponent"));
    String what = mistakes.orElse("", () -> numberName(fields));
    Optional<Distribution> distribution =
        mistakes.orElse(
            Optional.empty(),
            () -> Optional.of(Distribution.of(fields.oneOf("distribution", Distribution.words()))));
    boolean isLogNormal = distribution.equals(Optional.of(Distribution.LOG_NORMAL));
    double typical =
        what.isEmpty() || distribution.isEmpty() // its bounds are theirs
            ? 0
            : mistakes.orElse(0.0, () -> typical(fields, what, distribution.get()));
    Stated spread =
        mistakes.orElse(NOTHING, () -> Stated.read(fields, "spread", Distribution.SPREAD));
    double[] ends =
        distribution.isEmpty()
            ? new double[2]
            : mistakes.orElse(new double[2], () -> ends(fields, distribution.get()));
    if (fields.has("weight-exponent") && distribution.isPresent() && !isLogNormal) {
      mistakes.add(fields.required("weight-exponent").complaint("is for log-normal numbers alone"));
    }
    double exponent =
        mistakes.orElse(
            0.0, () -> fields.numberOr("weight-exponent", Bounds.between(-2, 2, ""), 0));
    mistakes.check();
    double unit = isLogNormal ? typical : 1;
    varied.add(
        new Varied(
            what,
            distribution.orElseThrow(),
            typical,
            spread.value(),
            unit * ends[0],
            unit * ends[1],
            exponent,
            spread.source()));
  }

  private String numberName(YamlMapping fields) {
    String what = fields.text("name");
    boolean isNew = named.add(what);
    if (!isOfSubject(what) && !parameters.contains(what)) {
      List<String> known =
          Stream.concat(
                  Stream.of(Population.BODY_WEIGHT, Population.STRESS), parameters.names().stream())
              .toList();
      throw fields.required("name").complaint(Names.unknown("number", what, known));
    }
    if (!isNew) {
      throw fields.required("name").complaint("%s is stated twice".formatted(Names.quoted(what)));
    }
    return what;
  }

  private static boolean isOfSubject(String what) {
    return what.equals(Population.BODY_WEIGHT) || what.equals(Population.STRESS);
  }

  private double typical(YamlMapping fields, String what, Distribution distribution) {
    boolean isOfSubject = isOfSubject(what);
    String unit = isOfSubject ? "" : unit(what);
    if (fields.has("typical")) {
      return Stated.read(fields, "typical", distribution.typical(unit)).value();
    }
    if (isOfSubject) {
      throw fields.complaint("field 'typical' is missing");
    }
    double value = parameters.value(what);
    distribution
        .typical(unit)
        .complaint(what, value)
        .ifPresent(
            wrong -> {
              throw fields
                  .required("distribution")
                  .complaint("%s does not fit: %s".formatted(distribution.word(), wrong));
            });
    return value;
  }

  private String unit(String what) {
    Parameter parameter = parameters.parameter(what);
    return parameter.unit().equals("dimensionless") ? "" : parameter.unit();
  }

  /** The plausible range: multiples of the typical value, or shares themselves. */
  private static double[] ends(YamlMapping fields, Distribution distribution) {
    YamlNode node = fields.required("plausible");
    YamlSequence list = node.asSequence();
    if (list.items().size() != 2) {
      throw node.complaint("must be a list of two numbers, [low, high]");
    }
    boolean isFactor = distribution == Distribution.LOG_NORMAL;
    Bounds lows = isFactor ? Bounds.nonNegative("").atMost(1) : Bounds.between(0, 1, "");
    Bounds highs = isFactor ? Bounds.between(1, 1000, "") : Bounds.between(0, 1, "");
    Mistakes mistakes = new Mistakes();
    double low = mistakes.orElse(0.0, () -> list.items().get(0).asScalar().number(lows));
    double high = mistakes.orElse(0.0, () -> list.items().get(1).asScalar().number(highs));
    mistakes.check();
    if (!(low < high)) {
      throw node.complaint("must ascend, but was %s to %s".formatted(low, high));
    }
    return new double[] {low, high};
  }

  private void readPair(YamlMapping fields) {
    Mistakes mistakes = new Mistakes();
    mistakes.in(() -> fields.knowing("between", "value", "source"));
    int[] places = mistakes.orElse(new int[2], () -> places(fields.required("between")));
    mistakes.in(() -> fields.text("source"));
    double value =
        mistakes.orElse(0.0, () -> fields.number("value", Bounds.between(-0.999, 0.999, "")));
    mistakes.check();
    pairs.add(new Correlated.Pair(places[0], places[1], value, fields.required("value").place()));
  }

  private int[] places(YamlNode node) {
    List<YamlNode> names = node.asSequence().items();
    if (names.size() != 2) {
      throw node.complaint("must be a list of two names");
    }
    Mistakes mistakes = new Mistakes();
    int first = mistakes.orElse(0, () -> index(names.get(0).asScalar()));
    int second = mistakes.orElse(0, () -> index(names.get(1).asScalar()));
    mistakes.check();
    if (first == second) {
      throw node.complaint("must be two different names");
    }
    return new int[] {first, second};
  }

  private int index(YamlScalar scalar) {
    List<String> names = List.copyOf(named);
    return names.indexOf(scalar.oneOf("varied number", names));
  }

  private void readLimits(YamlMapping fields) {
    Mistakes mistakes = new Mistakes();
    mistakes.in(() -> fields.knowing("readout", "low", "high", "source"));
    String readout = mistakes.orElse("", () -> readout(fields));
    mistakes.in(() -> fields.text("source"));
    double[] range = mistakes.orElse(new double[2], () -> range(fields));
    mistakes.check();
    plausible.add(new Limits(readout, range[0], range[1]));
  }

  private void readMeasurement(YamlMapping fields) {
    Mistakes mistakes = new Mistakes();
    mistakes.in(() -> fields.knowing("readout", "deviation", "low", "high", "step"));
    String readout = mistakes.orElse("", () -> readout(fields));
    Set<String> earlier = new HashSet<>(measurements.stream().map(Measurement::readout).toList());
    if (earlier.contains(readout)) {
      mistakes.add(
          fields
              .required("readout")
              .complaint("%s is stated twice".formatted(Names.quoted(readout))));
    }
    Stated deviation =
        mistakes.orElse(NOTHING, () -> Stated.read(fields, "deviation", Bounds.nonNegative("")));
    double[] range = mistakes.orElse(new double[2], () -> range(fields));
    double step = mistakes.orElse(0.0, () -> fields.numberOr("step", Bounds.nonNegative(""), 0));
    mistakes.check();
    measurements.add(
        new Measurement(readout, deviation.value(), range[0], range[1], step, deviation.source()));
  }

  private void readHistory(YamlMapping fields) {
    Mistakes mistakes = new Mistakes();
    mistakes.in(() -> fields.knowing("treatment", "after-days", "readout", "fall", "source"));
    String treatment = mistakes.orElse("", () -> treatment(fields));
    double days =
        mistakes.orElse(1.0, () -> fields.number("after-days", Bounds.positive("d").atMost(3650)));
    String readout = mistakes.orElse("", () -> readout(fields));
    double fall = mistakes.orElse(1.0, () -> fields.number("fall", new Bounds(0, false, 1, "")));
    String source = mistakes.orElse("", () -> fields.text("source"));
    mistakes.check();
    history.add(new History(treatment, days, readout, fall, source));
  }

  private static String treatment(YamlMapping fields) {
    YamlScalar treatment = fields.required("treatment").asScalar();
    Regimen.parse(
        treatment.requiredText(),
        treatment.plain() ? treatment.place() : treatment.place().plus(1),
        CompoundCatalogue.standard());
    return treatment.requiredText();
  }

  /** Low and high, which ascend. */
  private static double[] range(YamlMapping fields) {
    Mistakes mistakes = new Mistakes();
    double low = mistakes.orElse(0.0, () -> fields.number("low", Bounds.finite("")));
    double high = mistakes.orElse(0.0, () -> fields.number("high", Bounds.finite("")));
    mistakes.check();
    requireAscending(fields, low, high);
    return new double[] {low, high};
  }

  private static void requireAscending(YamlMapping fields, double low, double high) {
    if (!(low < high)) {
      throw fields
          .required("high")
          .complaint("must be above low, %s, but was %s".formatted(low, high));
    }
  }

  private static String readout(YamlMapping fields) {
    return fields.oneOf("readout", Readout.all().stream().map(Readout::name).toList());
  }

  private static Placebo readPlacebo(YamlMapping fields) {
    Mistakes mistakes = new Mistakes();
    mistakes.in(
        () ->
            fields.knowing(
                "readout",
                "expectancy",
                "expectancy-variation",
                "expectancy-time-hours",
                "course",
                "course-variation",
                "course-time-hours"));
    String readout = mistakes.orElse("", () -> readout(fields));
    Bounds hours = Bounds.positive("h");
    Stated expectancy = stated(mistakes, fields, "expectancy", Bounds.positive(""));
    Stated varying = stated(mistakes, fields, "expectancy-variation", Distribution.SPREAD);
    Stated time = stated(mistakes, fields, "expectancy-time-hours", hours);
    Stated course = stated(mistakes, fields, "course", Bounds.positive(""));
    Stated varyingCourse = stated(mistakes, fields, "course-variation", Distribution.SPREAD);
    Stated timeOfCourse = stated(mistakes, fields, "course-time-hours", hours);
    mistakes.check();
    return new Placebo(readout, expectancy, varying, time, course, varyingCourse, timeOfCourse);
  }

  private static Stated stated(Mistakes mistakes, YamlMapping fields, String field, Bounds bounds) {
    return mistakes.orElse(NOTHING, () -> Stated.read(fields, field, bounds));
  }
}
