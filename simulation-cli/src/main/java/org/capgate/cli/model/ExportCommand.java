package org.capgate.cli.model;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.StringJoiner;
import java.util.stream.Stream;
import org.capgate.analysis.AtomicFile;
import org.capgate.cli.command.ExitCode;
import org.capgate.cli.command.Specification;
import org.capgate.cli.command.Subcommand;
import org.capgate.cli.options.ModelOptions;
import org.capgate.cli.options.ScenarioArgument;
import org.capgate.cli.output.OutputFolder;
import org.capgate.input.InputException;
import org.capgate.input.Names;
import org.capgate.input.Place;
import org.capgate.io.ModelSource;
import org.capgate.io.ModelSource.Form;
import org.capgate.io.ScenarioFile;
import org.capgate.sbml.ExchangeNotes;
import org.capgate.sbml.Experiment;
import org.capgate.sbml.OmexArchive;
import org.capgate.sbml.SbmlDocument;
import org.capgate.sbml.XppSource;
import org.capgate.scenario.Scenario;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code export}: the model of a scenario for another solver. */
@Command(
    name = "export",
    description = "Prints the equations of a scenario, with doses, for another solver.")
public final class ExportCommand extends Subcommand {
  private static final Place OUT = new Place("--out", 0, 0);

  @Option(
      names = "--format",
      required = true,
      paramLabel = "FORMAT",
      description =
          "c: one file of C99, which is also C++17; sbml: SBML Level 3 Version 2; ode: a file of"
              + " XPPAUT; omex: the scenario, its variants and figures as a COMBINE archive of"
              + " SED-ML and SBML, which needs --out.")
  private String format = "";

  @Option(
      names = "--form",
      defaultValue = "ordinary",
      paramLabel = "FORM",
      description =
          "ordinary (default): differential equations only, firing rates and binding relax;"
              + " quasi-steady: as CapGate solves them, with algebraic equations.")
  private String form = "ordinary";

  @Option(
      names = "--scenario",
      defaultValue = "wild-type-ketamine",
      paramLabel = "PRESET|FILE.yaml",
      description =
          "Whose parameters, initial state and doses. Default: wild-type-ketamine. An archive of"
              + " 'all' holds every preset and what 'capgate compare' compares.")
  private String scenario = "wild-type-ketamine";

  @Option(names = "--out", paramLabel = "FILE", description = "Default: to the screen.")
  private @Nullable Path out;

  @Mixin private final ModelOptions options = new ModelOptions();

  @Override
  public Integer call() {
    among("format", format, List.of("c", "sbml", "ode", "omex"));
    Form chosen = Form.values()[among("form", form, words())];
    if (chosen != Form.ORDINARY && !format.equals("c")) {
      throw new InputException(
          new Place("--form", 0, 0),
          "%s can only be written in the ordinary form".formatted(format));
    }
    Path target = out == null ? null : writable(out);
    if (format.equals("omex")) {
      byte[] archive = archive(target);
      AtomicFile.write(Objects.requireNonNull(target), to -> to.write(archive));
      return ExitCode.SUCCESS;
    }
    String source = source(scenarioFile(), chosen);
    if (target == null) {
      out().print(source);
      out().flush();
    } else {
      AtomicFile.write(target, source);
    }
    return ExitCode.SUCCESS;
  }

  private byte[] archive(@Nullable Path target) {
    if (target == null) {
      throw new InputException(OUT, "must name the file of the archive");
    }
    List<Experiment> experiments =
        scenario.equals(ExchangeArchive.ALL)
            ? ExchangeArchive.all(options)
            : List.of(Experiment.of(scenarioFile()));
    StringJoiner description = new StringJoiner("; ");
    provenance()
        .lines(
            Specification.of(
                experiments.stream().flatMap(one -> one.scenarios().values().stream()).toList()))
        .forEach((name, value) -> description.add(name + ": " + value));
    try {
      return OmexArchive.of(experiments, description.toString());
    } catch (IllegalArgumentException e) {
      throw new InputException(new Place("--scenario", 0, 0), String.valueOf(e.getMessage()));
    }
  }

  private ScenarioFile scenarioFile() {
    return ScenarioArgument.file(scenario, options);
  }

  private String source(ScenarioFile file, Form chosen) {
    Scenario subject = file.scenario();
    List<String> notes = new ArrayList<>();
    notes.add("A CapGate model, " + word(chosen) + " form.");
    provenance()
        .withSeed(file.seed())
        .lines(subject.hash())
        .forEach((name, value) -> notes.add(name + ": " + value));
    notes.add("genotype: " + subject.genotype().text());
    notes.add("treatment: " + subject.treatment().text());
    try {
      if (format.equals("c")) {
        return ModelSource.of(subject, chosen, notes);
      }
      notes.addAll(ExchangeNotes.of(file));
      double startHours = file.span().startHours();
      return format.equals("sbml")
          ? SbmlDocument.of(subject, startHours, notes)
          : XppSource.of(
              subject,
              startHours,
              file.span().endHours() - startHours,
              file.sampleEveryMinutes() / 60,
              notes);
    } catch (IllegalArgumentException e) {
      throw new InputException(new Place("--scenario", 0, 0), String.valueOf(e.getMessage()));
    }
  }

  /** A folder in the place of the file, or no place to put it, is found before the work begins. */
  private static Path writable(Path file) {
    if (file.toString().isBlank() || Files.isDirectory(file)) {
      throw new InputException(OUT, "must name a file, but was '" + file + "'");
    }
    Path folder = file.toAbsolutePath().getParent();
    OutputFolder.at(folder == null ? Path.of(".") : folder);
    return file;
  }

  private static int among(String what, String word, List<String> known) {
    int index = known.indexOf(word);
    if (index < 0) {
      throw new InputException(new Place("--" + what, 0, 0), Names.unknown(what, word, known));
    }
    return index;
  }

  private static List<String> words() {
    return Stream.of(Form.values()).map(ExportCommand::word).toList();
  }

  private static String word(Form form) {
    return form.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
