package org.capgate.compile;

import static org.capgate.equations.Unit.DIMENSIONLESS;
import static org.capgate.equations.Unit.HOUR;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.capgate.equations.EquationSystem;
import org.capgate.equations.Symbol;
import org.junit.jupiter.api.Test;

class CellKernelTest {
  private static final int CELLS = 5;

  /**
   * Arrays: x, r; drive (per cell); factors; right sides of x and r. Shared: tau, level, 1/(hγ),
   * δv.
   */
  private static final CellKernel KERNEL =
      new CellKernel(
          system(), List.of("drive"), List.of("drive", "level"), List.of("sent"), List.of("seen"));

  /** x' = (r·level − x)/tau, 0 = drive/(1 + x²) − r. */
  private static EquationSystem system() {
    EquationSystem.Builder e = EquationSystem.named("cell");
    Symbol tau = e.parameter("tauHours", HOUR, "time constant");
    Symbol level = e.input("level", DIMENSIONLESS, "shared");
    Symbol drive = e.input("drive", DIMENSIONLESS, "of one cell");
    Symbol x = e.state("x", DIMENSIONLESS, "state");
    Symbol r = e.quasiSteady("r", DIMENSIONLESS, "rate");
    e.rateOf(x).is(r.times(level).minus(x).over(tau));
    e.relaxationOf(r).to(drive.over(x.power(2).plus(1))).within(tau);
    e.readout("sent", DIMENSIONLESS, "what others receive", r.times(2));
    e.readout("seen", DIMENSIONLESS, "what is gathered", x.times(r));
    return e.build();
  }

  private static final double TAU = 3;
  private static final double LEVEL = 1.5;
  private static final double SHIFT = 0.7;
  private static final double[] CHANGE = {0.2, -0.4}; // of drive and level

  private static double[][] cells() {
    double[][] in = new double[3 + KERNEL.factors() + 2][CELLS];
    for (int i = 0; i < CELLS; i++) {
      in[0][i] = 0.3 * i;
      in[1][i] = 1 + 0.1 * i;
      in[2][i] = 2 + 0.5 * i;
      in[in.length - 2][i] = 0.6 - 0.2 * i;
      in[in.length - 1][i] = 0.1 * i;
    }
    return in;
  }

  private static double[] shared() {
    double[] shared = new double[KERNEL.sharedLength()];
    shared[0] = TAU;
    shared[KERNEL.sharedIndex("level")] = LEVEL;
    shared[KERNEL.shiftIndex()] = SHIFT;
    System.arraycopy(CHANGE, 0, shared, KERNEL.shiftIndex() + 1, 2);
    return shared;
  }

  private static double[][] run(CellLoop loop, double[][] in) {
    double[][] out = new double[loop.outputs()][CELLS];
    loop.run(0, CELLS, in, shared(), out);
    return out;
  }

  @Test
  void ratesAndReadoutsAreThoseOfTheStatement() {
    double[][] in = cells();
    double[][] rates = run(KERNEL.rhs(), in);
    double[][] readouts = run(KERNEL.readouts(), in);
    for (int i = 0; i < CELLS; i++) {
      assertEquals((in[1][i] * LEVEL - in[0][i]) / TAU, rates[0][i], 1e-15); // rounding
      assertEquals(2 * in[1][i], readouts[0][i]);
      assertEquals(in[0][i] * in[1][i], readouts[1][i]);
    }
  }

  @Test
  void theSolutionSolvesTheLinearSystemOfEachCell() {
    double[][] in = cells();
    double[][] factors = run(KERNEL.factor(), in);
    System.arraycopy(factors, 0, in, 3, factors.length);
    double[][] delta = run(KERNEL.solve(), in);
    double[][] gathered = run(KERNEL.gather(), in);
    double[][] response = run(KERNEL.response(), in);
    for (int i = 0; i < CELLS; i++) {
      double x = in[0][i];
      double r = in[1][i];
      double drive = in[2][i];
      double square = 1 + x * x;
      double right = in[in.length - 2][i] + r / TAU * CHANGE[1];
      double rightRate = in[in.length - 1][i] + CHANGE[0] / square;
      // (shift + 1/tau) δx − level/tau δr, and δr + 2 x drive/(1 + x²)² δx
      assertEquals(
          right, (SHIFT + 1 / TAU) * delta[0][i] - LEVEL / TAU * delta[1][i], 1e-14); // rounding
      assertEquals(rightRate, delta[1][i] + 2 * x * drive / (square * square) * delta[0][i], 1e-14);
      // what is gathered is linear in the changes: 2 δr and r δx + x δr
      double sent = gathered[0][i] + response[0][i] * CHANGE[0] + response[2][i] * CHANGE[1];
      double seen = gathered[1][i] + response[1][i] * CHANGE[0] + response[3][i] * CHANGE[1];
      assertEquals(2 * delta[1][i], sent, 1e-14);
      assertEquals(r * delta[0][i] + x * delta[1][i], seen, 1e-14);
    }
  }

  @Test
  void onlyTheRangeIsWritten() {
    double[][] out = new double[1][CELLS];
    KERNEL.rhs().run(1, 3, cells(), shared(), out);
    assertEquals(0, out[0][0]);
    assertEquals(0, out[0][3]);
  }
}
