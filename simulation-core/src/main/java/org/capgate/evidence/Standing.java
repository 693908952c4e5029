package org.capgate.evidence;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** How sure we are of a finding: column {@code standing}. */
public enum Standing {
  /** Stated by the source; the only one that gates. */
  ESTABLISHED,
  /** Follows from what the source leaves out. */
  INFERRED,
  /** The source was not read again. */
  REMEMBERED,
  /** Sources disagree; reported only. */
  CONFLICTING;

  /** The word of the vocabulary. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether a failure of such a finding fails the whole evaluation. */
  public boolean gates() {
    return this == ESTABLISHED;
  }

  static List<String> words() {
    return Arrays.stream(values()).map(Standing::word).toList();
  }

  static Standing of(String word) {
    return values()[words().indexOf(word)];
  }
}
