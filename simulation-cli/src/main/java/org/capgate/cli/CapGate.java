package org.capgate.cli;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.capgate.cli.command.ExitCode;
import org.capgate.cli.command.Provenance;
import org.capgate.cli.compare.CompareCommand;
import org.capgate.cli.explain.ExplainCommand;
import org.capgate.cli.explain.LoopsCommand;
import org.capgate.cli.findings.FindingsCommand;
import org.capgate.cli.fit.FitCommand;
import org.capgate.cli.fit.KineticsCommand;
import org.capgate.cli.learn.CalibrateCommand;
import org.capgate.cli.learn.LearnedCommand;
import org.capgate.cli.learn.PlausibilityCommand;
import org.capgate.cli.learn.PosteriorCommand;
import org.capgate.cli.learn.PredictCommand;
import org.capgate.cli.model.ExportCommand;
import org.capgate.cli.model.ModelCommand;
import org.capgate.cli.model.ParametersCommand;
import org.capgate.cli.model.SteadyStatesCommand;
import org.capgate.cli.network.NetworkCommand;
import org.capgate.cli.options.Arguments;
import org.capgate.cli.output.Terminal;
import org.capgate.cli.report.ReportCommand;
import org.capgate.cli.run.ExploreCommand;
import org.capgate.cli.run.PresetsCommand;
import org.capgate.cli.run.RunCommand;
import org.capgate.cli.search.RegionCommand;
import org.capgate.cli.search.SearchCommand;
import org.capgate.cli.sensitivity.SensitivityCommand;
import org.capgate.cli.sweep.SweepCommand;
import org.capgate.cli.trial.CohortCommand;
import org.capgate.cli.trial.SelectCommand;
import org.capgate.cli.trial.TrialCommand;
import org.capgate.input.Names;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The {@code capgate} command; see {@link ExitCode}. */
@Command(
    name = "capgate",
    description = "Simulates how ketamine acts on mood through 4E-BP-gated protein synthesis.",
    mixinStandardHelpOptions = true,
    scope = ScopeType.INHERIT,
    versionProvider = CapGate.Version.class,
    subcommands = {
      CompareCommand.class,
      PresetsCommand.class,
      RunCommand.class,
      ExploreCommand.class,
      FindingsCommand.class,
      NetworkCommand.class,
      SweepCommand.class,
      SensitivityCommand.class,
      ExplainCommand.class,
      SearchCommand.class,
      RegionCommand.class,
      CohortCommand.class,
      TrialCommand.class,
      SelectCommand.class,
      FitCommand.class,
      KineticsCommand.class,
      SteadyStatesCommand.class,
      LoopsCommand.class,
      ParametersCommand.class,
      ModelCommand.class,
      ExportCommand.class,
      CalibrateCommand.class,
      PlausibilityCommand.class,
      PosteriorCommand.class,
      LearnedCommand.class,
      PredictCommand.class,
      ReportCommand.class,
      CompletionCommand.class,
    },
    footer = {
      "",
      "Without a command: compare. Exit code 0: success, 1: a check failed, 2: bad input.",
      "A hypothesis tool built on rodent and clinical literature; not medical advice."
    })
public final class CapGate {
  /** What runs when no command is named. */
  private static final String USUAL = "compare";

  @Option(
      names = "--trace",
      scope = ScopeType.INHERIT,
      description = "Show where in the program an error arose.")
  private boolean trace;

  private CapGate() {}

  public static void main(String[] arguments) {
    Thread.setDefaultUncaughtExceptionHandler((thread, failure) -> endsHelplessly(failure));
    WatchedOutput results = new WatchedOutput(new FileOutputStream(FileDescriptor.out));
    PrintStream out = utf8(results);
    PrintStream err = utf8(new FileOutputStream(FileDescriptor.err));
    int code = run(arguments, out, err);
    out.flush();
    if (results.hasFailed()) {
      code = ExitCode.BAD_INPUT;
      String complaint = results.complaint();
      err.print(complaint.isEmpty() ? "" : "capgate: " + complaint + System.lineSeparator());
    }
    err.flush();
    System.exit(code);
  }

