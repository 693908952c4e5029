package org.capgate.cli;

import java.util.List;
import org.capgate.cli.ModelOptions.Model;
import org.capgate.input.Numbers;
import org.capgate.model.Parameter;

/**
 * A number of the model as it is printed: of the equations, or of a compound.
 *
 * @param name symbol, or path of a number of a compound
 * @param unit as printed
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
    return model.parameters().numbers().map(ParameterLine::of).toList();
  }

  private static ParameterLine of(Parameter p) {
    return new ParameterLine(
        p.name(), p.unit(), p.value(), p.low(), p.high(), p.isFitted(), p.source());
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
