package org.capgate.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file with several mistakes is read once, and all of them are said in its order. */
class AllMistakesTest {
  @TempDir Path folder;

  private void said(Path file, Outcome outcome, List<String> expected) {
    assertEquals(2, outcome.code(), outcome.err());
    assertEquals("", outcome.out());
    assertEquals(expected.size(), outcome.errors().size(), outcome.err());
    for (int i = 0; i < expected.size(); i++) {
      String line = outcome.errors().get(i);
      assertTrue(line.startsWith("capgate: " + file + expected.get(i)), outcome.err());
    }
  }

  @Test
  void ofAScenario() throws IOException {
    Path file = folder.resolve("many.yaml");
    Files.writeString(
        file,
        """
        capgate-scenario: 1
        name: Many Mistakes
        species: mouse
        stress: chronc
        genotype: 4EPB2 x0 all
        treatment: ketamine ten mg/kg ip at 0 h
        duration-days: 7
        readuots: [mood]
        parameters:
          eif4eTotal: 3
          bdnfHalf: -1e9
        seed: -4
        compare-with:
          - name: other
            stress: nine
        """);
    Path out = folder.resolve("out");
    Outcome outcome = Outcome.of("run", file.toString(), "--out", out.toString());
    said(file, outcome, List.of(":2:", ":4:", ":5:", ":6:", ":8:", ":10:", ":11:", ":12:", ":15:"));
    assertFalse(Files.exists(out));
  }

  @Test
  void ofTheSubjectItselfBeforeWhatFollowsFromIt() throws IOException {
    Path file = folder.resolve("subject.yaml");
    Files.writeString(
        file,
        """
        capgate-scenario: 1
        name: subject
        species: mose
        treatment: ketamine 10 mg/kg ip at 0 h
        duration-days: -7
        seed: -4
        """);
    said(file, Outcome.of("run", file.toString()), List.of(":3:", ":5:", ":6:"));
  }

  @Test
  void ofATableOfParameters() throws IOException {
    Path file = folder.resolve("many.csv");
    Files.writeString(file, "name,value\nbdnfHlaf,1\nbdnfHalf,x\nbdnfHalf,0.5\n");
    said(
        file,
        Outcome.of("parameters", "bdnf", "--parameters", file.toString()),
        List.of(":2:", ":3:", ":4:"));
  }
}
