package org.capgate.cli.trial;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.capgate.cli.Outcome;
import org.capgate.input.CsvTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrialCommandTest {
  private static final List<String> TABLES =
      List.of("course.csv", "visits.csv", "endpoints.csv", "comparisons.csv", "replicates.csv");

  @TempDir Path folder;

  private Outcome trial(Path out, String... more) {
    return Outcome.of(
        Stream.concat(
                Stream.of(
                    "trial",
                    "plan-an-experiment",
                    "--subjects=2",
                    "--replicates=2",
                    "--figures=svg",
                    "--out",
                    out.toString()),
                Stream.of(more))
            .toArray(String[]::new));
  }

  @Test
  void aTrialWritesTheSameTablesOnOneThreadAndOnTwoAndComputesNothingTwice() throws IOException {
    Path one = folder.resolve("one");
    Path two = folder.resolve("two");
    Outcome first = trial(one, "--threads=1");
    assertEquals(0, first.code(), first.err());
    assertEquals(0, trial(two, "--threads=2").code());
    for (String table : TABLES) {
      assertArrayEquals(
          Files.readAllBytes(one.resolve(table)), Files.readAllBytes(two.resolve(table)), table);
    }
    byte[] before = Files.readAllBytes(one.resolve("course.csv"));
    Outcome again = trial(one);
    assertTrue(again.err().contains("all 16 subjects were there already"), again.err());
    assertArrayEquals(before, Files.readAllBytes(one.resolve("course.csv")));
    assertEquals(first.out(), again.out());
    for (String figure : List.of("course.svg", "means.svg", "differences.svg", "waterfall.svg")) {
      assertTrue(Files.size(one.resolve(figure)) > 1000, figure);
    }
    assertEquals(
        2 * 2 * 4 * 2, CsvTable.read(one.resolve("course.csv")).rows().size(), "visits of all");
    assertEquals(3, CsvTable.read(one.resolve("comparisons.csv")).rows().size());
  }

  @Test
  void aCohortHasARowForEachSubjectAndTimeWithItsNumbers() throws IOException {
    Path out = folder.resolve("cohort");
    Outcome outcome =
        Outcome.of(
            "cohort",
            "--population=mouse",
            "--subjects=3",
            "--treatment=ketamine 10 mg/kg ip at 0 h",
            "--at-hours=0,24",
            "--readouts=mood,bdnf",
            "--figures=svg",
            "--out",
            out.toString());
    assertEquals(0, outcome.code(), outcome.err());
    CsvTable course = CsvTable.read(out.resolve("course.csv"));
    assertEquals(6, course.rows().size());
    assertTrue(
        course.header().containsAll(List.of("mood", "bdnfRelative", "bodyWeightKilograms")),
        course.header().toString());
    assertEquals(
        course.rows().get(0).text("bodyWeightKilograms"),
        course.rows().get(1).text("bodyWeightKilograms"));
    assertTrue(Files.readString(out.resolve("numbers.csv")).contains("ASSUMED"));
  }

  @Test
  void presetsListsTrialsAndPopulations() {
    Outcome outcome = Outcome.of("presets");
    assertEquals(0, outcome.code());
    assertTrue(outcome.out().contains("\nesketamine-doses\n"), outcome.out());
    assertTrue(outcome.out().contains("\ndepressed-human\n"), outcome.out());
  }
}
