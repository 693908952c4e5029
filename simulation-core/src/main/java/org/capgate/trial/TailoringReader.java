package org.capgate.trial;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.capgate.input.Bounds;
import org.capgate.input.Mistakes;
import org.capgate.input.Names;
import org.capgate.input.Numbers;
import org.capgate.input.YamlMapping;
import org.capgate.model.Readout;
import org.capgate.population.Population;
import org.capgate.population.Varied;

/** Reads the field {@code tailoring} of a trial. */
final class TailoringReader {
  private static final Bounds TIME = Bounds.between(-8760, 87_600, "h");

  private static final Tailoring NOTHING_PAID =
      new Tailoring(List.of(), "", List.of(), 0, List.of());

  private final Set<String> names = new HashSet<>();
  private final YamlMapping fields;
  private final Optional<Population> population;
  private final List<Readout> readouts;
  private final double[] visits;

  TailoringReader(
      YamlMapping fields,
      Optional<Population> population,
      List<Readout> readouts,
      double[] visits) {
    this.fields = fields;
    this.population = population;
    this.readouts = readouts;
    this.visits = visits;
  }

  Tailoring read() {
    Mistakes mistakes = new Mistakes();
    mistakes.in(() -> fields.knowing("at-hours", "liability", "features"));
    List<Double> counted = mistakes.orElse(List.of(), this::counted);
    List<Feature> features = new ArrayList<>();
    Tailoring paid = mistakes.orElse(NOTHING_PAID, this::paid);
    mistakes.each(fields, "features", one -> features.add(feature(one)));
    if (!fields.has("features") || mistakes.isEmpty() && features.isEmpty()) {
      mistakes.add(fields.complaint("features: at least one is needed"));
    }
    mistakes.check();
    return new Tailoring(
        counted, paid.liability(), paid.liabilityAtHours(), paid.pointsPerUnit(), features);
  }

  private List<Double> counted() {
    List<Double> counted = visits(fields);
    if (counted.size() < 2) {
      throw fields.required("at-hours").complaint("must be at least two visits");
    }
    return counted;
  }

  /** What is paid for, and nothing else yet. */
  private Tailoring paid() {
    if (!fields.has("liability")) {
      return NOTHING_PAID;
    }
    Mistakes mistakes = new Mistakes();
    YamlMapping paid = fields.mapping("liability");
    mistakes.in(() -> paid.knowing("readout", "at-hours", "points-per-unit", "source"));
    String liability = mistakes.orElse("", () -> readout(paid, "readout"));
    List<Double> paidAt = mistakes.orElse(List.of(), () -> visits(paid));
    double price =
        mistakes.orElse(0.0, () -> paid.number("points-per-unit", Bounds.nonNegative("")));
    mistakes.in(() -> paid.text("source"));
    mistakes.check();
    return new Tailoring(List.of(), liability, paidAt, price, List.of());
  }

  private Feature feature(YamlMapping one) {
    Mistakes mistakes = new Mistakes();
    mistakes.in(() -> one.knowing("name", "kind", "of", "at-hours", "error"));
    String name = mistakes.orElse("", () -> newName(one));
    double error =
        mistakes.orElse(0.0, () -> one.numberOr("error", Bounds.nonNegative("").atMost(3), 0));
    Optional<Feature.Kind> kind =
        mistakes.orElse(
            Optional.empty(),
            () -> Optional.of(Feature.Kind.of(one.oneOf("kind", Feature.Kind.words()))));
    if (kind.isEmpty()) { // what it is of is not known
      mistakes.check();
    }
    String of = mistakes.orElse("", () -> of(one, kind.orElseThrow()));
    boolean isNumber = kind.orElseThrow() == Feature.Kind.NUMBER;
    double at = isNumber ? 0 : mistakes.orElse(0.0, () -> visit(one, "at-hours"));
    mistakes.check();
    return new Feature(name, kind.orElseThrow(), of, at, error);
  }

  private String newName(YamlMapping one) {
    String name = one.text("name");
    if (!names.add(name)) {
      throw one.required("name").complaint(Names.quoted(name) + " is named twice");
    }
    return name;
  }

  private String of(YamlMapping one, Feature.Kind kind) {
    return switch (kind) {
      case NUMBER ->
          population.isEmpty()
              ? one.text("of")
              : one.oneOf("of", population.get().varied().stream().map(Varied::name).toList());
      case READOUT -> readout(one, "of");
      default -> "";
    };
  }

  private String readout(YamlMapping from, String field) {
    return from.oneOf(field, readouts.stream().map(Readout::name).toList());
  }

  private List<Double> visits(YamlMapping from) {
    List<Double> hours = new ArrayList<>();
    Mistakes mistakes = new Mistakes();
    mistakes.each(
        from.required("at-hours").asSequence(),
        item -> {
          double visit = item.asScalar().number(TIME);
          double before = hours.isEmpty() ? -Double.MAX_VALUE : hours.get(hours.size() - 1);
          hours.add(visit);
          if (!isVisit(visit)) {
            throw item.complaint(
                "must be one of visits-hours, but was %s h".formatted(Numbers.text(visit)));
          }
          if (!(visit > before)) {
            throw item.complaint(
                "visits must ascend, but %s h follows %s h"
                    .formatted(Numbers.text(visit), Numbers.text(before)));
          }
        });
    mistakes.check();
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
    return visits.length == 0 || Arrays.stream(visits).anyMatch(visit -> visit == hours);
  }
}
