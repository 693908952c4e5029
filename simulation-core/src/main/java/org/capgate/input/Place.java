package org.capgate.input;

/**
 * Where in a text something was written.
 *
 * @param file name shown to the reader: a path, a resource name, or "command line"
 * @param line counted from 1; 0 = unknown
 * @param column counted from 1 in characters; 0 = unknown
 */
public record Place(String file, int line, int column) {

  /** For values that were not read from a text, such as doses built in Java code. */
  public static final Place UNKNOWN = new Place("", 0, 0);

  public Place {
    if (line < 0 || column < 0) {
      throw new IllegalArgumentException(
          "line and column must be >= 0, but were " + line + " and " + column);
    }
  }

  /** The start of a file. */
  public static Place startOf(String file) {
    return new Place(file, 1, 1);
  }

  /** The place this many characters to the right on the same line; unknown stays unknown. */
  public Place plus(int columns) {
    return column == 0 ? this : new Place(file, line, column + columns);
  }

  /** {@code file:line:column}, leaving out what is unknown. */
  @Override
  public String toString() {
    if (line == 0) {
      return file;
    }
    return column == 0 ? file + ":" + line : file + ":" + line + ":" + column;
  }
}
