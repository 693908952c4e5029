package org.capgate.io;

import org.capgate.input.Place;
import org.capgate.input.YamlScalar;

/** Where the first character of a YAML text stands. */
final class TextPlace {

  private TextPlace() {}

  /** Behind the quotation mark, if there is one. */
  static Place of(YamlScalar scalar) {
    return scalar.plain() ? scalar.place() : scalar.place().plus(1);
  }
}
