package org.capgate.cli.model;

import org.capgate.cli.command.ExitCode;
import org.capgate.cli.command.Subcommand;
import org.capgate.cli.options.ModelOptions;
import org.capgate.io.ModelDocument;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code model}: the equations as they are solved; docs/MODEL.md is what it prints. */
@Command(
    name = "model",
    description = "Prints the model as Markdown with LaTeX: docs/MODEL.md is its output.")
public final class ModelCommand extends Subcommand {
  @Mixin private final ModelOptions options = new ModelOptions();

  @Override
  public Integer call() {
    ModelOptions.Model model = options.model();
    out().print(new ModelDocument(model.parameters(), model.mechanisms()).text());
    out().flush();
    return ExitCode.SUCCESS;
  }
}
