package org.capgate.cli.findings;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.capgate.analysis.KnownResults;
import org.capgate.cli.command.ExitCode;
import org.capgate.cli.command.Progress;
import org.capgate.cli.command.Provenance;
import org.capgate.cli.command.Specification;
import org.capgate.cli.command.Subcommand;
import org.capgate.cli.network.NetworkCommand;
import org.capgate.cli.options.Arguments;
import org.capgate.cli.options.CheckpointOption;
import org.capgate.cli.options.EnsembleOption;
import org.capgate.cli.options.FigureFormatOption;
import org.capgate.cli.options.FormatOption;
import org.capgate.cli.options.ModelOptions;
import org.capgate.cli.options.ModelOptions.Model;
import org.capgate.cli.options.OutputFormat;
import org.capgate.cli.output.OutputFolder;
import org.capgate.cli.output.Terminal;
import org.capgate.dynamics.IntegrationException;
import org.capgate.evidence.FindingFile;
import org.capgate.evidence.FindingsEvaluator;
import org.capgate.evidence.FindingsReport;
import org.capgate.input.Bounds;
import org.capgate.input.InputException;
import org.capgate.input.Names;
import org.capgate.input.Place;
import org.capgate.io.Checkpoint;
import org.capgate.model.GenotypeOfSubclasses;
import org.capgate.network.Network;
import org.capgate.network.Subclass;
import org.capgate.steady.SteadyStateException;
import org.capgate.uncertainty.ParameterEnsemble;
import org.capgate.viz.FigureException;
import org.capgate.viz.FigureFormat;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code findings}: published results against the simulation. */
@Command(
    name = "findings",
    description = {
      "Evaluates published findings against the model; the last line is 'N passed, M failed'.",
      "Exit code 1 when an established finding is not reproduced. With --out: a table, and the",
      "simulated courses with what was found drawn over them."
    })
public final class FindingsCommand extends Subcommand {
  @Option(
      names = "--file",
      paramLabel = "FILE.csv",
      description = "Findings of your own, in the same words. Default: the published ones.")
  private @Nullable Path file;

  @Option(
      names = "--network",
      paramLabel = "N",
      description = "Evaluates them on networks of N neurons instead of the mean field.")
  private @Nullable String network;

  @Option(
      names = "--synapses",
      paramLabel = "K",
      description = "With --network: synapses onto each neuron (default: 100).")
  private @Nullable String synapses;

  @Option(
      names = "--seed",
      paramLabel = "S",
      description = "With --network: seed of neurons and wiring (default: 1).")
  private @Nullable String seed;

  @Option(
      names = "--subclasses",
      description = {
        "With --network: inhibitory neurons are PV and SST neurons, which a genotype of --file may name,",
        "as in 'GRIN2B x0 SST'."
      })
  private boolean subclasses;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Write findings.csv there and, without --network, the figure of courses.")
  private @Nullable Path out;

  @Mixin private final EnsembleOption ensemble = new EnsembleOption();
  @Mixin private final FigureFormatOption figureFormats = new FigureFormatOption();
  @Mixin private final CheckpointOption checkpoint = new CheckpointOption();
  @Mixin private final FormatOption format = new FormatOption();
  @Mixin private final ModelOptions options = new ModelOptions();

  @Override
  public Integer call() {
    OutputFormat chosen = format.among(OutputFormat.TEXT, OutputFormat.CSV, OutputFormat.JSON);
    requireNetwork("--synapses", synapses);
    requireNetwork("--seed", seed);
    if (network == null && subclasses) {
      throw new InputException(
          new Place("--subclasses", 0, 0), "is for networks; add --network N, or leave it out");
    }
    Model model = options.model();
    FindingFile findings =
        file == null
            ? FindingFile.published(model.compounds())
            : FindingFile.read(file, model.compounds(), Subclass.names(kinds()));
    FindingsEvaluator evaluator =
        FindingsEvaluator.standard()
            .withParameters(model.parameters())
            .withMechanisms(model.mechanisms())
            .withCatalogue(model.compounds());
    if (network != null) {
      int neurons = Arguments.wholeNumber("--network", network, NetworkCommand.NEURONS);
      int each =
          Arguments.wholeNumber("--synapses", synapses(), Bounds.between(2, neurons - 2, ""));
      long key = Arguments.seed("--seed", seed());
      evaluator =
          evaluator.onNetworks(
              scenario ->
                  Network.of(scenario)
                      .neurons(neurons)
                      .synapsesPerNeuron(each)
                      .seed(key)
                      .subclasses(kinds()));
    }
    List<FigureFormat> formats = figureFormats.formats(List.of(FigureFormat.PNG, FigureFormat.SVG));
    Optional<ParameterEnsemble> sets = ensemble.sets(options);
    OutputFolder folder = out == null ? null : OutputFolder.at(out);
    FindingsReport report = evaluated(evaluator, findings, model);
    out().print(text(report, chosen, findings, model));
    if (folder != null) {
      write(
          folder,
          report,
          FoundCourses.of(report.evaluations(), model),
          sets,
          formats,
          header(findings, model));
    }
    out().flush();
    return report.anyEstablishedFailed() ? ExitCode.CHECK_FAILED : ExitCode.SUCCESS;
  }

