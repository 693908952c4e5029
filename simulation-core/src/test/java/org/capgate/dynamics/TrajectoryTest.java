package org.capgate.dynamics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TrajectoryTest {
  /** One variable and one readout, twice the variable. */
  private record Doubling(String variable, String readout) implements OdeSystem {
    @Override
    public int size() {
      return 1;
    }

    @Override
    public int differentialSize() {
      return 1;
    }

    @Override
    public List<Variable> variables() {
      return List.of(new Variable(variable, "µM", "a concentration"));
    }

    @Override
    public List<Variable> readouts() {
      return List.of(new Variable(readout, "1", "twice the concentration"));
    }

    @Override
    public double[] initialState() {
      return new double[1];
    }

    @Override
    public double[] breakpointsHours() {
      return new double[0];
    }

    @Override
    public Map<String, String> provenance() {
      return Map.of("seed", "42");
    }

    @Override
    public Evaluator newEvaluator() {
      return new Evaluator() {
        @Override
        public void enterSegment(int index) {}

        @Override
        public void rhs(double tHours, double[] y, double[] f) {
          f[0] = 0.0;
        }

        @Override
        public void jacobian(double tHours, double[] y, double[] dfdy) {}

        @Override
        public void timeDerivative(double tHours, double[] y, double[] dfdt) {
          dfdt[0] = 0.0;
        }

        @Override
        public void readouts(double tHours, double[] y, double[] out) {
          out[0] = 2.0 * y[0];
        }
      };
    }
  }

  private static Trajectory trajectory() {
    return trajectory("freeEif4e", "mood");
  }

  /** The variable is 10 t at t = 0, 1 and 2 h. */
  private static Trajectory trajectory(String variable, String readout) {
    OdeSystem system = new Doubling(variable, readout);
    TrajectoryRecorder recorder =
        new TrajectoryRecorder(system, TimeSpan.hours(0, 2), Sampling.everyHours(1));
    while (recorder.nextHours() < Double.POSITIVE_INFINITY) {
      recorder.record(system.newEvaluator(), new double[] {10.0 * recorder.nextHours()});
    }
    return recorder.finish(new Statistics(1, 2, 3, 4, 5, 6), Map.of("integrator", "none"));
  }

  @Test
  void valuesAreFoundByNameAndTime() {
    Trajectory run = trajectory();
    assertEquals(10.0, run.valueAt("freeEif4e", 1.0));
    assertEquals(20.0, run.valueAt("mood", 1.0 + 0.9e-9), "within the matching distance");
    assertArrayEquals(new double[] {0.0, 20.0, 40.0}, run.series("mood"));
    assertArrayEquals(new double[] {10.0}, run.stateAt(1.0));
    assertEquals(0.0, run.first("mood"));
    assertEquals(40.0, run.last("mood"));
    assertEquals(List.of("freeEif4e", "mood"), run.names());
    assertEquals(3, run.samples());
    assertEquals(new Statistics(1, 2, 3, 4, 5, 6), run.statistics());
    assertEquals(Map.of("seed", "42", "integrator", "none"), run.provenance());
  }

  @Test
  void aTimeWithoutSampleIsAnErrorNamingTheNearestSampleAndTheWayOut() {
    Trajectory run = trajectory();
    assertMessage(
        "no sample at 1.4 h, the nearest is at 1.0 h; solve with Sampling.at(1.4)",
        () -> run.valueAt("mood", 1.4));
    assertMessage("the nearest is at 2.0 h", () -> run.valueAt("mood", 1.6));
    assertMessage("the nearest is at 2.0 h", () -> run.valueAt("mood", 99.0));
    assertMessage("the nearest is at 0.0 h", () -> run.valueAt("mood", -1.0));
    assertMessage("no sample at NaN h", () -> run.valueAt("mood", Double.NaN));
  }

  @Test
  void anUnknownNameIsAnErrorNamingTheNearestKnownOne() {
    Trajectory run = trajectory();
    assertMessage(
        "unknown variable or readout 'mod', did you mean 'mood'?", () -> run.series("mod"));
    assertMessage("did you mean 'freeEif4e'?", () -> run.valueAt("freeEIF4", 1.0));
  }

  @Test
  void arraysHandedOutDoNotChangeTheTrajectory() {
    Trajectory run = trajectory();
    run.series("mood")[0] = -1.0;
    run.timesHours()[0] = -1.0;
    run.stateAt(0.0)[0] = -1.0;
    assertEquals(0.0, run.valueAt("mood", 0.0));
    assertEquals(0.0, run.valueAt("freeEif4e", 0.0));
    assertThrows(UnsupportedOperationException.class, () -> run.provenance().put("seed", "1"));
  }

  @Test
  void twoQuantitiesOfOneNameAreRejected() {
    assertMessage(
        "two quantities of the system are named mood",
        () -> trajectory("mood", "mood").last("mood"));
  }

  @Test
  void aRecorderThatMissesSamplesMakesNoTrajectory() {
    TrajectoryRecorder recorder =
        new TrajectoryRecorder(
            new Doubling("a", "b"), TimeSpan.hours(0, 2), Sampling.everyHours(1));
    Statistics none = new Statistics(0, 0, 0, 0, 0, 0);
    assertThrows(IllegalStateException.class, () -> recorder.finish(none, Map.of()));
  }

  private static void assertMessage(String expected, Runnable call) {
    String message = assertThrows(IllegalArgumentException.class, call::run).getMessage();
    assertTrue(message.contains(expected), message);
  }

  @Test
  void aReadoutThatIsNotFiniteIsAnErrorNamingItAndTheTime() {
    Doubling system = new Doubling("x", "twice");
    TrajectoryRecorder recorder =
        new TrajectoryRecorder(system, TimeSpan.hours(0, 3), Sampling.everyHours(1));
    recorder.record(system.newEvaluator(), new double[1]);
    IntegrationException failure =
        assertThrows(
            IntegrationException.class,
            () -> recorder.record(system.newEvaluator(), new double[] {1e308}));
    assertEquals(IntegrationException.Reason.NOT_FINITE, failure.reason());
    assertEquals(1, failure.timeHours());
    assertTrue(
        String.valueOf(failure.getMessage()).contains("twice is Infinity, at t = 1.0 h"),
        failure.getMessage());
  }
}
