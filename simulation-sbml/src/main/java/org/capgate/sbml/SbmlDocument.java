package org.capgate.sbml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.capgate.equations.Symbol;
import org.capgate.equations.Unit;
import org.capgate.scenario.Scenario;
import org.capgate.treatment.Species;

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
  private final Optional<Origin> origin;
  private final SbmlUnits units = new SbmlUnits();
  private final MathMl mathMl = new MathMl(units);

  /**
   * What a document was made from, which is stated in it.
   *
   * @param scenarios a scenario file as text
   * @param startHours time of the scenarios (h) that is 0 in the document
   * @param part which of the documents of the file it is, from 1
   */
  record Origin(String scenarios, double startHours, int part) {
    /** Of the element that states it. */
    static final String NAMESPACE = "urn:capgate:scenarios:1";

    static final String ELEMENT = "scenarios";

    private void write(Xml xml) {
      xml.text(
          ELEMENT,
          scenarios,
          "xmlns",
          NAMESPACE,
          "startHours",
          Digits.of(startHours),
          "part",
          Integer.toString(part));
    }
  }

  private SbmlDocument(OrdinaryModel model, Annotations annotations, Optional<Origin> origin) {
    this.model = model;
    this.annotations = annotations;
    this.origin = origin;
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
        new SbmlDocument(
            OrdinaryModel.of(scenario, startHours), Annotations.standard(), Optional.empty());
    return document.text(scenario.species().word(), notes);
  }

  /** A model that is no scenario, for tests. */
  static String of(OrdinaryModel model, List<String> notes) {
    return new SbmlDocument(model, Annotations.standard(), Optional.empty()).text("mouse", notes);
  }

  /** A model that serves several scenarios and says which. */
  static String of(OrdinaryModel model, Species species, Origin origin, List<String> notes) {
    return new SbmlDocument(model, Annotations.standard(), Optional.of(origin))
        .text(species.word(), notes);
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
    annotation(xml, "meta_model", said, origin);
    units.write(xml);
    xml.element("listOfParameters", this::parameters);
    if (!model.starts().isEmpty()) {
      xml.element("listOfInitialAssignments", this::starts);
    }
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
        "parameter",
        attributes,
        inside -> annotation(inside, "meta_" + symbol.name(), said, Optional.empty()));
  }

  private static void annotation(
      Xml xml, String about, List<Annotations.Statement> said, Optional<Origin> origin) {
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
        inside -> {
          inside.element(
              "rdf:RDF",
              Ordered.of("xmlns:rdf", RDF, "xmlns:bqbiol", Annotations.BIOLOGY),
              rdf ->
                  rdf.element(
                      "rdf:Description",
                      Ordered.of("rdf:about", "#" + about),
                      description ->
                          linksOf.forEach((what, links) -> bag(description, what, links))));
          origin.ifPresent(one -> one.write(inside));
        });
  }

  private static void bag(Xml xml, String qualifier, List<String> links) {
    xml.element(
        "bqbiol:" + qualifier,
        inside ->
            inside.element(
                "rdf:Bag",
                bag -> links.forEach(link -> bag.element("rdf:li", "rdf:resource", link))));
  }

  private void starts(Xml xml) {
    model
        .starts()
        .forEach(
            start ->
                xml.element(
                    "initialAssignment",
                    Ordered.of("symbol", start.symbol().name()),
                    mathMl.math(start.formula())));
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
                            mathMl.math(change.formula()))));
  }
}
