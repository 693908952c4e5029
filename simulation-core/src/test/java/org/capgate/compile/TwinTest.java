package org.capgate.compile;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.capgate.equations.EquationSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Bytecode against interpreter: the same operations in the same order give the same bits, so no
 * tolerance.
 */
class TwinTest {
  static LongStream seeds() {
    return LongStream.range(0, 20);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void bytecodeAndInterpreterGiveTheSameBits(long seed) {
    EquationSystem system = RandomSystems.of(seed, 5 + (int) seed, 3 * (int) seed);
    assertSameBits(system, 50);
    assertSameBits(system.withExplicitRates(), 5);
    assertSameBits(system.withReferencesSolved(), 5);
  }

  @Test
  void aSystemOfManyMethodsGivesTheSameBits() {
    EquationSystem big = RandomSystems.of(77, 40, 400);
    Programs programs = Programs.of(big);
    assertTrue(
        new ChunkPlan(programs.rhs(), ChunkCosts.SCALAR).chunks().size() > 1,
        "the right-hand side is split");
    assertTrue(
        new ChunkPlan(programs.rhs(), ChunkCosts.SCALAR).workLength() > 0,
        "values cross between methods");
    assertSameBits(big, 100);
  }

  private static void assertSameBits(EquationSystem system, int states) {
    Kernel compiled = Kernels.compile(system);
    Kernel interpreted = Kernels.interpret(system);
    assertArrayEquals(interpreted.jacobianRows(), compiled.jacobianRows());
    assertArrayEquals(interpreted.jacobianColumns(), compiled.jacobianColumns());
    Random random = new Random(1);
    double finite = 0;
    for (int i = 0; i < states; i++) {
      State state = new State(random, compiled);
      assertArrayEquals(state.rhs(interpreted), state.rhs(compiled));
      assertArrayEquals(state.jacobian(interpreted), state.jacobian(compiled));
      assertArrayEquals(state.inputDerivative(interpreted), state.inputDerivative(compiled));
      assertArrayEquals(state.readouts(interpreted), state.readouts(compiled));
      finite += state.rhs(compiled)[0];
    }
    assertTrue(Double.isFinite(finite), "the comparison is not one of NaN with NaN");
  }

  @Test
  void aKernelSharedByThreadsGivesTheBitsOfOneThread() {
    EquationSystem system = RandomSystems.of(5, 12, 40);
    Kernel kernel = Kernels.compile(system);
    State state = new State(new Random(9), kernel);
    double[] alone = state.jacobian(kernel);
    IntStream.range(0, 200)
        .parallel()
        .forEach(i -> assertArrayEquals(alone, state.jacobian(kernel)));
  }

  @Test
  void aRepeatedStatementGivesTheSameOperationsInTheSameOrder() {
    assertEquals(
        Programs.of(RandomSystems.of(3, 10, 30)).all(),
        Programs.of(RandomSystems.of(3, 10, 30)).all());
  }
}
