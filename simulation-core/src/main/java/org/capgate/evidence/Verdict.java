package org.capgate.evidence;

import java.util.Locale;

/** Whether the simulation shows what was found. */
public enum Verdict {
  PASS,
  FAIL;

  static Verdict when(boolean shown) {
    return shown ? PASS : FAIL;
  }

  /** {@code pass} or {@code fail}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
