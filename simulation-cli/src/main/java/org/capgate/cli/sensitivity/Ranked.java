package org.capgate.cli.sensitivity;

import java.util.Comparator;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/** The largest of several numbers first; those without a value last; equal ones in their order. */
final class Ranked {
  /** As many as a figure or the screen shows. */
  static final int MOST_SHOWN = 20;

  private Ranked() {}

  /** Places of all numbers. */
  static List<Integer> all(int count, IntToDoubleFunction size) {
    return IntStream.range(0, count)
        .boxed()
        .sorted(
            Comparator.comparingDouble(
                (Integer i) -> {
                  double value = Math.abs(size.applyAsDouble(i));
                  return Double.isNaN(value) ? Double.POSITIVE_INFINITY : -value;
                }))
        .toList();
  }

  /** Places of those that are shown: the first that have a value. */
  static List<Integer> shown(int count, IntToDoubleFunction size) {
    return all(count, size).stream()
        .filter(i -> !Double.isNaN(size.applyAsDouble(i)))
        .limit(MOST_SHOWN)
        .toList();
  }
}
