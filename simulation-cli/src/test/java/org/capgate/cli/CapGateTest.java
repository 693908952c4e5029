package org.capgate.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class CapGateTest {
  private static final List<String> COMMANDS =
      List.of(
          "compare",
          "presets",
          "run",
          "explore",
          "findings",
          "steady-states",
          "parameters",
          "model",
          "calibrate",
          "plausibility");

  @Test
  void optionsWithoutACommandAreThoseOfCompare(@TempDir Path folder) {
    String[] brief = {
      "--genotypes", "wild-type", "--treatments", "vehicle", "--days", "1", "--members", "2"
    };
    String[] first = append(brief, "--out", folder.resolve("a").toString());
    String[] second = append(append(new String[] {"compare"}, brief), "--out", folder + "/b");
    Outcome unnamed = Outcome.of(first);
    Outcome named = Outcome.of(second);
    assertEquals(0, unnamed.code(), unnamed.err());
    assertEquals(named.out().replace("/b.", "/a."), unnamed.out());
    assertTrue(Files.exists(folder.resolve("a/trajectories.csv")));
  }

  @Test
  void helpNamesEveryCommandAndTheExitCodes() {
    Outcome help = Outcome.of("--help");
    assertEquals(0, help.code());
    COMMANDS.forEach(command -> assertTrue(help.out().contains("\n  " + command), command));
    assertTrue(help.out().contains("Exit code 0: success, 1: a check failed, 2: bad input"));
    assertEquals("", help.err());
  }

  @ParameterizedTest
  @FieldSource("COMMANDS")
  void everyCommandExplainsItselfWithin100Columns(String command) {
    Outcome help = Outcome.of(command, "--help");
    assertEquals(0, help.code());
    assertTrue(help.out().startsWith("Usage: capgate " + command), help.out());
    help.lines().forEach(line -> assertTrue(line.length() <= 100, line));
  }

  @Test
  void versionIsThatOfTheBuild() {
    Outcome version = Outcome.of("--version");
    assertEquals(0, version.code());
    assertTrue(version.out().matches("capgate \\d+\\.\\d+\\.\\d+\\S*\\R"), version.out());
  }

  @Test
  void aWordThatIsNoCommandIsNotTakenForCompare() {
    Outcome outcome = Outcome.of("comapre");
    assertEquals(2, outcome.code());
    assertEquals(
        List.of("capgate: unknown command 'comapre', did you mean 'compare'?"), outcome.errors());
  }

  @Test
  void traceShowsWhereAnErrorArose() {
    Outcome outcome = Outcome.of("steady-states", "--genotypes", "4EBP9 x0 all", "--trace");
    assertEquals(2, outcome.code());
    assertTrue(outcome.err().contains("\tat org.capgate.model.Genotype"), outcome.err());
  }

  private static String[] append(String[] words, String... more) {
    String[] all = java.util.Arrays.copyOf(words, words.length + more.length);
    System.arraycopy(more, 0, all, words.length, more.length);
    return all;
  }
}
