package org.capgate.cli.output;

/** Running text on a terminal. */
public final class Wrapped {
  private Wrapped() {}

  /** Lines that break at spaces, each indented and ended; nothing for a blank text. */
  public static String text(String text, String indent) {
    int width = Terminal.columns();
    StringBuilder lines = new StringBuilder();
    StringBuilder line = new StringBuilder();
    for (String word : text.strip().split("\\s+", -1)) {
      if (line.length() > 0 && line.length() + 1 + word.length() > width) {
        lines.append(line).append('\n');
        line.setLength(0);
      }
      line.append(line.length() == 0 ? indent : " ").append(word);
    }
    return text.isBlank() ? "" : lines.append(line).append('\n').toString();
  }
}
