package org.capgate.sbml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import org.capgate.dynamics.TimeGrid;
import org.capgate.fit.Observation;
import org.capgate.fit.Observations;
import org.capgate.input.InputException;
import org.capgate.input.Place;
import org.capgate.input.SourceText;
import org.capgate.io.ScenarioFile;
import org.capgate.model.Readout;
import org.capgate.scenario.Scenario;
import org.capgate.sensitivity.Varied;
import org.capgate.solver.Solvers;
import org.capgate.sweep.Measurement;
import org.capgate.treatment.CompoundCatalogue;

/**
 * A fit as a problem of PEtab, format version 1: one SBML model with a table of conditions for each
 * choice of mechanisms, observables, measurements, and the free numbers as parameters.
 */
public final class PetabExport {
  /** What the error of every observation is multiplied by where deviations are not known. */
  static final String RELATIVE_ERROR = "relativeError";

  /** A value this long after a dose shows whether a readout jumps there. */
  private static final double AFTER_HOURS = 1e-6;

  private final ScenarioFile file;
  private final Observations observations;
  private final List<Varied> free;
  private final Place place;
  private final Map<String, String> files = new LinkedHashMap<>();

  private PetabExport(
      ScenarioFile file, Observations observations, List<Varied> free, Place place) {
    this.file = file;
    this.observations = observations;
    this.free = free;
    this.place = place;
  }

  /**
   * The files of the problem by name.
   *
   * @param place named in complaints
   * @throws InputException for a free number that moves what the model holds as numbers, such as
   *     the settled state; for scenarios that a file cannot state; for an observation at the very
   *     time of a dose of a readout that jumps there
   */
  public static Map<String, String> of(
      ScenarioFile file, Observations observations, List<Varied> free, Place place) {
    PetabExport export = new PetabExport(file, observations, free, place);
    export.write();
    return export.files;
  }

  private void write() {
    requireStated();
    double startHours = startHours();
    List<PetabModel> models = PetabModel.of(file, startHours);
    models.forEach(this::requireEstimable);
    file.scenarios().forEach(this::requireNoJump);
    StringBuilder yaml = new StringBuilder("format_version: 1\n");
    yaml.append("parameter_file: parameters.tsv\nproblems:\n");
    for (int i = 0; i < models.size(); i++) {
      String ending = models.size() == 1 ? "" : Integer.toString(i + 1);
      PetabModel model = models.get(i);
      files.put("model%s.xml".formatted(ending), model.sbml());
      files.put("conditions%s.tsv".formatted(ending), conditions(model));
      files.put("observables%s.tsv".formatted(ending), observables(model));
      files.put("measurements%s.tsv".formatted(ending), measurements(model, startHours));
      yaml.append(
          """
          - sbml_files: [model%1$s.xml]
            condition_files: [conditions%1$s.tsv]
            observable_files: [observables%1$s.tsv]
            measurement_files: [measurements%1$s.tsv]
          """
              .formatted(ending));
    }
    files.put("parameters.tsv", parameters());
    files.put("problem.yaml", yaml.toString());
  }

  private void requireStated() {
    SourceText text = new SourceText("scenarios", file.toYaml());
    boolean isStated;
    try {
      isStated = ScenarioFile.read(text, CompoundCatalogue.standard()).equals(file);
    } catch (InputException unknown) {
      isStated = false;
    }
    if (!isStated) {
      throw new InputException(
          place,
          "a scenario file cannot state '%s' as it is: a problem cannot have compounds of your own"
              .formatted(file.name()));
    }
  }

  private void requireEstimable(PetabModel model) {
    for (Varied number : free) {
      Optional<String> objection = model.objection(number);
      if (objection.isPresent()) {
        throw new InputException(
            place,
            "%s cannot be estimated by others: %s".formatted(number.name(), objection.get()));
      }
    }
  }

