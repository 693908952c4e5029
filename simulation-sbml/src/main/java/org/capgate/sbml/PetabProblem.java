package org.capgate.sbml;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.capgate.fit.Observation;
import org.capgate.fit.Observations;
import org.capgate.input.InputException;
import org.capgate.input.Place;
import org.capgate.input.SourceText;
import org.capgate.input.YamlDocument;
import org.capgate.input.YamlMapping;
import org.capgate.io.ScenarioFile;
import org.capgate.model.ParameterSet;
import org.capgate.scenario.Scenario;
import org.capgate.sensitivity.Varied;

/**
 * A problem of PEtab, format version 1, as a fit: its models are CapGate's own, and its observables
 * are readouts with an offset and a factor.
 *
 * @param file the scenarios, with the values of parameters that are not estimated
 * @param observations the measurements
 * @param free the parameters that are estimated, in the order of their table, each from its nominal
 *     value; that of the size of all errors, which follows from the residuals, is not among them
 */
public record PetabProblem(ScenarioFile file, Observations observations, List<Varied> free) {
  public PetabProblem {
    free = List.copyOf(free);
  }

  /**
   * Reads the file that names all others, and these.
   *
   * @throws InputException naming file, line, column and what a fit cannot have
   */
  public static PetabProblem read(Path path) {
    YamlMapping yaml =
        YamlDocument.read(path)
            .knowing("format_version", "parameter_file", "problems", "extensions");
    requireVersion(yaml);
    if (yaml.has("extensions")) {
      throw yaml.required("extensions").complaint("no extension of PEtab is known");
    }
    List<Part> parts = new ArrayList<>();
    for (YamlMapping problem : yaml.mappings("problems")) {
      parts.add(Part.read(problem, path));
    }
    if (parts.isEmpty()) {
      throw yaml.required("problems").complaint("must have at least one problem");
    }
    ScenarioFile file = parts.get(0).model.file();
    for (Part part : parts) {
      if (!part.model.file().equals(file)) {
        throw yaml.required("problems").complaint("all models must state the same scenarios");
      }
    }
    SourceText table = SourceText.read(path.resolveSibling(yaml.text("parameter_file")));
    return new Reading(file, parts, PetabParameters.read(table, file.scenario().parameters()))
        .problem();
  }

  private static void requireVersion(YamlMapping yaml) {
    String version = yaml.required("format_version").asScalar().text();
    if (!version.equals("1") && !version.equals("1.0.0")) {
      throw yaml.required("format_version").complaint("must be 1, but was '%s'".formatted(version));
    }
  }

  /** One entry of the list of problems: its model and where its tables are. */
  private record Part(
      PetabModel model,
      List<SourceText> conditions,
      List<SourceText> observables,
      List<SourceText> measurements) {

    static Part read(YamlMapping problem, Path yaml) {
      problem.knowing(
          "sbml_files",
          "condition_files",
          "observable_files",
          "measurement_files",
          "visualization_files");
      List<SourceText> models = files(problem, "sbml_files", yaml);
      if (models.size() != 1) {
        throw problem
            .required("sbml_files")
            .complaint("must name one file, but named %s".formatted(models.size()));
      }
      return new Part(
          PetabSource.read(models.get(0)),
          files(problem, "condition_files", yaml),
          files(problem, "observable_files", yaml),
          files(problem, "measurement_files", yaml));
    }

    private static List<SourceText> files(YamlMapping problem, String field, Path yaml) {
      problem.required(field);
      return problem.texts(field).stream()
          .map(name -> SourceText.read(yaml.resolveSibling(name)))
          .toList();
    }
  }

  /** What is found while the tables are read. */
  private static final class Reading {
    private final ScenarioFile file;
    private final List<Part> parts;
    private final PetabParameters parameters;
    private final List<Observation> observations = new ArrayList<>();
    private final Set<String> used = new HashSet<>();
    private final Set<Optional<String>> errors = new LinkedHashSet<>();

