package org.capgate.treatment;

import java.util.List;

/** Where the cells are. */
public enum Preparation {
  /** In the living subject: doses reach the brain through the body. */
  IN_VIVO,
  /** In a slice: cells see the concentration of the bath. */
  SLICE;

  /** The word of the data files. */
  public String word() {
    return Words.kebab(this);
  }

  /** All words, in order. */
  public static List<String> words() {
    return Words.all(values(), Preparation::word);
  }

  /** The constant written with a word of {@link #words}. */
  public static Preparation of(String word) {
    return Words.find(values(), Preparation::word, word);
  }
}
