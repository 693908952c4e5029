package org.capgate.input;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class MistakesTest {
  private static void fail(int line, String what) {
    throw new InputException(new Place("f", line, 1), what);
  }

  @Test
  void mistakesAreReportedTogetherInTheOrderOfTheText() {
    Mistakes inner = new Mistakes();
    inner.in(() -> fail(9, "last"));
    inner.in(() -> fail(2, "first"));
    Mistakes mistakes = new Mistakes();
    assertEquals(7, mistakes.orElse(7, () -> Integer.parseInt("8") / failing()));
    mistakes.in(inner::check);
    InputException all = assertThrows(InputException.class, mistakes::check);
    assertEquals("f:2:1: first", all.getMessage());
    assertEquals(
        List.of("f:5:1: middle", "f:9:1: last"),
        all.further().stream().map(InputException::getMessage).toList());
  }

  private static int failing() {
    fail(5, "middle");
    return 1;
  }

  @Test
  void nothingIsThrownWhereNothingIsWrong() {
    Mistakes mistakes = new Mistakes();
    assertEquals(3, mistakes.orElse(0, () -> 3));
    mistakes.check();
  }
}
