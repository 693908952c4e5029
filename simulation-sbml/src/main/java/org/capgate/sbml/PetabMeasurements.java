package org.capgate.sbml;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.capgate.dynamics.TimeGrid;
import org.capgate.fit.ErrorScale;
import org.capgate.fit.Observation;
import org.capgate.input.Bounds;
import org.capgate.input.CsvTable;
import org.capgate.input.InputException;
import org.capgate.input.Names;
import org.capgate.input.Numbers;
import org.capgate.input.Place;
import org.capgate.input.SourceText;
import org.capgate.io.ObservationFile;
import org.capgate.sensitivity.Varied;

/** The measurements of one model of a PEtab problem, with their conditions and observables. */
final class PetabMeasurements {
  private static final List<String> COLUMNS =
      List.of("observableId", "simulationConditionId", "measurement", "time");
  private static final String SETTLING = "preequilibrationConditionId";
  private static final Bounds HOURS = Bounds.between(0, 175_200, "h");

  private final PetabModel model;
  private final PetabParameters parameters;
  private final List<String> estimated;
  private final Map<String, String> labels = new LinkedHashMap<>();
  private final Map<String, PetabObservable> observables = new LinkedHashMap<>();
  private final List<Observation> all = new ArrayList<>();
  private final Set<String> used = new HashSet<>();
  private final Set<Optional<String>> errors = new LinkedHashSet<>();

  PetabMeasurements(PetabModel model, PetabParameters parameters) {
    this.model = model;
    this.parameters = parameters;
    estimated =
        parameters.all().stream().flatMap(one -> one.varied().stream()).map(Varied::name).toList();
  }

  void conditions(SourceText source) {
    labels.putAll(PetabConditions.read(source, model, estimated));
  }

  void observables(SourceText source) {
    observables.putAll(PetabObservable.read(source, parameters));
  }

  void measurements(SourceText source) {
    CsvTable table = CsvTable.readTabSeparated(source).requiring(COLUMNS);
    if (table.rows().isEmpty()) {
      throw new InputException(
          new Place(table.name(), 1, 0), "the table has a header but no measurements");
    }
    table.rows().forEach(row -> all.add(observation(table, row)));
    ObservationFile.requireOneAfterStart(all, labels.values(), table);
  }

  /** What was measured. */
  List<Observation> all() {
    return all;
  }

  /** Estimated parameters that factors and offsets have. */
  Set<String> used() {
    return used;
  }

  /** What the deviations of errors are in proportion to; empty for one that is a number. */
  Set<Optional<String>> errors() {
    return errors;
  }

  private Observation observation(CsvTable table, CsvTable.Row row) {
    if (table.header().contains(SETTLING) && !row.text(SETTLING).isEmpty()) {
      throw row.complaint(
          SETTLING,
          "%s cannot be used: every scenario begins in its own settled state, which the model states"
              .formatted(Names.quoted(row.text(SETTLING))));
    }
    String id = row.oneOf("observableId", List.copyOf(observables.keySet()));
    PetabObservable observable = Objects.requireNonNull(observables.get(id));
    String condition = row.oneOf("simulationConditionId", List.copyOf(labels.keySet()));
    if (row.text("time").equals("inf")) {
      throw row.complaint(
          "time", "'inf' cannot be used: scenarios end, and nothing is settled after a dose");
    }
    double value = row.number("measurement", Bounds.finite(""));
    if (observable.scale() != ErrorScale.LINEAR && !(value > 0)) {
      throw row.complaint(
          "measurement",
          "must be > 0 on the scale %s, but was %s"
              .formatted(observable.scale().word(), Numbers.text(value)));
    }
    Map<String, String> replacements = new HashMap<>();
    replace(table, row, observable, id, "observableParameter", replacements);
    replace(table, row, observable, id, "noiseParameter", replacements);
    PetabObservable.Meaning meaning = observable.meaning(replacements);
    used.addAll(meaning.factor().slopes().keySet());
    used.addAll(meaning.offset().slopes().keySet());
    errors.add(meaning.inProportionTo());
    return new Observation(
        Objects.requireNonNull(labels.get(condition)),
        TimeGrid.rounded(row.number("time", HOURS) + model.startHours()),
        meaning.readout(),
        value,
        meaning.deviation(),
        meaning.scale(),
        meaning.factor(),
        meaning.offset(),
        "");
  }

  private static void replace(
      CsvTable table,
      CsvTable.Row row,
      PetabObservable observable,
      String id,
      String kind,
      Map<String, String> replacements) {
    String column = kind + "s";
    String text = table.header().contains(column) ? row.text(column) : "";
    boolean isEmpty = text.isEmpty() || text.equalsIgnoreCase("nan");
    List<String> values = isEmpty ? List.of() : List.of(text.split(";", -1));
    int wanted = observable.placeholders(kind);
    if (values.size() != wanted) {
      String complaint =
          "must have %s values, one for each placeholder of '%s', but had %s"
              .formatted(wanted, id, values.size());
      throw table.header().contains(column)
          ? row.complaint(column, complaint)
          : new InputException(row.place(), column + " " + complaint);
    }
    for (int i = 0; i < values.size(); i++) {
      replacements.put("%s%s_%s".formatted(kind, i + 1, id), values.get(i).strip());
    }
  }
}
