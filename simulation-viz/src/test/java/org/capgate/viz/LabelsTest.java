package org.capgate.viz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Font;
import java.util.List;
import org.junit.jupiter.api.Test;

class LabelsTest {
  private static final Font FONT = FigureTheme.labelFont();

  @Test
  void longNamesBreakAtTheirJoints() {
    double width = Fonts.width("ketamine/targets/nmda/potencyMic", FONT);
    assertEquals(
        List.of("ketamine/targets/nmda/potency", "Micromolar"),
        Labels.wrap("ketamine/targets/nmda/potencyMicromolar", FONT, width));
    assertEquals(
        List.of("ketamine/kinetics/mouse/", "brain"),
        Labels.wrap(
            "ketamine/kinetics/mouse/brain",
            FONT,
            Fonts.width("ketamine/kinetics/mouse/br", FONT)));
  }

  @Test
  void aWordWithoutJointsIsCutAndNothingIsLost() {
    String word = "w".repeat(50);
    List<String> lines = Labels.wrap(word, FONT, 60);
    assertEquals(word, String.join("", lines));
    lines.forEach(line -> assertTrue(Fonts.width(line, FONT) <= 60, line));
  }
}
