package org.capgate.compile;

import static org.capgate.equations.Unit.DIMENSIONLESS;
import static org.capgate.equations.Unit.HERTZ;
import static org.capgate.equations.Unit.HOUR;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.capgate.equations.EquationSystem;
import org.capgate.equations.Symbol;
import org.junit.jupiter.api.Test;

/**
 * x decays into what r, its quasi-steady square times a gain, makes of it; readouts are relative to
 * rest.
 */
class FormsOfASystemTest {
  private final EquationSystem system = system();

  private static EquationSystem system() {
    EquationSystem.Builder e = EquationSystem.named("toy");
    Symbol tau = e.parameter("tauHours", HOUR, "");
    Symbol fast = e.parameter("tauFastHours", HOUR, "");
    Symbol gain = e.parameter("gainHertz", HERTZ, "");
    Symbol drive = e.input("drive", DIMENSIONLESS, "");
    Symbol x = e.state("x", DIMENSIONLESS, "");
    Symbol rate = e.quasiSteady("rateHertz", HERTZ, "");
    Symbol rest = e.reference("rateRestHertz", HERTZ, "", rate);
    e.relaxationOf(rate).to(gain.times(x.power(2))).within(fast);
    e.rateOf(x).is(drive.plus(1).minus(x).over(tau));
    Symbol relative = e.readout("relativeRate", DIMENSIONLESS, "", rate.over(rest));
    e.readout("change", DIMENSIONLESS, "", relative.minus(1));
    return e.build();
  }

  private static double[] rhs(EquationSystem form, double[] y, double[] p, double[] u) {
    Kernel kernel = Kernels.compile(form);
    double[] f = new double[kernel.variables()];
    kernel.rhs(y, kernel.prepare(p), u, new double[kernel.workLength()], f);
    return f;
  }

  @Test
  void aQuasiSteadyRowIsTargetMinusVariable() {
    // p: tau 2 h, fast 0.25 h, gain 3 Hz, rest 5 Hz; x = 2, rate = 7 Hz
    assertArrayEquals(
        new double[] {-0.25, 5},
        rhs(system, new double[] {2, 7}, new double[] {2, 0.25, 3, 5}, new double[] {0.5}));
  }

  @Test
  void withExplicitRatesTheRowIsDividedByItsTimeConstant() {
    double[] f =
        rhs(
            system.withExplicitRates(),
            new double[] {2, 7},
            new double[] {2, 0.25, 3, 5},
            new double[] {0.5});
    assertArrayEquals(new double[] {-0.25, 20}, f);
    assertEquals(2, Kernels.compile(system.withExplicitRates()).differential());
  }

  @Test
  void theRootOfTheSolvedSystemHoldsTheReference() {
    // at rest x = 1 and rate = gain = 3 Hz, so the reference is 3 Hz: every row vanishes
    assertArrayEquals(
        new double[] {0, 0, 0},
        rhs(
            system.withReferencesSolved(),
            new double[] {1, 3, 3},
            new double[] {2, 0.25, 3},
            new double[] {0}));
    assertArrayEquals(
        new double[] {0, 0, -1},
        rhs(
            system.withReferencesSolved(),
            new double[] {1, 3, 4},
            new double[] {2, 0.25, 3},
            new double[] {0}));
  }

  @Test
  void readoutsMayBuildOnEarlierOnes() {
    Kernel kernel = Kernels.compile(system);
    double[] out = new double[kernel.readouts()];
    kernel.readouts(
        new double[] {2, 7},
        kernel.prepare(new double[] {2, 0.25, 3, 5}),
        new double[] {0},
        new double[kernel.workLength()],
        out);
    assertArrayEquals(new double[] {1.4, 1.4 - 1}, out, 1e-15); // 7 · (1/5) is rounded twice
    assertEquals(1, kernel.layout().readout("change"));
    assertEquals(3, kernel.layout().parameter("rateRestHertz"));
    assertEquals(0, kernel.layout().input("drive"));
  }
}
