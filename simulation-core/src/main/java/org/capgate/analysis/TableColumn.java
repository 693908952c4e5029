package org.capgate.analysis;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** One named column: texts, or numbers with NaN for a missing one. Immutable. */
final class TableColumn {
  private final String name;
  private final String @Nullable [] texts;
  private final double[] numbers;

  private TableColumn(String name, String @Nullable [] texts, double[] numbers) {
    this.name = name;
    this.texts = texts;
    this.numbers = numbers;
  }

  static TableColumn ofTexts(String name, String[] texts) {
    return new TableColumn(name, texts.clone(), new double[0]);
  }

  static TableColumn ofNumbers(String name, double[] numbers) {
    return new TableColumn(name, null, numbers.clone());
  }

  String name() {
    return name;
  }

  boolean isNumber() {
    return texts == null;
  }

  boolean isMissing(int row) {
    return texts == null ? Double.isNaN(numbers[row]) : texts[row].isEmpty();
  }

  double number(int row) {
    requireNumbers();
    return numbers[row];
  }

  double[] numbers() {
    requireNumbers();
    return numbers.clone();
  }

  String csv(int row) {
    if (texts != null) {
      return texts[row];
    }
    return Double.isNaN(numbers[row]) ? "" : TableNumber.shortest(numbers[row]);
  }

  /** Whether the cell is known to read as the one above it. */
  boolean isAsAbove(int row) {
    if (row == 0) {
      return false;
    }
    return texts == null
        ? Double.doubleToRawLongBits(numbers[row]) == Double.doubleToRawLongBits(numbers[row - 1])
        : texts[row].equals(texts[row - 1]);
  }

  TableColumn pick(int[] rows) {
    if (texts == null) {
      return new TableColumn(
          name, null, Arrays.stream(rows).mapToDouble(row -> numbers[row]).toArray());
    }
    String[] picked = new String[rows.length];
    for (int i = 0; i < rows.length; i++) {
      picked[i] = texts[rows[i]];
    }
    return new TableColumn(name, picked, numbers);
  }

  private void requireNumbers() {
    if (texts != null) {
      throw new IllegalArgumentException("column '" + name + "' holds text, not numbers");
    }
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof TableColumn column
        && name.equals(column.name)
        && Arrays.equals(texts, column.texts)
        && Arrays.equals(numbers, column.numbers);
  }

  @Override
  public int hashCode() {
    return 31 * (31 * name.hashCode() + Arrays.hashCode(texts)) + Arrays.hashCode(numbers);
  }
}
