package org.capgate.cli.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.capgate.cli.Outcome;
import org.capgate.input.SeedFiles;

/** The page that several tests look at, made once. */
final class MadeReport {
  /** More than there are fitted parameters, so that what was learned can be said. */
  static final int SETS = 90;

  /** Of these, for the bands. */
  static final int MEMBERS = 4;

  private MadeReport() {}

  /** Where it is. */
  static Path folder() {
    return Once.FOLDER;
  }

  /** What the command said. */
  static Outcome outcome() {
    return Once.OUTCOME;
  }

  /** Sets that are used. */
  static Path ensemble() {
    return Once.ENSEMBLE;
  }

  private static final class Once {
    private static final Path ENSEMBLE = ensemble();
    private static final Path FOLDER = temporary("report");

    // Without what takes long: the draws and the swing have tests of their own.
    private static final Outcome OUTCOME =
        Outcome.of(
            "report",
            "--samples",
            "2",
            "--swing",
            "0",
            "--figures",
            "svg",
            "--members",
            String.valueOf(MEMBERS),
            "--ensemble",
            ENSEMBLE.toString(),
            "--out",
            FOLDER.toString());

    private Once() {}

    private static Path ensemble() {
      List<String> lines =
          SeedFiles.text("ensemble/posterior.csv")
              .text()
              .lines()
              .filter(line -> !line.startsWith("#"))
              .limit(SETS + 1L)
              .toList();
      try {
        return Files.write(temporary("sets").resolve("sets.csv"), lines);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private static Path temporary(String name) {
      try {
        Path folder = Files.createTempDirectory("capgate-" + name);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder)));
        return folder;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private static void delete(Path folder) {
      try (Stream<Path> files = Files.walk(folder)) {
        files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
