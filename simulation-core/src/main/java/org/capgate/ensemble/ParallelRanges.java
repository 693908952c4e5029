package org.capgate.ensemble;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import org.capgate.network.RangeExecutor;

/**
 * Does pieces of work of a network on several threads, the calling one among them. Which thread
 * does which piece is left open; results do not depend on it.
 */
public final class ParallelRanges implements RangeExecutor, AutoCloseable {
  private final ExecutorService helpers;
  private final int threads;

  /**
   * Starts the threads.
   *
   * @param threads ≥ 1, the calling one included
   */
  public ParallelRanges(int threads) {
    if (threads < 1) {
      throw new IllegalArgumentException("threads must be >= 1, but was " + threads);
    }
    this.threads = threads;
    this.helpers =
        Executors.newFixedThreadPool(
            Math.max(1, threads - 1),
            task -> {
              Thread thread = new Thread(task, "network");
              thread.setDaemon(true);
              return thread;
            });
  }

  @Override
  public void run(int count, IntConsumer task) {
    AtomicInteger next = new AtomicInteger();
    RuntimeException[] failures = new RuntimeException[count];
    Runnable work =
        () -> {
          for (int piece = next.getAndIncrement(); piece < count; piece = next.getAndIncrement()) {
            try {
              task.accept(piece);
            } catch (RuntimeException e) {
              failures[piece] = e;
            }
          }
        };
    List<Future<?>> others = new ArrayList<>();
    for (int helper = 1; helper < Math.min(threads, count); helper++) {
      others.add(helpers.submit(work));
    }
    work.run();
    try {
      for (Future<?> other : others) {
        other.get();
      }
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while a network was computed", e);
    }
    for (RuntimeException failure : failures) {
      if (failure != null) {
        throw failure; // of the first piece, in their order, that failed
      }
    }
  }

  @Override
  public void close() {
    helpers.shutdownNow();
  }
}
