package org.capgate.ensemble;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TasksTest {
  private static final int TASKS = 23;

  @TempDir Path folder;

  /** Numbers with all their digits, as many as the task is high, one of them missing. */
  private static double[] task(int number) {
    double[] numbers = new double[1 + number % 3];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = number == 7 ? Double.NaN : -(number + 1) / 3.0 * (i + 1e-9);
    }
    return numbers;
  }

  private Tasks kept(long seed, int threads) {
    return Tasks.kept(BlockStore.in(folder), "0123456789abcdef", seed, 4, threads, done -> {});
  }

  private static void assertSame(List<double[]> expected, List<double[]> found) {
    assertEquals(expected.size(), found.size());
    for (int i = 0; i < expected.size(); i++) {
      assertArrayEquals(expected.get(i), found.get(i), 0);
    }
  }

  @Test
  void whatWasKeptHasTheBitsOfWhatWasComputed() {
    List<double[]> once = Tasks.on(2, done -> {}).numbers("", TASKS, TasksTest::task);
    assertSame(once, kept(1, 1).numbers("", TASKS, TasksTest::task));
    IntFunction<double[]> never =
        number -> {
          throw new AssertionError("computed again: %s".formatted(number));
        };
    assertSame(once, kept(1, 3).numbers("", TASKS, never));
  }

  @Test
  void workThatWasStoppedGoesOnWhereItWas() {
    AtomicInteger computed = new AtomicInteger();
    IntFunction<double[]> stopping =
        number -> {
          if (number == 21) {
            throw new IllegalStateException("stopped");
          }
          computed.incrementAndGet();
          return task(number);
        };
    assertThrows(IllegalStateException.class, () -> kept(1, 1).numbers("", TASKS, stopping));
    assertEquals(21, computed.get());
    AtomicInteger more = new AtomicInteger();
    List<double[]> all =
        kept(1, 1)
            .numbers(
                "",
                TASKS,
                number -> {
                  more.incrementAndGet();
                  return task(number);
                });
    // Five blocks of four were whole.
    assertEquals(TASKS - 20, more.get());
    assertSame(Tasks.on(1, done -> {}).numbers("", TASKS, TasksTest::task), all);
  }

  @Test
  void otherPartsAndSeedsAreOtherWork() {
    kept(1, 1).numbers("", TASKS, TasksTest::task);
    AtomicInteger computed = new AtomicInteger();
    IntFunction<double[]> counted =
        number -> {
          computed.incrementAndGet();
          return new double[] {0};
        };
    kept(2, 1).numbers("", TASKS, counted);
    kept(1, 1).numbers("generation 1", TASKS, counted);
    kept(1, 1).numbers("generation 2", TASKS, counted);
    assertEquals(3 * TASKS, computed.get());
    assertTrue(kept(1, 1).numbers("", TASKS, counted).get(3)[0] < 0);
    assertEquals(3 * TASKS, computed.get());
  }
}
