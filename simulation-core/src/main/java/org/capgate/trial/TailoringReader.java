package org.capgate.trial;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.capgate.input.Bounds;
import org.capgate.input.Names;
import org.capgate.input.Numbers;
import org.capgate.input.YamlMapping;
import org.capgate.input.YamlNode;
import org.capgate.model.Readout;
import org.capgate.population.Population;
import org.capgate.population.Varied;

/** Reads the field {@code tailoring} of a trial. */
final class TailoringReader {
  private static final Bounds TIME = Bounds.between(-8760, 87_600, "h");

  private final YamlMapping fields;
  private final Population population;
  private final List<Readout> readouts;
  private final double[] visits;

  TailoringReader(
      YamlMapping fields, Population population, List<Readout> readouts, double[] visits) {
    this.fields = fields;
    this.population = population;
    this.readouts = readouts;
    this.visits = visits;
  }

  void addTo(Trial.Builder trial) {
    fields.knowing("at-hours", "liability", "features");
    List<Double> counted = visits(fields);
    if (counted.size() < 2) {
      throw fields.required("at-hours").complaint("must be at least two visits");
    }
    String liability = "";
    double price = 0;
    List<Double> paidAt = List.of();
    if (fields.has("liability")) {
      YamlMapping paid =
          fields.mapping("liability").knowing("readout", "at-hours", "points-per-unit", "source");
      liability = readout(paid, "readout");
      paidAt = visits(paid);
      price = paid.number("points-per-unit", Bounds.nonNegative(""));
      paid.text("source");
    }
    List<Feature> features = new ArrayList<>();
    for (YamlMapping one : fields.mappings("features")) {
      Feature feature = feature(one);
      if (features.stream().anyMatch(other -> other.name().equals(feature.name()))) {
        throw one.required("name").complaint(Names.quoted(feature.name()) + " is named twice");
      }
      features.add(feature);
    }
    if (features.isEmpty()) {
      throw fields.complaint("features: at least one is needed");
    }
    trial.tailoring(new Tailoring(counted, liability, paidAt, price, features));
  }

  private Feature feature(YamlMapping one) {
    one.knowing("name", "kind", "of", "at-hours", "error");
    Feature.Kind kind = Feature.Kind.of(one.oneOf("kind", Feature.Kind.words()));
    boolean isNumber = kind == Feature.Kind.NUMBER;
    String of =
        switch (kind) {
          case NUMBER -> one.oneOf("of", population.varied().stream().map(Varied::name).toList());
          case READOUT -> readout(one, "of");
          default -> "";
        };
    return new Feature(
        one.text("name"),
        kind,
        of,
        isNumber ? 0 : visit(one, "at-hours"),
        one.numberOr("error", Bounds.nonNegative("").atMost(3), 0));
  }

  private String readout(YamlMapping from, String field) {
    return from.oneOf(field, readouts.stream().map(Readout::name).toList());
  }

  private List<Double> visits(YamlMapping from) {
    List<Double> hours = new ArrayList<>();
    for (YamlNode item : from.required("at-hours").asSequence().items()) {
      double visit = item.asScalar().number(TIME);
      if (!isVisit(visit)) {
        throw item.complaint(
            "must be one of visits-hours, but was %s h".formatted(Numbers.text(visit)));
      }
      if (!hours.isEmpty() && !(visit > hours.get(hours.size() - 1))) {
        throw item.complaint(
            "visits must ascend, but %s h follows %s h"
                .formatted(Numbers.text(visit), Numbers.text(hours.get(hours.size() - 1))));
      }
      hours.add(visit);
    }
    return hours;
  }

  private double visit(YamlMapping from, String field) {
    double hours = from.number(field, TIME);
    if (!isVisit(hours)) {
      throw from.required(field)
          .complaint("must be one of visits-hours, but was %s h".formatted(Numbers.text(hours)));
    }
    return hours;
  }

  private boolean isVisit(double hours) {
    return Arrays.stream(visits).anyMatch(visit -> visit == hours);
  }
}
