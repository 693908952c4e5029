package org.capgate.sbml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.capgate.equations.Expressions;
import org.capgate.equations.Symbol;
import org.capgate.equations.Unit;
import org.capgate.scenario.Scenario;

/**
 * A scenario as SBML Level 3 Version 2: constants, variables with rate rules, explicit values as
 * assignment rules, and what is given as events that replace coefficients of explicit functions of
 * time. There is no algebraic rule: simulators solve these to wrong roots. Equal scenarios give
 * equal bytes.
 */
public final class SbmlDocument {
  private static final String CORE = "http://www.sbml.org/sbml/level3/version2/core";
  private static final String XHTML = "http://www.w3.org/1999/xhtml";
  private static final String RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";

  private final OrdinaryModel model;
  private final Annotations annotations;
  private final SbmlUnits units = new SbmlUnits();
  private final MathMl mathMl = new MathMl(units);

  private SbmlDocument(OrdinaryModel model, Annotations annotations) {
    this.model = model;
    this.annotations = annotations;
  }

  /**
   * The document.
   *
   * @param startHours time of the scenario (h) at which the document's time is 0; nothing is given
   *     before
   * @param notes paragraphs that say what the model is and is not
   * @throws IllegalArgumentException for a treatment that cannot be written
   */
  public static String of(Scenario scenario, double startHours, List<String> notes) {
    SbmlDocument document =
        new SbmlDocument(OrdinaryModel.of(scenario, startHours), Annotations.standard());
    return document.text(scenario.species().word(), notes);
  }

  /** A model that is no scenario, for tests. */
  static String of(OrdinaryModel model, List<String> notes) {
    return new SbmlDocument(model, Annotations.standard()).text("mouse", notes);
  }

  private String text(String species, List<String> notes) {
    useUnits();
    return Xml.document(
        xml ->
            xml.element(
                "sbml",
                Ordered.of("xmlns", CORE, "level", "3", "version", "2"),
                sbml ->
                    sbml.element("model", modelAttributes(), one -> parts(one, species, notes))));
  }

  private Map<String, String> modelAttributes() {
    String hour = units.id(Unit.HOUR);
    return Ordered.of(
        "metaid",
        "meta_model",
        "id",
        "capgate",
        "name",
        "CapGate",
        "timeUnits",
        hour,
        "substanceUnits",
        "mole",
        "volumeUnits",
        "litre",
        "extentUnits",
        "mole");
  }

  private void parts(Xml xml, String species, List<String> notes) {
    notes(xml, notes);
    List<Annotations.Statement> said = new ArrayList<>(annotations.of("model", "model"));
    said.addAll(annotations.of("species", species));
    annotation(xml, "meta_model", said);
    units.write(xml);
    xml.element("listOfParameters", this::parameters);
    xml.element("listOfRules", this::rules);
    if (!model.events().isEmpty()) {
      xml.element("listOfEvents", this::events);
    }
  }

  /** Definitions of units stand before what uses them. */
  private void useUnits() {
    model.symbols().forEach(symbol -> units.id(symbol.unit()));
    Xml.document(xml -> xml.element("all", this::rules));
  }

  private static void notes(Xml xml, List<String> notes) {
    xml.element(
        "notes",
        inside ->
            inside.element(
                "body",
                Ordered.of("xmlns", XHTML),
                body -> notes.forEach(paragraph -> body.text("p", paragraph))));
  }

  private void parameters(Xml xml) {
    model.variables().forEach(one -> parameter(xml, one.symbol(), Digits.of(one.initial()), false));
    model.constants().forEach(one -> parameter(xml, one.symbol(), Digits.of(one.value()), true));
    model.switched().forEach(one -> parameter(xml, one.symbol(), Digits.of(one.value()), false));
    model.rules().forEach(rule -> parameter(xml, rule.symbol(), "", false));
  }

  private void parameter(Xml xml, Symbol symbol, String value, boolean isConstant) {
    Map<String, String> attributes = new LinkedHashMap<>();
    String compound = model.compoundOfLevel().get(symbol.name());
    List<Annotations.Statement> said =
        compound == null ? annotations.of(symbol) : annotations.of("compound", compound);
    if (!said.isEmpty()) {
      attributes.put("metaid", "meta_" + symbol.name());
    }
    attributes.put("id", symbol.name());
    attributes.put("name", symbol.description());
    if (!value.isEmpty()) {
      attributes.put("value", value);
    }
    attributes.put("units", units.id(symbol.unit()));
    attributes.put("constant", Boolean.toString(isConstant));
    xml.element(
        "parameter", attributes, inside -> annotation(inside, "meta_" + symbol.name(), said));
  }

  private static void annotation(Xml xml, String about, List<Annotations.Statement> said) {
    if (said.isEmpty()) {
      return;
    }
    Map<String, List<String>> linksOf = new LinkedHashMap<>();
    said.forEach(
        one ->
            linksOf
                .computeIfAbsent(one.qualifier(), qualifier -> new ArrayList<>())
                .add(one.link()));
    xml.element(
        "annotation",
        inside ->
            inside.element(
                "rdf:RDF",
                Ordered.of("xmlns:rdf", RDF, "xmlns:bqbiol", Annotations.BIOLOGY),
                rdf ->
                    rdf.element(
                        "rdf:Description",
                        Ordered.of("rdf:about", "#" + about),
                        description ->
                            linksOf.forEach((what, links) -> bag(description, what, links)))));
  }

  private static void bag(Xml xml, String qualifier, List<String> links) {
    xml.element(
        "bqbiol:" + qualifier,
        inside ->
            inside.element(
                "rdf:Bag",
                bag -> links.forEach(link -> bag.element("rdf:li", "rdf:resource", link))));
  }

  private void rules(Xml xml) {
    model
        .rules()
        .forEach(
            rule ->
                xml.element(
                    "assignmentRule",
                    Ordered.of("variable", rule.symbol().name()),
                    mathMl.math(rule.formula())));
    model
        .variables()
        .forEach(
            one ->
                xml.element(
                    "rateRule",
                    Ordered.of("variable", one.symbol().name()),
                    mathMl.math(one.ratePerHour())));
  }

  private void events(Xml xml) {
    for (int i = 0; i < model.events().size(); i++) {
      OrdinaryModel.Event event = model.events().get(i);
      xml.element(
          "event",
          Ordered.of("id", "given" + (i + 1), "useValuesFromTriggerTime", "true"),
          one -> event(one, event));
    }
  }

  private void event(Xml xml, OrdinaryModel.Event event) {
    xml.element(
        "trigger",
        Ordered.of("initialValue", "false", "persistent", "true"),
        mathMl.reached(event.atHours()));
    xml.element(
        "listOfEventAssignments",
        list ->
            event
                .changes()
                .forEach(
                    change ->
                        list.element(
                            "eventAssignment",
                            Ordered.of("variable", change.symbol().name()),
                            mathMl.math(
                                Expressions.quantity(change.value(), change.symbol().unit())))));
  }
}
