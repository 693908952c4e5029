package org.capgate.treatment;

import java.util.List;

/** How a dose is given. */
public enum Route {
  INTRAVENOUS("iv"),
  INTRAPERITONEAL("ip"),
  ORAL("po"),
  INTRANASAL("in"),
  INTRACEREBROVENTRICULAR("icv"),
  /** The bath of a slice. */
  BATH("bath");

  private final String word;

  Route(String word) {
    this.word = word;
  }

  /** The word of the data files. */
  public String word() {
    return word;
  }

  /** Whether the dose passes a depot from which it is absorbed. */
  public boolean isAbsorbed() {
    return this == INTRAPERITONEAL || this == ORAL || this == INTRANASAL;
  }

  /** All words, in order. */
  public static List<String> words() {
    return Words.all(values(), Route::word);
  }

  /** The constant written with a word of {@link #words}. */
  public static Route of(String word) {
    return Words.find(values(), Route::word, word);
  }
}
