package org.capgate.analysis;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A tidy table: one observation a row, one quantity a column. Columns hold text or numbers; a
 * number column has its unit as the last word of its name ({@code timeHours}, {@code
 * immobilitySeconds}), none if it is dimensionless. A number may be missing, never NaN or infinite.
 * Immutable.
 *
 * <pre>{@code
 * Table table = Table.builder().text("genotype").number("timeHours").number("mood")
 *     .row("wild type", 24.0, 0.31)
 *     .build();
 * }</pre>
 */
public final class Table {
  private final List<TableColumn> columns;
  private final int size;
  private final Map<String, String> provenance;

  Table(List<TableColumn> columns, int size, Map<String, String> provenance) {
    this.columns = List.copyOf(columns);
    this.size = size;
    this.provenance = Collections.unmodifiableMap(new LinkedHashMap<>(provenance));
  }

  /** An empty table to which columns, then rows are added. */
  public static TableBuilder builder() {
    return new TableBuilder();
  }

  /** Column names from left to right. */
  public List<String> header() {
    return columns.stream().map(TableColumn::name).toList();
  }

  /** Number of rows. */
  public int size() {
    return size;
  }

  /** True if the column holds numbers, false if it holds text. */
  public boolean isNumber(String column) {
    return column(column).isNumber();
  }

  /** Text in a row (from 0); a number is given as {@link #toCsv()} writes it, missing as "". */
  public String text(int row, String column) {
    return column(column).csv(checkedRow(row));
  }

  /** Number in a row (from 0), NaN if it is missing. */
  public double number(int row, String column) {
    return column(column).number(checkedRow(row));
  }

  /** True if the table has no value there. */
  public boolean isMissing(int row, String column) {
    return column(column).isMissing(checkedRow(row));
  }

  /** A copy of a number column, NaN where it is missing. */
  public double[] numbers(String column) {
    return column(column).numbers();
  }

  /** The different texts of a column in order of first appearance. */
  public List<String> distinct(String column) {
    TableColumn chosen = column(column);
    LinkedHashSet<String> seen = new LinkedHashSet<>();
    for (int row = 0; row < size; row++) {
      seen.add(chosen.csv(row));
    }
    return List.copyOf(seen);
  }

  /** The rows whose column reads {@code text}, in the same order. */
  public Table where(String column, String text) {
    TableColumn chosen = column(column);
    int[] rows = new int[size];
    int kept = 0;
    for (int row = 0; row < size; row++) {
      if (chosen.csv(row).equals(text)) {
        rows[kept++] = row;
      }
    }
    int[] picked = Arrays.copyOf(rows, kept);
    return new Table(columns.stream().map(c -> c.pick(picked)).toList(), kept, provenance);
  }

  /** The named columns only, in the order named. */
  public Table select(String... names) {
    List<TableColumn> chosen = new ArrayList<>();
    for (String name : names) {
      chosen.add(column(name));
    }
    return new Table(chosen, size, provenance);
  }

  /** What the table came from (version, seed, spec hash, command), in the order given. */
  public Map<String, String> provenance() {
    return provenance;
  }

  /** The same table with further provenance; a key that is there already gets the new value. */
  public Table withProvenance(Map<String, String> more) {
    Map<String, String> all = new LinkedHashMap<>(provenance);
    all.putAll(more);
    return new Table(columns, size, all);
  }

  /**
   * Comma-separated text: provenance as lines {@code # key: value}, the header, the rows. Quoting
   * as in RFC 4180, lines end with a line feed; each number is the shortest decimal that reads back
   * as the same double; missing is empty.
   */
  public String toCsv() {
    StringBuilder text = new StringBuilder();
    try {
      TableCsv.write(this, columns, text);
    } catch (IOException e) {
      throw new AssertionError("a StringBuilder does not fail", e);
    }
    return text.toString();
  }

  /** Writes {@link #toCsv()} to a file, completely or not at all; see {@link AtomicFile}. */
  public void writeCsv(Path file) {
    AtomicFile.write(file, out -> TableCsv.write(this, columns, out));
  }

  /**
   * The table for a terminal: aligned columns, numbers rounded to about four digits with the same
   * decimals down a column, missing as a dash. For reading only; figures to keep are in the CSV.
   */
  public String toText() {
    return TableText.render(columns, size);
  }

  /** The cells as {@link #toText()} prints them, row by row, for another kind of page. */
  public List<List<String>> toCells() {
    return TableText.rows(columns, size);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Table table
        && size == table.size
        && columns.equals(table.columns)
        && provenance.equals(table.provenance);
  }

  @Override
  public int hashCode() {
    return 31 * columns.hashCode() + provenance.hashCode();
  }

  @Override
  public String toString() {
    return "Table of " + size + " rows with columns " + String.join(", ", header());
  }

  private TableColumn column(String name) {
    for (TableColumn column : columns) {
      if (column.name().equals(name)) {
        return column;
      }
    }
    throw new IllegalArgumentException(
        "no column '" + name + "' in the table, it has " + String.join(", ", header()));
  }

  private int checkedRow(int row) {
    if (row < 0 || row >= size) {
      throw new IndexOutOfBoundsException("row must be in 0 to " + (size - 1) + ", but was " + row);
    }
    return row;
  }
}
