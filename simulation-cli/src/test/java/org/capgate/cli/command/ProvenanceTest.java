package org.capgate.cli.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

class ProvenanceTest {
  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "wild-type,wild-type",
        "4EBP2 x0 all,'4EBP2 x0 all'",
        "it's,'it'\\''s'",
        "$HOME,'$HOME'",
        "a;b,'a;b'",
        "~,'~'",
        "\"\",''",
      })
  void wordsAreQuotedForAShell(String word, String quoted) {
    assertEquals(quoted, Provenance.quoted(word));
  }

  @Test
  void whereResultsWentAndHowFastIsNoPartOfTheCommand() {
    CommandSpec spec = CommandSpec.create().name("capgate");
    spec.addOption(OptionSpec.builder("--out").type(String.class).build());
    spec.addOption(OptionSpec.builder("--threads").type(String.class).build());
    spec.addOption(OptionSpec.builder("--days").type(String.class).build());
    new CommandLine(spec).parseArgs("--out", "some where", "--days", "3");
    assertEquals("capgate --days 3", Provenance.of(spec).command());
    new CommandLine(spec).parseArgs("--out=some where", "--days", "3");
    assertEquals("capgate --days 3", Provenance.of(spec).command());
    new CommandLine(spec).parseArgs("--threads", "2", "--days", "3");
    assertEquals("capgate --days 3", Provenance.of(spec).command());
  }
}
