package org.capgate.benchmarks.peers;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;

/** What comes before the warm state: starting Java, the first solve, and a whole command. */
final class Start {
  private Start() {}

  /** Wall time of the command {@code ./capgate compare} once it is built (s). */
  static OptionalDouble compareSeconds(Path root, Path folder) throws IOException {
    List<String> command =
        List.of(
            root.resolve("capgate").toString(),
            "compare",
            "--out",
            folder.resolve("compare").toString());
    long before = System.nanoTime();
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      if (process.waitFor() != 0) {
        return OptionalDouble.empty();
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException("interrupted while capgate compare ran", e);
    }
    return OptionalDouble.of(1e-9 * (System.nanoTime() - before));
  }

  /** Prints how long a fresh process takes to be ready and to solve for the first time. */
  static void firstSolve(Contestants contestants, Printer out) throws IOException {
    long before = System.nanoTime();
    try (PeerProcess fresh = contestants.java("quasi-steady", CapGateSolvers.STANDARD)) {
      fresh.ready();
      double ready = 1e-6 * (System.nanoTime() - before);
      double first = fresh.once(1e-5, 1e-7);
      double second = fresh.once(1e-5, 1e-7);
      out.line(
          "Fresh JVM, standard, quasi-steady, rtol 1e-5: model read, settled and compiled after %.0f"
              + " ms; first solve %.1f ms, second %.1f ms (wall)",
          ready, first, second);
    }
  }
}
