package org.capgate.cli;

import org.capgate.cli.command.ExitCode;
import org.capgate.cli.command.Subcommand;
import picocli.AutoComplete;
import picocli.CommandLine.Command;

/** {@code completion}: what a shell needs to complete commands and options. */
@Command(
    name = "completion",
    description = {
      "Prints a script that completes commands and options at the tab key, in bash and zsh.",
      "For this shell: source <(./capgate completion)"
    })
final class CompletionCommand extends Subcommand {
  @Override
  public Integer call() {
    out().print(AutoComplete.bash("capgate", CapGate.line()));
    out().flush();
    return ExitCode.SUCCESS;
  }
}
