package org.capgate.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.capgate.dynamics.OdeSystem;
import org.capgate.dynamics.Sampling;
import org.capgate.dynamics.TimeSpan;
import org.capgate.dynamics.Trajectory;
import org.capgate.equations.DimensionException;
import org.capgate.equations.EquationSystem;
import org.capgate.equations.Symbol;
import org.capgate.equations.Unit;
import org.capgate.input.Place;
import org.capgate.scenario.Scenario;
import org.capgate.solver.Solvers;
import org.capgate.treatment.CompoundCatalogue;
import org.capgate.treatment.Regimen;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The equations without algebraic variables. */
class OrdinaryEquationsTest {
  private static final EquationSystem EQUATIONS = MoodModel.of(Mechanisms.standard()).equations();

  @Test
  void allVariablesAreDifferentialAndKeepTheirPlaces() {
    EquationSystem ordinary = EQUATIONS.asOrdinaryEquations(1);
    assertEquals(EQUATIONS.layout().variables(), ordinary.layout().variables());
    assertEquals(ordinary.layout().variables().size(), ordinary.layout().differential());
    assertTrue(EQUATIONS.layout().differential() < ordinary.layout().differential());
  }

  @Test
  void theSettledStateStaysSettled() {
    Scenario mouse = Scenario.mouse().build();
    OdeSystem ordinary = mouse.instantiateOrdinary(0);
    double[] y = ordinary.initialState();
    double[] f = new double[y.length];
    ordinary.newEvaluator().rhs(0, y, f);
    for (int i = 0; i < f.length; i++) {
      // 1e-5/h: a residual of 1e-11, what Newton's method leaves, over the fastest time, 3e-6 h
      assertEquals(0, f[i], 1e-5, ordinary.variables().get(i).name());
    }
  }

  @Test
  void aDoseDoesTheSameInBothForms() {
    Scenario mouse =
        Scenario.mouse()
            .treatment(
                Regimen.parse(
                    "ketamine 10 mg/kg ip at 0 h", Place.UNKNOWN, CompoundCatalogue.standard()))
            .build();
    TimeSpan day = TimeSpan.hours(0, 24);
    Sampling sampling = Sampling.everyHours(2);
    Trajectory ordinary = Solvers.rodas4(1e-8).solve(mouse.instantiateOrdinary(0), day, sampling);
    Trajectory product = Solvers.rodas4(1e-8).solve(mouse.instantiate(0), day, sampling);
    for (Symbol variable : EQUATIONS.layout().variables()) {
      for (double tHours = 2; tHours <= 24; tHours += 2) {
        double expected = product.valueAt(variable.name(), tHours);
        // binding lags by 1 s behind effects that change within minutes: 3e-4 h per 1 h
        assertEquals(
            expected,
            ordinary.valueAt(variable.name(), tHours),
            1e-3 * Math.abs(expected) + 1e-6,
            variable.name() + " at " + tHours + " h");
      }
    }
  }

  @ParameterizedTest(name = "{0} h")
  @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
  void aTimeConstantIsPositiveAndFinite(double hours) {
    IllegalArgumentException refused =
        assertThrows(IllegalArgumentException.class, () -> EQUATIONS.asOrdinaryEquations(hours));
    assertTrue(String.valueOf(refused.getMessage()).contains("residualHours must be"));
  }

  @Test
  void aResidualInAnotherUnitThanItsVariableCannotDriveIt() {
    EquationSystem.Builder e = EquationSystem.named("toy");
    Symbol x = e.algebraic("xMicromolar", Unit.MICROMOLAR, "");
    Symbol total = e.parameter("total", Unit.DIMENSIONLESS, "");
    Symbol half = e.parameter("halfMicromolar", Unit.MICROMOLAR, "");
    e.residualOf(x).is(total.minus(x.over(half)));
    EquationSystem toy = e.build();
    assertThrows(DimensionException.class, () -> toy.asOrdinaryEquations(1));
  }
}
