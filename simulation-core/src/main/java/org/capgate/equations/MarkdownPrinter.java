package org.capgate.equations;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Prints a system for docs/MODEL.md: equations numbered as stated and grouped by mechanism, and
 * tables of symbols.
 *
 * <p>Formulas stand in fences and back quotes: between bare dollar signs GitHub takes {@code \,}
 * for an escaped comma.
 */
public final class MarkdownPrinter {
  private final EquationSystem system;

  /** Prints the given system. */
  public MarkdownPrinter(EquationSystem system) {
    this.system = system;
  }

  /** All equations, with a heading of level 3 for each mechanism. */
  public String equations() {
    return equations(equation -> "");
  }

  /**
   * All equations, with a heading of level 3 for each mechanism, in order of first statement.
   *
   * @param note appended to the line above each equation, such as the method and test it belongs
   *     to; may be empty
   */
  public String equations(Function<Equation, String> note) {
    Map<String, List<Equation>> groups = new LinkedHashMap<>();
    for (Equation equation : system.equations()) {
      groups.computeIfAbsent(equation.mechanism(), group -> new ArrayList<>()).add(equation);
    }
    StringBuilder page = new StringBuilder();
    groups.forEach(
        (mechanism, members) -> {
          page.append("### ").append(mechanism).append("\n\n");
          members.forEach(equation -> page.append(printed(equation, note.apply(equation))));
        });
    return page.toString();
  }

  private static String printed(Equation equation, String note) {
    Symbol symbol = equation.symbol();
    List<String> remarks = new ArrayList<>();
    String detail = equation.description().isEmpty() ? "" : "; " + equation.description();
    remarks.add(
        "**("
            + equation.number()
            + ")** `"
            + symbol.name()
            + "`: "
            + symbol.description()
            + detail);
    remarks.add(equation.option().isEmpty() ? "" : "Option: " + equation.option());
    remarks.add(equation.source().isEmpty() ? "" : "Source: " + equation.source());
    remarks.add(note);
    remarks.removeIf(String::isEmpty);
    return String.join(". ", remarks) + "\n\n" + formula(equation) + "\n";
  }

  /** The equation alone, fenced, broken into lines where it is too wide for a page. */
  public static String formula(Equation equation) {
    return "```math\n" + LatexLines.of(equation.latex()) + "\n```\n";
  }

  /** A table of the symbols of one kind: name, LaTeX form, unit, description. */
  public String symbols(Kind kind) {
    StringBuilder table =
        new StringBuilder("| name | symbol | unit | meaning |\n| --- | --- | --- | --- |\n");
    for (Symbol symbol : system.symbols(kind)) {
      table
          .append("| `")
          .append(symbol.name())
          .append("` | $`")
          .append(symbol.latex())
          .append("`$ | ");
      table.append(symbol.unit()).append(" | ").append(symbol.description()).append(" |\n");
    }
    return table.toString();
  }
}
