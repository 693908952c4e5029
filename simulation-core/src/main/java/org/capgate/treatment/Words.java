package org.capgate.treatment;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** Between enum constants and the words of data files and of the treatment language. */
final class Words {

  private Words() {}

  /** {@code NMDA_EXCITATORY} is written {@code nmda-excitatory}. */
  static String kebab(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static <E> List<String> all(E[] constants, Function<E, String> word) {
    return Arrays.stream(constants).map(word).toList();
  }

  static <E> E find(E[] constants, Function<E, String> word, String written) {
    for (E constant : constants) {
      if (word.apply(constant).equals(written)) {
        return constant;
      }
    }
    throw new IllegalArgumentException("no constant is written " + written);
  }
}
