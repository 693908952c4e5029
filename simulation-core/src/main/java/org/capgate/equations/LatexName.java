package org.capgate.equations;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * How a camelCase name is printed in LaTeX: {@code freeEif4eExcitatoryMicromolar} becomes {@code
 * \text{free eIF4E}_{\text{E}}}.
 *
 * <p>A trailing unit is dropped (the table of symbols states it), the cell class becomes a
 * subscript, molecules get the spelling of the field, a single letter stays italic. Time constants,
 * firing rates and dissociation constants get their usual letter: {@code trkbTimeHours} becomes
 * {@code \tau_{\text{TrkB}}}.
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

  private static final Map<String, String> LETTERS =
      Map.of("time", "\\tau", "rate", "r", "dissociation", "K");

  /** Molecules and their abbreviations, recognised wherever they stand in a name. */
  private static final Map<String, String> SPELLINGS =
      Map.ofEntries(
          Map.entry("4ebp", "4E-BP"),
          Map.entry("4ebp1", "4E-BP1"),
          Map.entry("4ebp2", "4E-BP2"),
          Map.entry("ampa", "AMPA"),
          Map.entry("bdnf", "BDNF"),
          Map.entry("eef2", "eEF2"),
          Map.entry("eif4e", "eIF4E"),
          Map.entry("eif4f", "eIF4F"),
          Map.entry("eif4g", "eIF4G"),
          Map.entry("fourebp", "4E-BP"),
          Map.entry("fourebp1", "4E-BP1"),
          Map.entry("fourebp2", "4E-BP2"),
          Map.entry("gabaa", "GABA-A"),
          Map.entry("glun2b", "GluN2B"),
          Map.entry("mtorc1", "mTORC1"),
          Map.entry("nmda", "NMDA"),
          Map.entry("pp2a", "PP2A"),
          Map.entry("raptor", "Raptor"),
          Map.entry("s6k", "S6K"),
          Map.entry("trkb", "TrkB"));

  private static final Pattern MOLECULE =
      Pattern.compile(
          SPELLINGS.keySet().stream()
              .sorted(Comparator.comparing(String::length).reversed().thenComparing(name -> name))
              .collect(Collectors.joining("|", "(?i:", ")(?![a-z])")));

  private static final Pattern WORD = Pattern.compile("[A-Z]?[a-z0-9]+|[A-Z]");

  private LatexName() {}

  static String of(String name) {
    List<String> words = words(name);
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
    while (words.size() > 1 && UNIT_WORDS.contains(words.get(words.size() - 1))) {
      words.remove(words.size() - 1);
    }
    String letter = LETTERS.get(words.get(words.size() - 1));
    String base;
    if (letter != null) {
      words.remove(words.size() - 1);
      if (!words.isEmpty()) {
        subscripts.add(0, String.join(" ", words));
      }
      base = letter;
    } else {
      String text = String.join(" ", words);
      base = text.length() == 1 ? text : "\\text{" + text + "}";
    }
    return subscripts.isEmpty() ? base : base + "_{\\text{" + String.join(", ", subscripts) + "}}";
  }

  /**
   * The words of a camelCase name: molecules as they are spelled, others in lower case with a digit
   * belonging to the word before it; a lone letter keeps its case.
   */
  private static List<String> words(String name) {
    List<String> words = new ArrayList<>();
    Matcher molecule = MOLECULE.matcher(name);
    int start = 0;
    while (molecule.find()) {
      addWords(name.substring(start, molecule.start()), words);
      String spelling = SPELLINGS.get(molecule.group().toLowerCase(Locale.ROOT));
      words.add(spelling == null ? molecule.group() : spelling);
      start = molecule.end();
    }
    addWords(name.substring(start), words);
    return words;
  }

  private static void addWords(String camelCase, List<String> words) {
    Matcher word = WORD.matcher(camelCase);
    while (word.find()) {
      String found = word.group();
      words.add(found.length() == 1 ? found : found.toLowerCase(Locale.ROOT));
    }
  }
}
