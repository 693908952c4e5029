package org.capgate.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * However often a command that keeps its work is killed, it ends with the bytes of one that was
 * not.
 */
@Tag("slow")
class KillTest {
  private static final int KILLS = Integer.getInteger("capgate.kills", 10);

  /** A moment after the start of the program (ms), but in the whole of a run in any case. */
  private static final long EARLIEST_MILLISECONDS = 1000;

  private static final long LATEST_MILLISECONDS = 2500;
  private static final int MOST_ATTEMPTS = 20; // to kill it at all

  private static final String SWEEP =
      KeptSweep.text(
          "design: sobol\npoints: 1500\n",
          "{low: 1, high: 30, scale: log}",
          "{low: 0.5, high: 1.2}");

  @TempDir Path folder;

  /** A command and the tables it writes. */
  record Case(List<String> words, List<String> tables) {
    @Override
    public String toString() {
      return String.join(" ", words);
    }
  }

  static Stream<Case> kept() {
    return Stream.of(
        new Case(
            List.of("trial", "esketamine-doses", "--subjects=1200"),
            List.of("course.csv", "endpoints.csv", "comparisons.csv")),
        new Case(
            List.of("cohort", "--subjects=4000", "--treatment=ketamine 0.5 mg/kg iv at 0 h"),
            List.of("course.csv", "visits.csv", "numbers.csv")),
        new Case(List.of("sweep", KeptSweep.FILE), List.of("sweep.csv")),
        new Case(
            List.of("sensitivity", "hnk", "--method=sobol", "--points=32"),
            List.of("sensitivity.csv")),
        new Case(
            List.of("sensitivity", "hnk", "--method=morris", "--points=40"),
            List.of("sensitivity.csv")),
        new Case(List.of("search", "best-schedule", "--generations=40"), List.of("designs.csv")),
        new Case(
            List.of("sensitivity", "hnk", "--method=local", "--by=ranged"),
            List.of("sensitivity.csv")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("kept")
  void whatIsKilledAtRandomMomentsEndsWithTheSameBytes(Case command) throws Exception {
    Files.writeString(folder.resolve(KeptSweep.FILE), SWEEP);
    Path whole = folder.resolve("whole");
    long started = System.nanoTime();
    int expected = Started.in(folder, List.of(words(command, whole, 2))).waitFor();
    long wholeMilliseconds = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - started);
    long latest = Math.min(LATEST_MILLISECONDS, wholeMilliseconds);
    long earliest = Math.min(EARLIEST_MILLISECONDS, latest / 2);
    Path out = folder.resolve("out");
    Random moments = new Random(1);
    int kills = 0;
    boolean isDone = false;
    for (int run = 0; run < MOST_ATTEMPTS && kills < KILLS && !(isDone && kills > 0); run++) {
      if (isDone) { // before it could be killed: from the beginning
        out = folder.resolve("out" + run);
      }
      Process process = Started.in(folder, List.of(words(command, out, 1 + kills % 2)));
      isDone = process.waitFor(moments.nextLong(earliest, latest), TimeUnit.MILLISECONDS);
      if (isDone) {
        assertEquals(expected, process.exitValue());
      } else {
        process.destroyForcibly().waitFor();
        kills++;
      }
    }
    assertTrue(kills > 0, "it was done before it could be killed");
    if (!isDone) { // here, where the program is warm
      assertEquals(expected, Outcome.of(words(command, out, 2)).code());
    }
    for (String table : command.tables()) {
      assertArrayEquals(
          Files.readAllBytes(whole.resolve(table)),
          Files.readAllBytes(out.resolve(table)),
          "%s after %s kills".formatted(table, kills));
    }
  }

  private String[] words(Case command, Path out, int threads) {
    List<String> words = new ArrayList<>(command.words());
    words.replaceAll(word -> word.endsWith(".yaml") ? folder.resolve(word).toString() : word);
    words.addAll(List.of("--figures=svg", "--threads=%s".formatted(threads), "--out=" + out));
    return words.toArray(String[]::new);
  }
}
