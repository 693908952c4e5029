package org.capgate.viz;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.util.List;

/**
 * The one look of all figures: white ground, light grid, sans-serif text of 7 to 9 pt at print
 * size.
 *
 * <p>The series colours come from the palettes of Okabe and Ito (2008) and Tol (2021). They stay
 * apart under the three kinds of colour blindness, have a contrast of at least 3:1 to white, and
 * differ by at least 9 in lightness L*, so they also stay apart in greyscale. Line pattern and
 * marker shape repeat what the colour says.
 */
public final class FigureTheme {
  /** Drawing units are 1/96 inch, the pixel of web pages. */
  static final double PIXELS_PER_INCH = 96;

  static final double PIXELS_PER_MILLIMETRE = PIXELS_PER_INCH / 25.4;
  static final double PIXELS_PER_POINT = PIXELS_PER_INCH / 72;

  /** Resolution of PNG files. */
  static final int DOTS_PER_INCH = 300;

  static final Color BACKGROUND = Color.WHITE;
  static final Color TEXT = new Color(0x1A1A1A);
  static final Color AXIS = new Color(0x4D4D4D);
  static final Color GRID = new Color(0xE4E4E4);

  /** Greys of reference lines (wild type, vehicle), which lie behind the series. */
  private static final List<Color> REFERENCES =
      List.of(new Color(0x8C8C8C), new Color(0x767676), new Color(0x5A5A5A));

  private static final List<Color> PALETTE =
      List.of(
          new Color(0x332288), // Tol muted indigo, L* 22
          new Color(0xCC3311), // Tol vibrant red, L* 46
          new Color(0x009E73), // Okabe-Ito bluish green, L* 58
          new Color(0x882255), // Tol muted wine, L* 32
          new Color(0x000000)); // Okabe-Ito black, L* 0

  private static final double FIRST_HUE = 0.08;
  private static final double GOLDEN_TURN = 0.61803398875;

  /** That of a contrast of 3.1 to white. */
  private static final double MOST_LUMINANCE = 1.05 / 3.1 - 0.05;

  /** Green, blue, nearly black: each darker than the one before. */
  private static final List<Color> LADDER =
      List.of(new Color(0x2F9E7A), new Color(0x2A6BA3), new Color(0x140A36));

  private FigureTheme() {}

  /** The first series colours in the order of use, which stay apart in greyscale too. */
  public static List<Color> palette() {
    return PALETTE;
  }

  /**
   * Colour of the n-th series, from 0. After the palette come hues a golden angle apart, so that no
   * colour comes again, in turns dark and less dark; patterns and markers tell those apart in
   * greyscale.
   */
  static Color series(int index) {
    if (index < PALETTE.size()) {
      return PALETTE.get(index);
    }
    int further = index - PALETTE.size();
    float hue = (float) ((FIRST_HUE + further * GOLDEN_TURN) % 1);
    Color colour = Color.getHSBColor(hue, 0.9f, further % 2 == 0 ? 0.72f : 0.5f);
    while (luminance(colour) > MOST_LUMINANCE) { // yellow and green are bright at any strength
      colour =
          new Color(scaled(colour.getRed()), scaled(colour.getGreen()), scaled(colour.getBlue()));
    }
    return colour;
  }

  private static int scaled(int part) {
    return (int) (0.94 * part);
  }

  /**
   * Colour of a step on a ladder, as of doses: from green over blue to nearly black, so that more
   * is darker, also in greyscale.
   *
   * @param step from 0
   * @param steps number of steps, ≥ 1
   */
  static Color sequential(int step, int steps) {
    double at = (steps == 1 ? 1 : step / (steps - 1.0)) * (LADDER.size() - 1);
    int piece = (int) Math.min(at, LADDER.size() - 2.0);
    Color low = LADDER.get(piece);
    Color high = LADDER.get(piece + 1);
    return new Color(
        between(low.getRed(), high.getRed(), at - piece),
        between(low.getGreen(), high.getGreen(), at - piece),
        between(low.getBlue(), high.getBlue(), at - piece));
  }

  private static int between(int pale, int dark, double share) {
    return (int) Math.rint(pale + share * (dark - pale));
  }

  /** Relative luminance as in WCAG 2.1, in [0, 1]. */
  private static double luminance(Color colour) {
    return 0.2126 * linear(colour.getRed())
        + 0.7152 * linear(colour.getGreen())
        + 0.0722 * linear(colour.getBlue());
  }

  private static double linear(int part) {
    double c = part / 255.0;
    return c <= 0.04045 ? c / 12.92 : StrictMath.pow((c + 0.055) / 1.055, 2.4);
  }

  /** Grey of the n-th reference line, from 0. */
  static Color reference(int index) {
    return REFERENCES.get(index % REFERENCES.size());
  }

  static Font titleFont() {
    return Fonts.bold(9);
  }

  static Font panelTitleFont() {
    return Fonts.bold(7.5f);
  }

  static Font labelFont() {
    return Fonts.plain(8);
  }

  static Font tickFont() {
    return Fonts.plain(7);
  }

  static Font valueFont() {
    return Fonts.plain(6);
  }

  static Font footerFont() {
    return Fonts.plain(5.5f);
  }

  static BasicStroke axisStroke() {
    return new BasicStroke(0.8f, BasicStroke.CAP_SQUARE, BasicStroke.JOIN_MITER);
  }

  static BasicStroke gridStroke() {
    return new BasicStroke(0.7f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER);
  }
}
