package org.capgate.cli.output;

import java.util.Set;

/**
 * An HTML page as it is written, well-formed as XML too. Every text is escaped; only {@link
 * #markup} takes what already is markup.
 */
public final class Html {
  private static final Set<String> WITHIN_LINES = Set.of("a", "strong", "small", "span");

  private final StringBuilder page = new StringBuilder(1 << 18);

  /** Text as it may stand between tags and in attributes; what XML cannot hold becomes a blank. */
  public static String escaped(String text) {
    StringBuilder safe = new StringBuilder(text.length() + 16);
    text.codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                case '\'' -> safe.append("&#39;");
                default -> safe.appendCodePoint(isAllowed(c) ? c : ' ');
              }
            });
    return safe.toString();
  }

  private static boolean isAllowed(int c) {
    return c == '\n' || c == '\t' || c >= ' ' && c < 0x7F || c >= 0xA0 && isCharacter(c);
  }

  private static boolean isCharacter(int c) {
    return !(c >= 0xD800 && c <= 0xDFFF) && (c & 0xFFFE) != 0xFFFE;
  }

  /** Escaped, with places at which a long name may be broken: after / and - and before capitals. */
  public static String breakable(String name) {
    return escaped(name).replaceAll("(?<=[/-])(?=.)|(?<=[a-z])(?=[A-Z])", "<wbr/>");
  }

  /** Opens an element; attributes are names and values in turn. */
  public Html open(String tag, String... attributes) {
    page.append('<').append(tag);
    for (int i = 0; i < attributes.length; i += 2) {
      page.append(' ').append(attributes[i]).append("=\"");
      page.append(escaped(attributes[i + 1])).append('"');
    }
    page.append('>');
    return this;
  }

  /** Closes an element; what stands within a line is followed by no blank. */
  public Html close(String tag) {
    page.append("</").append(tag).append('>');
    if (!WITHIN_LINES.contains(tag)) {
      page.append('\n');
    }
    return this;
  }

  public Html text(String text) {
    page.append(escaped(text));
    return this;
  }

  /** An element that holds nothing but text. */
  public Html element(String tag, String text, String... attributes) {
    return open(tag, attributes).text(text).close(tag);
  }

  public Html paragraph(String text) {
    return element("p", text);
  }

  /** What is markup already, well-formed. */
  public Html markup(String markup) {
    page.append(markup);
    return this;
  }

  @Override
  public String toString() {
    return page.toString();
  }
}
