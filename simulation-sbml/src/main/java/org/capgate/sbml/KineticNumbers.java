package org.capgate.sbml;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.capgate.equations.Kind;
import org.capgate.equations.Symbol;
import org.capgate.equations.Unit;
import org.capgate.model.ParameterSet;

/** Numbers of compounds as constants of a document, each asked for by its name. */
final class KineticNumbers {
  private final ParameterSet set;
  private final Map<String, OrdinaryModel.Value> used = new LinkedHashMap<>();

  KineticNumbers(ParameterSet set) {
    this.set = set;
  }

  /**
   * What a document calls a number: its name with the first letter after anything that is no letter
   * or digit in upper case.
   *
   * @param words joined to one name
   */
  static String id(String... words) {
    StringBuilder id = new StringBuilder();
    for (String word : String.join("/", words).split("[^A-Za-z0-9]+", -1)) {
      id.append(
          id.isEmpty() || word.isEmpty()
              ? word
              : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1));
    }
    return (Character.isDigit(id.charAt(0)) ? "of" : "") + id;
  }

  /** Whether a number of that name is known. */
  boolean has(String name) {
    return set.contains(name);
  }

  /** The constant of a number, with its unit; that of the number it is tied to, where it is. */
  Symbol of(String name, Unit unit) {
    String tiedTo = set.parameter(name).tiedTo();
    return used.computeIfAbsent(
            tiedTo.isEmpty() ? name : tiedTo,
            path ->
                new OrdinaryModel.Value(
                    new Symbol(id(path), Kind.PARAMETER, unit, path), set.value(path)))
        .symbol();
  }

  /** The constants that were asked for. */
  List<OrdinaryModel.Value> all() {
    return List.copyOf(used.values());
  }
}
