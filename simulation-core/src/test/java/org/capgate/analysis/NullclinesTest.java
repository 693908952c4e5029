package org.capgate.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.capgate.analysis.Nullclines.Axis;
import org.capgate.dynamics.OdeSystem;
import org.capgate.dynamics.Variable;
import org.capgate.scenario.Scenario;
import org.junit.jupiter.api.Test;

class NullclinesTest {
  /** Slow variables of the model: a day and longer, against hours of the others. */
  private static final List<String> SLOW =
      List.of(
          "plasticityThreshold",
          "stressSignal",
          "serotoninAdaptation",
          "slowProteinExcitatory",
          "suppressionInhibitory",
          "averageInhibition");

  /**
   * A plane that is known: dx/dt = r − x, dy/dt = r·s − y³ with the follower dr/dt = 5 (y − r) and
   * the slow ds/dt = −s. With s held at 1 the nullclines are x = y and y = y³: steady states at −1,
   * 0 and 1.
   */
  private static final class Cubic implements OdeSystem {
    @Override
    public int size() {
      return 4;
    }

    @Override
    public int differentialSize() {
      return 4;
    }

    @Override
    public List<Variable> variables() {
      return List.of("s", "x", "r", "y").stream()
          .map(name -> new Variable(name, "dimensionless", name))
          .toList();
    }

    @Override
    public List<Variable> readouts() {
      return List.of();
    }

    @Override
    public double[] initialState() {
      return new double[] {1, 0.5, 0.5, 0.5};
    }

    @Override
    public double[] breakpointsHours() {
      return new double[0];
    }

    @Override
    public Map<String, String> provenance() {
      return Map.of();
    }

    @Override
    public Evaluator newEvaluator() {
      return new Evaluator() {
        @Override
        public void enterSegment(int index) {}

        @Override
        public void rhs(double tHours, double[] y, double[] f) {
          f[0] = -y[0];
          f[1] = y[2] - y[1];
          f[2] = 5 * (y[3] - y[2]);
          f[3] = y[2] * y[0] - y[3] * y[3] * y[3];
        }

        @Override
        public void jacobian(double tHours, double[] y, double[] dfdy) {
          dfdy[0] = -1;
          dfdy[4 + 1] = -1;
          dfdy[4 + 2] = 1;
          dfdy[8 + 2] = -5;
          dfdy[8 + 3] = 5;
          dfdy[12] = y[2];
          dfdy[12 + 2] = y[0];
          dfdy[12 + 3] = -3 * y[3] * y[3];
        }

        @Override
        public void timeDerivative(double tHours, double[] y, double[] dfdt) {}

        @Override
        public void readouts(double tHours, double[] y, double[] out) {}
      };
    }
  }

  private static Nullclines cubic() {
    OdeSystem system = new Cubic();
    return Nullclines.of(
            system,
            0,
            system.initialState(),
            new Axis("x", -1.53, 1.5, 40),
            new Axis("y", -1.53, 1.5, 40))
        .holding(List.of("s"))
        .compute();
  }

  @Test
  void steadyStatesAreThoseOfTheCubicWithTheirStability() {
    Table states = cubic().steadyStates();
    assertEquals(3, states.size());
    for (int row = 0; row < 3; row++) {
      // Newton's method ends at corrections of 1e-10.
      assertEquals(row - 1, states.number(row, "x"), 1e-9);
      assertEquals(row - 1, states.number(row, "y"), 1e-9);
    }
    assertEquals(List.of("yes", "no"), states.distinct("stable"));
    assertEquals("no", states.text(1, "stable"));
    // At 0 the pair (r, y) has the matrix {{-5, 5}, {1, 0}}: the larger root of k² + 5k − 5.
    assertEquals((-5 + Math.sqrt(45)) / 2, states.number(1, "leadingRealPerHour"), 1e-9);
  }

  @Test
  void nullclinesLieWhereTheRateOfTheirVariableIsZero() {
    Table lines = cubic().lines();
    Table ofX = lines.where("nullcline", "x");
    assertTrue(ofX.size() > 50);
    for (int row = 0; row < ofX.size(); row++) {
      // y = x is linear, so interpolation is exact up to rounding and the accuracy of r.
      assertEquals(ofX.number(row, "x"), ofX.number(row, "y"), 1e-8);
    }
    Table ofY = lines.where("nullcline", "y");
    assertEquals(3, ofY.distinct("piece").size());
    for (int row = 0; row < ofY.size(); row++) {
      double y = ofY.number(row, "y");
      double nearest = Math.rint(y);
      // Half a grid step squared, 0.0015, times the curvature over the slope, at most 3.
      assertEquals(nearest, y, 0.005);
    }
  }

  @Test
  void wildTypeRestsWhereTheNullclinesCrossAndTheSwitchHasAnotherState() {
    Scenario wildType = Scenario.mouse().build();
    Table states =
        Nullclines.of(
                wildType.instantiate(0),
                0,
                wildType.settled().state(),
                new Axis("bdnf", 0.2, 4, 40),
                new Axis("mtorc1Inhibitory", 0, 1, 40))
            .holding(SLOW)
            .compute()
            .steadyStates();
    assertEquals(1, states.number(0, "x"), 1e-6); // BDNF is relative to the settled wild type
    assertEquals(wildType.settled().valueOf("mtorc1Inhibitory"), states.number(0, "y"), 1e-6);
    assertEquals("yes", states.text(0, "stable"));
  }

  @Test
  void unknownVariablesAndEmptyAxesAreRefused() {
    OdeSystem system = new Cubic();
    String unknown =
        assertThrows(
                IllegalArgumentException.class,
                () ->
                    Nullclines.of(
                        system,
                        0,
                        system.initialState(),
                        new Axis("z", 0, 1, 5),
                        new Axis("y", 0, 1, 5)))
            .getMessage();
    assertEquals("unknown variable 'z'; known are s, x, r, y", unknown);
    assertThrows(IllegalArgumentException.class, () -> new Axis("x", 1, 1, 5));
    assertThrows(IllegalArgumentException.class, () -> new Axis("x", 0, 1, 2));
  }
}
