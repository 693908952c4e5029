package org.capgate.cli;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.capgate.model.Readout;
import org.capgate.viz.AxisLabel;

/** A readout as it is written in a paper: {@code phospho-4ebp} is phospho-4E-BP. */
final class ReadoutLabel {
  private static final Map<String, String> NAMES =
      Map.of(
          "eif4f", "eIF4F",
          "bdnf", "BDNF",
          "mtorc1", "mTORC1",
          "4ebp", "4E-BP",
          "eef2", "eEF2",
          "hnk", "HNK");

  private ReadoutLabel() {}

  static String of(Readout readout) {
    String name = readout.name();
    if (name.equals(Readout.EI_RATIO.name())) {
      return "E:I ratio";
    }
    String words =
        Stream.of(name.split(" ", -1)).map(ReadoutLabel::word).collect(Collectors.joining(", "));
    boolean isName = NAMES.containsValue(words.split("[ ,-]", 2)[0]);
    return isName ? words : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }

  /** Parts joined by a hyphen; a blank instead, unless the second part is a name. */
  private static String word(String word) {
    StringBuilder joined = new StringBuilder();
    for (String part : word.split("-", -1)) {
      String name = NAMES.get(part);
      if (joined.length() > 0) {
        joined.append(joined.toString().equals("phospho") ? "-" : " ");
      }
      joined.append(name == null ? part : name);
    }
    return joined.toString();
  }

  /** With its unit, for an axis. */
  static AxisLabel axis(Readout readout) {
    return readout.unit().equals("1")
        ? AxisLabel.dimensionless(of(readout))
        : new AxisLabel(of(readout), readout.unit());
  }
}
