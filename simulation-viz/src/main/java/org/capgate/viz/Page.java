package org.capgate.viz;

import java.awt.Font;
import java.awt.Graphics2D;
import java.util.List;

/** Blocks of text on a page. */
final class Page {
  static final double MARGIN = 4;
  static final double RIGHT_MARGIN = 12;

  private Page() {}

  /** Draws lines below {@code top} in the present colour. */
  static void lines(Graphics2D g2, Font font, List<String> lines, double x, double top) {
    g2.setFont(font);
    double baseline = top + 0.95 * font.getSize2D();
    for (String line : lines) {
      g2.drawString(line, (float) x, (float) baseline);
      baseline += Fonts.lineHeight(font);
    }
  }

  /** Draws one line of which the capitals are centred on {@code y}. */
  static void beside(Graphics2D g2, Font font, String text, double x, double y) {
    g2.setFont(font);
    g2.drawString(text, (float) x, (float) (y + Fonts.capHeight(font) / 2));
  }

  /** Lines of a text, none of an empty one. */
  static List<String> wrapped(String text, Font font, double widthPixels) {
    return text.isEmpty() ? List.of() : Labels.wrap(text, font, widthPixels);
  }

  static double height(List<String> lines, Font font) {
    return lines.size() * Fonts.lineHeight(font);
  }
}
