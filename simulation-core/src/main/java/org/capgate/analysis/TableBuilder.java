package org.capgate.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Collects the columns, then the rows of a {@link Table}. Not for several threads at once. */
public final class TableBuilder {
  private final List<String> names = new ArrayList<>();
  private final List<Boolean> isNumber = new ArrayList<>();
  private final Map<String, String> provenance = new LinkedHashMap<>();
  private String[][] texts = new String[0][];
  private double[][] numbers = new double[0][];
  private int size;

  TableBuilder() {}

  /** Adds a text column. */
  public TableBuilder text(String name) {
    return column(name, false);
  }

  /** Adds a number column; the unit is the last word of the name, or none if dimensionless. */
  public TableBuilder number(String name) {
    return column(name, true);
  }

  /** States where the table comes from; written as a comment line {@code # key: value}. */
  public TableBuilder provenance(String key, String value) {
    if (key.isBlank() || key.indexOf(':') >= 0) {
      throw new IllegalArgumentException(
          "provenance key must be a word without a colon, but was '" + key + "'");
    }
    provenance.put(key, value);
    return this;
  }

  /** Several lines of provenance in the order of the map. */
  public TableBuilder provenance(Map<String, String> lines) {
    lines.forEach(this::provenance);
    return this;
  }

  /**
   * Adds a row: a String for each text column, a Number for each number column, null for a missing
   * number.
   */
  public TableBuilder row(@Nullable Object... cells) {
    if (cells.length != names.size()) {
      throw new IllegalArgumentException(
          "row "
              + size
              + " has "
              + cells.length
              + " cells, but the table has "
              + names.size()
              + " columns");
    }
    makeRoom();
    for (int column = 0; column < cells.length; column++) {
      if (isNumber.get(column)) {
        numbers[column][size] = numberCell(column, cells[column]);
      } else {
        texts[column][size] = textCell(column, cells[column]);
      }
    }
    size++;
    return this;
  }

  /** The table; the builder can go on. */
  public Table build() {
    if (names.isEmpty()) {
      throw new IllegalArgumentException("a table needs at least one column");
    }
    List<TableColumn> columns = new ArrayList<>();
    for (int column = 0; column < names.size(); column++) {
      boolean none = size == 0;
      columns.add(
          isNumber.get(column)
              ? TableColumn.ofNumbers(
                  names.get(column), none ? new double[0] : Arrays.copyOf(numbers[column], size))
              : TableColumn.ofTexts(
                  names.get(column), none ? new String[0] : Arrays.copyOf(texts[column], size)));
    }
    return new Table(columns, size, provenance);
  }

  private TableBuilder column(String name, boolean number) {
    if (name.isBlank() || names.contains(name)) {
      throw new IllegalArgumentException(
          "column name must not be blank or used twice, but was '" + name + "'");
    }
    if (size > 0) {
      throw new IllegalArgumentException(
          "column '" + name + "' comes after the first row; state all columns first");
    }
    names.add(name);
    isNumber.add(number);
    return this;
  }

  private double numberCell(int column, @Nullable Object cell) {
    if (cell == null) {
      return Double.NaN;
    }
    if (!(cell instanceof Number given)) {
      throw wrongCell(column, "a number or null", cell);
    }
    double number = given.doubleValue();
    if (!Double.isFinite(number)) {
      throw wrongCell(column, "finite (null for a missing number)", cell);
    }
    return number;
  }

  private String textCell(int column, @Nullable Object cell) {
    if (!(cell instanceof String text)) {
      throw wrongCell(column, "a text", String.valueOf(cell));
    }
    return text;
  }

  private IllegalArgumentException wrongCell(int column, String wanted, Object cell) {
    return new IllegalArgumentException(
        "row " + size + ": " + names.get(column) + " must be " + wanted + ", but was " + cell);
  }

  private void makeRoom() {
    if (size == 0) {
      texts = new String[names.size()][];
      numbers = new double[names.size()][];
      for (int column = 0; column < names.size(); column++) {
        texts[column] = new String[isNumber.get(column) ? 0 : 16];
        numbers[column] = new double[isNumber.get(column) ? 16 : 0];
      }
    }
    for (int column = 0; column < names.size(); column++) {
      if (isNumber.get(column)) {
        if (size == numbers[column].length) {
          numbers[column] = Arrays.copyOf(numbers[column], 2 * size);
        }
      } else if (size == texts[column].length) {
        texts[column] = Arrays.copyOf(texts[column], 2 * size);
      }
    }
  }
}
