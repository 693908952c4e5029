package org.capgate.sbml;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.capgate.equations.Expression;
import org.capgate.model.Readout;
import org.capgate.scenario.Scenario;

/**
 * An experiment as SED-ML Level 1 Version 4. Scenarios that differ in numbers alone, such as
 * genotypes, are one SBML file with changes: parameters, and the initial values that follow from
 * them.
 */
final class SedMlDocument {
  private static final String NAMESPACE = "http://sed-ml.org/sed-ml/level1/version4";
  private static final String SBML = "http://www.sbml.org/sbml/level3/version2/core";
  private static final String LANGUAGE = "urn:sedml:language:sbml.level-3.version-2";
  private static final String PARAMETER =
      "/sbml:sbml/sbml:model/sbml:listOfParameters/sbml:parameter[@id='%s']";

  /** CVODE, with relative and absolute tolerance, in the ontology of algorithms. */
  private static final String ALGORITHM = "KISAO:0000019";

  private static final String[][] TOLERANCES = {
    {"KISAO:0000209", "1e-9"}, {"KISAO:0000211", "1e-11"}
  };

  /** One scenario: its file, or the model it changes. */
  private record Model(String id, String label, String source, Map<String, Double> changes) {}

  private final Experiment experiment;
  private final List<Model> models = new ArrayList<>();
  private final Map<String, String> files = new LinkedHashMap<>();

  SedMlDocument(Experiment experiment) {
    this.experiment = experiment;
    Map<Structure, Model> firstOf = new HashMap<>();
    Map<String, OrdinaryModel> ordinary = new HashMap<>();
    experiment
        .scenarios()
        .forEach(
            (label, scenario) -> {
              OrdinaryModel model = OrdinaryModel.of(scenario, experiment.span().startHours());
              String id = "model" + (models.size() + 1);
              Model first = firstOf.get(Structure.of(model));
              if (first == null) {
                String file = "%s-%s.xml".formatted(experiment.name(), files.size() + 1);
                files.put(file, sbml(label, scenario));
                Model own = new Model(id, label, file, Map.of());
                firstOf.put(Structure.of(model), own);
                ordinary.put(id, model);
                models.add(own);
              } else {
                OrdinaryModel base = Objects.requireNonNull(ordinary.get(first.id()));
                models.add(new Model(id, label, "#" + first.id(), changes(base, model)));
              }
            });
  }

  private String sbml(String label, Scenario scenario) {
    return SbmlDocument.of(
        scenario,
        experiment.span().startHours(),
        List.of(
            "%s: %s".formatted(experiment.name(), label),
            scenario.toString(),
            "specification: " + scenario.hash()));
  }

  /** What must be equal for one model to be another with other numbers. */
  private record Structure(
      List<OrdinaryModel.Rule> rules,
      List<OrdinaryModel.Event> events,
      List<OrdinaryModel.Value> switched,
      List<Expression> rates) {
    static Structure of(OrdinaryModel model) {
      return new Structure(
          model.rules(),
          model.events(),
          model.switched(),
          model.variables().stream().map(OrdinaryModel.Variable::ratePerHour).toList());
    }
  }

  private static Map<String, Double> changes(OrdinaryModel base, OrdinaryModel model) {
    Map<String, Double> changes = new LinkedHashMap<>();
    for (int i = 0; i < base.constants().size(); i++) {
      OrdinaryModel.Value value = model.constants().get(i);
      if (value.value() != base.constants().get(i).value()) {
        changes.put(value.symbol().name(), value.value());
      }
    }
    for (int i = 0; i < base.variables().size(); i++) {
      OrdinaryModel.Variable variable = model.variables().get(i);
      if (variable.initial() != base.variables().get(i).initial()) {
        changes.put(variable.symbol().name(), variable.initial());
      }
    }
    return changes;
  }

  /** The SBML files it refers to, by name. */
  Map<String, String> files() {
    return files;
  }

  /** The document. */
  String text() {
    return Xml.document(
        xml ->
            xml.element(
                "sedML",
                Ordered.of("xmlns", NAMESPACE, "xmlns:sbml", SBML, "level", "1", "version", "4"),
                this::parts));
  }

