package org.capgate.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.capgate.equations.Expression;
import org.capgate.equations.Expressions;
import org.capgate.equations.Kind;
import org.capgate.equations.Symbol;
import org.capgate.equations.Unit;
import org.junit.jupiter.api.Test;

class TapeTest {
  private static final Symbol X = new Symbol("x", Kind.STATE, Unit.DIMENSIONLESS, "x");
  private static final Symbol Y = new Symbol("y", Kind.STATE, Unit.DIMENSIONLESS, "y");

  private static double[] slopes(Expression expression, double[] one, double[] other) {
    Tape tape = new Tape(expression, symbol -> symbol.name().equals("x") ? 0 : 1);
    double[] from = new double[tape.size() + 2];
    double[] to = new double[tape.size() + 2];
    double difference =
        tape.evaluate(other, new double[0], to, 2) - tape.evaluate(one, new double[0], from, 2);
    double[] slopes = new double[2];
    tape.addSlopes(from, to, 2, new double[tape.size()], slopes);
    double byX = slopes[0] * (other[0] - one[0]);
    double byY = slopes[1] * (other[1] - one[1]);
    // Rounding errors of terms that nearly cancel: a symbol may stand above and below a line.
    double rounding = 1e-12 * (1 + Math.abs(byX) + Math.abs(byY));
    assertEquals(difference, byX + byY, rounding, expression.text());
    return slopes;
  }

  /** Far apart, close together, and at the same point. */
  @Test
  void slopesGiveDifferencesExactly() {
    List<Expression> expressions =
        List.of(
            X.plus(Y).minus(2),
            X.times(Y).negate(),
            X.over(Y.plus(1)),
            Expressions.hill(X, Expressions.number(0.4), 3).times(Y),
            X.power(-2).plus(Y.power(0)),
            X.plus(X.times(X).plus(Y.power(2)).squareRoot()).over(2),
            X.power(3).times(X).times(Y));
    double[][] points = {{0.3, 2}, {7, 0.01}, {0.3 + 1e-9, 2}, {0.3, 2}, {1e-3, 50}};
    for (Expression expression : expressions) {
      for (double[] one : points) {
        for (double[] other : points) {
          slopes(expression, one, other);
        }
      }
    }
  }

  @Test
  void slopesAtOnePointAreTheDerivatives() {
    double[] at = {0.3, 2};
    assertEquals(3 * 0.09 * 2, slopes(X.power(3).times(Y), at, at)[0], 1e-15);
    assertEquals(0.5 / Math.sqrt(2), slopes(Y.squareRoot().plus(X), at, at)[1], 1e-15);
  }

  /** Neither is credited with what the other does alone, and both alike with the rest. */
  @Test
  void factorsShareWhatTheyDoTogether() {
    double[] slopes = slopes(X.times(Y), new double[] {0, 0}, new double[] {2, 3});
    assertEquals(3, slopes[0] * 2);
    assertEquals(3, slopes[1] * 3);
  }
}
