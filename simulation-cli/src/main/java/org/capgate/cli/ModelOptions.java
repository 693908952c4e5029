package org.capgate.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.capgate.evidence.Condition;
import org.capgate.input.InputException;
import org.capgate.input.Place;
import org.capgate.io.ParameterFile;
import org.capgate.model.Mechanisms;
import org.capgate.model.Parameter;
import org.capgate.model.ParameterSet;
import org.capgate.scenario.Scenario;
import org.capgate.treatment.Compound;
import org.capgate.treatment.CompoundCatalogue;
import org.capgate.treatment.SourcedNumber;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options of every command that simulates: what to change in the model that ships. */
final class ModelOptions {
  private static final Place MECHANISM = new Place("--mechanism", 0, 0);

  @Option(
      names = "--parameters",
      paramLabel = "FILE.csv",
      description = "Parameters to change: a file with the columns name,value.")
  private @Nullable Path parameters;

  @Option(
      names = "--compound",
      paramLabel = "FILE.yaml",
      description = "A compound of your own, as in seeds/compounds. May be repeated.")
  private List<Path> compounds = new ArrayList<>();

  @Option(
      names = "--mechanism",
      paramLabel = "NAME=CHOICE",
      description = "Another statement where the evidence conflicts. May be repeated.")
  private List<String> mechanisms = new ArrayList<>();

  /**
   * Reads the files.
   *
   * @throws InputException naming file, line, column, the word and the nearest known one
   */
  Model model() {
    return new Model(changed(ParameterSet.standard()), changed(Mechanisms.standard()), compounds());
  }

  /** These options as a shell reads them, each after a blank; empty when there is none. */
  String words() {
    StringBuilder words = new StringBuilder();
    if (parameters != null) {
      words.append(" --parameters ").append(Provenance.quoted(parameters.toString()));
    }
    compounds.forEach(
        file -> words.append(" --compound ").append(Provenance.quoted(file.toString())));
    mechanisms.forEach(word -> words.append(" --mechanism ").append(Provenance.quoted(word)));
    return words.toString();
  }

  /** What these options change, each number and choice under the option and its own name. */
  Map<String, String> statements() {
    Map<String, String> statements = new LinkedHashMap<>();
    Model chosen = model();
    ParameterSet shipped = ParameterSet.standard();
    for (Parameter parameter : chosen.parameters().parameters()) {
      String name = parameter.name();
      if (!shipped.contains(name) || shipped.value(name) != parameter.value()) {
        statements.put("--parameters " + name, Double.toString(parameter.value()));
      }
    }
    if (!chosen.mechanisms().equals(Mechanisms.standard())) {
      statements.put("--mechanism", chosen.mechanisms().text());
    }
    Set<SourcedNumber> known = new HashSet<>(CompoundCatalogue.standard().numbers());
    for (SourcedNumber number : chosen.compounds().numbers()) {
      if (!known.contains(number)) {
        statements.put("--compound " + number.path(), Double.toString(number.value()));
      }
    }
    return statements;
  }

  /** The shipped compounds and the user's. */
  CompoundCatalogue compounds() {
    CompoundCatalogue shipped = CompoundCatalogue.standard();
    return compounds.isEmpty() ? shipped : shipped.withFile(compounds.toArray(new Path[0]));
  }

  /** A scenario of a file with these options on top of what the file says. */
  Scenario changed(Scenario scenario) {
    return scenario.toBuilder()
        .parameters(changed(scenario.parameters()))
        .mechanisms(changed(scenario.mechanisms()))
        .build();
  }

  /** Fitted numbers of a compound do not reach into a file of the user that replaces it. */
  private ParameterSet changed(ParameterSet set) {
    ParameterSet kept = set;
    for (Path file : compounds) {
      kept = kept.withoutCompound(Compound.read(file).name());
    }
    return parameters == null ? kept : ParameterFile.read(parameters, kept);
  }

  private Mechanisms changed(Mechanisms usual) {
    Mechanisms chosen = usual;
    for (String word : mechanisms) {
      int equals = word.indexOf('=');
      if (equals < 0) {
        throw new InputException(
            MECHANISM,
            "must be written NAME=CHOICE, but was '"
                + word
                + "'; names are "
                + String.join(", ", Mechanisms.choices().keySet()));
      }
      chosen = chosen.with(word.substring(0, equals), word.substring(equals + 1), MECHANISM);
    }
    return chosen;
  }

  /**
   * What a scenario needs besides its experiment.
   *
   * @param parameters of the equations and fitted numbers of compounds
   * @param mechanisms chosen statements
   * @param compounds what a treatment may name
   */
  record Model(ParameterSet parameters, Mechanisms mechanisms, CompoundCatalogue compounds) {
    /** An untreated wild-type mouse with this model. */
    Scenario.Builder mouse() {
      return with(Scenario.mouse());
    }

    /** The experiment a finding is about. */
    Scenario scenario(Condition condition) {
      return with(Scenario.of(condition.subject()))
          .preparation(condition.preparation())
          .stress(condition.stress())
          .genotype(condition.genotype())
          .treatment(condition.treatment())
          .build();
    }

    private Scenario.Builder with(Scenario.Builder builder) {
      return builder.parameters(parameters).mechanisms(mechanisms).compounds(compounds);
    }
  }
}
