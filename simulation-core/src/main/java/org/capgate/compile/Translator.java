package org.capgate.compile;

/** Makes functions of programs. */
interface Translator {
  /**
   * A program as a function.
   *
   * @param lanes numbers per array entry, computed side by side; 1 or {@link Lanes#perVector}
   */
  Routine translate(Program program, int lanes);
}