  private void write(
      OutputFolder folder,
      FindingsReport report,
      FoundCourses courses,
      Optional<ParameterEnsemble> sets,
      List<FigureFormat> formats,
      Map<String, String> header) {
    folder.write("findings.csv", report.table().withProvenance(header));
    int size = sets.map(ParameterEnsemble::size).orElse(0);
    if (network == null && !courses.isEmpty()) { // courses are those of the mean field
      try (Progress progress = Progress.of("parameter sets", size, remarks())) {
        folder.write("courses", courses.figure(sets, header, done -> progress.step()), formats);
      } catch (FigureException | IntegrationException | SteadyStateException e) {
        remarks().println("capgate: no figure, only a table: " + e.getMessage());
      }
    }
    folder.finish();
    remarks().println("capgate: written to " + folder.path());
  }

  /** An option that would be ignored is a slip. */
  private void requireNetwork(String option, @Nullable String stated) {
    if (network == null && stated != null) {
      throw new InputException(
          new Place(option, 0, 0),
          "%s is for networks; add --network N, or leave it out".formatted(Names.quoted(stated)));
    }
  }

  private List<Subclass> kinds() {
    return subclasses ? Subclass.parvalbuminAndSomatostatin() : List.of();
  }

  private String synapses() {
    return synapses == null ? "100" : synapses;
  }

  private String seed() {
    return seed == null ? "1" : seed;
  }

  private FindingsReport evaluated(FindingsEvaluator evaluator, FindingFile findings, Model model) {
    Map<String, String> statements = new LinkedHashMap<>();
    if (network != null) {
      statements.put("--network", network);
      statements.put("--synapses", synapses());
      statements.put("--seed", seed());
    }
    if (subclasses) {
      statements.put("--subclasses", "given");
    }
    statements.put(
        Checkpoint.Origin.SPECIFICATION,
        Specification.of(
            header(findings, model).get("specification")
                + CheckpointOption.specification(model.parameters(), findings.findings())));
    return checkpoint.around(
        statements,
        remarks(),
        known -> {
          AtomicBoolean tookTime = new AtomicBoolean();
          KnownResults watched =
              (key, compute) ->
                  known.get(
                      key,
                      () -> {
                        tookTime.set(true);
                        return compute.get();
                      });
          try (Progress progress = Progress.of("findings", findings.findings().size(), remarks())) {
            return evaluator.evaluate(
                findings, watched, judged -> progress.step(tookTime.getAndSet(false)));
          }
        });
  }

  private String text(
      FindingsReport report, OutputFormat chosen, FindingFile findings, Model model) {
    return switch (chosen) {
      case TEXT -> report.toText(Terminal.columns());
      case JSON -> report.toJson(header(findings, model));
      case CSV -> report.table().withProvenance(header(findings, model)).toCsv();
    };
  }

  private Map<String, String> header(FindingFile findings, Model model) {
    return provenance()
        .withSeed(network == null ? Provenance.SEED : Arguments.seed("--seed", seed()))
        .lines(specification(findings, model));
  }

  /** Of the experiments; what is edited in subclasses stands in no scenario. */
  private static String specification(FindingFile findings, Model model) {
    String scenarios =
        Specification.of(
            findings.findings().stream()
                .map(finding -> model.scenario(finding.condition()))
                .toList());
    List<String> edits =
        findings.findings().stream()
            .map(finding -> finding.condition().edits())
            .filter(edit -> !edit.ofSubclasses().isEmpty())
            .map(GenotypeOfSubclasses::text)
            .toList();
    return edits.isEmpty() ? scenarios : Specification.of(scenarios + edits);
  }
}
