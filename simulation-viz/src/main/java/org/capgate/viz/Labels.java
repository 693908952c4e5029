package org.capgate.viz;

import java.awt.Font;
import java.util.ArrayList;
import java.util.List;

/** Text on figures: checked, measured and wrapped. */
final class Labels {
  private Labels() {}

  /** The text without control characters, which neither XML nor a page can hold; never blank. */
  static String clean(String what, String text) {
    String cleaned = text.replaceAll("[\\p{Cntrl}\\p{Cs}\\uFFFE\\uFFFF]", " ").strip();
    if (cleaned.isEmpty()) {
      throw new IllegalArgumentException(what + " must not be blank");
    }
    return cleaned;
  }

  /**
   * Lines no wider than {@code widthPixels}; breaks at spaces, inside a word only if it must, and
   * then at a joint, as in {@code mouse/brain} or {@code brainVolume}, where it has one.
   */
  static List<String> wrap(String text, Font font, double widthPixels) {
    List<String> lines = new ArrayList<>();
    String line = "";
    for (String word : text.split(" ", -1)) {
      String longer = line.isEmpty() ? word : line + " " + word;
      if (Fonts.width(longer, font) <= widthPixels) {
        line = longer;
        continue;
      }
      if (!line.isEmpty()) {
        lines.add(line);
      }
      line = word;
      while (Fonts.width(line, font) > widthPixels && line.codePointCount(0, line.length()) > 1) {
        int end = charactersThatFit(line, font, widthPixels);
        lines.add(line.substring(0, end));
        line = line.substring(end);
      }
    }
    lines.add(line);
    return List.copyOf(lines);
  }

  static double widest(List<String> lines, Font font) {
    double widest = 0;
    for (String line : lines) {
      widest = Math.max(widest, Fonts.width(line, font));
    }
    return widest;
  }

  private static int charactersThatFit(String word, Font font, double widthPixels) {
    int end = word.offsetByCodePoints(0, 1);
    while (end < word.length()) {
      int next = word.offsetByCodePoints(end, 1);
      if (Fonts.width(word.substring(0, next), font) > widthPixels) {
        break;
      }
      end = next;
    }
    for (int joint = end; joint > 1; joint--) {
      if (isJoint(word.charAt(joint - 1), joint < word.length() ? word.charAt(joint) : ' ')) {
        return joint;
      }
    }
    return end;
  }

  private static boolean isJoint(char before, char after) {
    return "/-_".indexOf(before) >= 0
        || Character.isLowerCase(before) && Character.isUpperCase(after);
  }
}
