package org.capgate.ensemble;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;

/** Does independent tasks on several threads and gives their results in the order of the tasks. */
public final class OrderedParallel {
  private OrderedParallel() {}

  /**
   * The results of tasks 0 to count − 1, in that order.
   *
   * @param count ≥ 0
   * @param threads ≥ 1
   * @param task must depend on its number alone
   * @param done told the number of finished tasks, on the calling thread
   * @throws RuntimeException the one of the first task, in their order, that failed; tasks not yet
   *     begun are dropped
   */
  public static <T> List<T> map(int count, int threads, IntFunction<T> task, IntConsumer done) {
    ExecutorService executor = Executors.newFixedThreadPool(threads);
    try {
      List<Future<T>> futures = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        int number = i;
        futures.add(executor.submit(() -> task.apply(number)));
      }
      List<T> results = new ArrayList<>();
      for (Future<T> future : futures) {
        results.add(future.get());
        done.accept(results.size());
      }
      return results;
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for runs", e);
    } finally {
      executor.shutdownNow();
    }
  }
}