    Reading(ScenarioFile file, List<Part> parts, PetabParameters parameters) {
      this.file = file;
      this.parts = parts;
      this.parameters = parameters;
    }

    PetabProblem problem() {
      requireEstimable();
      ScenarioFile changed = withFixed();
      for (Part part : parts) {
        PetabMeasurements measurements = new PetabMeasurements(part.model, parameters);
        part.conditions.forEach(measurements::conditions);
        part.observables.forEach(measurements::observables);
        part.measurements.forEach(measurements::measurements);
        observations.addAll(measurements.all());
        used.addAll(measurements.used());
        errors.addAll(measurements.errors());
      }
      PetabParameters.Entry first = parameters.all().isEmpty() ? null : parameters.all().get(0);
      Place table = first == null ? Place.UNKNOWN : new Place(first.row().place().file(), 0, 0);
      if (errors.size() > 1) {
        throw new InputException(
            table,
            "the deviations of all errors must be numbers, or all in proportion to one parameter, but some are %s"
                .formatted(errors.stream().map(one -> one.orElse("numbers")).sorted().toList()));
      }
      Optional<String> size = errors.isEmpty() ? Optional.empty() : errors.iterator().next();
      List<Varied> free = new ArrayList<>();
      for (PetabParameters.Entry entry : parameters.all()) {
        boolean isSize = size.isPresent() && size.get().equals(entry.id());
        if (entry.varied().isEmpty() || isSize) {
          continue;
        }
        if (!entry.isOfModel() && !used.contains(entry.id())) {
          throw entry
              .row()
              .complaint(
                  "parameterId",
                  "'%s' is neither a number of the model nor in an observable that was measured"
                      .formatted(entry.id()));
        }
        free.add(entry.varied().get());
      }
      if (free.isEmpty() || free.size() >= observations.size()) {
        throw new InputException(
            table,
            "there must be at least one estimated parameter and more measurements than those, but there were %s and %s"
                .formatted(free.size(), observations.size()));
      }
      return new PetabProblem(
          changed, new Observations(observations, changed.scenarios(), size.isEmpty()), free);
    }

    private void requireEstimable() {
      for (PetabParameters.Entry entry : parameters.all()) {
        ParameterSet set = file.scenario().parameters();
        if (!entry.isOfModel()
            || (entry.varied().isEmpty() && entry.nominal() == set.value(entry.name()))) {
          continue;
        }
        Varied moved =
            entry
                .varied()
                .orElse(
                    new Varied(
                        entry.name(), set.value(entry.name()), entry.nominal(), entry.nominal()));
        for (Part part : parts) {
          Optional<String> objection = part.model.objection(moved);
          if (objection.isPresent()) {
            throw entry
                .row()
                .complaint(
                    "parameterId",
                    "%s must stay as it is: %s".formatted(entry.name(), objection.get()));
          }
        }
      }
    }

    /** The scenarios with the values of what is not estimated. */
    private ScenarioFile withFixed() {
      Map<String, PetabParameters.Entry> fixed = new LinkedHashMap<>();
      for (PetabParameters.Entry entry : parameters.all()) {
        if (entry.isOfModel() && entry.varied().isEmpty()) {
          fixed.put(entry.name(), entry);
        }
      }
      return new ScenarioFile(
          file.name(),
          file.description(),
          with(file.scenario(), fixed),
          file.variants().stream()
              .map(one -> new ScenarioFile.Variant(one.name(), with(one.scenario(), fixed)))
              .toList(),
          file.durationDays(),
          file.sampleEveryMinutes(),
          file.readouts(),
          file.seed());
    }

    private static Scenario with(Scenario scenario, Map<String, PetabParameters.Entry> fixed) {
      ParameterSet set = scenario.parameters();
      for (PetabParameters.Entry entry : fixed.values()) {
        if (set.value(entry.name()) != entry.nominal()) {
          set = set.with(entry.name(), entry.nominal(), entry.row().place("nominalValue"));
        }
      }
      return scenario.toBuilder().parameters(set).build();
    }
  }
}
