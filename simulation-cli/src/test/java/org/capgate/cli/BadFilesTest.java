package org.capgate.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.capgate.input.CsvTable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The files of src/test/resources/bad, each with one mistake, through the command line. */
class BadFilesTest {
  private static final Path BAD = Path.of("src", "test", "resources", "bad");
  private static final Map<String, Double> SECONDS = new TreeMap<>();

  @TempDir static Path folder;

  /**
   * A line of the manifest.
   *
   * @param file below the folder of the manifest
   * @param kind what it is meant to be
   * @param message part of the complaint
   */
  record Bad(String file, String kind, String message) {
    @Override
    public String toString() {
      return file;
    }

    List<String> arguments(Path out) {
      String path = BAD.resolve(file).toString();
      return switch (kind) {
        case "findings" -> List.of("findings", "--file", path);
        case "scenarios" -> List.of("run", path, "--out", out.toString());
        case "observations" ->
            List.of(
                "fit",
                "../docs/fit-example.yaml",
                "--data=" + path,
                "--free=ketamine/kinetics/mouse/central/volumeLitresPerKilogram",
                "--out",
                out.toString());
        case "petab" -> List.of("fit", "--petab=" + path, "--out", out.toString());
        case "ensembles" -> List.of("compare", "--ensemble", path, "--out", out.toString());
        case "learned" -> List.of("learned", "--ensemble", path, "--out", out.toString());
        case "predictions" -> List.of("predict", path, "--out", out.toString());
        case "sweeps" -> List.of("sweep", path, "--out", out.toString());
        case "searches" -> List.of("search", path, "--out", out.toString());
        case "parameters" -> List.of("compare", "--parameters", path, "--out", out.toString());
        case "compounds" -> List.of("compare", "--compound", path, "--out", out.toString());
        case "targets" -> List.of("select", "--targets", path, "--out", out.toString());
        case "trials" -> List.of("trial", path, "--out", out.toString());
        case "populations" -> List.of("cohort", "--population", path, "--out", out.toString());
        default -> throw new AssertionError("unknown kind " + kind);
      };
    }
  }

  static List<Bad> manifest() {
    return CsvTable.read(BAD.resolve("manifest.csv")).rows().stream()
        .map(row -> new Bad(row.text("file"), row.text("kind"), row.text("message")))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("manifest")
  void isOneLineThatNamesFileAndMistakeAndNothingIsWritten(Bad bad) {
    Path out = folder.resolve("out");
    long began = System.nanoTime();
    Outcome outcome = Outcome.of(bad.arguments(out).toArray(new String[0]));
    SECONDS.put(bad.file(), (System.nanoTime() - began) * 1e-9);
    assertEquals(2, outcome.code(), outcome.err());
    assertEquals(1, outcome.errors().size(), outcome.err());
    assertTrue(outcome.err().startsWith("capgate: " + BAD.resolve(bad.file())), outcome.err());
    assertTrue(outcome.err().contains(bad.message()), outcome.err());
    assertEquals("", outcome.out());
    assertFalse(Files.exists(out));
  }

  @Test
  void manifestAndFolderHoldTheSameFiles() throws IOException {
    try (Stream<Path> files = Files.walk(BAD)) {
      assertEquals(
          files
              .filter(Files::isRegularFile)
              .map(file -> BAD.relativize(file).toString().replace('\\', '/'))
              .filter(name -> name.contains("/"))
              .sorted()
              .toList(),
          manifest().stream().map(Bad::file).sorted().toList());
    }
  }

  /** One slow case may be the machine; a second for each on average is the program. */
  @AfterAll
  static void aMistakeTakesLessThanASecond() {
    SECONDS.entrySet().stream()
        .max(Comparator.comparingDouble(Map.Entry::getValue))
        .ifPresent(slowest -> System.out.println("slowest bad file: " + slowest + " s"));
    double total = SECONDS.values().stream().mapToDouble(Double::doubleValue).sum();
    assertTrue(total < SECONDS.size(), SECONDS.size() + " files took " + total + " s");
  }
}
