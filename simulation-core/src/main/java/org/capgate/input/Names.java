package org.capgate.input;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** Finds the name a person probably meant, and writes words into messages safely. */
public final class Names {

  /** Longest part of a word shown in a message. */
  private static final int LONGEST_SHOWN = 60;

  /** Longest beginning of a word that is compared; the longest known name has 73 characters. */
  private static final int LONGEST_COMPARED = 200;

  /** Most names that are listed when none is near. */
  private static final int MOST_LISTED = 16;

  private Names() {}

  /**
   * The known name a misspelt word most likely meant: fewest insertions, deletions, replacements
   * and swaps of neighbours, upper and lower case alike; a word that is the beginning of a known
   * name counts as one edit. Equal distances are decided alphabetically. Empty when no name is
   * within a third of the longer word's length, and never the word itself.
   */
  public static Optional<String> nearest(String word, Collection<String> known) {
    String best = null;
    int bestEdits = Integer.MAX_VALUE;
    for (String candidate : known) {
      if (candidate.equals(word)) {
        continue;
      }
      int edits = edits(word, candidate);
      boolean isNear = 3 * edits <= Math.max(word.length(), candidate.length());
      if (isNear
          && (best == null
              || edits < bestEdits
              || (edits == bestEdits && candidate.compareTo(best) < 0))) {
        best = candidate;
        bestEdits = edits;
      }
    }
    return Optional.ofNullable(best);
  }

  /**
   * Complaint about an unknown name, with the one that was probably meant, or all where they are
   * few: {@code unknown readout 'mod', did you mean 'mood'?}
   */
  public static String unknown(String what, String word, Collection<String> known) {
    String complaint = "unknown %s %s".formatted(what, quoted(word));
    if (known.isEmpty()) {
      return complaint + ", none is known";
    }
    Optional<String> nearest = nearest(word, known);
    if (nearest.isPresent()) {
      return "%s, did you mean '%s'?".formatted(complaint, nearest.get());
    }
    return known.size() <= MOST_LISTED
        ? "%s; known: %s".formatted(complaint, String.join(", ", known))
        : complaint;
  }

  /** The word in single quotes, shortened, without control characters. */
  public static String quoted(String word) {
    String shown = word.length() <= LONGEST_SHOWN ? word : word.substring(0, LONGEST_SHOWN) + "…";
    return "'" + oneLine(shown) + "'";
  }

  /** The text with line breaks as spaces and other control characters as ·. */
  static String oneLine(String text) {
    StringBuilder flat = new StringBuilder(text.length());
    text.codePoints()
        .map(c -> c == '\n' || c == '\r' || c == '\t' ? ' ' : isHidden(c) ? '·' : c)
        .forEach(flat::appendCodePoint);
    return flat.toString();
  }

  private static boolean isHidden(int codePoint) {
    int type = Character.getType(codePoint);
    return Character.isISOControl(codePoint)
        || type == Character.FORMAT
        || type == Character.LINE_SEPARATOR
        || type == Character.PARAGRAPH_SEPARATOR
        || type == Character.SURROGATE;
  }

  /** Optimal string alignment distance; long words are cut, so the cost is bounded. */
  private static int edits(String word, String candidate) {
    String a = shortened(word);
    String b = shortened(candidate);
    if (a.equals(b)) {
      return 0;
    }
    if (a.length() >= 2 && b.startsWith(a)) {
      return 1;
    }
    int[] beforeLast = new int[b.length() + 1];
    int[] last = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      last[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int[] row = new int[b.length() + 1];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replace = last[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(replace, 1 + Math.min(last[j], row[j - 1]));
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
        }
      }
      beforeLast = last;
      last = row;
    }
    return last[b.length()];
  }

  private static String shortened(String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    return lower.length() <= LONGEST_COMPARED ? lower : lower.substring(0, LONGEST_COMPARED);
  }
}
