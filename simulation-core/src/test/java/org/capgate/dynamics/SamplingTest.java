package org.capgate.dynamics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SamplingTest {
  @Test
  void regularSamplesStartWithTheSpanAndEndWithIt() {
    assertArrayEquals(
        new double[] {1.0, 1.5, 2.0}, Sampling.everyMinutes(30).timesHours(TimeSpan.hours(1, 2)));
    assertArrayEquals(
        new double[] {0.0, 0.4, 0.8, 1.0},
        Sampling.everyHours(0.4).timesHours(TimeSpan.hours(0, 1)));
    assertArrayEquals(
        new double[] {0.0, 1.0}, Sampling.everyHours(5).timesHours(TimeSpan.hours(0, 1)));
  }

  @Test
  void aWeekEveryTenMinutesHasEachSampleOnce() {
    double[] times = Sampling.everyMinutes(10).timesHours(TimeSpan.days(0, 7));
    assertEquals(7 * 24 * 6 + 1, times.length);
    assertEquals(168.0, times[times.length - 1]);
    for (int i = 1; i < times.length; i++) {
      assertEquals(1.0 / 6.0, times[i] - times[i - 1], 1.1e-9); // the grid of times
    }
  }

  @ParameterizedTest(name = "every {0} h")
  @ValueSource(doubles = {0.1, 0.2, 0.3, 0.7, 1.0 / 3, 1.0 / 30})
  void everySampleIsTheInstantOneWouldWrite(double interval) {
    for (double time : Sampling.everyHours(interval).timesHours(TimeSpan.hours(-1, 24))) {
      assertEquals(time, TimeGrid.rounded(time));
      assertTrue(BigDecimal.valueOf(time).scale() <= 9, "not to be printed: " + time);
    }
    assertEquals(
        0.3,
        Sampling.everyHours(0.1).timesHours(TimeSpan.hours(0, 1))[3]); // not 0.30000000000000004
    assertEquals(0.3, Sampling.at(0.1 + 0.2).timesHours(TimeSpan.hours(0, 1))[0]);
    assertEquals(TimeSpan.hours(0, 0.3), TimeSpan.hours(0, 0.1 + 0.2));
  }

  @Test
  void theGridOfTimesKeepsWhatIsOnItAndWhatIsBeyondIt() {
    assertEquals(0, Double.compare(0.0, TimeGrid.rounded(-1e-12)));
    assertEquals(Double.POSITIVE_INFINITY, TimeGrid.rounded(Double.POSITIVE_INFINITY));
    assertEquals(1.23456789e17, TimeGrid.rounded(1.23456789e17));
    assertEquals(876_000.123456789, TimeGrid.rounded(876_000.123456789));
  }

  @Test
  void listedSamplesAreTakenAsTheyAre() {
    assertArrayEquals(
        new double[] {2.0, 24.0}, Sampling.at(2, 24).timesHours(TimeSpan.hours(0, 168)));
    assertArrayEquals(new double[] {168.0}, Sampling.endOnly().timesHours(TimeSpan.days(0, 7)));
  }

  @Test
  void samplingThatMakesNoSenseIsRejectedWithItsValues() {
    assertMessage("> 0 minutes, but was -10.0", () -> Sampling.everyMinutes(-10));
    assertMessage("but was NaN", () -> Sampling.everyHours(Double.NaN));
    assertMessage("1.0 h follows 2.0 h", () -> Sampling.at(2, 1));
    assertMessage("1.0 h follows 1.0 h", () -> Sampling.at(1, 1));
    assertMessage("at least one sample time", () -> Sampling.at());
    assertMessage(
        "choose a longer interval",
        () -> Sampling.everyHours(1e-12).timesHours(TimeSpan.days(0, 7)));
    assertMessage(
        "sample time 200.0 h lies outside the time span 0.0 h to 168.0 h",
        () -> Sampling.at(200).timesHours(TimeSpan.days(0, 7)));
    assertMessage("5.0 h to 5.0 h", () -> TimeSpan.hours(5, 5));
    assertMessage("NaN h", () -> TimeSpan.hours(0, Double.NaN));
  }

  private static void assertMessage(String expected, Runnable call) {
    String message = assertThrows(IllegalArgumentException.class, call::run).getMessage();
    assertTrue(message.contains(expected), message);
  }
}
