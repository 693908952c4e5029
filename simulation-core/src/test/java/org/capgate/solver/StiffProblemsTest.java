package org.capgate.solver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.capgate.dynamics.Sampling;
import org.capgate.dynamics.TimeSpan;
import org.capgate.dynamics.Trajectory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** RODAS4 on published stiff problems. */
class StiffProblemsTest {

  /**
   * Values of the LSODE example problem, Hindmarsh 1983 (ODEPACK), printed to 7 digits, t = 0.4 to
   * 4e10.
   */
  @ParameterizedTest(name = "t = {0}")
  @CsvSource({
    "0.4,   9.851726e-01, 3.386406e-05, 1.479357e-02",
    "40,    7.158271e-01, 9.185534e-06, 2.841637e-01",
    "4e5,   4.938672e-03, 1.984994e-08, 9.950613e-01",
    "4e10,  5.206e-08,    2.083e-13,    9.999999e-01"
  })
  void robertsonKineticsMatchPublishedValues(double t, double y0, double y1, double y2) {
    Tolerances tolerances =
        Tolerances.relative(1e-8).withAbsolute(1e-14).withAbsoluteOf("y1", 1e-18);
    Trajectory run =
        new Rodas4(tolerances)
            .solve(TestProblems.robertson(), TimeSpan.hours(0, t), Sampling.endOnly());
    System.out.println(
        run.last("y0") + " " + run.last("y1") + " " + run.last("y2") + " " + run.statistics());
    // The published run had relative tolerance 1e-4, so 4 digits are certain.
    assertEquals(y0, run.last("y0"), 5e-4 * y0);
    assertEquals(y1, run.last("y1"), 5e-4 * y1);
    assertEquals(y2, run.last("y2"), 1e-5 * y2);
    assertTrue(run.statistics().steps() < 3000);
  }

  @ParameterizedTest(name = "mu = {0}")
  @CsvSource({"1e1", "1e3", "1e6"})
  void vdp(double mu) {
    for (double tol : new double[] {1e-4, 1e-6, 1e-8, 1e-10}) {
      Trajectory run =
          new Rodas4(Tolerances.relative(tol))
              .solve(TestProblems.vanDerPol(mu), TimeSpan.hours(0, 2 * mu), Sampling.endOnly());
      System.out.println(
          mu
              + " "
              + tol
              + " "
              + run.last("y0")
              + " "
              + run.last("y1") * mu
              + " "
              + run.statistics());
    }
  }
}
