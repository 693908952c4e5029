package org.capgate.viz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.Font;
import java.awt.geom.PathIterator;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FigureThemeTest {
  private static final List<Color> PALETTE = FigureTheme.palette();

  /** How a person sees a colour: linear RGB through the matrices of Machado et al. (2009). */
  @SuppressWarnings("ImmutableEnumChecker") // the matrices are only read
  private enum Sight {
    USUAL(new double[][] {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}),
    WITHOUT_L_CONES(
        new double[][] {
          {0.152286, 1.052583, -0.204868},
          {0.114503, 0.786281, 0.099216},
          {-0.003882, -0.048116, 1.051998}
        }),
    WITHOUT_M_CONES(
        new double[][] {
          {0.367322, 0.860646, -0.227968},
          {0.280085, 0.672501, 0.047413},
          {-0.011820, 0.042940, 0.968881}
        }),
    WITHOUT_S_CONES(
        new double[][] {
          {1.255528, -0.076749, -0.178779},
          {-0.078411, 0.930809, 0.147602},
          {0.004733, 0.691367, 0.303900}
        });

    private final double[][] matrix;

    Sight(double[][] matrix) {
      this.matrix = matrix;
    }
  }

  @Test
  void everyLineColourHasAContrastOfThreeToWhite() {
    for (Color colour : PALETTE) {
      assertContrast(3, colour); // WCAG 2.1, 1.4.11: graphics needed to understand the content
    }
    for (int i = 0; i < 3; i++) {
      assertContrast(3, FigureTheme.reference(i));
    }
    assertContrast(7, FigureTheme.TEXT); // WCAG 2.1, 1.4.6: small text
  }

  @Test
  void coloursStayApartInGreyscale() {
    forEachPair(
        (a, b) -> {
          double distance = Math.abs(lab(a, Sight.USUAL)[0] - lab(b, Sight.USUAL)[0]);
          // The next shade of a nine-step ladder from black to the palest line, L* 58.
          assertTrue(distance >= 9, () -> a + " and " + b + " differ by L* " + distance);
        });
  }

  @ParameterizedTest
  @EnumSource(Sight.class)
  void coloursStayApartForEveryKindOfSight(Sight sight) {
    forEachPair(
        (a, b) -> {
          double distance = distance(lab(a, sight), lab(b, sight));
          // 20 in CIE 1976 L*a*b* is seen at once in neighbouring areas; 2.3 is just noticeable.
          assertTrue(distance >= 20, () -> a + " and " + b + " differ by " + distance);
        });
  }

  @Test
  void patternAndMarkerAloneTellTheFirstFiveSeriesApart() {
    Set<String> patterns = new HashSet<>();
    Set<String> markers = new HashSet<>();
    for (int i = 0; i < 5; i++) {
      patterns.add(pattern(LineStyle.series(i)));
      markers.add(marker(LineStyle.series(i)));
    }
    assertEquals(5, patterns.size());
    assertEquals(5, markers.size());
  }

  @Test
  void thirtyFiveSeriesAllLookDifferent() {
    long different =
        IntStream.range(0, 35)
            .mapToObj(LineStyle::series)
            .map(style -> style.colour() + pattern(style) + marker(style))
            .distinct()
            .count();
    assertEquals(35, different);
  }

  @Test
  void noColourComesTwiceAndAllAreSeenOnWhite() {
    List<Color> colours = IntStream.range(0, 35).mapToObj(FigureTheme::series).toList();
    assertEquals(35, Set.copyOf(colours).size());
    colours.forEach(colour -> assertContrast(3, colour));
    assertEquals(PALETTE, colours.subList(0, PALETTE.size()));
  }

  @Test
  void everyStepOfALadderIsDarkerThanTheOneBefore() {
    for (int steps = 1; steps <= 12; steps++) {
      double before = 100;
      for (int step = 0; step < steps; step++) {
        Color colour = FigureTheme.sequential(step, steps);
        assertContrast(3, colour);
        double lightness = lab(colour, Sight.USUAL)[0];
        // Twelve steps share a range of L* of 50 to 60; 2.3 is just noticeable.
        assertTrue(before - lightness > 2.3, colour::toString);
        before = lightness;
      }
    }
  }

  @Test
  void textIsAtLeastFivePointsAndTicksSevenAtPrintSize() {
    // A thousandth of a point for the rounding of font sizes to float.
    assertTrue(points(FigureTheme.footerFont()) >= 5 - 1e-3);
    assertTrue(points(FigureTheme.valueFont()) >= 6 - 1e-3);
    assertTrue(points(FigureTheme.tickFont()) >= 7 - 1e-3);
    assertTrue(points(FigureTheme.labelFont()) >= 7 - 1e-3);
  }

  private static double points(Font font) {
    return font.getSize2D() / FigureTheme.PIXELS_PER_POINT;
  }

  private static void assertContrast(double least, Color colour) {
    double[] linear = linear(colour);
    double luminance = 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2];
    double contrast = 1.05 / (luminance + 0.05);
    assertTrue(contrast >= least, () -> colour + " has contrast " + contrast);
  }

  private interface Pair {
    void check(Color a, Color b);
  }

  private static void forEachPair(Pair pair) {
    for (int i = 0; i < PALETTE.size(); i++) {
      for (int j = 0; j < i; j++) {
        pair.check(PALETTE.get(i), PALETTE.get(j));
      }
    }
  }

  private static double[] linear(Color colour) {
    int[] parts = {colour.getRed(), colour.getGreen(), colour.getBlue()};
    return IntStream.of(parts)
        .mapToDouble(part -> part / 255.0)
        .map(c -> c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4))
        .toArray();
  }

  /** CIE 1976 L*a*b* under daylight D65. */
  private static double[] lab(Color colour, Sight sight) {
    double[] rgb = linear(colour);
    double[] seen = new double[3];
    for (int row = 0; row < 3; row++) {
      for (int column = 0; column < 3; column++) {
        seen[row] += sight.matrix[row][column] * rgb[column];
      }
      seen[row] = Math.min(1, Math.max(0, seen[row]));
    }
    double x = (0.4124564 * seen[0] + 0.3575761 * seen[1] + 0.1804375 * seen[2]) / 0.95047;
    double y = 0.2126729 * seen[0] + 0.7151522 * seen[1] + 0.0721750 * seen[2];
    double z = (0.0193339 * seen[0] + 0.1191920 * seen[1] + 0.9503041 * seen[2]) / 1.08883;
    return new double[] {
      116 * lightness(y) - 16,
      500 * (lightness(x) - lightness(y)),
      200 * (lightness(y) - lightness(z))
    };
  }

  private static double lightness(double t) {
    return t > 216.0 / 24389 ? Math.cbrt(t) : (24389.0 / 27 * t + 16) / 116;
  }

  private static double distance(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += (a[i] - b[i]) * (a[i] - b[i]);
    }
    return Math.sqrt(sum);
  }

  private static String pattern(LineStyle style) {
    return Arrays.toString(style.stroke().getDashArray());
  }

  private static String marker(LineStyle style) {
    StringBuilder corners = new StringBuilder();
    if (style.marker() != null) {
      double[] at = new double[6];
      for (PathIterator i = style.marker().getPathIterator(null); !i.isDone(); i.next()) {
        corners.append(i.currentSegment(at)).append(Arrays.toString(at));
      }
    }
    return corners.toString();
  }
}
