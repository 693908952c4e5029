package org.capgate.sbml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.capgate.equations.Unit;

/**
 * The units a document uses, as SBML unit definitions. What is one token for the equations is
 * written in base units of the SI.
 */
final class SbmlUnits {
  /** A base unit of SBML with its part in a token: (multiplier · 10^scale · kind)^exponent. */
  private record Base(String kind, int exponent, int scale, String multiplier) {}

  private static final Map<String, List<Base>> TOKENS =
      Map.of(
          "h", List.of(new Base("second", 1, 0, "3600")),
          "s", List.of(new Base("second", 1, 0, "1")),
          "Hz", List.of(new Base("hertz", 1, 0, "1")),
          "µM", List.of(new Base("mole", 1, -6, "1"), new Base("litre", -1, 0, "1")),
          "mV", List.of(new Base("volt", 1, -3, "1")),
          "mg", List.of(new Base("gram", 1, -3, "1")),
          "kg", List.of(new Base("kilogram", 1, 0, "1")),
          "L", List.of(new Base("litre", 1, 0, "1")),
          "point", List.of(new Base("dimensionless", 1, 0, "1")));

  private static final Map<String, String> WORDS =
      Map.of(
          "h",
          "hour",
          "s",
          "second",
          "Hz",
          "hertz",
          "µM",
          "micromolar",
          "mV",
          "millivolt",
          "mg",
          "milligram",
          "kg",
          "kilogram",
          "L",
          "litre",
          "point",
          "point");

  private final Map<String, Unit> defined = new LinkedHashMap<>();

  /** Tokens that can be written. */
  static Set<String> tokens() {
    return TOKENS.keySet();
  }

  /**
   * Identifier of a unit, which is defined from now on.
   *
   * @throws IllegalArgumentException naming a token that SBML has no words for
   */
  String id(Unit unit) {
    if (unit.equals(Unit.DIMENSIONLESS)) {
      return "dimensionless";
    }
    List<String> words = new ArrayList<>();
    unit.exponents()
        .forEach(
            (token, exponent) -> {
              String word = WORDS.get(token);
              if (word == null) {
                throw new IllegalArgumentException(
                    "the unit '%s' cannot be written in SBML; known are %s"
                        .formatted(token, TOKENS.keySet().stream().sorted().toList()));
              }
              words.add(
                  (exponent < 0 ? "per_" : "")
                      + word
                      + (Math.abs(exponent) == 1 ? "" : Math.abs(exponent)));
            });
    String id = "unit_" + String.join("_", words);
    defined.putIfAbsent(id, unit);
    return id;
  }

  /** The definitions of all units that were asked for. */
  void write(Xml xml) {
    xml.element(
        "listOfUnitDefinitions",
        list ->
            defined.forEach(
                (id, unit) ->
                    list.element(
                        "unitDefinition",
                        Ordered.of("id", id),
                        one -> one.element("listOfUnits", units -> write(units, unit)))));
  }

  private static void write(Xml xml, Unit unit) {
    unit.exponents()
        .forEach(
            (token, exponent) -> {
              for (Base base : TOKENS.getOrDefault(token, List.of())) {
                xml.element(
                    "unit",
                    "kind",
                    base.kind,
                    "exponent",
                    Integer.toString(base.exponent * exponent),
                    "scale",
                    Integer.toString(base.scale),
                    "multiplier",
                    base.multiplier);
              }
            });
  }
}
