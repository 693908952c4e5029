package org.capgate.input;

/**
 * Checks the quotes of a CSV text before it is split (RFC 4180): a field that begins with a quote
 * ends with one, and a quote inside it is doubled. A reader that is lenient here loses rows: an
 * unclosed field swallows what follows.
 */
final class CsvQuotes {
  private final SourceText source;
  private final String text;
  private final char separator;
  private int line = 1;
  private int lineStart;

  private CsvQuotes(SourceText source, String text, char separator) {
    this.source = source;
    this.text = text;
    this.separator = separator;
  }

  /**
   * @param source named in errors
   * @param text what is split, with the line numbers of the source
   * @param separator of fields
   * @throws InputException naming where a field that is not closed begins, or what a quote must not
   *     do
   */
  static void check(SourceText source, String text, char separator) {
    new CsvQuotes(source, text, separator).check();
  }

  private void check() {
    int at = 0;
    while (at < text.length()) {
      at = text.charAt(at) == '"' ? quoted(at) : plain(at);
      if (at < text.length()) { // a comma or the end of a line
        passed(at++);
      }
    }
  }

  /** Index after a field without quotes. */
  private int plain(int from) {
    int at = from;
    while (at < text.length() && !endsField(text.charAt(at))) {
      char c = text.charAt(at);
      if (c == '"') {
        throw complaint(
            at,
            "a quote stands inside a field that does not begin with one; quote the whole field");
      }
      if (c == 0) {
        throw complaint(at, "holds a NUL character");
      }
      at++;
    }
    return at;
  }

  /** Index after the closing quote of a field. */
  private int quoted(int from) {
    InputException unclosed = complaint(from, "a quoted field is not closed");
    int at = from + 1;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '"') {
        boolean doubled = at + 1 < text.length() && text.charAt(at + 1) == '"';
        if (!doubled) {
          at++;
          if (at < text.length() && !endsField(text.charAt(at))) {
            // Either the quote was meant for the field, or the field was never closed before.
            throw line == unclosed.place().line()
                ? complaint(
                    at, "text follows the closing quote of a field; a quote inside is doubled")
                : unclosed;
          }
          return at;
        }
        at++;
      } else if (c == 0) {
        throw complaint(at, "holds a NUL character");
      }
      passed(at++);
    }
    throw unclosed;
  }

  private void passed(int at) {
    char c = text.charAt(at);
    boolean isPair = c == '\r' && at + 1 < text.length() && text.charAt(at + 1) == '\n';
    if (c == '\n' || (c == '\r' && !isPair)) {
      line++;
      lineStart = at + 1;
    }
  }

  private boolean endsField(char c) {
    return c == separator || c == '\n' || c == '\r';
  }

  private InputException complaint(int at, String what) {
    return new InputException(new Place(source.name(), line, at - lineStart + 1), what);
  }
}
