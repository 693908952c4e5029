package org.capgate.cli.trial;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.capgate.cli.CapGate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** However often a trial is killed, it ends with the bytes of one that was not. */
@Tag("slow")
class TrialKillTest {
  private static final int KILLS = Integer.getInteger("capgate.kills", 10);

  /** A moment between the start of the program and its first blocks (ms). */
  private static final int EARLIEST_MILLISECONDS = 1000;

  private static final int LATEST_MILLISECONDS = 4000;

  @TempDir Path folder;

  @Test
  void aTrialKilledAtRandomMomentsEndsWithTheSameBytes() throws Exception {
    Path whole = folder.resolve("whole");
    assertEquals(0, started(whole, 2).waitFor());
    Path out = folder.resolve("out");
    Random moments = new Random(1);
    int kills = 0;
    while (true) {
      Process process = started(out, 1 + kills % 2);
      int moment =
          kills < KILLS
              ? moments.nextInt(EARLIEST_MILLISECONDS, LATEST_MILLISECONDS)
              : Integer.MAX_VALUE;
      if (process.waitFor(moment, TimeUnit.MILLISECONDS)) {
        assertEquals(0, process.exitValue());
        break;
      }
      process.destroyForcibly().waitFor();
      kills++;
    }
    assertTrue(kills > 0, "it was done before it could be killed");
    for (String table : List.of("course.csv", "endpoints.csv", "comparisons.csv")) {
      assertArrayEquals(
          Files.readAllBytes(whole.resolve(table)),
          Files.readAllBytes(out.resolve(table)),
          "%s after %s kills".formatted(table, kills));
    }
  }

  private Process started(Path out, int threads) throws IOException {
    return new ProcessBuilder(
            ProcessHandle.current().info().command().orElseThrow(),
            "-XX:+UseSerialGC",
            "-cp",
            System.getProperty("java.class.path"),
            CapGate.class.getName(),
            "trial",
            "esketamine-doses",
            "--subjects=1200",
            "--figures=svg",
            "--threads",
            Integer.toString(threads),
            "--out",
            out.toString())
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .redirectError(folder.resolve("said").toFile())
        .start();
  }
}