  /**
   * A thread beside the main one came to its end where nobody could take its failure, such as for
   * lack of memory: waiting for its result would never end.
   */
  private static void endsHelplessly(Throwable failure) {
    MemoryNeeds.complaint(failure)
        .ifPresentOrElse(
            complaint -> {
              utf8(new FileOutputStream(FileDescriptor.err), true).println("capgate: " + complaint);
              Runtime.getRuntime().halt(ExitCode.BAD_INPUT);
            },
            failure::printStackTrace);
  }

  /**
   * Runs the command line within this process.
   *
   * @param arguments as typed after {@code capgate}
   * @param out where results go, as UTF-8
   * @param err where errors and remarks go, as UTF-8
   * @return 0 success, 1 a check failed, 2 bad input, 70 a defect of the program
   */
  public static int run(String[] arguments, PrintStream out, PrintStream err) {
    CapGate capGate = new CapGate();
    CommandLine line = Examples.shownIn(new CommandLine(capGate));
    Failures failures = new Failures(() -> capGate.trace || asksForTrace(arguments));
    line.setOut(new PrintWriter(out, true, StandardCharsets.UTF_8))
        .setErr(new PrintWriter(err, true, StandardCharsets.UTF_8))
        .setExpandAtFiles(false)
        .registerConverter(Path.class, Arguments::converted)
        .setUsageHelpWidth(Math.min(100, Terminal.columns()))
        .setParameterExceptionHandler(failures)
        .setExecutionExceptionHandler(failures);
    String[] words = withCommand(arguments, line);
    Optional<String> unknown = unknownCommand(words, line);
    if (unknown.isPresent()) {
      // Before the options: 'nosuch --help' must not print the general help as if all was well.
      failures.report(line.getErr(), unknown.get());
      return ExitCode.BAD_INPUT;
    }
    int code;
    try {
      code = line.execute(words);
    } catch (OutOfMemoryError | StackOverflowError | LinkageError e) {
      failures.report(line.getErr(), MemoryNeeds.complaint(e).orElseThrow(() -> e));
      code = ExitCode.BAD_INPUT;
    }
    line.getOut().flush();
    line.getErr().flush();
    return code;
  }

  /** All commands and what they take. */
  public static CommandLine line() {
    return Examples.shownIn(new CommandLine(new CapGate()));
  }

  /** Options without a command belong to the usual one. */
  private static String[] withCommand(String[] arguments, CommandLine line) {
    boolean isUsual =
        arguments.length == 0 || (arguments[0].startsWith("-") && !isOwnOption(arguments[0], line));
    return isUsual
        ? Stream.concat(Stream.of(USUAL), Arrays.stream(arguments)).toArray(String[]::new)
        : arguments;
  }

  /** Complaint about the first word that is no option, unless it is a command. */
  private static Optional<String> unknownCommand(String[] words, CommandLine line) {
    return Arrays.stream(words)
        .filter(word -> !isOwnOption(word, line))
        .findFirst()
        .filter(word -> !word.startsWith("-"))
        .filter(word -> !line.getSubcommands().containsKey(word))
        .map(word -> unknown(word, line));
  }

  private static String unknown(String word, CommandLine line) {
    String complaint = Names.unknown("command", word, line.getSubcommands().keySet());
    return complaint.endsWith(Names.quoted(word))
        ? complaint + "; 'capgate --help' lists all"
        : complaint;
  }

  private static boolean isOwnOption(String word, CommandLine line) {
    return line.getCommandSpec().findOption(word) != null;
  }

  private static boolean asksForTrace(String[] arguments) {
    return List.of(arguments).contains("--trace");
  }

  private static PrintStream utf8(OutputStream stream) {
    return utf8(new BufferedOutputStream(stream), false);
  }

  private static PrintStream utf8(OutputStream stream, boolean autoFlush) {
    return new PrintStream(stream, autoFlush, StandardCharsets.UTF_8);
  }

  /** Printed by {@code --version}. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {"capgate " + Provenance.version()};
    }
  }
}
