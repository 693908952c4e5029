package org.capgate.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.capgate.input.Bounds;
import org.capgate.input.CsvTable;
import org.capgate.input.SeedFiles;
import org.capgate.model.Readout;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What scenarios and documents say about their curves is true of the curves. Each row of {@code
 * seeds/scenarios/claims.csv} is one statement and the words it stands for.
 */
class ScenarioClaimsTest {

  private static final String[] COLUMNS = {
    "text",
    "words",
    "experiment",
    "of",
    "readout",
    "value",
    "relation",
    "factor",
    "other",
    "other-value"
  };
  private static final Map<String, SolvedScenario> SOLVED = new HashMap<>();

  static Stream<CsvTable.Row> claims() {
    return CsvTable.read(SeedFiles.text("scenarios/claims.csv"))
        .withColumns(COLUMNS)
        .rows()
        .stream();
  }

  static Stream<Named<CsvTable.Row>> rows() {
    return claims().map(ScenarioClaimsTest::named);
  }

  static Stream<Named<CsvTable.Row>> rowsAboutCurves() {
    return claims().filter(row -> !row.text("experiment").isEmpty()).map(ScenarioClaimsTest::named);
  }

  private static Named<CsvTable.Row> named(CsvTable.Row row) {
    return Named.of("%s: %s".formatted(row.text("text"), row.text("words")), row);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rowsAboutCurves")
  void theCurveIsAsTheWordsSay(CsvTable.Row row) {
    SolvedScenario solved = solved(row.requiredText("experiment"));
    Readout readout = Readout.named(row.requiredText("readout"));
    double value = solved.value(row.requiredText("of"), readout, row.requiredText("value"));
    double bound = row.number("factor", Bounds.positive(""));
    if (!row.text("other").isEmpty()) {
      bound *= solved.value(row.text("other"), readout, row.requiredText("other-value"));
    }
    boolean isMore = row.oneOf("relation", List.of("more than", "less than")).equals("more than");
    assertTrue(
        isMore ? value > bound : value < bound,
        () ->
            "%s: '%s' of %s is not so: %s %s of %s is %s"
                .formatted(
                    row.place(),
                    row.text("words"),
                    row.text("text"),
                    row.text("value"),
                    readout.name(),
                    row.text("of"),
                    value));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rows")
  void theWordsStandInTheText(CsvTable.Row row) {
    String text = text(row.requiredText("text"));
    assertTrue(
        text.contains(row.requiredText("words")),
        () -> "%s: '%s' does not stand in: %s".formatted(row.place(), row.text("words"), text));
  }

  /** A clause that nobody looked at could say anything. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("org.capgate.io.ScenarioFile#presets")
  void everyClauseOfADescriptionIsClaimed(String preset) {
    List<String> claimed =
        claims()
            .filter(row -> row.text("text").equals(preset))
            .map(row -> row.text("words"))
            .toList();
    for (String clause : text(preset).split("(?<=[.:;]) ")) {
      assertTrue(
          claimed.stream().anyMatch(words -> clause.contains(words) || words.contains(clause)),
          () -> "nothing is claimed for '%s' of %s".formatted(clause, preset));
    }
  }

  /** The statements of {@code value} mean what they say, on a curve one can check by eye. */
  @Test
  void valuesAreReadAsTheyAreWritten() {
    double[] times = {0, 12, 24, 48};
    double[] curve = {2, -1, 4, 3};
    Map<String, Double> expected =
        Map.of(
            "untreated", 2.0,
            "at 12 h", -1.0,
            "change at 12 h", 3.0,
            "largest", 4.0,
            "smallest", -1.0,
            "last", 3.0,
            "last change", 1.0,
            "largest change", 3.0,
            "hours of largest change", 12.0,
            "hours of smallest", 12.0);
    List<String> wrong = new ArrayList<>();
    expected.forEach(
        (words, value) -> {
          if (SolvedScenario.value(words, 2, times, curve) != value) {
            wrong.add(words);
          }
        });
    assertEquals(List.of(), wrong);
    assertFalse(expected.isEmpty());
  }

  private static SolvedScenario solved(String experiment) {
    return SOLVED.computeIfAbsent(
        experiment,
        name ->
            SolvedScenario.of(
                ScenarioFile.presets().contains(name)
                    ? ScenarioFile.preset(name)
                    : ScenarioFile.read(
                        Path.of("src/test/resources/org/capgate/io", name + ".yaml"))));
  }

  /** Of a scenario its description, of a document all of it; on one line. */
  private static String text(String name) {
    try {
      String text =
          ScenarioFile.presets().contains(name)
              ? ScenarioFile.preset(name).description()
              : Files.readString(Path.of("..", name));
      return text.strip().replaceAll("\\s+", " ");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
