package org.capgate.ensemble;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.capgate.analysis.Table;
import org.capgate.analysis.TableBuilder;
import org.junit.jupiter.api.Test;

class BlockRowTest {
  private static final List<String> TEXTS =
      List.of("", "plain", "a,b", "\"", "\"a\",\"b\"", "two\nlines", "µ M", "#", ",", "\"\"");
  private static final List<Double> NUMBERS =
      List.of(0.0, 1.0, -1.0, 0.1, 1e-9, 123456789012345.0, 1234567890123456.0, 1e300, -2.5, 7.0);

  private static byte[] csv() {
    TableBuilder table = Table.builder().text("said, \"so\"").number("xHours").number("none");
    for (int i = 0; i < TEXTS.size(); i++) {
      table.row(TEXTS.get(i), NUMBERS.get(i), null);
    }
    return table.build().toCsv().getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void everyCellIsReadAsItWasWritten() {
    List<String> texts = new ArrayList<>();
    List<Double> numbers = new ArrayList<>();
    BlockRow.forEach(
        csv(),
        row -> {
          texts.add(row.text("said, \"so\""));
          numbers.add(row.number("xHours"));
          assertTrue(row.isMissing("none"));
          assertEquals(Double.NaN, row.number("none"));
        });
    assertEquals(TEXTS, texts);
    assertEquals(NUMBERS, numbers);
  }

  @Test
  void anUnknownColumnIsNamed() {
    IllegalArgumentException unknown =
        assertThrows(
            IllegalArgumentException.class,
            () -> BlockRow.forEach(csv(), row -> row.text("xHour")));
    assertTrue(unknown.getMessage().contains("xHours"), unknown.getMessage());
  }
}
