package org.capgate.sbml;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.capgate.equations.Algebra;
import org.capgate.equations.Expression;
import org.capgate.equations.Symbol;
import org.capgate.equations.Unit;
import org.capgate.scenario.Scenario;

/**
 * A scenario as a file of XPPAUT. That program tells no capitals from small letters and cuts long
 * names, so every symbol is a letter and a number, with its name in a comment.
 */
public final class XppSource {
  /**
   * An event on a point of the grid is never seen, and one between points takes the state from a
   * straight line: each is put this far past a point.
   */
  private static final double PAST_GRID_HOURS = 1e-7;

  /** Most points of the grid from one sample to the next. */
  private static final int FINEST_GRID = 1000;

  /** Longer lines are cut. */
  private static final int LONGEST_LINE = 1000;

  /** How many events there have been. */
  private static final String SEGMENT = "segment";

  private final OrdinaryModel model;
  private final Map<String, String> shortName = new HashMap<>();
  private final StringBuilder text = new StringBuilder();

  private XppSource(OrdinaryModel model) {
    this.model = model;
  }

  /**
   * The file.
   *
   * @param startHours time of the scenario (h) at which the file's time is 0; nothing is given
   *     before
   * @param endHours last time of the file (h), > 0
   * @param everyHours from one sample to the next, > 0
   * @param notes lines of the comment at its head
   * @throws IllegalArgumentException for a treatment that cannot be written
   */
  public static String of(
      Scenario scenario,
      double startHours,
      double endHours,
      double everyHours,
      List<String> notes) {
    return of(OrdinaryModel.of(scenario, startHours), endHours, everyHours, notes);
  }

  static String of(OrdinaryModel model, double endHours, double everyHours, List<String> notes) {
    return new XppSource(model).written(endHours, everyHours, notes);
  }

  private String written(double endHours, double everyHours, List<String> notes) {
    notes.forEach(note -> line("# " + note.replaceAll("\\s+", " ")));
    name("v", model.variables().stream().map(OrdinaryModel.Variable::symbol).toList());
    name("p", model.constants().stream().map(OrdinaryModel.Value::symbol).toList());
    name("s", model.switched().stream().map(OrdinaryModel.Value::symbol).toList());
    name("d", model.rules().stream().map(OrdinaryModel.Rule::symbol).toList());
    shortName.put(Formula.TIME.name(), "t");
    model.constants().forEach(this::number);
    line("par %s=0".formatted(SEGMENT));
    model.switched().forEach(this::switched);
    for (OrdinaryModel.Rule rule : model.rules()) {
      line("# " + rule.symbol().name());
      line("%s=%s".formatted(of(rule.symbol()), formula(rule.formula())));
    }
    for (OrdinaryModel.Variable variable : model.variables()) {
      line("# " + variable.symbol().name());
      line("%s'=%s".formatted(of(variable.symbol()), printed(variable.ratePerHour())));
      line("%s(0)=%s".formatted(of(variable.symbol()), Digits.of(variable.initial())));
    }
    for (int i = 0; i < model.events().size(); i++) {
      String at = Digits.of(model.events().get(i).atHours() + PAST_GRID_HOURS);
      line("global 1 t-%s {%s=%s}".formatted(at, SEGMENT, i + 1));
    }
    for (int i = 0; i < model.readouts().size(); i++) {
      Symbol readout = model.readouts().get(i);
      line("# " + readout.name());
      line("aux o%s=%s".formatted(i + 1, of(readout)));
    }
    int points = pointsPerSample(everyHours);
    long stored = Math.round(points * endHours / everyHours) + 10;
    line(
        "@ total=%s,dt=%s,maxstor=%s,bound=1e12,meth=cvode,tol=1e-10,atol=1e-12"
            .formatted(Digits.of(endHours), Digits.of(everyHours / points), stored));
    line("done");
    return text.toString();
  }

