package org.capgate.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.capgate.cli.output.Terminal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

class ExamplesTest {
  private static final Pattern WORD = Pattern.compile("'[^']*'|\\S+");

  static Stream<String> commands() {
    return CapGate.line().getSubcommands().keySet().stream();
  }

  @ParameterizedTest
  @MethodSource("commands")
  void everyCommandShowsAnExampleThatItUnderstands(String command) {
    String example = Examples.of(command);
    assertFalse(example.isEmpty(), () -> "no example of " + command);
    CommandLine line = CapGate.line();
    String help = line.getSubcommands().get(command).getUsageMessage();
    assertTrue(unwrapped(help).contains(unwrapped(example)), help);
    String typed = example.replaceFirst("^source <\\((.*)\\)$", "$1").replaceFirst(" > .*", "");
    List<String> words =
        WORD.matcher(typed).results().map(word -> word.group().replace("'", "")).toList();
    assertEquals("capgate", words.get(0));
    assertEquals(command, words.get(1));
    line.parseArgs(words.subList(1, words.size()).toArray(String[]::new));
  }

  private static String unwrapped(String text) {
    return text.replaceAll("\\s+", " ");
  }

  @Test
  void completionKnowsEveryCommandAndItsOptions() {
    Outcome outcome = Outcome.of("completion");
    assertEquals(0, outcome.code());
    commands().forEach(name -> assertTrue(outcome.out().contains(name), name));
    assertTrue(outcome.out().contains("--genotypes"), outcome.out());
  }

  @Test
  void theTerminalSaysHowWideTablesAreWithinReason() {
    assertEquals(100, Terminal.columns(Map.of()));
    assertEquals(80, Terminal.columns(Map.of(Terminal.VARIABLE, "80")));
    assertEquals(60, Terminal.columns(Map.of(Terminal.VARIABLE, "20")));
    assertEquals(200, Terminal.columns(Map.of(Terminal.VARIABLE, "1000")));
    assertEquals(100, Terminal.columns(Map.of(Terminal.VARIABLE, "wide")));
  }
}
