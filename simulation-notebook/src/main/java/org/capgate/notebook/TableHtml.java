package org.capgate.notebook;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.IntPredicate;
import org.capgate.analysis.Table;

/** A table as HTML: numbers to the right, the middle of a long table left out. */
final class TableHtml {
  private static final int MOST_ROWS = 40;
  private static final int END_ROWS = 15;

  private TableHtml() {}

  static String of(Table table) {
    return of(table, "");
  }

  static String of(Table table, String caption) {
    List<String> header = table.header();
    IntPredicate right = column -> table.isNumber(header.get(column));
    StringBuilder html = new StringBuilder(Html.tableStart(caption));
    html.append("<thead>").append(Html.head(header, right)).append("</thead>\n<tbody>\n");
    shortened(table).forEach(row -> html.append(Html.row(row, right)));
    html.append("</tbody>\n</table>\n");
    if (table.size() > MOST_ROWS) {
      html.append("<p>" + table.size() + " rows; <code>writeCsv(path)</code> saves them all</p>\n");
    }
    return html.toString();
  }

  private static List<List<String>> shortened(Table table) {
    List<List<String>> rows = table.toCells();
    if (rows.size() <= MOST_ROWS) {
      return rows;
    }
    List<List<String>> shown = new ArrayList<>(rows.subList(0, END_ROWS));
    shown.add(Collections.nCopies(table.header().size(), "…"));
    shown.addAll(rows.subList(rows.size() - END_ROWS, rows.size()));
    return shown;
  }
}
