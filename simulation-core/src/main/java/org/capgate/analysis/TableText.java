package org.capgate.analysis;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.IntStream;

/** Renders a table with aligned columns for the terminal. */
final class TableText {
  private static final int SIGNIFICANT_DIGITS = 4;
  private static final int EXTRA_DECIMALS = 2;

  private TableText() {}

  /** The cells as they are printed, row by row. */
  static List<List<String>> rows(List<TableColumn> columns, int size) {
    List<String[]> printed = columns.stream().map(column -> cells(column, size)).toList();
    return IntStream.range(0, size)
        .mapToObj(row -> printed.stream().map(cells -> cells[row]).toList())
        .toList();
  }

  static String render(List<TableColumn> columns, int size) {
    String[][] cells = new String[columns.size()][];
    int[] widths = new int[columns.size()];
    for (int i = 0; i < columns.size(); i++) {
      cells[i] = cells(columns.get(i), size);
      widths[i] = width(columns.get(i).name());
      for (String cell : cells[i]) {
        widths[i] = Math.max(widths[i], width(cell));
      }
    }
    StringBuilder text = new StringBuilder();
    for (int row = -1; row < size; row++) {
      StringBuilder line = new StringBuilder();
      for (int i = 0; i < columns.size(); i++) {
        String cell = row < 0 ? columns.get(i).name() : cells[i][row];
        String space = " ".repeat(widths[i] - width(cell));
        line.append(i == 0 ? "" : "  ");
        line.append(columns.get(i).isNumber() ? space + cell : cell + space);
      }
      text.append(line.toString().stripTrailing()).append('\n');
      if (row < 0) {
        text.append(rule(widths)).append('\n');
      }
    }
    return text.toString();
  }

  private static String rule(int[] widths) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < widths.length; i++) {
      line.append(i == 0 ? "" : "  ").append("-".repeat(widths[i]));
    }
    return line.toString();
  }

  private static String[] cells(TableColumn column, int size) {
    String[] cells = new String[size];
    int decimals = column.isNumber() ? decimals(column.numbers()) : 0;
    for (int row = 0; row < size; row++) {
      if (column.isMissing(row)) {
        cells[row] = "-";
      } else {
        cells[row] =
            column.isNumber() ? rounded(column.number(row), decimals) : printable(column.csv(row));
      }
    }
    return cells;
  }

  /** Decimals for a column: four digits of its largest number, more if a small one would read 0. */
  private static int decimals(double[] numbers) {
    double largest = 0;
    double smallest = Double.MAX_VALUE;
    int needed = 0;
    for (double number : numbers) {
      if (!Double.isNaN(number) && number != 0) {
        largest = Math.max(largest, Math.abs(number));
        smallest = Math.min(smallest, Math.abs(number));
        BigDecimal shortest = new BigDecimal(TableNumber.shortest(number));
        needed = Math.max(needed, shortest.stripTrailingZeros().scale());
      }
    }
    if (largest == 0) {
      return 0;
    }
    int decimals = Math.max(0, SIGNIFICANT_DIGITS - 1 - exponent(largest));
    int forSmallest = -exponent(smallest);
    if (forSmallest <= decimals + EXTRA_DECIMALS) {
      decimals = Math.max(decimals, forSmallest);
    }
    return Math.min(needed, decimals);
  }

  private static int exponent(double number) {
    BigDecimal exact = new BigDecimal(number);
    return exact.precision() - exact.scale() - 1;
  }

  private static String rounded(double number, int decimals) {
    if (decimals > 9 || Math.abs(number) >= 1e15) {
      return TableNumber.shortest(number);
    }
    BigDecimal exact = new BigDecimal(number).setScale(decimals, RoundingMode.HALF_EVEN);
    return exact.toPlainString();
  }

  /** Line breaks and other control characters would tear the table apart or steer the terminal. */
  private static String printable(String text) {
    return text.replaceAll("\\p{Cntrl}", " ");
  }

  private static int width(String text) {
    return text.codePointCount(0, text.length());
  }
}
