package org.capgate.explore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class WorkGateTest {

  @Test
  void whoFindsItFullIsTurnedAwayAndTheOthersAreServed() throws Exception {
    WorkGate gate = new WorkGate(2, 3, 60_000);
    CountDownLatch inside = new CountDownLatch(2);
    CountDownLatch leave = new CountDownLatch(1);
    AtomicInteger served = new AtomicInteger();
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      Thread thread =
          new Thread(
              () -> {
                gate.within(
                    () -> {
                      inside.countDown();
                      await(leave);
                      return served.incrementAndGet();
                    });
              });
      threads.add(thread);
      thread.start();
    }
    assertTrue(inside.await(10, TimeUnit.SECONDS));
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
    while (threads.stream().filter(t -> t.getState() == Thread.State.TIMED_WAITING).count() < 5) {
      assertTrue(System.nanoTime() < end, "they are not all at work or waiting");
      Thread.sleep(5);
    }
    assertThrows(WorkGate.FullException.class, () -> gate.within(() -> 1));
    leave.countDown();
    for (Thread thread : threads) {
      thread.join(10_000);
    }
    assertEquals(5, served.get());
    assertEquals(1, gate.within(() -> 1));
  }

  @Test
  void whoWaitsTooLongIsTurnedAway() throws Exception {
    WorkGate gate = new WorkGate(1, 3, 20);
    CountDownLatch inside = new CountDownLatch(1);
    CountDownLatch leave = new CountDownLatch(1);
    Thread thread =
        new Thread(
            () ->
                gate.within(
                    () -> {
                      inside.countDown();
                      await(leave);
                      return 1;
                    }));
    thread.start();
    assertTrue(inside.await(10, TimeUnit.SECONDS));
    assertThrows(WorkGate.FullException.class, () -> gate.within(() -> 2));
    leave.countDown();
    thread.join(10_000);
    assertEquals(3, gate.within(() -> 3));
  }

  @Test
  void workThatFailsLeavesItsPlace() {
    WorkGate gate = new WorkGate(1, 0, 10);
    for (int i = 0; i < 3; i++) {
      assertThrows(
          IllegalStateException.class,
          () ->
              gate.within(
                  () -> {
                    throw new IllegalStateException("work");
                  }));
    }
    assertEquals(1, gate.within(() -> 1));
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await(30, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
