package org.capgate.cli.options;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.capgate.cli.command.Provenance;
import org.capgate.cli.command.Specification;
import org.capgate.evidence.Condition;
import org.capgate.input.CsvTable;
import org.capgate.input.InputException;
import org.capgate.input.Names;
import org.capgate.input.Numbers;
import org.capgate.input.Place;
import org.capgate.io.ParameterFile;
import org.capgate.io.ScenarioFile;
import org.capgate.model.Mechanisms;
import org.capgate.model.ParameterSet;
import org.capgate.scenario.Scenario;
import org.capgate.treatment.Compound;
import org.capgate.treatment.CompoundCatalogue;
import org.capgate.treatment.SourcedNumber;
import org.capgate.treatment.Species;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Options of every command that simulates: what to change in the model that ships. */
public final class ModelOptions {
  private static final Place MECHANISM = new Place("--mechanism", 0, 0);
  private static final Path POINT = Path.of("point");
  private static final Place SET = new Place("--set", 0, 0);

  @Option(
      names = "--parameters",
      paramLabel = "FILE.csv|point",
      description =
          "Parameters to change: a file with the columns name,value; or 'point': the shipped set"
              + " alone, without bands.")
  private @Nullable Path stated;

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

  @Option(
      names = "--set",
      paramLabel = "NAME=VALUE",
      description =
          "A number that 'capgate parameters' lists, in its unit and range. May be repeated.")
  private List<String> numbers = new ArrayList<>();

  @Option(
      names = "--keep-fitted",
      description =
          "Fitted values of a compound that ships apply to a --compound of the same name too.")
  private boolean keepFitted;

  @Spec(Spec.Target.MIXEE)
  private @Nullable CommandSpec spec;

  /** What is left to be changed by {@code --parameters}, {@code --set} and {@code --mechanism}. */
  private @Nullable Model usual;

  /**
   * Reads the files.
   *
   * @throws InputException naming file, line, column, the word and the nearest known one
   */
  public Model model() {
    Model from = usual();
    return new Model(changed(from.parameters()), changed(from.mechanisms()), from.compounds());
  }

  /** These options as a shell reads them, each after a blank; empty when there is none. */
  public String words() {
    StringBuilder words = new StringBuilder();
    if (stated != null) {
      words.append(" --parameters ").append(Provenance.quoted(stated.toString()));
    }
    compounds.forEach(
        file -> words.append(" --compound ").append(Provenance.quoted(file.toString())));
    mechanisms.forEach(word -> words.append(" --mechanism ").append(Provenance.quoted(word)));
    numbers.forEach(word -> words.append(" --set ").append(Provenance.quoted(word)));
    return words.append(keepFitted ? " --keep-fitted" : "").toString();
  }

