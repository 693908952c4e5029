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

  private FigureTheme() {}

  /** Series colours in the order of use; from the sixth series on they come again. */
  public static List<Color> palette() {
    return PALETTE;
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
