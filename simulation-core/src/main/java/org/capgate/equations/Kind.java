package org.capgate.equations;

/** How a symbol is stated, which decides what kind of equation it needs. */
public enum Kind {
  /** Changes in time; needs a rate, dx/dt = …. */
  STATE("state"),
  /**
   * Follows its target at once; needs a relaxation, 0 = target − r, with the time constant of the
   * full system.
   */
  QUASI_STEADY("quasi-steady variable"),
  /** Root of a residual, 0 = …. */
  ALGEBRAIC("algebraic variable"),
  /** Explicit intermediate, d = …; never an unknown. */
  DEFINED("definition"),
  /** What is observed, a map of state; no model equation may depend on it. */
  READOUT("readout"),
  /** A number with a source, constant during a run. */
  PARAMETER("parameter"),
  /** A given function of time, such as a drug effect. */
  INPUT("input"),
  /** A number frozen from the reference state: the value an expression has there. */
  REFERENCE("reference");

  private final String words;

  Kind(String words) {
    this.words = words;
  }

  /** The kind as it is written in tables and messages, for example "quasi-steady variable". */
  public String words() {
    return words;
  }

  /** The kind in a sentence, for example "an input". */
  String withArticle() {
    return ("ai".indexOf(words.charAt(0)) >= 0 ? "an " : "a ") + words;
  }
}
