package org.capgate.analysis;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Writes a table as comma-separated text; the format is described at {@link Table#toCsv()}. */
final class TableCsv {
  private TableCsv() {}

  static void write(Table table, List<TableColumn> columns, OutputStream out) throws IOException {
    Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
    write(table, columns, writer);
    writer.flush();
  }

  static void write(Table table, List<TableColumn> columns, Appendable out) throws IOException {
    for (Map.Entry<String, String> line : table.provenance().entrySet()) {
      out.append("# ").append(oneLine(line.getKey())).append(": ");
      out.append(oneLine(line.getValue())).append('\n');
    }
    for (int i = 0; i < columns.size(); i++) {
      separate(i, out).append(quoted(columns.get(i).name(), i == 0));
    }
    out.append('\n');
    String[] above = new String[columns.size()];
    for (int row = 0; row < table.size(); row++) {
      for (int i = 0; i < above.length; i++) {
        TableColumn column = columns.get(i);
        if (!column.isAsAbove(row)) { // rows of one subject repeat its numbers
          String cell = column.csv(row);
          above[i] = column.isNumber() ? cell : quoted(cell, i == 0);
        }
        separate(i, out).append(above[i]);
      }
      out.append('\n');
    }
  }

  private static Appendable separate(int column, Appendable out) throws IOException {
    return column == 0 ? out : out.append(',');
  }

  /** Quoted when RFC 4180 asks for it, and where the line would look like a comment or be empty. */
  private static String quoted(String cell, boolean first) {
    boolean needed = first && (cell.isEmpty() || cell.charAt(0) == '#');
    for (int i = 0; i < cell.length() && !needed; i++) {
      char c = cell.charAt(i);
      needed = c == ',' || c == '"' || c == '\n' || c == '\r';
    }
    return needed ? "\"" + cell.replace("\"", "\"\"") + "\"" : cell;
  }

  private static String oneLine(String text) {
    return text.replaceAll("\\R", " ");
  }
}
