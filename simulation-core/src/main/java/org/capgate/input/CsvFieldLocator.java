package org.capgate.input;

import java.util.Arrays;

/**
 * Finds the line and column of a character of a CSV field by reading the record again; used for
 * errors only.
 */
final class CsvFieldLocator {

  private final SourceText source;
  private final char separator;
  private final int[] lineStarts;

  CsvFieldLocator(SourceText source, char separator) {
    this.source = source;
    this.separator = separator;
    this.lineStarts = lineStarts(source.text());
  }

  Place lineStart(int line) {
    return new Place(source.name(), line, 1);
  }

  /**
   * Place of the given character (counted in the unquoted text) of the given field of the record
   * starting on a line.
   */
  Place place(int startLine, int field, int offset) {
    String text = source.text();
    int at = lineStarts[Math.min(startLine, lineStarts.length) - 1];
    for (int skipped = 0; skipped < field; skipped++) {
      at = afterField(text, at);
    }
    boolean quoted = at < text.length() && text.charAt(at) == '"';
    if (quoted) {
      at++;
    }
    for (int i = 0; i < offset && at < text.length(); i++) {
      at += quoted && text.startsWith("\"\"", at) ? 2 : 1;
    }
    int found = Arrays.binarySearch(lineStarts, at);
    int line = found >= 0 ? found + 1 : -found - 1;
    return new Place(source.name(), line, at - lineStarts[line - 1] + 1);
  }

  /** First character after the separator that ends the field starting here. */
  private int afterField(String text, int start) {
    int at = start;
    if (at < text.length() && text.charAt(at) == '"') {
      at++;
      while (at < text.length() && (text.charAt(at) != '"' || text.startsWith("\"\"", at))) {
        at += text.charAt(at) == '"' ? 2 : 1;
      }
    }
    while (at < text.length() && text.charAt(at) != separator) {
      at++;
    }
    return Math.min(at + 1, text.length());
  }

  private static int[] lineStarts(String text) {
    int[] starts = new int[16];
    int count = 1;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean ends = c == '\n' || (c == '\r' && !text.startsWith("\n", i + 1));
      if (ends) {
        if (count == starts.length) {
          starts = Arrays.copyOf(starts, 2 * count);
        }
        starts[count++] = i + 1;
      }
    }
    return Arrays.copyOf(starts, count);
  }
}