  /** CapGate sees a readout before what is given at the same time, a simulator of SBML after. */
  private void requireNoJump(String label, Scenario scenario) {
    List<Double> given = new ArrayList<>();
    for (double hours : scenario.exposure().breakpointsHours()) {
      given.add(hours);
    }
    List<Observation> own =
        observations.all().stream().filter(one -> one.experiment().equals(label)).toList();
    double firstHours = own.stream().mapToDouble(Observation::atHours).min().orElse(0);
    for (Observation one : own) {
      if (given.contains(one.atHours()) && jumps(one, scenario, firstHours)) {
        throw new InputException(
            place,
            "%s of '%s' at %s h jumps, since something is given then: CapGate reads it before, a simulator of SBML after; move the observation"
                .formatted(one.readout().name(), label, Digits.of(one.atHours())));
      }
    }
  }

  /** Whether it changes more at its time than it does right after. */
  private static boolean jumps(Observation one, Scenario scenario, double firstHours) {
    double at = one.atHours();
    TreeSet<Double> times =
        new TreeSet<>(List.of(firstHours, at, at + AFTER_HOURS, at + 2 * AFTER_HOURS));
    double[] values =
        new Measurement(List.of(one.readout()), new ArrayList<>(times))
            .in(scenario, Solvers.standard(1e-10));
    int last = values.length - 1;
    double first = Math.abs(values[last - 1] - values[last - 2]);
    double second = Math.abs(values[last] - values[last - 1]);
    return first > 10 * second + 1e-6 * Math.abs(values[last]);
  }

  private double startHours() {
    double first = observations.all().stream().mapToDouble(Observation::atHours).min().orElse(0);
    return Math.min(first, file.span().startHours());
  }

  private String conditions(PetabModel model) {
    List<String> columns = model.conditionColumns(free.stream().map(Varied::name).toList());
    List<String> header = new ArrayList<>(List.of("conditionId", "conditionName"));
    header.addAll(columns);
    PetabTables table = new PetabTables(header);
    for (String label : model.labels()) {
      List<String> row = new ArrayList<>(List.of(conditionId(model, label), label));
      columns.forEach(id -> row.add(Digits.of(model.number(label, id))));
      table.row(row.toArray(String[]::new));
    }
    return table.text();
  }

  private static String conditionId(PetabModel model, String label) {
    return "condition" + (model.labels().indexOf(label) + 1);
  }

  private static String observableId(Readout readout) {
    return "observed_" + readout.quantity();
  }

  private String observables(PetabModel model) {
    PetabTables table =
        new PetabTables(
            "observableId",
            "observableName",
            "observableFormula",
            "observableTransformation",
            "noiseFormula",
            "noiseDistribution");
    Map<Readout, Double> sizes = new LinkedHashMap<>();
    for (int i = 0; i < observations.all().size(); i++) {
      Observation one = observations.all().get(i);
      if (model.labels().contains(one.experiment())) {
        sizes.put(one.readout(), observations.scales()[i]);
      }
    }
    sizes.forEach(
        (readout, size) ->
            table.row(
                observableId(readout),
                readout.name(),
                readout.quantity(),
                "lin",
                observations.hasDeviations()
                    ? "noiseParameter1_" + observableId(readout)
                    : "%s * %s".formatted(RELATIVE_ERROR, Digits.of(size)),
                "normal"));
    return table.text();
  }

  private String measurements(PetabModel model, double startHours) {
    PetabTables table =
        new PetabTables(
            "observableId", "simulationConditionId", "measurement", "time", "noiseParameters");
    for (Observation one : observations.all()) {
      if (model.labels().contains(one.experiment())) {
        table.row(
            observableId(one.readout()),
            conditionId(model, one.experiment()),
            Digits.of(one.value()),
            Digits.of(TimeGrid.rounded(one.atHours() - startHours)),
            observations.hasDeviations() ? Digits.of(one.deviation()) : "");
      }
    }
    return table.text();
  }

  private String parameters() {
    PetabTables table =
        new PetabTables(
            "parameterId",
            "parameterName",
            "parameterScale",
            "lowerBound",
            "upperBound",
            "nominalValue",
            "estimate");
    for (Varied one : free) {
      table.row(
          KineticNumbers.id(one.name()),
          one.name(),
          one.low() > 0 ? "log10" : "lin",
          Digits.of(one.low()),
          Digits.of(one.high()),
          Digits.of(one.value()),
          "1");
    }
    if (!observations.hasDeviations()) {
      table.row(RELATIVE_ERROR, "relative error", "log10", "1e-6", "1000", "1", "1");
    }
    return Objects.requireNonNull(table.text());
  }
}
