package org.capgate.explore;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** Lets a few requests be computed at a time and a few more wait; the rest is turned away. */
final class WorkGate {
  private final Semaphore places;
  private final AtomicInteger present = new AtomicInteger(); // at work or waiting
  private final int mostPresent;
  private final long waitMilliseconds;

  /** Nobody could be let in soon enough. */
  static final class FullException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    FullException() {
      super("too many requests at once, try again in a second");
    }
  }

  WorkGate(int places, int mostWaiting, long waitMilliseconds) {
    this.places = new Semaphore(places, true);
    mostPresent = places + mostWaiting;
    this.waitMilliseconds = waitMilliseconds;
  }

  /**
   * Does the work when there is a place.
   *
   * @throws FullException when too many wait already, or it took too long
   */
  <T> T within(Supplier<T> work) {
    try {
      if (present.incrementAndGet() > mostPresent || !isLetIn()) {
        throw new FullException();
      }
      try {
        return work.get();
      } finally {
        places.release();
      }
    } finally {
      present.decrementAndGet();
    }
  }

  private boolean isLetIn() {
    try {
      return places.tryAcquire(waitMilliseconds, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
