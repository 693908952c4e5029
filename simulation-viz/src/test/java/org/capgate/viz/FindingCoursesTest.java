package org.capgate.viz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.capgate.viz.FindingCourses.Found;
import org.junit.jupiter.api.Test;

class FindingCoursesTest {
  private static final double[] HOURS = {0.1, 1, 10, 100};

  private static Series course(String name, double largest) {
    return Series.of(name, HOURS, new double[] {0, largest / 2, largest, 0});
  }

  private static Figure figure(List<Found> found) {
    return FindingCourses.titled("Courses")
        .value(new AxisLabel("Change", "%"))
        .panel("mood: mouse", course("mood", 30), found)
        .panel("immobility: mouse", course("immobility", -4000), List.of())
        .build();
  }

  @Test
  void thePanelsAndWhatWasFoundAreNamed() {
    String text = figure(List.of()).description();
    for (String part :
        List.of(
            "mood: mouse",
            "immobility: mouse",
            "Change (%)",
            "Time after the dose (h)",
            "simulated",
            "found")) {
      assertTrue(text.contains(part), text);
    }
  }

  @Test
  void everyPanelHasTheTicksOfItsOwnAxis() {
    String svg = figure(List.of()).svg();
    assertTrue(svg.contains(">20<") && svg.contains("000<"), "30 % and 4,000 % in one figure");
  }

  @Test
  void aBoundWidensThePanelAndWhatHasNoneDoesNot() {
    assertFalse(figure(List.of()).svg().contains(">80<"));
    assertTrue(figure(List.of(new Found(24, 10, 90))).svg().contains(">80<"));
    double open = Double.POSITIVE_INFINITY;
    assertFalse(figure(List.of(new Found(24, 10, open))).svg().contains(">80<"));
    assertEquals(
        figure(List.of(new Found(24, 10, open))).svg(),
        figure(List.of(new Found(24, 10, open))).svg());
  }

  @Test
  void whatCannotBeDrawnIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> FindingCourses.titled("x").build());
    assertThrows(IllegalArgumentException.class, () -> new Found(0, 1, 2));
    assertThrows(IllegalArgumentException.class, () -> new Found(1, 2, 1));
    assertThrows(IllegalArgumentException.class, () -> new Found(1, Double.NaN, 1));
    Series fromZero = Series.of("m", new double[] {0, 1}, new double[] {0, 1});
    assertThrows(
        IllegalArgumentException.class,
        () -> FindingCourses.titled("x").panel("p", fromZero, List.of()));
  }
}