  private void parts(Xml xml) {
    xml.element(
        "notes",
        notes ->
            notes.text("p", experiment.description(), "xmlns", "http://www.w3.org/1999/xhtml"));
    xml.element("listOfModels", list -> models.forEach(model -> model(list, model)));
    xml.element("listOfSimulations", this::simulation);
    xml.element(
        "listOfTasks",
        list ->
            models.forEach(
                model ->
                    list.element(
                        "task",
                        "id",
                        task(model),
                        "name",
                        model.label(),
                        "modelReference",
                        model.id(),
                        "simulationReference",
                        "simulation")));
    xml.element("listOfDataGenerators", this::dataGenerators);
    xml.element("listOfOutputs", this::outputs);
  }

  private static String task(Model model) {
    return model.id() + "_task";
  }

  private static void model(Xml xml, Model model) {
    Map<String, String> attributes =
        Ordered.of(
            "id",
            model.id(),
            "name",
            model.label(),
            "language",
            LANGUAGE,
            "source",
            model.source());
    xml.element(
        "model",
        attributes,
        inside -> {
          if (!model.changes().isEmpty()) {
            inside.element(
                "listOfChanges",
                list ->
                    model
                        .changes()
                        .forEach(
                            (name, value) ->
                                list.element(
                                    "changeAttribute",
                                    "target",
                                    PARAMETER.formatted(name) + "/@value",
                                    "newValue",
                                    Digits.of(value))));
          }
        });
  }

  private void simulation(Xml xml) {
    String end = Digits.of(experiment.steps() * experiment.everyHours());
    xml.element(
        "uniformTimeCourse",
        Ordered.of(
            "id",
            "simulation",
            "initialTime",
            "0",
            "outputStartTime",
            "0",
            "outputEndTime",
            end,
            "numberOfSteps",
            Integer.toString(experiment.steps())),
        inside ->
            inside.element(
                "algorithm",
                Ordered.of("kisaoID", ALGORITHM),
                algorithm ->
                    algorithm.element(
                        "listOfAlgorithmParameters",
                        list -> {
                          for (String[] one : TOLERANCES) {
                            list.element("algorithmParameter", "kisaoID", one[0], "value", one[1]);
                          }
                        })));
  }

  private void dataGenerators(Xml xml) {
    for (Model model : models) {
      dataGenerator(xml, model, "time", "time", "symbol", "urn:sedml:symbol:time");
      for (Readout readout : experiment.readouts()) {
        dataGenerator(
            xml,
            model,
            readout.quantity(),
            readout.name(),
            "target",
            PARAMETER.formatted(readout.quantity()));
      }
    }
  }

  private static void dataGenerator(
      Xml xml, Model model, String quantity, String name, String by, String what) {
    String id = model.id() + "_" + quantity;
    String variable = id + "_value";
    xml.element(
        "dataGenerator",
        Ordered.of("id", id, "name", "%s, %s".formatted(name, model.label())),
        inside -> {
          inside.element(
              "listOfVariables",
              list ->
                  list.element("variable", "id", variable, by, what, "taskReference", task(model)));
          inside.element(
              "math",
              Ordered.of("xmlns", "http://www.w3.org/1998/Math/MathML"),
              math -> math.text("ci", " " + variable + " "));
        });
  }

  private void outputs(Xml xml) {
    for (Readout readout : experiment.readouts()) {
      xml.element(
          "plot2D",
          Ordered.of("id", "plot_" + readout.quantity(), "name", readout.label()),
          plot ->
              plot.element(
                  "listOfCurves",
                  list ->
                      models.forEach(
                          model ->
                              list.element(
                                  "curve",
                                  "id",
                                  "curve_%s_%s".formatted(model.id(), readout.quantity()),
                                  "name",
                                  model.label(),
                                  "xDataReference",
                                  model.id() + "_time",
                                  "yDataReference",
                                  model.id() + "_" + readout.quantity()))));
    }
    xml.element("report", Ordered.of("id", "report", "name", experiment.name()), this::report);
  }

  private void report(Xml xml) {
    xml.element(
        "listOfDataSets",
        list -> {
          for (Model model : models) {
            dataSet(list, model.id() + "_time", "time, " + model.label());
            for (Readout readout : experiment.readouts()) {
              dataSet(
                  list,
                  model.id() + "_" + readout.quantity(),
                  "%s, %s".formatted(readout.name(), model.label()));
            }
          }
        });
  }

  private static void dataSet(Xml xml, String data, String label) {
    xml.element("dataSet", "id", "set_" + data, "label", label, "dataReference", data);
  }
}
