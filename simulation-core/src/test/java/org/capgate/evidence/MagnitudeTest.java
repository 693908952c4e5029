package org.capgate.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MagnitudeTest {

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "7.7 points (4 to 12) | 4 to 12 points | depression-score",
        "0 (0 to 0.05 of peak) | 0 to 0.05 of peak | brain-ketamine",
        "0.3 (0.1 to 0.5) | 0.1 to 0.5 | mood"
      })
  void aMagnitudeIsShownAsItWasWritten(String written, String range, String readout) {
    Finding finding =
        new Rows()
            .row("readout", readout, "expected", "value", "versus", "none", "magnitude", written)
            .read()
            .finding("R1");
    Magnitude magnitude = finding.magnitude().orElseThrow();
    assertEquals(written, magnitude.text());
    assertEquals(range, magnitude.rangeText());
    assertEquals(written.endsWith("of peak)"), finding.isShareOfPeak());
  }

  @ParameterizedTest(name = "low {0}")
  @ValueSource(doubles = {2, Double.NaN})
  void aRangeThatIsNoneIsRefused(double low) {
    assertThrows(IllegalArgumentException.class, () -> new Magnitude(1, "s", low, 1, false));
  }
}
