package org.capgate.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What README.md shows of the program is what the program makes. */
class ReadmeTest {
  private static final Path PROJECT = Path.of("..").toAbsolutePath().normalize();
  private static final String REPAIR = "stale; run: docs/refresh";

  @TempDir Path folder;

  @Test
  void theTableAndTheFigureAreThoseOfCompare() throws IOException {
    Path out = folder.resolve("out");
    Outcome compare = Outcome.of("compare", "--out", out.toString());
    assertEquals(0, compare.code(), compare.err());

    List<String> printed =
        compare
            .lines()
            .subList(firstOf("Immobility at 24 h, change", compare.lines()), compare.lines().size())
            .stream()
            .takeWhile(line -> !line.isEmpty())
            .toList();
    assertEquals(printed, table(), "the table in README.md is " + REPAIR);

    assertEquals(
        specification(out.resolve("responses.csv")),
        specification(PROJECT.resolve("docs/figures/mood.svg")),
        "docs/figures/mood.svg is " + REPAIR);
  }

  private static int firstOf(String beginning, List<String> lines) {
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).startsWith(beginning)) {
        return i;
      }
    }
    throw new AssertionError("no line starts with '" + beginning + "'");
  }

  private static List<String> table() throws IOException {
    Matcher block =
        Pattern.compile("(?ms)^<!-- printed by: [^\\n]*\\n```text\\n(.*?)^```$")
            .matcher(Files.readString(PROJECT.resolve("README.md")));
    assertTrue(block.find(), "README.md has no table that is marked as printed");
    return block.group(1).lines().toList();
  }

  /** The hash of all experiments behind a file. */
  private static String specification(Path file) throws IOException {
    Matcher line =
        Pattern.compile("(?m)^(?:# )?specification: (\\w+)$").matcher(Files.readString(file));
    assertTrue(line.find(), file + " states no specification");
    return line.group(1);
  }
}
