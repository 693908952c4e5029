package org.capgate.solver;

import static org.capgate.equations.Expressions.number;
import static org.capgate.equations.Unit.DIMENSIONLESS;
import static org.capgate.equations.Unit.PER_HOUR;

import java.util.function.BiFunction;
import org.capgate.compile.Kernel;
import org.capgate.compile.Kernels;
import org.capgate.equations.EquationSystem;
import org.capgate.equations.Expression;
import org.capgate.equations.Symbol;

/**
 * Stiff problems of the Test Set for IVP Solvers (Mazzia and Magherini 2008), stated as equations,
 * so that the steps are made from them. Seconds there are hours here.
 */
final class StatedProblems {
  private StatedProblems() {}

  /** Chemical reaction of HIRES (Schäfer 1975), 8 variables, to t = 321.8122. */
  static StatedSystem hires() {
    return stated(
        "hires",
        new double[] {1, 0, 0, 0, 0, 0, 0, 0.0057},
        (i, y) ->
            switch (i) {
              case 0 -> sum(term(-1.71, y[0]), term(0.43, y[1]), term(8.32, y[2])).plus(0.0007);
              case 1 -> term(1.71, y[0]).minus(term(8.75, y[1]));
              case 2 -> sum(term(-10.03, y[2]), term(0.43, y[3]), term(0.035, y[4]));
              case 3 -> sum(term(8.32, y[1]), term(1.71, y[2]), term(-1.12, y[3]));
              case 4 -> sum(term(-1.745, y[4]), term(0.43, y[5]), term(0.43, y[6]));
              case 5 ->
                  sum(
                      term(-280, y[5].times(y[7])),
                      term(0.69, y[3]),
                      term(1.71, y[4]),
                      term(-0.43, y[5]),
                      term(0.69, y[6]));
              case 6 -> term(280, y[5].times(y[7])).minus(term(1.81, y[6]));
              default -> term(1.81, y[6]).minus(term(280, y[5].times(y[7])));
            });
  }

  /** The Oregonator (Field and Noyes 1974), 3 variables, to t = 360. */
  static StatedSystem oregonator() {
    return stated(
        "orego",
        new double[] {1, 2, 3},
        (i, y) ->
            switch (i) {
              case 0 ->
                  term(
                      77.27,
                      y[1].plus(y[0].times(number(1).minus(term(8.375e-6, y[0])).minus(y[1]))));
              case 1 -> y[2].minus(y[0].plus(1).times(y[1])).over(77.27);
              default -> term(0.161, y[0].minus(y[2]));
            });
  }

  /** Problem E5 of Enright, Hull and Lindberg 1975, 4 variables, to t = 1e13. */
  static StatedSystem e5() {
    return stated(
        "e5",
        new double[] {1.76e-3, 0, 0, 0},
        (i, y) -> {
          Expression made = term(7.89e-10, y[0]);
          Expression first = term(1.1e7, y[0].times(y[2]));
          Expression second = term(1.13e9, y[1].times(y[2]));
          Expression back = term(1.13e3, y[3]);
          return switch (i) {
            case 0 -> made.negate().minus(first);
            case 1 -> made.minus(second);
            case 2 -> made.minus(first).minus(second).plus(back);
            default -> first.minus(back);
          };
        });
  }

  /** Robertson's kinetics, 3 variables, to t = 1e11. */
  static StatedSystem robertson() {
    return stated(
        "robertson",
        new double[] {1, 0, 0},
        (i, y) -> {
          Expression first = term(0.04, y[0]);
          Expression second = term(1e4, y[1].times(y[2]));
          Expression third = term(3e7, y[1].times(y[1]));
          return switch (i) {
            case 0 -> second.minus(first);
            case 1 -> first.minus(second).minus(third);
            default -> third;
          };
        });
  }

  /** Van der Pol, y'' = ε⁻¹ ((1 − y²) y' − y), as y' = z, at ε = 1/μ². */
  static StatedSystem vanDerPol(double mu) {
    return stated(
        "vdpol",
        new double[] {2, 0},
        (i, y) ->
            i == 0
                ? y[1].plus(0)
                : term(mu * mu, number(1).minus(y[0].times(y[0])).times(y[1]).minus(y[0])));
  }

  private static Expression term(double factor, Expression of) {
    return of.times(factor);
  }

  private static Expression sum(Expression first, Expression... more) {
    Expression sum = first;
    for (Expression term : more) {
      sum = sum.plus(term);
    }
    return sum;
  }

  private static StatedSystem stated(
      String name, double[] initial, BiFunction<Integer, Symbol[], Expression> perHour) {
    EquationSystem.Builder e = EquationSystem.named(name);
    Symbol hourly = e.parameter("hourly", PER_HOUR, "");
    Symbol[] y = new Symbol[initial.length];
    for (int i = 0; i < y.length; i++) {
      y[i] = e.state("y" + i, DIMENSIONLESS, "");
    }
    for (int i = 0; i < y.length; i++) {
      e.rateOf(y[i]).is(perHour.apply(i, y).times(hourly));
    }
    Kernel kernel = Kernels.compile(e.build());
    return new StatedSystem(kernel, kernel.prepare(new double[] {1}), initial, true);
  }
}
