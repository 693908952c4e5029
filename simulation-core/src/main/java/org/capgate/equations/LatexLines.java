package org.capgate.equations;

import java.util.ArrayList;
import java.util.List;

/**
 * Breaks a formula that is too wide for a page at its outermost sums, and outermost products where
 * a term alone is too wide. Widths are in characters as they are drawn: a fraction is as wide as
 * its wider part, a subscript two thirds.
 */
final class LatexLines {
  private static final double WIDEST = 100;
  private static final double SMALL = 2.0 / 3;

  private final String latex;
  private int at;

  private LatexLines(String latex) {
    this.latex = latex;
  }

  /** The formula, on several aligned lines when it is too wide. */
  static String of(String formula) {
    int equals = formula.indexOf(" = ");
    if (equals < 0 || width(formula) <= WIDEST) {
      return formula;
    }
    List<String> lines = new ArrayList<>();
    String line = "";
    double room = WIDEST - width(formula.substring(0, equals + 3)); // of the first line
    for (String term : split(formula.substring(equals + 3), " + ", " - ")) {
      for (String factor : width(term) > WIDEST ? split(term, " \\cdot ") : List.of(term)) {
        if (!line.isEmpty() && width(line + factor) > room) {
          lines.add(line);
          line = "";
          room = WIDEST;
        }
        line += factor;
      }
    }
    lines.add(line);
    if (lines.size() == 1) {
      return formula;
    }
    return "\\begin{aligned}\n"
        + formula.substring(0, equals)
        + " = {} & "
        + String.join(" \\\\\n& \\quad {}", lines)
        + "\n\\end{aligned}";
  }

  /** The parts between operators outside of all groups; each but the first begins with one. */
  private static List<String> split(String latex, String... operators) {
    List<String> parts = new ArrayList<>();
    int depth = 0;
    int start = 0;
    for (int i = 0; i < latex.length(); i++) {
      if (latex.charAt(i) == '{' || latex.startsWith("\\left", i)) {
        depth++;
      } else if (latex.charAt(i) == '}' || latex.startsWith("\\right", i)) {
        depth--;
      }
      for (String operator : operators) {
        if (depth == 0 && i > start && latex.startsWith(operator, i)) {
          parts.add(latex.substring(start, i));
          start = i;
        }
      }
    }
    parts.add(latex.substring(start));
    return parts;
  }

  /** Width as drawn, in characters. */
  static double width(String latex) {
    return new LatexLines(latex).width();
  }

  private double width() {
    double width = 0;
    while (at < latex.length()) {
      width += next();
    }
    return width;
  }

  private double next() {
    if (skip("\\frac")) {
      return Math.max(group(), group());
    }
    if (skip("\\text")) {
      String text = groupText();
      return text.length();
    }
    if (skip("_") || skip("^")) {
      return SMALL * group();
    }
    if (skip("\\left") || skip("\\right") || skip(" ")) {
      return 0;
    }
    if (skip("\\cdot") || skip("\\sqrt")) {
      return 2;
    }
    if (skip("\\qquad")) {
      return 4;
    }
    if (latex.charAt(at) == '{') {
      return group();
    }
    if (latex.charAt(at) == '\\') { // any other command is one sign
      at++;
      while (at < latex.length() && Character.isLetter(latex.charAt(at))) {
        at++;
      }
      return 1;
    }
    return "+-=".indexOf(latex.charAt(at++)) >= 0 ? 3 : 1;
  }

  private boolean skip(String command) {
    boolean found = latex.startsWith(command, at);
    if (found) {
      at += command.length();
    }
    return found;
  }

  private double group() {
    return width(groupText());
  }

  /** What stands in the braces that begin here. */
  private String groupText() {
    int start = ++at;
    for (int depth = 1; depth > 0; at++) {
      if (latex.charAt(at) == '{') {
        depth++;
      } else if (latex.charAt(at) == '}') {
        depth--;
      }
    }
    return latex.substring(start, at - 1);
  }
}
