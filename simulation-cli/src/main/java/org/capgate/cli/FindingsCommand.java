package org.capgate.cli;

import java.nio.file.Path;
import java.util.Map;
import org.capgate.cli.ModelOptions.Model;
import org.capgate.evidence.FindingFile;
import org.capgate.evidence.FindingsEvaluator;
import org.capgate.evidence.FindingsReport;
import org.capgate.input.Bounds;
import org.capgate.network.Network;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code findings}: published results against the simulation. */
@Command(
    name = "findings",
    description = {
      "Evaluates published findings against the model; the last line is 'N passed, M failed'.",
      "Exit code 1 when an established finding is not reproduced."
    })
final class FindingsCommand extends Subcommand {
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
      defaultValue = "100",
      description = "With --network: synapses onto each neuron (default: ${DEFAULT-VALUE}).")
  private String synapses = "100";

  @Option(
      names = "--seed",
      paramLabel = "S",
      defaultValue = "1",
      description = "With --network: seed of neurons and wiring (default: ${DEFAULT-VALUE}).")
  private String seed = "1";

  @Mixin private final FormatOption format = new FormatOption();
  @Mixin private final ModelOptions options = new ModelOptions();

  @Override
  public Integer call() {
    OutputFormat chosen = format.among(OutputFormat.TEXT, OutputFormat.CSV, OutputFormat.JSON);
    Model model = options.model();
    FindingFile findings =
        file == null
            ? FindingFile.published(model.compounds())
            : FindingFile.read(file, model.compounds());
    FindingsEvaluator evaluator =
        FindingsEvaluator.standard()
            .withParameters(model.parameters())
            .withMechanisms(model.mechanisms())
            .withCatalogue(model.compounds());
    if (network != null) {
      int neurons = Arguments.wholeNumber("--network", network, NetworkCommand.NEURONS);
      int each = Arguments.wholeNumber("--synapses", synapses, Bounds.between(2, neurons - 2, ""));
      long key = Arguments.seed("--seed", seed);
      evaluator =
          evaluator.onNetworks(
              scenario ->
                  Network.of(scenario).neurons(neurons).synapsesPerNeuron(each).seed(key).build());
    }
    FindingsReport report = evaluator.evaluate(findings);
    out().print(text(report, chosen, findings, model));
    out().flush();
    return report.anyEstablishedFailed() ? ExitCode.CHECK_FAILED : ExitCode.SUCCESS;
  }

  private String text(
      FindingsReport report, OutputFormat chosen, FindingFile findings, Model model) {
    return switch (chosen) {
      case TEXT -> report.toText();
      case JSON -> report.toJson(header(findings, model));
      case CSV -> report.table().withProvenance(header(findings, model)).toCsv();
    };
  }

  private Map<String, String> header(FindingFile findings, Model model) {
    return provenance()
        .withSeed(network == null ? Provenance.SEED : Arguments.seed("--seed", seed))
        .lines(
            Specification.of(
                findings.findings().stream()
                    .map(finding -> model.scenario(finding.condition()))
                    .toList()));
  }
}
