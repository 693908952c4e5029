package org.capgate.cli.command;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/**
 * Two threads for independent work. Results come in the order in which the work was handed over and
 * do not depend on which thread did what; so does the failure, if several fail.
 */
public final class Workers implements AutoCloseable {
  /** How many threads there are. */
  public static final int COUNT = 2;

  private final ExecutorService threads =
      Executors.newFixedThreadPool(
          COUNT,
          work -> {
            Thread thread = new Thread(work, "capgate-worker");
            thread.setDaemon(true);
            return thread;
          });

  /** Starts work whose result nobody waits for. */
  void start(Runnable work) {
    threads.execute(work);
  }

  /** Does all of it. */
  public void all(List<Runnable> work) {
    map(
        work,
        part -> {
          part.run();
          return part;
        });
  }

  /** The results of the same work on all items, in their order. */
  public <I, T> List<T> map(List<I> items, Function<I, T> work) {
    List<Future<T>> futures = new ArrayList<>();
    for (I item : items) {
      futures.add(threads.submit(() -> work.apply(item)));
    }
    List<T> results = new ArrayList<>();
    for (Future<T> future : futures) {
      results.add(result(future));
    }
    return results;
  }

  private static <T> T result(Future<T> future) {
    try {
      return future.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for a result", e);
    }
  }

  /** Work that has not begun is dropped. */
  @Override
  public void close() {
    threads.shutdownNow();
  }
}
