package org.capgate.cli;

import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.capgate.cli.command.ExitCode;
import org.capgate.cli.command.UnsolvedException;
import org.capgate.dynamics.IntegrationException;
import org.capgate.input.InputException;
import org.capgate.input.Names;
import org.capgate.steady.SteadyStateException;
import org.capgate.viz.FigureException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * Turns what went wrong into one line on stderr and an {@link ExitCode}. Only what is known to come
 * from the input or the model is explained; anything else is a defect and says so.
 */
final class Failures implements IParameterExceptionHandler, IExecutionExceptionHandler {
  private final BooleanSupplier isTraced;

  /**
   * @param isTraced whether stack traces are wanted
   */
  Failures(BooleanSupplier isTraced) {
    this.isTraced = isTraced;
  }

  @Override
  public int handleParseException(ParameterException e, String[] arguments) {
    CommandLine line = e.getCommandLine();
    String message =
        e instanceof UnmatchedArgumentException unmatched
            ? unmatched(unmatched, line)
            : String.valueOf(e.getMessage());
    report(line.getErr(), message, e);
    return ExitCode.BAD_INPUT;
  }

  @Override
  public int handleExecutionException(Exception e, CommandLine line, ParseResult parsed) {
    Optional<String> memory = MemoryNeeds.complaint(e);
    if (memory.isPresent()) {
      report(line.getErr(), memory.get(), e);
      return ExitCode.BAD_INPUT;
    }
    int code = code(e);
    String message = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    report(
        line.getErr(),
        code == ExitCode.DEFECT
            ? "this is a defect of CapGate, please report it: "
                + e.getClass().getSimpleName()
                + ": "
                + message
                + (isTraced.getAsBoolean() ? "" : " (--trace shows where)")
            : message,
        e);
    return code;
  }

  private static int code(Exception e) {
    if (e instanceof InputException || e instanceof UncheckedIOException) {
      return ExitCode.BAD_INPUT;
    }
    if (e instanceof IntegrationException
        || e instanceof SteadyStateException
        || e instanceof UnsolvedException
        || e instanceof FigureException) {
      return ExitCode.CHECK_FAILED;
    }
    return ExitCode.DEFECT;
  }

  /** An unknown option or command, with the nearest known one. */
  private static String unmatched(UnmatchedArgumentException e, CommandLine line) {
    String word = e.getUnmatched().get(0);
    if (word.startsWith("-")) {
      List<String> options = new ArrayList<>();
      line.getCommandSpec().options().forEach(option -> options.addAll(List.of(option.names())));
      return Names.unknown("option", word.replaceFirst("=.*", ""), options);
    }
    return "unexpected argument "
        + Names.quoted(word)
        + "; 'capgate "
        + line.getCommandName()
        + " --help' shows what can be said";
  }

  /** One line on stderr. */
  void report(PrintWriter err, String message) {
    err.println("capgate: " + message.replaceAll("\\s*\\R\\s*", " "));
    err.flush();
  }

  private void report(PrintWriter err, String message, Exception e) {
    report(err, message);
    if (e instanceof InputException input) {
      input.further().forEach(other -> report(err, String.valueOf(other.getMessage())));
    }
    if (isTraced.getAsBoolean()) {
      e.printStackTrace(err);
    }
    err.flush();
  }
}
