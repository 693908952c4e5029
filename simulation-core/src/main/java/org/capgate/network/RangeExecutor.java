package org.capgate.network;

import java.util.function.IntConsumer;

/**
 * Does the numbered pieces of a piece of work, in any order and on any threads. Pieces write to
 * disjoint ranges and sums over them are taken afterwards in the order of their numbers, so results
 * do not depend on who does them.
 */
@FunctionalInterface
public interface RangeExecutor {
  /** Does tasks 0 to count − 1 and returns when all are done. */
  void run(int count, IntConsumer task);

  /** One after the other on the calling thread. */
  static RangeExecutor serial() {
    return (count, task) -> {
      for (int i = 0; i < count; i++) {
        task.accept(i);
      }
    };
  }
}
