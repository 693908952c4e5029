package org.capgate.viz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class TimeStackTest {
  private static final double[] HOURS = {0, 24, 48, 96};

  private static Series line(String name, double scale) {
    return Series.of(name, HOURS, new double[] {0, scale, scale / 2, scale / 4});
  }

  private static Figure figure() {
    return TimeStack.titled("A stack")
        .panel(
            AxisLabel.dimensionless("Mood"), List.of(line("wild type", 1)), List.of(line("m", 2)))
        .panel(new AxisLabel("Drug level", "µM"), List.of(), List.of(line("brain", 5000)))
        .dosesAtHours(0, 24, 1000)
        .build();
  }

  @Test
  void everyPanelHasItsOwnLabelAndTheLegendEveryLine() {
    String text = figure().description();
    for (String part : List.of("Mood (dimensionless)", "Drug level (µM)", "Time (d)")) {
      assertTrue(text.contains(part), text);
    }
    for (String name : List.of("wild type", "m", "brain", "dose")) {
      assertTrue(text.contains(name), text);
    }
  }

  @Test
  void repeatedDrawingGivesTheSameSvg() {
    assertEquals(figure().svg(), figure().svg());
  }

  @Test
  void aStackOrPanelWithoutLinesIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> TimeStack.titled("Empty").build());
    assertThrows(
        IllegalArgumentException.class,
        () ->
            TimeStack.titled("A")
                .panel(AxisLabel.dimensionless("Mood"), List.of(line("w", 1)), List.of()));
  }
}
