package org.capgate.cli.options;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.capgate.analysis.KnownResults;
import org.capgate.cli.command.Provenance;
import org.capgate.cli.command.Specification;
import org.capgate.evidence.Finding;
import org.capgate.io.Checkpoint;
import org.capgate.io.SavedResults;
import org.capgate.model.ParameterSet;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where long work is saved, and goes on from. */
public final class CheckpointOption {
  @Option(
      names = "--checkpoint",
      paramLabel = "FILE",
      description = {
        "Saves what is computed to this file every few seconds, and goes on from it when it is there."
      })
  private @Nullable Path file;

  /**
   * Does work that asks for known results; they are saved in any case, also when it fails.
   *
   * @param statements what the work was asked to do, by option: what was saved by other work is
   *     refused, and the refusal names what differs
   * @param remarks where it says that it goes on
   */
  public <T> T around(
      Map<String, String> statements, PrintWriter remarks, Function<KnownResults, T> work) {
    if (file == null) {
      return work.apply(KnownResults.none());
    }
    Checkpoint.Origin origin = new Checkpoint.Origin(Provenance.version(), statements);
    try (SavedResults saved = SavedResults.open(file, origin)) {
      if (saved.before() > 0) {
        remarks.println("capgate: goes on with %s results of %s".formatted(saved.before(), file));
      }
      return work.apply(saved);
    }
  }

  /** Equal for equal parameters and findings: what a judgement follows from, besides the model. */
  public static String specification(ParameterSet parameters, List<Finding> findings) {
    StringBuilder text = new StringBuilder();
    parameters
        .parameters()
        .forEach(
            one ->
                text.append(
                    "%s %s %s %s %s\n"
                        .formatted(
                            one.name(),
                            Double.toHexString(one.value()),
                            Double.toHexString(one.low()),
                            Double.toHexString(one.high()),
                            one.isFitted())));
    for (Finding finding : findings) {
      text.append(
          String.join(
              "|",
              finding.id(),
              finding.condition().text(),
              finding.readout().name(),
              finding.at().word(),
              finding.versus().word(),
              finding.expected().name(),
              finding.standing().name(),
              finding.magnitude().map(Object::toString).orElse("")));
      text.append('\n');
    }
    return Specification.of(text.toString());
  }
}