  /** What these options change, each number and choice under the option and its own name. */
  public Map<String, String> statements() {
    Map<String, String> statements = new LinkedHashMap<>();
    Model chosen = model();
    ParameterSet before = usual().parameters();
    chosen
        .parameters()
        .numbers()
        .filter(parameter -> parameter.value() != before.value(parameter.name()))
        .forEach(
            parameter ->
                statements.put(
                    "--parameters " + parameter.name(), Double.toString(parameter.value())));
    if (keepFitted && !compounds.isEmpty()) {
      statements.put("--keep-fitted", "yes");
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

  /** Equal for equal numbers and mechanisms behind these options. */
  public String specification() {
    return Specification.of(List.of(model().mouse().build()));
  }

  /** The shipped compounds and the user's. */
  CompoundCatalogue compounds() {
    return usual().compounds();
  }

  /** What a scenario file changes: the shipped model with the user's compounds. */
  public Scenario.Builder subject(Species species) {
    return usual().with(Scenario.of(species));
  }

  /** The scenario of a file with these options on top of what the file says of it. */
  public Scenario changed(Scenario scenario) {
    return scenario.toBuilder()
        .parameters(changed(scenario.parameters()))
        .mechanisms(changed(scenario.mechanisms()))
        .build();
  }

  /** Names on stderr what the variants of a file state otherwise than these options. */
  void remarkOn(ScenarioFile file) {
    Map<String, String> options = stated(file.scenario());
    for (ScenarioFile.Variant variant : file.variants()) {
      Map<String, String> own = stated(variant.scenario());
      options.forEach(
          (name, value) -> {
            String other = String.valueOf(own.get(name));
            if (!other.equals(value)) {
              remark(
                  "variant %s states %s %s itself, which the option (%s) does not change"
                      .formatted(Names.quoted(variant.name()), name, other, value));
            }
          });
    }
  }

  /** What a scenario has for every name that these options state. */
  private Map<String, String> stated(Scenario scenario) {
    Map<String, String> stated = new LinkedHashMap<>();
    Set<String> names = new LinkedHashSet<>(pairs("--set", numbers, "NAME=VALUE").keySet());
    Path parameters = parameters();
    if (parameters != null) {
      CsvTable.read(parameters).rows().forEach(row -> names.add(row.text("name")));
    }
    names.forEach(name -> stated.put(name, Numbers.text(scenario.parameters().value(name))));
    pairs("--mechanism", mechanisms, "NAME=CHOICE")
        .keySet()
        .forEach(name -> stated.put(name, scenario.mechanisms().choice(name)));
    return stated;
  }

  /** Whether the shipped set alone is asked for, without what else agrees with the findings. */
  boolean isPoint() {
    return POINT.equals(stated);
  }

  private @Nullable Path parameters() {
    return isPoint() ? null : stated;
  }

  private Model usual() {
    if (usual == null) {
      usual = withCompounds();
    }
    return usual;
  }

  /** Fitted numbers of a compound do not reach into a file of the user that replaces it. */
  private Model withCompounds() {
    CompoundCatalogue catalogue = CompoundCatalogue.standard();
    ParameterSet set = ParameterSet.standard();
    Map<String, Path> named = new LinkedHashMap<>();
    for (Path file : compounds) {
      String name = Compound.read(file).name();
      Path earlier = named.putIfAbsent(name, file);
      if (earlier != null) {
        throw new InputException(
            new Place("--compound", 0, 0),
            "'%s' is stated twice, by %s and by %s".formatted(name, earlier, file));
      }
    }
    if (!named.isEmpty()) {
      catalogue = catalogue.withFile(compounds.toArray(new Path[0]));
      set = set.knowing(catalogue);
    }
    for (Map.Entry<String, Path> own : named.entrySet()) {
      ParameterSet left = set.withoutCompound(own.getKey());
      remark(keepFitted ? kept(own, set, left) : leftOut(own, set, left));
      set = keepFitted ? set : left;
    }
    return new Model(set, Mechanisms.standard(), catalogue);
  }

  private static String leftOut(Map.Entry<String, Path> own, ParameterSet with, ParameterSet left) {
    String fitted = fitted(own.getKey(), with, left);
    return fitted.isEmpty()
        ? ""
        : "fitted values of %s are left out, as the numbers of %s count: %s; --keep-fitted keeps them"
            .formatted(own.getKey(), own.getValue(), fitted);
  }

  private static String kept(Map.Entry<String, Path> own, ParameterSet with, ParameterSet left) {
    String fitted = fitted(own.getKey(), with, left);
    return fitted.isEmpty()
        ? ""
        : "fitted values of %s are kept, and replace numbers of %s: %s"
            .formatted(own.getKey(), own.getValue(), fitted);
  }

  /** Where the fitted values of a compound differ from those of its file. */
  private static String fitted(String compound, ParameterSet with, ParameterSet left) {
    return with.parameters().stream()
        .filter(parameter -> parameter.name().startsWith(compound + "/"))
        .filter(parameter -> parameter.value() != left.value(parameter.name()))
        .map(
            parameter ->
                "%s (%s, in the file %s)"
                    .formatted(
                        parameter.name(),
                        Numbers.text(parameter.value()),
                        Numbers.text(left.value(parameter.name()))))
        .collect(Collectors.joining(", "));
  }

  /** Says it on stderr, where it can be seen beside any output. */
  private void remark(String text) {
    if (spec != null && !text.isEmpty()) {
      PrintWriter err = spec.commandLine().getErr();
      err.println("capgate: " + text);
      err.flush();
    }
  }

  private ParameterSet changed(ParameterSet set) {
    Map<String, String> stated = pairs("--set", numbers, "NAME=VALUE");
    ParameterSet changed = set;
    Path parameters = parameters();
    if (parameters != null) {
      changed = ParameterFile.read(parameters, set);
      refuseStated(stated.keySet(), CsvTable.read(parameters));
    }
    for (Map.Entry<String, String> pair : stated.entrySet()) {
      double value =
          Numbers.parse(pair.getValue())
              .orElseThrow(
                  () ->
                      new InputException(
                          SET,
                          "%s must be a number, but was %s"
                              .formatted(pair.getKey(), Names.quoted(pair.getValue()))));
      changed = changed.with(pair.getKey(), value, SET);
    }
    return changed;
  }

  private static void refuseStated(Set<String> names, CsvTable file) {
    for (CsvTable.Row row : file.rows()) {
      if (names.contains(row.text("name"))) {
        throw row.complaint(
            "name", "%s is stated by --set too".formatted(Names.quoted(row.text("name"))));
      }
    }
  }

  private Mechanisms changed(Mechanisms from) {
    Mechanisms chosen = from;
    for (Map.Entry<String, String> pair :
        pairs("--mechanism", mechanisms, "NAME=CHOICE").entrySet()) {
      chosen = chosen.with(pair.getKey(), pair.getValue(), MECHANISM);
    }
    return chosen;
  }

  /** What a repeatable option states, each name once. */
  private static Map<String, String> pairs(String option, List<String> words, String form) {
    Place place = new Place(option, 0, 0);
    Map<String, String> pairs = new LinkedHashMap<>();
    for (String word : words) {
      int equals = word.indexOf('=');
      if (equals < 0) {
        throw new InputException(
            place, "must be written %s, but was %s".formatted(form, Names.quoted(word)));
      }
      String name = word.substring(0, equals);
      if (pairs.put(name, word.substring(equals + 1)) != null) {
        throw new InputException(place, "%s is stated twice".formatted(Names.quoted(name)));
      }
    }
    return pairs;
  }

  /**
   * What a scenario needs besides its experiment.
   *
   * @param parameters of the equations and fitted numbers of compounds
   * @param mechanisms chosen statements
   * @param compounds what a treatment may name
   */
  public record Model(ParameterSet parameters, Mechanisms mechanisms, CompoundCatalogue compounds) {
    /** An untreated wild-type mouse with this model. */
    public Scenario.Builder mouse() {
      return with(Scenario.mouse());
    }

    /** An untreated wild-type subject with this model. */
    public Scenario.Builder withSpecies(Species species) {
      return with(Scenario.of(species));
    }

    /** The experiment a finding is about. */
    public Scenario scenario(Condition condition) {
      return with(Scenario.of(condition.subject()))
          .preparation(condition.preparation())
          .stress(condition.stress())
          .genotype(condition.genotype())
          .treatment(condition.treatment())
          .build();
    }

    public Scenario.Builder with(Scenario.Builder builder) {
      return builder.parameters(parameters).mechanisms(mechanisms).compounds(compounds);
    }
  }
}
