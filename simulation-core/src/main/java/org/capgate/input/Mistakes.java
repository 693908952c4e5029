package org.capgate.input;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;

/**
 * Mistakes of one text, found one after another and reported together in its order, so that nobody
 * has to run once for each.
 */
public final class Mistakes {
  private static final Comparator<InputException> IN_ORDER =
      Comparator.comparingInt((InputException mistake) -> mistake.place().line())
          .thenComparingInt(mistake -> mistake.place().column());

  private final List<InputException> found = new ArrayList<>();

  /** What is read, or what to go on with where that is a mistake. */
  public <T> T orElse(T otherwise, Supplier<T> read) {
    try {
      return read.get();
    } catch (InputException mistake) {
      found.add(mistake);
      found.addAll(mistake.further());
      return otherwise;
    }
  }

  /** Does a part of the reading. */
  public void in(Runnable part) {
    orElse(
        true,
        () -> {
          part.run();
          return true;
        });
  }

  /** Whether none was found so far. */
  public boolean isEmpty() {
    return found.isEmpty();
  }

  /**
   * Ends the reading where anything was found.
   *
   * @throws InputException the first mistake in the order of the text, which holds the others
   */
  public void check() {
    if (!found.isEmpty()) {
      List<InputException> ordered = found.stream().sorted(IN_ORDER).toList();
      throw ordered.get(0).with(ordered.subList(1, ordered.size()));
    }
  }
}
