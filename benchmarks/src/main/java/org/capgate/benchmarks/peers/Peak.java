package org.capgate.benchmarks.peers;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What a core can do at most, by fused multiply-adds that nothing waits for.
 *
 * @param inVectors GFLOP/s in vectors of the widest kind, 0 where it was not measured
 * @param scalar GFLOP/s one number at a time
 * @param lanes doubles in a vector
 */
record Peak(double inVectors, double scalar, int lanes) {
  private static final int LANES_OF_AVX512 = 8;

  /** Measures with the program of the folder, if it is there. */
  static Peak measured(Path folder) throws IOException {
    Path program = folder.resolve("peak");
    if (!Files.isExecutable(program)) {
      return new Peak(0, 0, 0);
    }
    Process process = new ProcessBuilder(program.toString()).start();
    try (BufferedReader in = process.inputReader(StandardCharsets.UTF_8)) {
      String[] word = String.valueOf(in.readLine()).split(" ", -1);
      return new Peak(
          Double.parseDouble(word[0]), Double.parseDouble(word[1]), Integer.parseInt(word[2]));
    }
  }

  boolean isMeasured() {
    return inVectors > 0;
  }

  boolean isOfAvx512() {
    return lanes >= LANES_OF_AVX512;
  }
}
