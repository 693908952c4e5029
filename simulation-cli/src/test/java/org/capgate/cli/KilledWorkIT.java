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
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Long commands of the packaged jar, killed at random moments and started again. */
@Tag("slow")
@EnabledOnOs({OS.LINUX, OS.MAC})
class KilledWorkIT {
  private static final long SEED = 20;

  /** So many lives a command has at most; what it has saved lets it end long before. */
  private static final int MOST_KILLS = Integer.getInteger("capgate.kills", 15);

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "plausibility --samples 150",
        "calibrate --evaluations 192 --out results",
        "findings --network 2000 --synapses 50"
      })
  void endsInTheBytesOfARunThatWasNotKilled(String command) throws Exception {
    Path whole = Files.createDirectory(folder.resolve("whole"));
    Path killed = Files.createDirectory(folder.resolve("killed"));
    int code = start(whole, command).waitFor();
    assertTrue(code == 0 || code == 1, Files.readString(whole.resolve("stderr")));

    Random random = new Random(SEED);
    int kills = 0;
    Process process = start(killed, command + " --checkpoint saved");
    // the Java virtual machine takes half a second to start, and the file is saved every two
    while (kills < MOST_KILLS
        && !process.waitFor(500 + random.nextInt(5_000), TimeUnit.MILLISECONDS)) {
      process.destroyForcibly().waitFor();
      kills++;
      process = start(killed, command + " --checkpoint saved");
    }
    assertEquals(code, process.waitFor(), Files.readString(killed.resolve("stderr")));
    assertTrue(kills > 0, "was never killed");
    System.out.printf("%s: killed %d times%n", command, kills);

    assertEquals(
        Files.readString(whole.resolve("stdout")), Files.readString(killed.resolve("stdout")));
    List<Path> results = files(whole.resolve("results"));
    assertEquals(results, files(killed.resolve("results")));
    for (Path file : results) {
      assertArrayEquals(
          Files.readAllBytes(whole.resolve("results").resolve(file)),
          Files.readAllBytes(killed.resolve("results").resolve(file)));
    }
    assertEquals(
        List.of(),
        files(killed).stream().filter(file -> file.toString().contains(".partial")).toList());
  }

  private static Process start(Path in, String command) throws IOException {
    List<String> words =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                System.getProperty("capgate.jar")));
    words.addAll(List.of(command.split(" ")));
    return new ProcessBuilder(words)
        .directory(in.toFile())
        .redirectOutput(in.resolve("stdout").toFile())
        .redirectError(in.resolve("stderr").toFile())
        .start();
  }

  /** All files below a folder, as seen from it; none where there is no folder. */
  private static List<Path> files(Path top) throws IOException {
    if (!Files.isDirectory(top)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(top)) {
      return files.filter(Files::isRegularFile).map(top::relativize).sorted().toList();
    }
  }
}
