package org.capgate.uncertainty;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class WilsonTest {
  @Test
  void wilsonIntervalIsThatOfTheTextbook() {
    // Newcombe 1998 doi:10.1002/(SICI)1097-0258(19980430)17:8<857, table I: 81 of 263 and 0 of 20.
    assertEquals(0.2553, Wilson.interval(81, 263)[0], 5e-5);
    assertEquals(0.3662, Wilson.interval(81, 263)[1], 5e-5);
    assertEquals(0.0, Wilson.interval(0, 20)[0], 1e-12);
    assertEquals(0.1611, Wilson.interval(0, 20)[1], 5e-5);
  }
}
