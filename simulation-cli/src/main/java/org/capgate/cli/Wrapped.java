package org.capgate.cli;

/** Running text on a terminal of 100 columns. */
final class Wrapped {
  private static final int LINE_WIDTH = 100;

  private Wrapped() {}

  /** Lines that break at spaces, each indented and ended; nothing for a blank text. */
  static String text(String text, String indent) {
    StringBuilder lines = new StringBuilder();
    StringBuilder line = new StringBuilder();
    for (String word : text.strip().split("\\s+", -1)) {
      if (line.length() > 0 && line.length() + 1 + word.length() > LINE_WIDTH) {
        lines.append(line).append('\n');
        line.setLength(0);
      }
      line.append(line.length() == 0 ? indent : " ").append(word);
    }
    return text.isBlank() ? "" : lines.append(line).append('\n').toString();
  }
}
