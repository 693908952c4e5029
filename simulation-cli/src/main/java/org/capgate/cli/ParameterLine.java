package org.capgate.cli;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.capgate.cli.ModelOptions.Model;
import org.capgate.input.Numbers;
import org.capgate.model.Parameter;
import org.capgate.treatment.SourcedNumber;

/**
 * A number of the model as it is printed: of the equations, or of a compound.
 *
 * @param name symbol, or path of a number of a compound
 * @param unit as printed; empty where the last word of the path says it
 * @param value in that unit
 * @param low lower end of the plausible range
 * @param high upper end of the plausible range
 * @param isFitted whether the calibration may move it
 * @param source author, year, DOI, or ASSUMED
 */
record ParameterLine(
    String name,
    String unit,
    double value,
    double low,
    double high,
    boolean isFitted,
    String source) {
  private static final int NAME_WIDTH = 60;

  /** The parameter set, then the other numbers of the compounds. */
  static List<ParameterLine> all(Model model) {
    List<ParameterLine> lines = new ArrayList<>();
    Set<String> known = new HashSet<>();
    for (Parameter p : model.parameters().parameters()) {
      known.add(p.name());
      lines.add(
          new ParameterLine(
              p.name(), p.unit(), p.value(), p.low(), p.high(), p.isFitted(), p.source()));
    }
    for (SourcedNumber n : model.compounds().numbers()) {
      if (!known.contains(n.path())) {
        lines.add(new ParameterLine(n.path(), "", n.value(), n.low(), n.high(), false, n.source()));
      }
    }
    return lines;
  }

  boolean isAssumed() {
    return source.contains("ASSUMED");
  }

  /** Name, value and range on one line, the source indented below. */
  String text() {
    String marks = (isFitted ? "  fitted" : "") + (isAssumed() ? "  ASSUMED" : "");
    String shownUnit = unit.isEmpty() || unit.equals("dimensionless") ? "" : " " + unit;
    return Numeral.left(name, NAME_WIDTH)
        + " "
        + Numbers.text(value)
        + shownUnit
        + "  ["
        + Numbers.text(low)
        + ", "
        + Numbers.text(high)
        + "]"
        + marks
        + "\n"
        + Wrapped.text(source, "    ");
  }
}
