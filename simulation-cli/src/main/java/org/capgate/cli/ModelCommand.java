package org.capgate.cli;

import org.capgate.equations.EquationSystem;
import org.capgate.equations.Kind;
import org.capgate.equations.MarkdownPrinter;
import org.capgate.model.ModelEquations;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code model}: the equations as they are solved. */
@Command(
    name = "model",
    description = "Prints the numbered equations and their symbols as Markdown with LaTeX.")
final class ModelCommand extends Subcommand {
  @Mixin private final ModelOptions options = new ModelOptions();

  @Override
  public Integer call() {
    EquationSystem equations = ModelEquations.of(options.model().mechanisms());
    MarkdownPrinter printer = new MarkdownPrinter(equations);
    out().print(printer.equations());
    section("Inputs", printer.symbols(Kind.INPUT));
    section("Parameters", printer.symbols(Kind.PARAMETER));
    section("References", printer.symbols(Kind.REFERENCE));
    out().flush();
    return ExitCode.SUCCESS;
  }

  private void section(String title, String text) {
    out().print("### " + title + "\n\n" + text + "\n");
  }
}
