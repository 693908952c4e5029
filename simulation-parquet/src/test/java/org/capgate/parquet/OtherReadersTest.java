package org.capgate.parquet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.capgate.cli.CapGate;
import org.capgate.input.CsvTable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What docs/populations.md shows of other programs, done by these on a cohort of mice. */
@Tag("slow")
class OtherReadersTest {
  private static final Path DOCUMENT = Path.of("..", "docs", "populations.md");

  /** In what is printed: a line that ends with a time and a median. */
  private static final Pattern ROW =
      Pattern.compile("(?m)^ *(?:\\d+ +)?([\\d.]+) +(-?[\\d.]+(?:e-?\\d+)?)$");

  /** pandas prints six digits. */
  private static final double PRINTED = 1e-5;

  @TempDir static Path folder;

  /** Hours to the median mood of the subjects. */
  private static Map<Double, Double> medians = Map.of();

  @BeforeAll
  static void writeACohort() throws IOException {
    for (String format : List.of("csv", "parquet")) {
      ByteArrayOutputStream said = new ByteArrayOutputStream();
      PrintStream stream = new PrintStream(said, true, StandardCharsets.UTF_8);
      String[] arguments = {
        "cohort",
        "--population=mouse",
        "--subjects=25",
        "--treatment=ketamine 10 mg/kg ip at 0 h",
        "--figures=svg",
        "--format=" + format,
        "--out=" + folder.resolve(format)
      };
      assertEquals(0, CapGate.run(arguments, stream, stream), () -> said + "");
    }
    Files.move(folder.resolve("csv"), folder.resolve("DIR"));
    Files.move(folder.resolve("parquet/course.parquet"), folder.resolve("DIR/course.parquet"));
    medians =
        CsvTable.read(folder.resolve("DIR/course.csv")).rows().stream()
            .collect(
                Collectors.groupingBy(
                    row -> Double.valueOf(row.text("timeHours")),
                    TreeMap::new,
                    Collectors.collectingAndThen(Collectors.toList(), OtherReadersTest::median)));
    assertEquals(6, medians.size());
  }

  private static double median(List<CsvTable.Row> rows) {
    double[] sorted =
        rows.stream().mapToDouble(row -> Double.parseDouble(row.text("mood"))).sorted().toArray();
    return sorted[sorted.length / 2];
  }

  @Test
  void duckDbReadsCsvAndParquetToTheLastBit() throws Exception {
    String shown = shown("sql", "read_csv").replace("DIR", folder.resolve("DIR").toString());
    List<String> questions = Arrays.asList(shown.strip().split(";\\s*"));
    assertEquals(2, questions.size());
    try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = duck.createStatement()) {
      for (String question : questions) {
        Map<Double, Double> found = new TreeMap<>();
        try (ResultSet rows = statement.executeQuery(question)) {
          while (rows.next()) {
            found.put(rows.getDouble(1), rows.getDouble(2));
          }
        }
        assertEquals(medians, found, question);
      }
    }
  }

  @Test
  void pandasReadsCsv() throws Exception {
    assumeTrue(succeeds("/usr/bin/python3", "-c", "import pandas"), "pandas is not installed");
    assertPrinted(run("/usr/bin/python3", "-c", shown("python", "read_csv")));
  }

  @Test
  void pandasReadsParquet() throws Exception {
    assumeTrue(
        succeeds("/usr/bin/python3", "-c", "import pandas, pyarrow"), "pyarrow is not installed");
    assertPrinted(run("/usr/bin/python3", "-c", shown("python", "read_parquet")));
  }

  @Test
  void rReadsCsv() throws Exception {
    assumeTrue(succeeds("Rscript", "--version"), "R is not installed");
    Path script = Files.writeString(folder.resolve("shown.R"), shown("r", "read.csv"));
    assertPrinted(run("Rscript", "--vanilla", script.toString()));
  }

  /** The block of a language in the document that has a word. */
  private static String shown(String language, String word) throws IOException {
    return Pattern.compile("(?ms)^```" + language + "\\n(.*?)^```")
        .matcher(Files.readString(DOCUMENT))
        .results()
        .map(block -> block.group(1))
        .filter(text -> text.contains(word))
        .findFirst()
        .orElseThrow();
  }

  private static void assertPrinted(String said) {
    List<MatchResult> rows = ROW.matcher(said).results().toList();
    assertEquals(medians.size(), rows.size(), said);
    for (MatchResult row : rows) {
      double expected = medians.getOrDefault(Double.valueOf(row.group(1)), Double.NaN);
      assertEquals(expected, Double.parseDouble(row.group(2)), PRINTED * Math.abs(expected), said);
    }
  }

  private static boolean succeeds(String... command) throws Exception {
    try {
      Process process = started(command);
      return process.waitFor(1, TimeUnit.MINUTES) && process.exitValue() == 0;
    } catch (IOException noSuchProgram) {
      return false;
    }
  }

  private static String run(String... command) throws Exception {
    Process process = started(command);
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), said);
    return said;
  }

  private static Process started(String... command) throws IOException {
    return new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
  }
}
