package org.capgate.cli.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WorkersTest {
  @Test
  void resultsComeInTheOrderOfTheItemsWhicheverIsDoneFirst() {
    CountDownLatch secondIsDone = new CountDownLatch(1);
    try (Workers workers = new Workers()) {
      List<Integer> squares =
          workers.map(
              IntStream.range(0, 20).boxed().toList(),
              item -> {
                if (item == 0) {
                  await(secondIsDone);
                } else {
                  secondIsDone.countDown();
                }
                return item * item;
              });
      assertEquals(IntStream.range(0, 20).map(i -> i * i).boxed().toList(), squares);
    }
  }

  @Test
  void ofSeveralFailuresTheFirstInOrderIsReported() {
    CountDownLatch secondFailed = new CountDownLatch(1);
    try (Workers workers = new Workers()) {
      IllegalStateException failure =
          assertThrows(
              IllegalStateException.class,
              () ->
                  workers.map(
                      List.of("first", "second"),
                      name -> {
                        if (name.equals("first")) {
                          await(secondFailed);
                        } else {
                          secondFailed.countDown();
                        }
                        throw new IllegalStateException(name);
                      }));
      assertEquals("first", failure.getMessage());
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
