package org.rapaio.jupyter.kernel.channels;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class LoopThreadTest {
  @Test
  @SuppressWarnings("DoNotCall") // that is what is tested: it runs although start was not called
  void aThreadThatRunsBeforeItsStarterGoesOnDoesNotEnd() throws Exception {
    CountDownLatch rounds = new CountDownLatch(2);
    LoopThread thread = new LoopThread("loop", 0, rounds::countDown);
    Thread runner = new Thread(thread::run); // nobody has called start
    runner.start();
    assertTrue(rounds.await(10, SECONDS));
    thread.shutdown();
    runner.join(10_000);
    assertFalse(runner.isAlive());
  }

  @Test
  void aRoundThatFailsIsReportedAndNotTheLast() throws Exception {
    CountDownLatch rounds = new CountDownLatch(2);
    Queue<Throwable> reported = new ConcurrentLinkedQueue<>();
    LoopThread thread =
        new LoopThread(
            "loop",
            0,
            () -> {
              rounds.countDown();
              throw new IllegalStateException("not ready");
            });
    thread.setUncaughtExceptionHandler((who, why) -> reported.add(why));
    thread.start();
    assertTrue(rounds.await(10, SECONDS));
    thread.shutdown();
    thread.join(10_000);
    assertEquals("not ready", reported.element().getMessage());
  }

  @Test
  void anInterruptEndsIt() throws Exception {
    LoopThread thread = new LoopThread("loop", 60_000, () -> {});
    thread.start();
    thread.interrupt();
    thread.join(10_000);
    assertFalse(thread.isAlive());
  }
}
