package org.capgate.cli;

import org.capgate.io.ModelDocument;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code model}: the equations as they are solved; docs/MODEL.md is what it prints. */
@Command(
    name = "model",
    description = "Prints the model as Markdown with LaTeX: docs/MODEL.md is its output.")
final class ModelCommand extends Subcommand {
  @Mixin private final ModelOptions options = new ModelOptions();

  @Override
  public Integer call() {
    ModelOptions.Model model = options.model();
    out().print(new ModelDocument(model.parameters(), model.mechanisms()).text());
    out().flush();
    return ExitCode.SUCCESS;
  }
}
