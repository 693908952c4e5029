package org.capgate.dynamics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

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
      assertEquals(1.0 / 6.0, times[i] - times[i - 1], 1e-12); // rounding of times near 168
    }
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
