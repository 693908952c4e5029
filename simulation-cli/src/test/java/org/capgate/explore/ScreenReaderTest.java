package org.capgate.explore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.capgate.scenario.Scenario;
import org.capgate.treatment.CompoundCatalogue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ScreenReaderTest {
  private final Explorer explorer =
      new Explorer(Scenario::of, CompoundCatalogue.standard(), Optional.empty());

  private Screen screen(String query) {
    return ScreenReader.read(query, explorer.compounds());
  }

  static Stream<String> presets() {
    return Stream.of(Preset.ALL).map(Preset::query);
  }

  /** The page compares queries to know which preset is shown. */
  @ParameterizedTest
  @MethodSource("presets")
  void everyPresetIsWrittenAsItIsReadAndHasCurves(String query) {
    assertEquals(query, ScreenReader.query(screen(query)));
    assertTrue(explorer.panels(screen(query)).ending().isEmpty());
  }

  @Test
  void aPinnedExperimentIsDrawnAsItWouldBeAlone() {
    Screen screen = screen("dose=3&days=7&pin-1=inhibitory-4ebp2%3D0");
    Line pinned = moods(screen).get(2);
    Line alone = moods(screen("inhibitory-4ebp2=0&days=7")).get(1);
    assertEquals("pin 1: 4E-BP2 0 % (inhibitory), ketamine 10 mg/kg", pinned.label());
    assertEquals(list(alone.hours()), list(pinned.hours()));
    assertEquals(list(alone.values()), list(pinned.values()));
  }

  @Test
  void theUntreatedLineStaysWhereTheTreatedOneBegins() {
    List<Line> lines = moods(screen("excitatory-4ebp2=0&untreated=shown"));
    double before = lines.get(1).values()[0];
    for (double value : lines.get(2).values()) {
      assertEquals(before, value, 1e-6); // settled to the tolerance of the solver
    }
    assertEquals(2, moods(screen("excitatory-4ebp2=0")).size());
  }

  private List<Line> moods(Screen screen) {
    return explorer.panels(screen).panels().get(0).lines();
  }

  private static List<Double> list(double[] values) {
    List<Double> all = new ArrayList<>();
    for (double value : values) {
      all.add(value);
    }
    return all;
  }
}
