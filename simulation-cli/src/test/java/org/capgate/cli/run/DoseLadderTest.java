package org.capgate.cli.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.capgate.cli.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoseLadderTest {
  @Test
  void runsThatDifferInTheDoseAloneMakeALadder(@TempDir Path folder) throws IOException {
    String svg = mood(folder, "ketamine 1 mg/kg ip", "ketamine 30 mg/kg ip", "none");
    assertTrue(svg.contains("ketamine ip (mg/kg)"), svg);
    assertTrue(svg.contains("Mood at 24 h"), svg);
    assertTrue(svg.contains("50 and 90 % of 3 parameter sets that agree with the findings"), svg);
    assertTrue(svg.contains("Left: 50 % alone."), svg);
    // around what the doses are at 24 h lie two bands
    int beside = svg.indexOf("fill-opacity=\"0.18\" fill=\"rgb(77,77,77)\"");
    assertTrue(beside > 0, svg);
    String bands = svg.substring(beside, svg.indexOf("</g", beside));
    assertEquals(2, bands.split("<path ", -1).length - 1, bands);
    int one = svg.indexOf(">1 mg/kg<");
    int three = svg.indexOf(">3 mg/kg<");
    int thirty = svg.indexOf(">30 mg/kg<");
    assertTrue(0 < one && one < three && three < thirty, svg);
  }

  @Test
  void anotherCompoundRouteOrTimeMakesNone(@TempDir Path folder) throws IOException {
    for (String other :
        new String[] {"hnk 30 mg/kg ip", "ketamine 30 mg/kg iv", "ketamine 30 mg/kg ip at 1 h"}) {
      String svg = mood(folder, "ketamine 1 mg/kg ip", other, "none");
      assertTrue(!svg.contains("Mood at 24 h"), other);
    }
  }

  /** The figure of a run of 3 mg/kg of ketamine beside others. */
  private static String mood(Path folder, String... others) throws IOException {
    StringBuilder text =
        new StringBuilder(
            """
            capgate-scenario: 1
            name: ladder
            species: mouse
            treatment: ketamine 3 mg/kg ip
            duration-days: 2
            sample-every-minutes: 60
            readouts: [mood]
            compare-with:
            """);
    for (int i = 0; i < others.length; i++) {
      text.append("  - name: arm ").append(i).append("\n    treatment: ");
      text.append(others[i]).append('\n');
    }
    Path file = Files.writeString(folder.resolve("ladder.yaml"), text);
    Path out = folder.resolve("out");
    Outcome outcome =
        Outcome.of(
            "run",
            String.valueOf(file),
            "--figures=svg",
            "--members=3",
            "--out",
            String.valueOf(out));
    assertEquals(0, outcome.code(), outcome.err());
    return Files.readString(out.resolve("mood.svg"));
  }
}
