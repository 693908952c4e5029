package org.capgate.cli.output;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.capgate.cli.Outcome;
import org.capgate.cli.command.ExitCode;
import org.capgate.cli.command.Unsolved;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputFolderTest {
  @TempDir Path top;

  @Test
  void whatAnEarlierRunLeftIsRemovedAndNothingElse() throws IOException {
    Path folder = top.resolve("out");
    OutputFolder first = OutputFolder.at(folder);
    first.write("bdnf.txt", "1");
    first.write("mood.txt", "1");
    first.finish();
    Files.writeString(folder.resolve("notes.txt"), "of the user");
    OutputFolder second = OutputFolder.at(folder);
    second.write("mood.txt", "2");
    second.finish();
    assertFalse(Files.exists(folder.resolve("bdnf.txt")));
    assertEquals("2", Files.readString(folder.resolve("mood.txt")));
    assertTrue(Files.exists(folder.resolve("notes.txt")));
    assertEquals(
        List.of("mood.txt"),
        Files.readAllLines(folder.resolve(OutputFolder.MANIFEST)).stream()
            .filter(line -> !line.startsWith("#"))
            .toList());
  }

  @Test
  void aListThatSomebodyChangedReachesNothingOutsideTheFolder() throws IOException {
    Path folder = Files.createDirectories(top.resolve("out"));
    Path outside = Files.writeString(top.resolve("precious.txt"), "x");
    Files.writeString(
        folder.resolve(OutputFolder.MANIFEST), "../precious.txt\n..\n\n" + outside + "\n");
    OutputFolder run = OutputFolder.at(folder);
    run.write("mood.txt", "1");
    run.finish();
    assertTrue(Files.exists(outside));
  }

  @Test
  void oneVariantWithoutSolutionLosesNoneOfTheOthers() throws IOException {
    Path file =
        Files.writeString(
            top.resolve("scan.yaml"),
            """
        capgate-scenario: 1
        name: scan
        species: mouse
        duration-days: 1
        treatment: ketamine 10 mg/kg ip at 0 h
        readouts: [mood]
        compare-with:
          - name: the bad one
            parameters: {recurrentExcitationWeight: 0.75, inhibitionWeight: 2, interneuronRecruitmentWeight: 0.15, mutualInhibitionWeight: 0.05, maximalRateExcitatoryHertz: 200}
          - name: a fine one
            parameters: {glutamateTimeHours: 0.2}
        """);
    Path out = top.resolve("out");
    Outcome outcome = Outcome.of("run", file.toString(), "--members=2", "--out", out.toString());
    assertEquals(ExitCode.CHECK_FAILED, outcome.code(), outcome.err());
    assertTrue(outcome.err().startsWith("capgate: the bad one: "), outcome.err());
    assertEquals(1, outcome.errors().size(), outcome.err());
    String trajectory = Files.readString(out.resolve("trajectory.csv"));
    assertTrue(trajectory.contains("\na fine one,24,mood,"), outcome.out());
    assertTrue(Files.readString(out.resolve(Unsolved.FILE)).contains("\nthe bad one,"));
    assertEquals(0, Outcome.of("run", "hnk", "--members=2", "--out", out.toString()).code());
    assertFalse(Files.exists(out.resolve(Unsolved.FILE)), "of the run before");
  }
}
