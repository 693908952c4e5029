package org.capgate.population;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.capgate.input.Bounds;
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
import org.jspecify.annotations.Nullable;

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
  final @Nullable Placebo placebo;
  final List<History> history = new ArrayList<>();
  private final ParameterSet parameters;

  PopulationReader(YamlMapping document, ParameterSet parameters) {
    this.parameters = parameters;
    document.required("capgate-population").asScalar().wholeNumber(VERSION, VERSION);
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
    name = document.text("name");
    description = document.textOr("description", "");
    species = Species.of(document.oneOf("species", Species.words()));
    document.mappings("varies").forEach(this::readVaried);
    document.mappings("correlations").forEach(this::readPair);
    document.mappings("plausible").forEach(this::readLimits);
    document.mappings("measurement").forEach(this::readMeasurement);
    document.mappings("failed").forEach(this::readHistory);
    placebo = document.has("placebo") ? readPlacebo(document.mapping("placebo")) : null;
  }

  private void readVaried(YamlMapping fields) {
    fields.knowing("name", "distribution", "typical", "spread", "plausible", "weight-exponent");
    String what = fields.text("name");
    boolean isOfSubject = what.equals(Population.BODY_WEIGHT) || what.equals(Population.STRESS);
    if (!isOfSubject && !parameters.contains(what)) {
      List<String> known =
          Stream.concat(
                  Stream.of(Population.BODY_WEIGHT, Population.STRESS), parameters.names().stream())
              .toList();
      throw fields.required("name").complaint(Names.unknown("number", what, known));
    }
    if (varied.stream().anyMatch(one -> one.name().equals(what))) {
      throw fields.required("name").complaint("%s is stated twice".formatted(Names.quoted(what)));
    }
    Distribution distribution = Distribution.of(fields.oneOf("distribution", Distribution.words()));
    double typical = typical(fields, what, isOfSubject, distribution);
    Stated spread = Stated.read(fields, "spread", Distribution.SPREAD);
    double[] ends = ends(fields, distribution);
    double unit = distribution == Distribution.LOG_NORMAL ? typical : 1;
    if (fields.has("weight-exponent") && distribution != Distribution.LOG_NORMAL) {
      throw fields.required("weight-exponent").complaint("is for log-normal numbers alone");
    }
    varied.add(
        new Varied(
            what,
            distribution,
            typical,
            spread.value(),
            unit * ends[0],
            unit * ends[1],
            fields.numberOr("weight-exponent", Bounds.between(-2, 2, ""), 0),
            spread.source()));
  }

  private double typical(
      YamlMapping fields, String what, boolean isOfSubject, Distribution distribution) {
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
    double low = list.items().get(0).asScalar().number(lows);
    double high = list.items().get(1).asScalar().number(highs);
    if (!(low < high)) {
      throw node.complaint("must ascend, but was %s to %s".formatted(low, high));
    }
    return new double[] {low, high};
  }

  private void readPair(YamlMapping fields) {
    fields.knowing("between", "value", "source");
    YamlNode node = fields.required("between");
    List<YamlNode> names = node.asSequence().items();
    if (names.size() != 2) {
      throw node.complaint("must be a list of two names");
    }
    int first = index(names.get(0).asScalar());
    int second = index(names.get(1).asScalar());
    if (first == second) {
      throw node.complaint("must be two different names");
    }
    fields.text("source");
    pairs.add(
        new Correlated.Pair(
            first,
            second,
            fields.number("value", Bounds.between(-0.999, 0.999, "")),
            fields.required("value").place()));
  }

  private int index(YamlScalar scalar) {
    List<String> names = varied.stream().map(Varied::name).toList();
    return names.indexOf(scalar.oneOf("varied number", names));
  }

  private void readLimits(YamlMapping fields) {
    fields.knowing("readout", "low", "high", "source");
    String readout = readout(fields);
    fields.text("source");
    double low = fields.number("low", Bounds.finite(""));
    double high = fields.number("high", Bounds.finite(""));
    requireAscending(fields, low, high);
    plausible.add(new Limits(readout, low, high));
  }

  private void readMeasurement(YamlMapping fields) {
    fields.knowing("readout", "deviation", "low", "high", "step");
    String readout = readout(fields);
    Set<String> earlier = new HashSet<>(measurements.stream().map(Measurement::readout).toList());
    if (earlier.contains(readout)) {
      throw fields
          .required("readout")
          .complaint("%s is stated twice".formatted(Names.quoted(readout)));
    }
    Stated deviation = Stated.read(fields, "deviation", Bounds.nonNegative(""));
    double low = fields.number("low", Bounds.finite(""));
    double high = fields.number("high", Bounds.finite(""));
    requireAscending(fields, low, high);
    measurements.add(
        new Measurement(
            readout,
            deviation.value(),
            low,
            high,
            fields.numberOr("step", Bounds.nonNegative(""), 0),
            deviation.source()));
  }

  private void readHistory(YamlMapping fields) {
    fields.knowing("treatment", "after-days", "readout", "fall", "source");
    YamlScalar treatment = fields.required("treatment").asScalar();
    Regimen.parse(
        treatment.requiredText(),
        treatment.plain() ? treatment.place() : treatment.place().plus(1),
        CompoundCatalogue.standard());
    history.add(
        new History(
            treatment.requiredText(),
            fields.number("after-days", Bounds.positive("d").atMost(3650)),
            readout(fields),
            fields.number("fall", new Bounds(0, false, 1, "")),
            fields.text("source")));
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
    fields.knowing(
        "readout",
        "expectancy",
        "expectancy-variation",
        "expectancy-time-hours",
        "course",
        "course-variation",
        "course-time-hours");
    String readout = readout(fields);
    return new Placebo(
        readout,
        Stated.read(fields, "expectancy", Bounds.positive("")),
        Stated.read(fields, "expectancy-variation", Distribution.SPREAD),
        Stated.read(fields, "expectancy-time-hours", Bounds.positive("h")),
        Stated.read(fields, "course", Bounds.positive("")),
        Stated.read(fields, "course-variation", Distribution.SPREAD),
        Stated.read(fields, "course-time-hours", Bounds.positive("h")));
  }
}
