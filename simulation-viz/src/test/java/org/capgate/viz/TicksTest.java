package org.capgate.viz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TicksTest {
  @ParameterizedTest
  @CsvSource({"1, 100, 20, 0.2", "0.4, 100, 20, 0.1", "160, 400, 36, 20", "5e-7, 100, 20, 1e-7"})
  void stepIsRoundAndLeavesTheGap(double span, double pixels, double gap, double expected) {
    double step = Ticks.step(span, pixels, gap);
    assertEquals(expected, step, 1e-12 * expected); // rounding of one division
    assertTrue(step / span * pixels >= gap);
  }

  @ParameterizedTest
  @CsvSource({"24, 300, 2", "6, 100, 2", "336, 100, 96", "100000, 100, 20000"})
  void hoursAreCountedInPartsAndMultiplesOfADay(double span, double pixels, double expected) {
    assertEquals(expected, Ticks.step(span, pixels, 20, TimeScale.HOURS.tickSteps()));
  }

  @Test
  void daysAreCountedInWeeksOverAMonth() {
    assertEquals(7, Ticks.step(56, 260, 20, TimeScale.DAYS.tickSteps()));
    assertEquals(2, Ticks.step(14, 150, 20, TimeScale.DAYS.tickSteps()));
  }

  @ParameterizedTest
  @CsvSource({"0.05, 0.1, 0.10", "10, 150, 150", "0.2, -0.4, \u22120.4", "2e-7, -4e-7, \u22124e-7"})
  void labelsHaveTheDecimalsOfTheStep(double step, double tick, String label) {
    assertEquals(label, Ticks.format(step).format(tick));
  }

  @Test
  void doseAxisNamesTheUsualDosesOfItsRange() {
    assertEquals(
        List.of(0.3, 1.0, 3.0, 10.0, 30.0, 100.0, 200.0),
        DoseTicks.labelled(new Interval(0.3, 200)));
    assertEquals(List.of(4.0, 7.0), DoseTicks.labelled(new Interval(4, 7)));
    assertEquals("0.3", DoseTicks.text(0.3));
    assertEquals("200", DoseTicks.text(200));
  }

  @Test
  void decadesAreThinnedAndFewDecadesFilled() {
    assertEquals(
        List.of("10⁻⁸", "10⁻⁶", "10⁻⁴", "10⁻²"),
        DecadeTicks.texts(DecadeTicks.labelled(new Interval(5e-9, 0.5), 4)));
    assertEquals(
        List.of("0.1", "1", "10", "100"),
        DecadeTicks.texts(DecadeTicks.labelled(new Interval(0.08, 200), 8)));
    assertEquals(
        List.of("2", "5", "10", "20"),
        DecadeTicks.texts(DecadeTicks.labelled(new Interval(1.5, 30), 8)));
    assertEquals("2·10⁻⁷", DecadeTicks.power(2e-7));
  }
}
