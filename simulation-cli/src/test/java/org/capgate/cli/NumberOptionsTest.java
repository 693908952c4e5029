package org.capgate.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.capgate.cli.command.ExitCode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every option of every command that takes a number has bounds, and says them at once. */
class NumberOptionsTest {

  /** Options that take no number; whatever is not listed must behave as a number. */
  private static final Set<String> WORDS =
      Set.of(
          "--against",
          "--at",
          "--at-hours",
          "--by",
          "--checkpoint",
          "--chosen",
          "--compound",
          "--data",
          "--ensemble",
          "--experiments",
          "--export-petab",
          "--figures",
          "--file",
          "--form",
          "--format",
          "--free",
          "--genotype",
          "--genotypes",
          "--measure",
          "--mechanism",
          "--method",
          "--mosaic",
          "--of",
          "--out",
          "--parameters",
          "--petab",
          "--population",
          "--profile",
          "--readouts",
          "--run",
          "--scenario",
          "--set",
          "--species",
          "--targets",
          "--treatment",
          "--treatments");

  /** What a command needs beside the option under test for that option to be read. */
  private static final Map<String, List<String>> BESIDE =
      Map.of(
          "findings --synapses",
          List.of("--network=1000"),
          "findings --seed",
          List.of("--network=1000"));

  /** What a command cannot do without; numbers are read before files. */
  private static final Map<String, List<String>> NEEDED =
      Map.of(
          "sweep",
          List.of("none.yaml"),
          "sensitivity",
          List.of("hnk"),
          "run",
          List.of("hnk"),
          "explain",
          List.of("hnk"),
          "search",
          List.of("best-schedule"),
          "region",
          List.of("B01", "--by=moodByExcitation"),
          "trial",
          List.of("plan-an-experiment"),
          "fit",
          List.of("--data=none.csv", "--free=moodByActivity", "hnk"));

  private static final List<String> NEVER_NUMBERS =
      List.of("NaN", "", "1e400", "Infinity", "three", "0x10", "1,5");

  private static final List<String> OUTSIDE = List.of("0", "-1", "1e9", "-0.0001");

  /** Of those, the ones that lie inside the bounds of an option. */
  private static final Set<String> INSIDE =
      Set.of(
          "explain --from 0",
          "explain --from -1",
          "explain --from -0.0001",
          "explore --port 0",
          "kinetics --until 0",
          "kinetics --until -1",
          "kinetics --until -0.0001",
          "report --samples 0",
          "report --swing 0");

  /** An option with a value that must be refused. */
  record Case(String command, String option, String value) {
    String words() {
      return "%s %s %s".formatted(command, option, value);
    }
  }

  static Stream<Case> refused() {
    List<Case> cases = new ArrayList<>();
    CapGate.line()
        .getSubcommands()
        .forEach(
            (command, line) ->
                line.getCommandSpec().options().stream()
                    .filter(option -> option.arity().max() > 0)
                    .map(option -> option.longestName())
                    .filter(option -> !WORDS.contains(option))
                    .forEach(
                        option -> {
                          NEVER_NUMBERS.forEach(
                              value -> cases.add(new Case(command, option, value)));
                          // Any whole number is a seed.
                          if (!option.equals("--seed")) {
                            OUTSIDE.forEach(value -> cases.add(new Case(command, option, value)));
                          }
                        }));
    return cases.stream().filter(one -> !INSIDE.contains(one.words()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("refused")
  void aNumberOutsideItsBoundsIsRefusedAtOnceInOneLine(Case one) {
    List<String> words = new ArrayList<>(List.of(one.command()));
    words.addAll(NEEDED.getOrDefault(one.command(), List.of()));
    words.addAll(BESIDE.getOrDefault("%s %s".formatted(one.command(), one.option()), List.of()));
    words.add("%s=%s".formatted(one.option(), one.value()));
    Outcome outcome =
        assertTimeoutPreemptively(
            Duration.ofSeconds(20), () -> Outcome.of(words.toArray(String[]::new)));
    assertEquals(ExitCode.BAD_INPUT, outcome.code(), outcome.err());
    assertEquals(1, outcome.errors().size(), outcome.err());
    assertTrue(outcome.err().contains(one.option() + ": must be "), outcome.err());
  }
}
