package org.capgate.cli.report;

import java.util.List;
import org.capgate.cli.output.Html;

/**
 * A table with a caption, a header cell for each column and one for each row, in a box that scrolls
 * sideways where the page is too narrow. A folded one is opened by its caption or by a link to one
 * of its rows, and in print.
 */
final class HtmlTable {
  private final Html html;
  private final boolean isFolded;

  private HtmlTable(Html html, boolean isFolded, String caption, List<String> columns) {
    this.html = html;
    this.isFolded = isFolded;
    if (isFolded) {
      html.open("details").element("summary", caption);
    }
    // Scrolled with the keyboard too, hence the tab stop and the name.
    html.open("div", "class", "wide", "role", "region", "tabindex", "0", "aria-label", caption);
    html.open("table").element("caption", caption).open("thead").open("tr");
    columns.forEach(column -> html.element("th", column, "scope", "col"));
    html.close("tr").close("thead").open("tbody");
  }

  /**
   * Begins a table.
   *
   * @param columns headers; the first is that of the row headers
   */
  static HtmlTable shown(Html html, String caption, List<String> columns) {
    return new HtmlTable(html, false, caption, columns);
  }

  /** Begins a long table, which a screen shows when it is asked for. */
  static HtmlTable folded(Html html, String caption, List<String> columns) {
    return new HtmlTable(html, true, caption, columns);
  }

  /** A row; an id makes it the target of links, "" for none. */
  HtmlTable row(String id, String className, String header, List<Cell> cells) {
    if (id.isEmpty()) {
      html.open("tr", "class", className);
    } else {
      html.open("tr", "class", className, "id", id);
    }
    html.open("th", "scope", "row").markup(Html.breakable(header)).close("th");
    for (Cell cell : cells) {
      html.open("td", "class", cell.className()).markup(cell.markup()).close("td");
    }
    html.close("tr");
    return this;
  }

  void end() {
    html.close("tbody").close("table").close("div");
    if (isFolded) {
      html.close("details");
    }
  }

  /**
   * A cell.
   *
   * @param markup inside it
   * @param className "" or a class of the style sheet
   */
  record Cell(String markup, String className) {
    static Cell text(String text) {
      return new Cell(Html.escaped(text), "");
    }

    static Cell number(String text) {
      return new Cell(Html.escaped(text), "number");
    }
  }
}
