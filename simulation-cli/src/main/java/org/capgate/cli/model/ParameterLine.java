package org.capgate.cli.model;

import java.util.List;
import org.capgate.cli.options.ModelOptions.Model;
import org.capgate.cli.output.Numeral;
import org.capgate.cli.output.Terminal;
import org.capgate.cli.output.Wrapped;
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
public record ParameterLine(
    String name,
    String unit,
    double value,
    double low,
    double high,
    boolean isFitted,
    String source) {
  private static final int NAME_WIDTH = 44;

  /** The parameter set, then the other numbers of the compounds. */
  public static List<ParameterLine> all(Model model) {
    return model.parameters().numbers().map(ParameterLine::of).toList();
  }

  private static ParameterLine of(Parameter p) {
    return new ParameterLine(
        p.name(), p.unit(), p.value(), p.low(), p.high(), p.isFitted(), p.source());
  }

  public boolean isAssumed() {
    return source.contains("ASSUMED");
  }

  /**
   * Name, value and range on one line, or on two where that is narrower than they are; the source
   * indented below. Numbers are rounded to six digits, CSV has all of them.
   */
  String text() {
    String marks = (isFitted ? "  fitted" : "") + (isAssumed() ? "  ASSUMED" : "");
    String shownUnit = unit.isEmpty() || unit.equals("dimensionless") ? "" : " " + unit;
    String numbers =
        "%s%s  [%s, %s]%s"
            .formatted(
                Numeral.compact(value),
                shownUnit,
                Numeral.compact(low),
                Numeral.compact(high),
                marks);
    String line = Numeral.left(name, NAME_WIDTH) + " " + numbers;
    boolean fits = name.length() < NAME_WIDTH && line.length() <= Terminal.columns();
    return "%s\n%s"
        .formatted(
            fits ? line : "%s\n    %s".formatted(name, numbers), Wrapped.text(source, "    "));
  }
}
