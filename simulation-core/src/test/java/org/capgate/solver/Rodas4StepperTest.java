package org.capgate.solver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.capgate.dynamics.Statistics;
import org.junit.jupiter.api.Test;

class Rodas4StepperTest {
  @Test
  void stepsAllocateNothing() {
    TestSystem system = TestProblems.vanDerPol(100.0);
    Equations equations = new Equations(system, 10_000_000);
    Rodas4Stepper stepper = new Rodas4Stepper(equations, Tolerances.relative(1e-8));
    stepper.start(0, 0.0, 1e9, system.initialState());
    double[] sample = new double[2];
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long thread = Thread.currentThread().getId();
    steps(stepper, sample, 1_000); // the first ones load classes
    long before = threads.getThreadAllocatedBytes(thread);
    steps(stepper, sample, 10_000);
    long bytes = threads.getThreadAllocatedBytes(thread) - before;
    assertTrue(
        bytes < 10_000, bytes + " bytes in 10000 steps"); // the measurement itself takes some
  }

  private static void steps(Rodas4Stepper stepper, double[] sample, int count) {
    for (int i = 0; i < count; i++) {
      stepper.step();
      stepper.sample(stepper.timeHours(), sample);
    }
  }

  @Test
  void aStepCostsSixEvaluationsAndSolvesOneJacobianAndOneFactorisation() {
    TestSystem system = TestProblems.decay();
    Equations equations = new Equations(system, 1_000);
    Rodas4Stepper stepper = new Rodas4Stepper(equations, Tolerances.relative(1e-4));
    stepper.start(0, 0.0, 1e3, system.initialState());
    stepper.step(); // includes what starting took
    Statistics before = equations.statistics();
    stepper.step();
    Statistics after = equations.statistics();
    assertEquals(6, after.rhsEvaluations() - before.rhsEvaluations());
    assertEquals(6, after.solves() - before.solves());
    assertEquals(1, after.jacobianEvaluations() - before.jacobianEvaluations());
    assertEquals(1, after.factorisations() - before.factorisations());
  }
}
