package org.capgate.equations;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * How a camelCase name is printed in LaTeX: {@code freeEif4eExcitatoryMicromolar} becomes {@code
 * \mathrm{free\ eIF4E}_{\mathrm{E}}}.
 *
 * <p>A trailing unit is dropped (the table of symbols states it), the cell class becomes a
 * subscript, abbreviations get the spelling of the field, a single letter stays italic.
 */
final class LatexName {
  private static final Set<String> UNIT_WORDS =
      Set.of(
          "hour",
          "hours",
          "second",
          "seconds",
          "micromolar",
          "hertz",
          "millivolt",
          "millivolts",
          "point",
          "points",
          "milligram",
          "kilogram",
          "mg",
          "kg",
          "per");

  private static final Map<String, String> CELL_CLASSES =
      Map.of("excitatory", "E", "inhibitory", "I");

  private static final Map<String, String> SPELLINGS =
      Map.ofEntries(
          Map.entry("ampa", "AMPA"),
          Map.entry("bdnf", "BDNF"),
          Map.entry("ebp", "4E-BP"),
          Map.entry("ebp1", "4E-BP1"),
          Map.entry("ebp2", "4E-BP2"),
          Map.entry("eef2", "eEF2"),
          Map.entry("eef2k", "eEF2K"),
          Map.entry("eif4e", "eIF4E"),
          Map.entry("eif4f", "eIF4F"),
          Map.entry("eif4g", "eIF4G"),
          Map.entry("gaba", "GABA"),
          Map.entry("hnk", "HNK"),
          Map.entry("madrs", "MADRS"),
          Map.entry("mtorc1", "mTORC1"),
          Map.entry("nmda", "NMDA"),
          Map.entry("s6k", "S6K"),
          Map.entry("ssri", "SSRI"),
          Map.entry("trkb", "TrkB"));

  private LatexName() {}

  static String of(String name) {
    List<String> words = words(name);
    while (words.size() > 1 && UNIT_WORDS.contains(words.get(words.size() - 1))) {
      words.remove(words.size() - 1);
    }
    List<String> subscripts = new ArrayList<>();
    for (int i = 1; i < words.size(); ) {
      String cellClass = CELL_CLASSES.get(words.get(i));
      if (cellClass == null) {
        i++;
      } else {
        subscripts.add(cellClass);
        words.remove(i);
      }
    }
    StringBuilder text = new StringBuilder();
    for (String word : words) {
      text.append(text.length() == 0 ? "" : "\\ ").append(SPELLINGS.getOrDefault(word, word));
    }
    String base = text.length() == 1 ? text.toString() : "\\mathrm{" + text + "}";
    return subscripts.isEmpty() ? base : base + "_{\\mathrm{" + String.join(",", subscripts) + "}}";
  }

  /**
   * The words of a camelCase name in lower case. A digit belongs to the word before it; a lone
   * letter keeps its case.
   */
  private static List<String> words(String name) {
    List<String> words = new ArrayList<>();
    int start = 0;
    for (int i = 1; i <= name.length(); i++) {
      if (i == name.length() || Character.isUpperCase(name.charAt(i))) {
        String word = name.substring(start, i);
        words.add(word.length() == 1 ? word : word.toLowerCase(Locale.ROOT));
        start = i;
      }
    }
    return words;
  }
}
