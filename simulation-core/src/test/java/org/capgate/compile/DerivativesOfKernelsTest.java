package org.capgate.compile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.LongStream;
import org.capgate.equations.EquationSystem;
import org.capgate.equations.Evaluation;
import org.capgate.equations.Kind;
import org.capgate.equations.Symbol;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DerivativesOfKernelsTest {
  /**
   * Fourth-order central differences with h = 1e-3: truncation h⁴·f⁽⁵⁾/30 and rounding 1e-16·f/h,
   * both relative to the largest value of the function and its derivative.
   */
  private static final double TOLERANCE = 1e-7;

  private static final double H = 1e-3;

  static LongStream seeds() {
    return LongStream.range(0, 40);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void jacobianAgreesWithCentralDifferences(long seed) {
    Kernel kernel = Kernels.compile(RandomSystems.of(seed, 8, 24));
    State state = new State(new Random(seed), kernel);
    int n = kernel.variables();
    double[] jacobian = state.jacobian(kernel);
    for (int column = 0; column < n; column++) {
      int variable = column;
      double centre = state.y[column];
      double[] difference =
          fourthOrder(
              step -> {
                state.y[variable] = centre + step;
                return state.rhs(kernel);
              });
      state.y[column] = centre;
      for (int row = 0; row < n; row++) {
        assertClose(
            difference[row],
            jacobian[row * n + column],
            state.rhs(kernel)[row],
            "row " + row + ", column " + column);
      }
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void inputDerivativeAgreesWithCentralDifferencesInTime(long seed) {
    Kernel kernel = Kernels.compile(RandomSystems.of(seed, 8, 24));
    State state = new State(new Random(seed), kernel);
    double[] centre = state.u.clone();
    double[] exact = state.inputDerivative(kernel);
    double[] difference =
        fourthOrder(
            step -> {
              for (int k = 0; k < centre.length; k++) {
                state.u[k] = centre[k] + step * state.uRate[k];
              }
              return state.rhs(kernel);
            });
    System.arraycopy(centre, 0, state.u, 0, centre.length);
    for (int row = 0; row < exact.length; row++) {
      assertClose(difference[row], exact[row], state.rhs(kernel)[row], "row " + row);
    }
  }

  private static void assertClose(double expected, double actual, double value, String where) {
    assertEquals(expected, actual, TOLERANCE * (1 + Math.abs(value) + Math.abs(actual)), where);
  }

  private static double[] fourthOrder(Function<Double, double[]> at) {
    double[] farLeft = at.apply(-2 * H);
    double[] left = at.apply(-H);
    double[] right = at.apply(H);
    double[] farRight = at.apply(2 * H);
    double[] difference = new double[left.length];
    Arrays.setAll(
        difference, i -> (farLeft[i] - 8 * left[i] + 8 * right[i] - farRight[i]) / (12 * H));
    return difference;
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void withoutDefinitionsTheJacobianIsTheSymbolicDerivative(long seed) {
    EquationSystem system = RandomSystems.of(seed, 8, 0);
    Kernel kernel = Kernels.compile(system);
    State state = new State(new Random(seed), kernel);
    Map<Symbol, Double> values = new HashMap<>();
    put(values, system.layout().variables(), state.y);
    put(values, system.layout().parameters(), state.p);
    put(values, system.layout().inputs(), state.u);
    double[] jacobian = state.jacobian(kernel);
    int n = kernel.variables();
    for (int row = 0; row < n; row++) {
      for (int column = 0; column < n; column++) {
        List<Symbol> variables = system.layout().variables();
        double symbolic =
            Evaluation.of(
                system
                    .equationOf(variables.get(row))
                    .statement()
                    .evaluated()
                    .derivative(variables.get(column)),
                values);
        // the same sum of products in another order: some tens of roundings
        assertEquals(
            symbolic,
            jacobian[row * n + column],
            1e-12 * (1 + Math.abs(symbolic)),
            "row " + row + ", column " + column);
      }
    }
  }

  private static void put(Map<Symbol, Double> values, List<Symbol> symbols, double[] numbers) {
    for (int i = 0; i < numbers.length; i++) {
      values.put(symbols.get(i), numbers[i]);
    }
  }

  @Test
  void entriesOutsideTheSparsityAreLeftAlone() {
    Kernel kernel = Kernels.compile(RandomSystems.of(4, 20, 0));
    State state = new State(new Random(4), kernel);
    double[] dfdy = new double[kernel.variables() * kernel.variables()];
    Arrays.fill(dfdy, -7.5);
    kernel.jacobian(
        state.y, kernel.prepare(state.p), state.u, new double[kernel.workLength()], dfdy);
    int[] rows = kernel.jacobianRows();
    int[] columns = kernel.jacobianColumns();
    for (int k = 0; k < rows.length; k++) {
      dfdy[rows[k] * kernel.variables() + columns[k]] = -7.5;
    }
    assertEquals(dfdy.length, Arrays.stream(dfdy).filter(entry -> entry == -7.5).count());
    assertTrue(rows.length < dfdy.length / 2, "a sparse system has a sparse Jacobian");
  }

  @Test
  void aVariableThatDoesNotEnterHasNoEntry() {
    EquationSystem system = RandomSystems.of(4, 20, 0);
    Kernel kernel = Kernels.compile(system);
    List<Symbol> variables = system.layout().variables();
    for (int k = 0; k < kernel.jacobianRows().length; k++) {
      Symbol column = variables.get(kernel.jacobianColumns()[k]);
      assertTrue(
          system
              .equationOf(variables.get(kernel.jacobianRows()[k]))
              .statement()
              .evaluated()
              .symbols()
              .contains(column),
          column.name());
    }
    assertEquals(0, system.symbols(Kind.DEFINED).size());
  }
}
