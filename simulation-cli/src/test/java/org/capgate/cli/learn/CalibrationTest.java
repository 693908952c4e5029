package org.capgate.cli.learn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.capgate.cli.Outcome;
import org.capgate.input.SeedFiles;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The shipped parameters are what the documented command gives. Minutes, so not in the everyday
 * tests.
 */
@Tag("slow")
class CalibrationTest {
  @TempDir Path folder;

  @Test
  void theShippedSetIsTheOutputOfTheCalibration() throws IOException {
    Path out = folder.resolve("parameters");
    Outcome calibration = Outcome.of("calibrate", "--out", out.toString());
    assertEquals(0, calibration.code(), calibration.err());
    assertTrue(calibration.out().contains("published findings: "), calibration.out());
    for (String file : SeedFiles.list("parameters")) {
      assertEquals(
          SeedFiles.text("parameters/" + file).text(), Files.readString(out.resolve(file)), file);
    }
  }

  @Test
  void theSameSeedGivesTheSamePlausibilityOnOneAndTwoThreads() {
    Outcome one = Outcome.of("plausibility", "--samples", "12", "--threads", "1");
    Outcome two = Outcome.of("plausibility", "--samples", "12", "--threads", "2");
    assertEquals(0, one.code(), one.err());
    assertEquals(one.out(), two.out());
  }
}
