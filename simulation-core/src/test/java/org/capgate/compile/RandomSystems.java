package org.capgate.compile;

import static org.capgate.equations.Unit.DIMENSIONLESS;
import static org.capgate.equations.Unit.HOUR;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.capgate.equations.EquationSystem;
import org.capgate.equations.Expression;
import org.capgate.equations.RandomExpressions;
import org.capgate.equations.Symbol;

/** Random systems with every kind of symbol, and arrays of random values for them. */
final class RandomSystems {
  private RandomSystems() {}

  /**
   * A system of about the given number of variables, with the given number of definitions that use
   * each other.
   */
  static EquationSystem of(long seed, int variables, int definitions) {
    Random random = new Random(seed);
    EquationSystem.Builder e = EquationSystem.named("random " + seed);
    List<Symbol> pool = new ArrayList<>();
    for (int i = 0; i < variables; i++) {
      pool.add(e.parameter("parameter" + i, DIMENSIONLESS, ""));
      if (i % 3 == 0) {
        pool.add(e.input("input" + i, DIMENSIONLESS, ""));
      }
    }
    Symbol tau = e.parameter("tauHours", HOUR, "");
    List<Symbol> unknowns = new ArrayList<>();
    for (int i = 0; i < variables; i++) {
      unknowns.add(
          switch (i % 4) {
            case 0 -> e.quasiSteady("quasiSteady" + i, DIMENSIONLESS, "");
            case 1 -> e.algebraic("algebraic" + i, DIMENSIONLESS, "");
            default -> e.state("state" + i, DIMENSIONLESS, "");
          });
    }
    pool.addAll(unknowns);
    RandomExpressions expressions = new RandomExpressions(random, pool);
    for (int i = 0; i < definitions; i++) {
      if (i % 8 == 7) {
        pool.add(e.reference("reference" + i, DIMENSIONLESS, "", expressions.positive(2)));
      }
      pool.add(e.define("definition" + i, DIMENSIONLESS, "", expressions.bounded(3)));
    }
    for (Symbol unknown : unknowns) {
      Expression right = expressions.any(3);
      switch (unknown.kind()) {
        case QUASI_STEADY -> e.relaxationOf(unknown).to(right).within(tau);
        case ALGEBRAIC -> e.residualOf(unknown).is(right.minus(unknown.power(3)));
        default -> e.rateOf(unknown).is(right.minus(unknown).over(tau));
      }
    }
    Symbol last = e.readout("readout", DIMENSIONLESS, "", expressions.any(4));
    for (int i = 0; i < variables; i++) {
      last = e.readout("readout" + i, DIMENSIONLESS, "", last.plus(expressions.any(2)));
    }
    return e.build();
  }

  /** Values in [0.2, 1.2). */
  static double[] values(Random random, int length) {
    return random.doubles(length, 0.2, 1.2).toArray();
  }
}
