package org.capgate.cli;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.capgate.cli.command.ExitCode;
import org.capgate.model.ParameterSet;
import picocli.CommandLine;

/**
 * Runs the {@code ./capgate} lines of a block within this process. What builds or fetches the
 * project, and its other scripts, are not run here; a script must exist. In a line FILE.yaml,
 * MEMBERS.csv, MINE.csv, SWEEP.yaml, FIT.yaml, DATA.csv, NAME and DIR stand for an example file, a
 * preset and a folder.
 */
final class DocumentedShell {
  private static final Set<String> TOOLS = Set.of("git", "cd", "mvn", "java");
  private static final Set<String> SETS =
      Set.of("compare", "run", "report", "predict", "findings", "network");
  private static final Pattern WORD = Pattern.compile("'([^']*)'|\"([^\"]*)\"|(\\S+)");
  private static final Pattern SHELL = Pattern.compile("[|<>$;`*&\\\\]");

  /** Commands that take long; what they do is a matter of tests of their own. */
  private static final Pattern LONG =
      Pattern.compile("\\./capgate (report|trial)\\b|\\s--(profiles|vpc)\\b");

  /** What ran already in this machine, and where it wrote is of no matter. */
  private static final Set<List<String>> RAN = new HashSet<>();

  private DocumentedShell() {}

  /** Whether a block has a command that is not run every day. */
  static boolean isLong(DocumentedBlock block) {
    return block.language().equals("sh") && LONG.matcher(block.text()).find();
  }

  /** Reads the options of the commands of a block, and that is all. */
  static void parse(DocumentedBlock block) {
    for (String line : block.text().lines().toList()) {
      List<String> words = words(line.replaceFirst("(^|\\s)#.*", ""));
      if (!words.isEmpty() && words.get(0).equals("./capgate")) {
        try {
          CapGate.line().parseArgs(words.subList(1, words.size()).toArray(String[]::new));
        } catch (CommandLine.ParameterException e) {
          fail(block + ": " + line + "\n" + e.getMessage());
        }
      }
    }
  }

  /** Runs a block; returns how many commands of ours ran. */
  static int run(DocumentedBlock block, Path folder) {
    int ran = 0;
    for (String line : block.text().lines().toList()) {
      for (String command : line.replaceFirst("(^|\\s)#.*", "").split("&&", -1)) {
        List<String> words = words(command);
        if (words.isEmpty() || TOOLS.contains(words.get(0))) {
          continue;
        }
        if (words.get(0).equals("./capgate")) {
          if (SHELL.matcher(command).find()) {
            fail(block + ": only plain ./capgate lines can be run, not: " + command);
          }
          runOurs(block, words.subList(1, words.size()), folder.resolve("line" + ran++));
        } else {
          assertTrue(
              Files.isExecutable(DocumentedBlock.PROJECT.resolve(words.get(0))),
              block + ": neither ./capgate, one of " + TOOLS + " nor a script: " + command);
        }
      }
    }
    return ran;
  }

  /** What each of the commands of a block prints, one after another as it is asked for. */
  static Stream<String> printed(DocumentedBlock block, Path folder) {
    List<List<String>> commands =
        block
            .text()
            .lines()
            .map(line -> words(line.replaceFirst("(^|\\s)#.*", "")))
            .filter(words -> !words.isEmpty() && words.get(0).equals("./capgate"))
            .toList();
    return IntStream.range(0, commands.size())
        .mapToObj(
            i -> {
              List<String> words = commands.get(i);
              List<String> arguments =
                  arguments(block, words.subList(1, words.size()), folder.resolve("line" + i));
              return Outcome.of(arguments.toArray(String[]::new)).out();
            });
  }

  private static void runOurs(DocumentedBlock block, List<String> words, Path out) {
    List<String> arguments = arguments(block, words, out);
    String command = arguments.get(0);
    if (SETS.contains(command) && !arguments.contains("--members")) { // bands of many are no other
      arguments.addAll(List.of("--members", "9"));
    }
    if (command.equals("search")) { // what it finds is a matter of SearchCommandTest
      arguments.addAll(List.of("--generations", "1"));
    }
    if (RAN.contains(withoutFolder(arguments))) {
      return; // another document says the same
    }
    Outcome outcome = Outcome.of(arguments.toArray(String[]::new));
    // 1 is an answer too: a check that failed.
    assertTrue(
        outcome.code() == ExitCode.SUCCESS || outcome.code() == ExitCode.CHECK_FAILED,
        block + ": capgate " + String.join(" ", words) + "\n" + outcome.err());
    RAN.add(withoutFolder(arguments));
  }

  private static List<String> arguments(DocumentedBlock block, List<String> words, Path out) {
    int folder = words.indexOf("--out") + 1;
    assertTrue(
        folder == 0 || words.get(folder).equals("DIR"),
        block + ": a folder is DIR, so that nothing is written where the tests stand");
    List<String> arguments = new ArrayList<>();
    for (String word : words) {
      arguments.add(
          switch (word) {
            case "FILE.yaml" ->
                DocumentedBlock.PROJECT.resolve("docs/scenario-example.yaml").toString();
            case "SWEEP.yaml" ->
                DocumentedBlock.PROJECT.resolve("docs/sweep-example.yaml").toString();
            case "FIT.yaml" -> DocumentedBlock.PROJECT.resolve("docs/fit-example.yaml").toString();
            case "DATA.csv" -> DocumentedBlock.PROJECT.resolve("docs/fit-example.csv").toString();
            case "MEMBERS.csv" -> members(out);
            case "MINE.csv" ->
                DocumentedBlock.PROJECT.resolve("seeds/evidence/predictions.csv").toString();
            case "NAME" -> "wild-type-ketamine";
            case "DIR" -> out.toString();
            default ->
                // the reader stands in the project's folder
                word.contains("/") && Files.isRegularFile(DocumentedBlock.PROJECT.resolve(word))
                    ? DocumentedBlock.PROJECT.resolve(word).toString()
                    : word;
          });
    }
    if (arguments.isEmpty()) {
      arguments.add("compare"); // what the launcher does
    }
    String command = arguments.get(0);
    if (!command.startsWith("-")
        && !arguments.contains("--out")
        && Outcome.of(command, "--help").out().contains("--out")) {
      arguments.addAll(List.of("--out", out.toString()));
    }
    return arguments;
  }

  private static List<String> withoutFolder(List<String> arguments) {
    int folder = arguments.indexOf("--out");
    List<String> kept = new ArrayList<>(arguments);
    if (folder >= 0) {
      kept.subList(folder, folder + 2).clear();
    }
    int figures = kept.indexOf("--figures");
    if (figures >= 0) {
      kept.subList(figures, figures + 2).clear();
    }
    return kept;
  }

  /** A table of two parameter sets. */
  private static String members(Path out) {
    try {
      String number = "moodByExcitation";
      double value = ParameterSet.standard().parameter(number).value();
      Path file = out.resolveSibling(out.getFileName() + "-members.csv");
      return Files.writeString(file, "%s\n%s\n%s\n".formatted(number, value, 0.99 * value))
          .toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> words(String command) {
    return WORD.matcher(command)
        .results()
        .map(
            (MatchResult word) ->
                word.group(1) != null
                    ? word.group(1)
                    : word.group(2) != null ? word.group(2) : word.group(3))
        .toList();
  }
}
