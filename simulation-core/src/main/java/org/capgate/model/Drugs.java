package org.capgate.model;

import java.util.Locale;
import org.capgate.treatment.CellClass;
import org.capgate.treatment.Target;

/** The inputs through which drugs enter, one per {@link Target}. */
final class Drugs {
  private Drugs() {}

  /** Stem of the input of a target: its words and "effect". */
  static String input(Target target) {
    StringBuilder name = new StringBuilder();
    for (String word : target.name().toLowerCase(Locale.ROOT).split("_", -1)) {
      name.append(
          name.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
    }
    return name + "Effect";
  }

  /** The target that is the excitability of a class. */
  static Target excitability(CellClass cells) {
    return cells == CellClass.EXCITATORY
        ? Target.EXCITABILITY_EXCITATORY
        : Target.EXCITABILITY_INHIBITORY;
  }
}
