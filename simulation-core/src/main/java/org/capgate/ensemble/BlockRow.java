package org.capgate.ensemble;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.capgate.input.Names;

/**
 * One row of a block, as {@link org.capgate.analysis.Table#toCsv} wrote it; fields are addressed by
 * the names of their columns. Valid until the next row is read: the object is the same.
 */
public final class BlockRow {
  private static final int MOST_DIGITS = 15; // whole numbers of so many digits are doubles

  private final byte[] csv;
  private final Map<String, Integer> indexOf = new HashMap<>();
  private int[] from = new int[16]; // of each field, then of what would be the next
  private int fields;
  private int next; // where the next row begins

  private BlockRow(byte[] csv) {
    this.csv = csv;
    split();
    for (int i = 0; i < fields; i++) {
      indexOf.put(text(i), i);
    }
  }

  /** Reads the rows below the header, one after another. */
  static void forEach(byte[] csv, Consumer<BlockRow> reader) {
    BlockRow row = new BlockRow(csv);
    while (row.next < csv.length) {
      row.split();
      reader.accept(row);
    }
  }

  private void split() {
    fields = 0;
    int at = next;
    from[0] = at;
    boolean isQuoted = false;
    while (isQuoted || csv[at] != '\n') {
      if (csv[at] == '"') {
        isQuoted = !isQuoted; // a doubled quote leaves it as it is
      } else if (csv[at] == ',' && !isQuoted) {
        end(at);
      }
      at++;
    }
    end(at);
    next = at + 1;
  }

  private void end(int at) {
    fields++;
    if (fields == from.length) {
      from = Arrays.copyOf(from, 2 * fields);
    }
    from[fields] = at + 1;
  }

  /** A field; may be empty. */
  public String text(String column) {
    return text(index(column));
  }

  private String text(int index) {
    int start = from[index];
    int length = from[index + 1] - 1 - start;
    if (length > 0 && csv[start] == '"') {
      String quoted = new String(csv, start + 1, length - 2, StandardCharsets.UTF_8);
      return quoted.replace("\"\"", "\"");
    }
    return new String(csv, start, length, StandardCharsets.UTF_8);
  }

  /** Whether a field is empty. */
  public boolean isMissing(String column) {
    int index = index(column);
    return from[index + 1] - 1 == from[index];
  }

  /** A number, NaN where it is missing. */
  public double number(String column) {
    int index = index(column);
    int end = from[index + 1] - 1;
    long whole = 0;
    int at = from[index];
    while (at < end && csv[at] >= '0' && csv[at] <= '9' && at - from[index] < MOST_DIGITS) {
      whole = 10 * whole + (csv[at++] - '0');
    }
    if (at < end) {
      return Double.parseDouble(text(index));
    }
    return at == from[index] ? Double.NaN : whole;
  }

  private int index(String column) {
    Integer index = indexOf.get(column);
    if (index == null) {
      throw new IllegalArgumentException(Names.unknown("column", column, indexOf.keySet()));
    }
    return index;
  }
}
