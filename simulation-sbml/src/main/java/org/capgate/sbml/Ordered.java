package org.capgate.sbml;

import java.util.LinkedHashMap;
import java.util.Map;

/** Attributes in the order in which they are written. */
final class Ordered {
  private Ordered() {}

  /** Name, value, name, value. */
  static Map<String, String> of(String... attributes) {
    Map<String, String> ordered = new LinkedHashMap<>();
    for (int i = 0; i < attributes.length; i += 2) {
      ordered.put(attributes[i], attributes[i + 1]);
    }
    return ordered;
  }
}
