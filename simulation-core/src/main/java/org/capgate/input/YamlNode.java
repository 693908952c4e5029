package org.capgate.input;

/**
 * A value of a YAML document that knows its place and its path, such as {@code targets[0].potency}.
 */
public sealed interface YamlNode permits YamlMapping, YamlSequence, YamlScalar {

  /** Where the value starts. */
  Place place();

  /** The path from the root, such as {@code targets[0].hillSlope}; empty for the root. */
  String path();

  /** What the value is, in words a complaint can use: "a mapping", "a list", "the text 'abc'". */
  String describe();

  /** This value as a mapping, or an exception saying what it is instead. */
  default YamlMapping asMapping() {
    throw complaint("must be a mapping, but was " + describe());
  }

  /** This value as a list, or an exception saying what it is instead. */
  default YamlSequence asSequence() {
    throw complaint("must be a list, but was " + describe());
  }

  /** This value as a scalar, or an exception saying what it is instead. */
  default YamlScalar asScalar() {
    throw complaint("must be a single value, but was " + describe());
  }

  /** An exception that names the place and the field: {@code file:line:column: path: complaint}. */
  default InputException complaint(String complaint) {
    return new InputException(place(), path().isEmpty() ? complaint : path() + ": " + complaint);
  }
}