  /** The fewest points of the grid per sample with which every event lies on one. */
  private int pointsPerSample(double everyHours) {
    for (int points = 1; points < FINEST_GRID; points++) {
      double gridHours = everyHours / points;
      if (model.events().stream()
          .mapToDouble(event -> event.atHours() / gridHours)
          .allMatch(at -> Math.abs(at - Math.rint(at)) < PAST_GRID_HOURS)) {
        return points;
      }
    }
    return FINEST_GRID;
  }

  private void name(String letter, List<Symbol> symbols) {
    for (int i = 0; i < symbols.size(); i++) {
      shortName.put(symbols.get(i).name(), letter + (i + 1));
    }
  }

  private String of(Symbol symbol) {
    return shortName.getOrDefault(symbol.name(), symbol.name());
  }

  private void number(OrdinaryModel.Value number) {
    Symbol symbol = number.symbol();
    line("# %s (%s)".formatted(symbol.name(), symbol.unit()));
    line("par %s=%s".formatted(of(symbol), Digits.of(number.value())));
  }

  /** A switched number by the number of events so far: a sum with one term that is not 0. */
  private void switched(OrdinaryModel.Value number) {
    Symbol symbol = number.symbol();
    List<String> terms = new ArrayList<>();
    String value = signed(number.value());
    terms.add("%s*(%s==0)".formatted(value, SEGMENT));
    for (int i = 0; i < model.events().size(); i++) {
      for (OrdinaryModel.Rule change : model.events().get(i).changes()) {
        value = change.symbol().equals(symbol) ? formula(change.formula()) : value;
      }
      terms.add("%s*(%s==%s)".formatted(value, SEGMENT, i + 1));
    }
    line("# %s (%s)".formatted(symbol.name(), symbol.unit()));
    line("%s=%s".formatted(of(symbol), String.join("+", terms)));
  }

  private String formula(Formula formula) {
    String operand = printed(formula.operand());
    if (formula instanceof Formula.Exponential) {
      return "exp(%s)".formatted(operand);
    }
    if (formula instanceof Formula.RealPower power) {
      return "(%s)^%s".formatted(operand, Digits.of(power.exponent()));
    }
    if (formula instanceof Formula.SymbolPower power) {
      return "(%s)^%s".formatted(operand, of(power.exponent()));
    }
    return formula instanceof Formula.PositivePart ? "max(%s,0)".formatted(operand) : operand;
  }

  private String printed(Expression expression) {
    return expression.fold(new Infix());
  }

  private static String signed(double value) {
    return value < 0 ? "(" + Digits.of(value) + ")" : Digits.of(value);
  }

  private void line(String line) {
    if (line.length() > LONGEST_LINE && !line.startsWith("#")) {
      throw new IllegalArgumentException(
          "XPPAUT cuts lines after %s characters, but one of this model has %s: give less often"
              .formatted(LONGEST_LINE, line.length()));
    }
    text.append(line).append('\n');
  }

  /** Every operation in parentheses. */
  private final class Infix implements Algebra<String> {
    @Override
    public String constant(double value, Unit unit) {
      return signed(value);
    }

    @Override
    public String symbol(Symbol symbol) {
      return of(symbol);
    }

    @Override
    public String sum(String left, String right) {
      return "(" + left + "+" + right + ")";
    }

    @Override
    public String difference(String left, String right) {
      return "(" + left + "-" + right + ")";
    }

    @Override
    public String product(String left, String right) {
      return "(" + left + "*" + right + ")";
    }

    @Override
    public String quotient(String numerator, String denominator) {
      return "(" + numerator + "/" + denominator + ")";
    }

    @Override
    public String power(String base, int exponent) {
      return "((" + base + ")^(" + exponent + "))";
    }

    @Override
    public String squareRoot(String radicand) {
      return "sqrt(" + radicand + ")";
    }

    @Override
    public String negation(String operand) {
      return "(-" + operand + ")";
    }
  }
}
