package org.capgate.input;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Mistakes of one text, found one after another and reported together in its order, so that nobody
 * has to run once for each.
 */
public final class Mistakes {
  private final List<InputException> found = new ArrayList<>();

  /** What is read, or what to go on with where that is a mistake. */
  public <T> T orElse(T otherwise, Supplier<T> read) {
    try {
      return read.get();
    } catch (InputException mistake) {
      add(mistake);
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

  /** One that was found elsewhere, with those it holds. */
  public void add(InputException mistake) {
    found.add(mistake);
    found.addAll(mistake.further());
  }

  /** Reads each mapping of a list; none where the field is left out. */
  public void each(YamlMapping parent, String field, Consumer<YamlMapping> read) {
    in(
        () ->
            parent
                .optional(field)
                .ifPresent(list -> each(list.asSequence(), item -> read.accept(item.asMapping()))));
  }

  /** Reads each item of a list. */
  public void each(YamlSequence list, Consumer<YamlNode> read) {
    list.items().forEach(item -> in(() -> read.accept(item)));
  }

  /** How many were found so far. */
  public int count() {
    return found.size();
  }

  /** Whether none was found so far. */
  public boolean isEmpty() {
    return found.isEmpty();
  }

  /**
   * Ends the reading where anything was found. Mistakes of another text that was read on the way,
   * as of a file that this one names, stand together, in the order in which the texts were first
   * found wrong.
   *
   * @throws InputException the first mistake in the order of the text, which holds the others
   */
  public void check() {
    if (!found.isEmpty()) {
      List<String> files = found.stream().map(one -> one.place().file()).distinct().toList();
      List<InputException> ordered =
          found.stream()
              .filter(one -> found.stream().noneMatch(one::mayFollowFrom))
              .sorted(
                  Comparator.comparingInt((InputException one) -> files.indexOf(one.place().file()))
                      .thenComparingInt(one -> one.place().line())
                      .thenComparingInt(one -> one.place().column()))
              .toList();
      throw ordered.get(0).with(ordered.subList(1, ordered.size()));
    }
  }
}
