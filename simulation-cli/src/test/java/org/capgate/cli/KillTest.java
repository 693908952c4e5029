package org.capgate.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
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

  /** A moment between the start of the program and its first blocks (ms). */
  private static final int EARLIEST_MILLISECONDS = 1000;

  private static final int LATEST_MILLISECONDS = 4000;

  private static final String SWEEP =
      """
      capgate-sweep: 1
      name: killed
      design: sobol
      points: 1500
      vary:
        dose: {low: 1, high: 30, scale: log}
        tau: {low: 0.5, high: 1.2}
      scenario:
        species: mouse
        treatment: ketamine $dose mg/kg ip at 0 h
        parameters: {bdnfTimeHours: $tau}
      readouts: [mood]
      at-hours: [2, 24]
      """;

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
        new Case(List.of("sweep", "killed.yaml"), List.of("sweep.csv")),
        new Case(
            List.of("sensitivity", "hnk", "--method=sobol", "--points=64"),
            List.of("sensitivity.csv")),
        new Case(
            List.of("sensitivity", "hnk", "--method=morris", "--points=60"),
            List.of("sensitivity.csv")),
        new Case(List.of("search", "best-schedule", "--generations=60"), List.of("designs.csv")),
        new Case(
            List.of("sensitivity", "hnk", "--method=local", "--by=ranged"),
            List.of("sensitivity.csv")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("kept")
  void whatIsKilledAtRandomMomentsEndsWithTheSameBytes(Case command) throws Exception {
    Files.writeString(folder.resolve("killed.yaml"), SWEEP);
    Path whole = folder.resolve("whole");
    int expected = started(command, whole, 2).waitFor();
    Path out = folder.resolve("out");
    Random moments = new Random(1);
    int kills = 0;
    while (true) {
      Process process = started(command, out, 1 + kills % 2);
      int moment =
          kills < KILLS
              ? moments.nextInt(EARLIEST_MILLISECONDS, LATEST_MILLISECONDS)
              : Integer.MAX_VALUE;
      if (process.waitFor(moment, TimeUnit.MILLISECONDS)) {
        assertEquals(expected, process.exitValue());
        break;
      }
      process.destroyForcibly().waitFor();
      kills++;
    }
    assertTrue(kills > 0, "it was done before it could be killed");
    for (String table : command.tables()) {
      assertArrayEquals(
          Files.readAllBytes(whole.resolve(table)),
          Files.readAllBytes(out.resolve(table)),
          "%s after %s kills".formatted(table, kills));
    }
  }

  private Process started(Case command, Path out, int threads) throws IOException {
    List<String> words =
        new ArrayList<>(
            List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                CapGate.class.getName()));
    words.addAll(command.words());
    words.addAll(List.of("--figures=svg", "--threads=%s".formatted(threads), "--out=" + out));
    return new ProcessBuilder(words)
        .directory(folder.toFile())
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .redirectError(folder.resolve("said").toFile())
        .start();
  }
}
