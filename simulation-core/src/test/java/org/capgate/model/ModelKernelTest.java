package org.capgate.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.Stream;
import org.capgate.compile.Kernel;
import org.capgate.compile.Kernels;
import org.capgate.equations.EquationSystem;
import org.capgate.equations.Symbol;
import org.capgate.random.RandomStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The model's own equations, compiled: twins agree, derivatives are right. */
class ModelKernelTest {
  private static final int STATES = 200;

  static Stream<Mechanisms> mechanisms() {
    return Stream.of(InhibitoryTranslation.values())
        .flatMap(sign -> Stream.of(FirstTarget.values()).map(first -> new Mechanisms(sign, first)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("mechanisms")
  void bytecodeGivesTheBitsOfTheInterpreter(Mechanisms mechanisms) {
    EquationSystem system = ModelEquations.of(mechanisms);
    Kernel compiled = Kernels.compile(system);
    Kernel interpreted = Kernels.interpret(system);
    for (int number = 0; number < STATES; number++) {
      Point point = new Point(compiled, number);
      assertArrayEquals(point.outputs(interpreted), point.outputs(compiled), "state " + number);
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("mechanisms")
  void jacobianAgreesWithCentralDifferences(Mechanisms mechanisms) {
    Kernel kernel = Kernels.compile(ModelEquations.of(mechanisms));
    int n = kernel.variables();
    for (int number = 0; number < 20; number++) {
      Point point = new Point(kernel, number);
      double[] jacobian = new double[n * n];
      kernel.jacobian(point.y, point.q, point.u, point.work, jacobian);
      double[] up = new double[n];
      double[] down = new double[n];
      for (int j = 0; j < n; j++) {
        double step = 1e-5 * Math.max(1e-3, Math.abs(point.y[j]));
        double[] shifted = point.y.clone();
        shifted[j] = point.y[j] + step;
        kernel.rhs(shifted, point.q, point.u, point.work, up);
        shifted[j] = point.y[j] - step;
        kernel.rhs(shifted, point.q, point.u, point.work, down);
        for (int i = 0; i < n; i++) {
          double difference = (up[i] - down[i]) / (2 * step);
          // 1e-4: truncation (1e-5)² times third derivatives of steep Hill terms, and cancellation
          // 1e-16/1e-8
          double scale =
              1e-3 + Math.abs(difference) + Math.abs(up[i]) / Math.max(1e-3, Math.abs(point.y[j]));
          assertEquals(
              difference,
              jacobian[i * n + j],
              1e-4 * scale,
              name(kernel, i) + " by " + name(kernel, j) + ", state " + number);
        }
      }
    }
  }

  @Test
  void everyParameterOfTheEquationsHasAValueAndTheSameUnitInTheFiles() {
    ParameterSet standard = ParameterSet.standard();
    double[] p =
        MoodModel.of(Mechanisms.standard())
            .wildType(standard); // throws when a value is missing or in another unit
    assertTrue(Arrays.stream(p).allMatch(Double::isFinite));
    EquationSystem equations = MoodModel.of(Mechanisms.standard()).equations();
    for (Parameter parameter : standard.parameters()) {
      if (!parameter.isOfCompound()) {
        assertEquals(parameter.name(), equations.find(parameter.name()).name());
      }
    }
  }

  private static String name(Kernel kernel, int variable) {
    return kernel.layout().variables().get(variable).name();
  }

  /**
   * A random state, positive as the model's variables are, with random parameters within their
   * ranges and random drug effects.
   */
  private static final class Point {
    final double[] y;
    final double[] q;
    final double[] u;
    final double[] work;

    Point(Kernel kernel, int number) {
      RandomStream stream = RandomStream.of(7, number, 0, "kernel");
      y = new double[kernel.variables()];
      for (int i = 0; i < y.length; i++) {
        Symbol symbol = kernel.layout().variables().get(i);
        double scale =
            symbol.name().endsWith("Micromolar") ? 0.05 : symbol.name().startsWith("rate") ? 10 : 1;
        y[i] = scale * stream.uniform(0.02, 1);
      }
      double[] p = new double[kernel.parameters()];
      for (int i = 0; i < p.length; i++) {
        String name = kernel.layout().parameters().get(i).name();
        if (ParameterSet.standard().contains(name)) {
          Parameter parameter = ParameterSet.standard().parameter(name);
          p[i] = stream.uniform(parameter.low(), parameter.high());
        } else {
          p[i] = stream.uniform(0.05, 1);
        }
      }
      q = kernel.prepare(p);
      u = new double[kernel.inputs()];
      for (int i = 0; i < u.length; i++) {
        u[i] = stream.uniform(-0.9, 0.5);
      }
      work = new double[100_000];
    }

    double[] outputs(Kernel kernel) {
      int n = kernel.variables();
      double[] f = new double[n];
      double[] jacobian = new double[n * n];
      double[] byInputs = new double[n];
      double[] readouts = new double[kernel.readouts()];
      kernel.rhs(y, q, u, work, f);
      kernel.jacobian(y, q, u, work, jacobian);
      kernel.inputDerivative(y, q, u, u, work, byInputs);
      kernel.readouts(y, q, u, work, readouts);
      return Stream.of(f, jacobian, byInputs, readouts).flatMapToDouble(Arrays::stream).toArray();
    }
  }
}
