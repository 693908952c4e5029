package org.capgate.sbml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/** Programs that share no code with this library. */
final class Foreign {
  static final String PYTHON = "/usr/bin/python3";
  static final Path READERS =
      Path.of("..", "benchmarks", "peers", "exchange").toAbsolutePath().normalize();

  private Foreign() {}

  /** Leaves a test out where Debian's python3-sbml5 and python3-scipy are not there. */
  static void requirePython() throws Exception {
    boolean isThere =
        Files.isExecutable(Path.of(PYTHON))
            && new ProcessBuilder(PYTHON, "-c", "import libsbml, scipy").start().waitFor() == 0;
    assumeTrue(isThere, "needs python3-sbml5 and python3-scipy");
  }

  /** What a program writes to its standard output; both streams where it fails. */
  static List<String> run(Path folder, String... command) throws Exception {
    Path out = Files.createTempFile(folder, "out", ".txt");
    Path err = Files.createTempFile(folder, "err", ".txt");
    Process process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
    boolean hasEnded = process.waitFor(300, TimeUnit.SECONDS);
    process.destroyForcibly();
    assertTrue(hasEnded, "no end: " + String.join(" ", command));
    assertEquals(0, process.exitValue(), () -> text(out) + text(err));
    return Files.readAllLines(out);
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      return e.toString();
    }
  }

  /** Columns of a CSV table by name. */
  static Map<String, double[]> table(List<String> lines) {
    List<String> names = List.of(lines.get(0).split(","));
    List<double[]> rows = new ArrayList<>();
    lines.stream().skip(1).forEach(line -> rows.add(numbers(line, ",")));
    Map<String, double[]> columns = new HashMap<>();
    for (int j = 0; j < names.size(); j++) {
      int column = j;
      columns.put(names.get(j), rows.stream().mapToDouble(row -> row[column]).toArray());
    }
    return columns;
  }

  static double[] numbers(String line, String separator) {
    String[] words = line.strip().split(separator);
    double[] numbers = new double[words.length];
    for (int i = 0; i < words.length; i++) {
      numbers[i] = Double.parseDouble(words[i]);
    }
    return numbers;
  }

  static double[] column(Map<String, double[]> table, String name) {
    return Objects.requireNonNull(table.get(name), name);
  }
}
