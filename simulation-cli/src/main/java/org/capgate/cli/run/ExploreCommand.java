package org.capgate.cli.run;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import org.capgate.cli.command.ExitCode;
import org.capgate.cli.command.Provenance;
import org.capgate.cli.command.Subcommand;
import org.capgate.cli.options.Arguments;
import org.capgate.cli.options.EnsembleOption;
import org.capgate.cli.options.ModelOptions;
import org.capgate.explore.ExplorerServer;
import org.capgate.explore.UpdateTimes;
import org.capgate.input.Bounds;
import org.capgate.input.InputException;
import org.capgate.input.Place;
import org.capgate.scenario.Scenario;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code explore}: the page whose curves follow its sliders. */
@Command(
    name = "explore",
    description =
        "Serves a page on this machine alone: choose genotype, compound, dose and stress, and the"
            + " curves follow. Ctrl-C ends it.")
public final class ExploreCommand extends Subcommand {
  @Option(
      names = "--port",
      paramLabel = "N",
      description = "Port on 127.0.0.1. Default: any free one.")
  private String port = "0";

  @Option(
      names = "--measure",
      paramLabel = "N",
      description = "Times N updates of a page, prints how long they took, and ends.")
  private @Nullable String measure;

  @Mixin private final ModelOptions options = new ModelOptions();
  @Mixin private final EnsembleOption ensemble = new EnsembleOption();

  @Override
  public Integer call() {
    int wanted = Arguments.wholeNumber("--port", port, Bounds.between(0, 65_535, ""));
    int updates =
        measure == null
            ? 0
            : Arguments.wholeNumber("--measure", measure, Bounds.between(1, 100_000, ""));
    try (ExplorerServer server = start(wanted)) {
      if (updates > 0) {
        server.warmUp();
        out().print(UpdateTimes.measured(server.address(), updates).text());
        out().flush();
        return ExitCode.SUCCESS;
      }
      out().println("The explorer is at " + server.address() + " until you press Ctrl-C.");
      out().flush();
      if (out().checkError()) { // nobody could learn where it is
        return ExitCode.BAD_INPUT;
      }
      server.warmUp();
      untilInterrupted(server);
    }
    return ExitCode.SUCCESS;
  }

  private ExplorerServer start(int wanted) {
    ModelOptions.Model model = options.model();
    ExplorerServer.Program program =
        new ExplorerServer.Program(
            Provenance.version(),
            options.words(),
            species ->
                Scenario.of(species)
                    .parameters(model.parameters())
                    .mechanisms(model.mechanisms())
                    .compounds(model.compounds()),
            model.compounds(),
            ensemble.sets(options));
    try {
      return ExplorerServer.start(program, wanted);
    } catch (IOException e) {
      throw new InputException(
          new Place("--port", 0, 0),
          "port "
              + wanted
              + " of 127.0.0.1 cannot be had ("
              + e.getMessage()
              + "); leave --port out for a free one",
          e);
    }
  }

  /** A signal ends the process; what is left to do then is to stop listening. */
  private static void untilInterrupted(ExplorerServer server) {
    CountDownLatch never = new CountDownLatch(1);
    Thread closing = new Thread(server::close, "capgate-explore-end");
    Runtime.getRuntime().addShutdownHook(closing);
    try {
      never.await();
    } catch (InterruptedException e) {
      Runtime.getRuntime().removeShutdownHook(closing);
    }
  }
}
