package org.capgate.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.capgate.input.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SavedResultsTest {
  private static final Checkpoint.Origin ORIGIN = new Checkpoint.Origin("1", "work");

  @TempDir Path folder;

  private static double[] notAsked() {
    throw new AssertionError("computed although it is known");
  }

  @Test
  void whatWasComputedOnceIsNotComputedAgain() {
    Path file = folder.resolve("saved");
    try (SavedResults saved = SavedResults.open(file, ORIGIN)) {
      assertEquals(0, saved.before());
      saved.get("empty µ", () -> new double[0]);
      saved.get("two", () -> new double[] {1, Double.MIN_VALUE});
    }
    try (SavedResults saved = SavedResults.open(file, ORIGIN)) {
      assertEquals(2, saved.before());
      assertArrayEquals(new double[0], saved.get("empty µ", SavedResultsTest::notAsked));
      assertArrayEquals(
          new double[] {1, Double.MIN_VALUE}, saved.get("two", SavedResultsTest::notAsked));
    }
  }

  @Test
  void whatWasDoneBeforeAFailureIsKept() {
    Path file = folder.resolve("saved");
    assertThrows(
        IllegalStateException.class,
        () -> {
          try (SavedResults saved = SavedResults.open(file, ORIGIN)) {
            saved.get("one", () -> new double[] {1});
            saved.get(
                "other",
                () -> {
                  throw new IllegalStateException("no solution");
                });
          }
        });
    try (SavedResults saved = SavedResults.open(file, ORIGIN)) {
      assertEquals(1, saved.before());
    }
  }

  @Test
  void otherWorkIsRefused() {
    Path file = folder.resolve("saved");
    SavedResults.open(file, ORIGIN).close();
    InputException refusal =
        assertThrows(
            InputException.class,
            () -> SavedResults.open(file, new Checkpoint.Origin("1", "other work")));
    assertTrue(refusal.getMessage().contains("other work"), refusal.getMessage());
  }

  @Test
  void arraysThatDoNotBelongTogetherAreRefused() {
    Path file = folder.resolve("saved");
    new Checkpoint(ORIGIN)
        .with("keys", "a\nb".getBytes(StandardCharsets.UTF_8))
        .with("lengths", new int[] {1, 3})
        .with("values", new double[] {1, 2})
        .write(file);
    InputException refusal =
        assertThrows(InputException.class, () -> SavedResults.open(file, ORIGIN));
    assertTrue(refusal.getMessage().contains("do not belong together"), refusal.getMessage());
  }
}
