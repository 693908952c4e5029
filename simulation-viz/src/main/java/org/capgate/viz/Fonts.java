package org.capgate.viz;

import java.awt.AWTError;
import java.awt.Font;
import java.awt.font.FontRenderContext;
import org.jspecify.annotations.Nullable;

/** The only way to a font, so that a machine without fonts is noticed before anything is drawn. */
final class Fonts {
  /** Unhinted and with fractional widths: the same layout in every output, at every scale. */
  static final FontRenderContext CONTEXT = new FontRenderContext(null, true, true);

  private static final String FAMILY = Font.SANS_SERIF;

  private Fonts() {}

  static Font plain(float points) {
    return sized(Font.PLAIN, points);
  }

  static Font bold(float points) {
    return sized(Font.BOLD, points);
  }

  static double width(String text, Font font) {
    return font.getStringBounds(text, CONTEXT).getWidth();
  }

  /** Height of the capital letters, close enough for centring text on a tick. */
  static double capHeight(Font font) {
    return 0.72 * font.getSize2D();
  }

  static double lineHeight(Font font) {
    return 1.22 * font.getSize2D();
  }

  /**
   * Loads the font system.
   *
   * @throws FigureException if the machine has no usable font
   */
  static void require() {
    double width;
    try {
      width = width("0", plain(8));
    } catch (RuntimeException | AWTError | InternalError | LinkageError e) {
      // What the JDK throws here differs with its version and with what is missing.
      Throwable root = root(e);
      if (root.toString().contains("AWTError")) { // as type at first, as text when asked again
        throw new FigureException(
            "figures need no screen, but Java looks for one: start it with"
                + " -Djava.awt.headless=true ("
                + firstLine(root)
                + ")",
            e);
      }
      throw noFonts(firstLine(root), e);
    }
    if (!(width > 0)) {
      throw noFonts("the default font has no digits", null);
    }
  }

  private static FigureException noFonts(String cause, @Nullable Throwable e) {
    String message =
        "figures need a font, but this machine offers none to Java ("
            + cause
            + "): install one (Debian: apt-get install fontconfig fonts-dejavu-core),"
            + " or leave the figures out";
    return e == null ? new FigureException(message) : new FigureException(message, e);
  }

  private static Font sized(int style, float points) {
    return new Font(FAMILY, style, 1).deriveFont((float) (points * FigureTheme.PIXELS_PER_POINT));
  }

  private static Throwable root(Throwable e) {
    Throwable root = e;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root;
  }

  private static String firstLine(Throwable e) {
    String message = e.getMessage();
    return message == null ? e.getClass().getSimpleName() : message.lines().findFirst().orElse("");
  }
}
