package org.capgate.cli.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.capgate.cli.Started;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** However often a run is killed, it ends with the bytes of one that was not. */
@Tag("slow")
class NetworkKillTest {
  /** For each network; 50 make two hundred. */
  private static final int KILLS = Integer.getInteger("capgate.kills", 5);

  /** A moment between the start of the program and most of a run (ms). */
  private static final int EARLIEST_MILLISECONDS = 500;

  private static final int LATEST_MILLISECONDS = 8000;

  @TempDir Path folder;

  @ParameterizedTest(name = "network {0}")
  @ValueSource(
      strings = {
        "--neurons 20000 --synapses 100 --days 7",
        "--neurons 10000 --synapses 100 --days 7 --subclasses --mosaic 4EBP2@inhibitory=0.3",
        "--neurons 5000 --synapses 300 --days 14 --genotype 4EBP1_x0_inhibitory",
        "--neurons 4000 --synapses 50 --days 30 --treatment ketamine_10_mg/kg_ip_at_0_h;_ketamine_5_mg/kg_ip_at_48_h"
      })
  void aRunKilledAtRandomMomentsEndsWithTheSameBytes(String options)
      throws IOException, InterruptedException {
    Path whole = folder.resolve("whole");
    assertEquals(0, started(options, whole, null).waitFor());
    byte[] expected = Files.readAllBytes(whole.resolve("network.csv"));
    Random moments = new Random(options.hashCode());
    int kills = 0;
    for (int run = 0; kills < KILLS; run++) {
      Path out = folder.resolve("run" + run);
      Path checkpoint = folder.resolve("checkpoint" + run);
      while (true) {
        Process process = started(options, out, checkpoint);
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
      assertTrue(
          Arrays.equals(expected, Files.readAllBytes(out.resolve("network.csv"))),
          "after " + kills + " kills");
    }
    try (Stream<Path> left = Files.list(folder)) {
      assertEquals(0, left.filter(file -> file.toString().endsWith(".partial")).count());
    }
  }

  private Process started(String options, Path out, @Nullable Path saved) throws IOException {
    List<String> words = new ArrayList<>(List.of("network", "--members=2", "--out=" + out));
    for (String word : options.split(" ")) {
      words.add(word.replace('_', ' '));
    }
    if (saved != null) {
      words.add("--checkpoint=" + saved);
    }
    return Started.in(folder, words);
  }
}
