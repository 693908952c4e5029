package org.capgate.treatment;

import java.util.List;

/**
 * Which cells something is done to, in the words {@code all}, {@code excitatory}, {@code
 * inhibitory}.
 */
public enum Cells {
  ALL,
  EXCITATORY,
  INHIBITORY;

  /** The word of the data files. */
  public String word() {
    return Words.kebab(this);
  }

  /** Whether the class is among these cells. */
  public boolean include(CellClass cellClass) {
    return this == ALL || name().equals(cellClass.name());
  }

  /** All words, in order. */
  public static List<String> words() {
    return Words.all(values(), Cells::word);
  }

  /** The constant written with a word of {@link #words}. */
  public static Cells of(String word) {
    return Words.find(values(), Cells::word, word);
  }
}
