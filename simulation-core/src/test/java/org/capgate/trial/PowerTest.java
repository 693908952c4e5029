package org.capgate.trial;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.capgate.random.RandomStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PowerTest {
  /** Cohen 1988, Statistical power analysis, and G*Power 3: two-sided t-test at 0.05. */
  @ParameterizedTest(name = "d = {0}, n = {1}")
  @CsvSource({"0.5, 64, 0.8015", "0.8, 26, 0.8075", "0.2, 394, 0.8010", "1.0, 17, 0.8070"})
  void powerOfTheTTestIsThatOfTheTables(double effect, int perGroup, double power) {
    assertEquals(power, Power.ofTwoGroups(effect, perGroup), 0.002);
    assertEquals(perGroup, Power.perGroup(effect, 0.8), 1);
  }

  @Test
  void powerWithoutAnEffectIsTheLevelOfTheTest() {
    for (int perGroup : new int[] {2, 5, 50}) {
      assertEquals(0.05, Power.ofTwoGroups(0, perGroup), 0.001);
    }
  }

  /** Wilson 1927: centre (p + z²/2n)/(1 + z²/n) and its half width. */
  @Test
  void theIntervalOfAShareIsWilsons() {
    double z = 1.959963985;
    double n = 50;
    double p = 0.3;
    double centre = (p + z * z / (2 * n)) / (1 + z * z / n);
    double half = z / (1 + z * z / n) * Math.sqrt(p * (1 - p) / n + z * z / (4 * n * n));
    assertArrayEquals(new double[] {centre - half, centre + half}, Power.interval(15, 50), 1e-9);
    assertEquals(0, Power.interval(0, 20)[0]);
    assertEquals(1, Power.interval(20, 20)[1]);
  }

  @Test
  void theTestOfTwoGroupsFindsAsOftenAsItsPowerSays() {
    int found = 0;
    int trials = 4000;
    for (int trial = 0; trial < trials; trial++) {
      RandomStream stream = RandomStream.of(1, trial, 0, "groups");
      Moments one = new Moments();
      Moments other = new Moments();
      for (int i = 0; i < 12; i++) {
        one.add(stream.nextGaussian());
        other.add(1 + stream.nextGaussian());
      }
      found += Power.welch(one.summary(), other.summary()) < Power.SIGNIFICANT ? 1 : 0;
    }
    double power = Power.ofTwoGroups(1, 12);
    double error = Math.sqrt(power * (1 - power) / trials);
    // Welch's test has up to half a percent less than that of equal variances
    assertEquals(power, (double) found / trials, 4 * error + 0.005);
  }

  @Test
  void groupsThatAreAllAlikeHaveAProbabilityAndNoNumberIsNone() {
    Moments alike = new Moments();
    alike.add(3);
    alike.add(3);
    assertEquals(1, Power.welch(alike.summary(), alike.summary()));
    assertTrue(Double.isNaN(Power.welch(alike.summary(), new Moments().summary())));
    Moments none = new Moments();
    none.add(0);
    none.add(0);
    assertEquals(1, Power.shares(none, none));
  }

  @Test
  void quantilesOfATallyAreThoseOfTheValues() {
    Tally tally = new Tally();
    for (int i = 1; i <= 100; i++) {
      tally.add(i);
    }
    assertEquals(50, tally.quantile(0.5));
    assertEquals(5, tally.quantile(0.05));
    assertEquals(100, tally.quantile(1));
    assertEquals(50.5, tally.moments().mean(), 1e-12);
    assertEquals(Math.sqrt(100 * 101 / 12.0), tally.moments().deviation(), 1e-12);
  }
}
