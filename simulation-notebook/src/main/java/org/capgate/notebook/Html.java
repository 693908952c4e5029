package org.capgate.notebook;

import java.util.List;
import java.util.function.IntPredicate;

/** Pieces of HTML that need no style sheet or script and pass the filters of notebook frontends. */
final class Html {
  private static final String CELL = "padding:0.2em 0.8em;text-align:";

  private Html() {}

  /** Text, safe between tags and in attributes. */
  static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }

  /** An SVG document as a part of a page, which has no XML declaration in its middle. */
  static String inline(String svg) {
    return svg.replaceFirst("^<\\?xml[^>]*>\\s*", "");
  }

  /** Opening tag of a table with its caption; the caption may be empty. */
  static String tableStart(String caption) {
    return "<table style=\"border-collapse:collapse\">\n"
        + (caption.isEmpty() ? "" : "<caption>" + escaped(caption) + "</caption>\n");
  }

  /** The line of column heads. */
  static String head(List<String> names, IntPredicate right) {
    return row("th scope=\"col\"", "th", names, right);
  }

  /** A line of cells. */
  static String row(List<String> cells, IntPredicate right) {
    return row("td", "td", cells, right);
  }

  private static String row(String open, String close, List<String> cells, IntPredicate right) {
    StringBuilder row = new StringBuilder("<tr>");
    for (int i = 0; i < cells.size(); i++) {
      String style = CELL + (right.test(i) ? "right" : "left");
      row.append("<" + open + " style=\"" + style + "\">")
          // A long name of a column may break before a capital.
          .append(escaped(cells.get(i)).replaceAll("(?<=[a-z])(?=[A-Z])", "<wbr>"))
          .append("</" + close + ">");
    }
    return row.append("</tr>\n").toString();
  }
}
