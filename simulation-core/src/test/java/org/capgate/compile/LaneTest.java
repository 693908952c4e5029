package org.capgate.compile;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.capgate.dynamics.RosenbrockMethod;
import org.capgate.model.Mechanisms;
import org.capgate.model.ModelEquations;
import org.capgate.solver.Solvers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Whole steps, scalar, in vectors and interpreted: the same operations in the same order give the
 * same bits, so no tolerance.
 */
class LaneTest {
  private static final Programs MODEL = Programs.of(ModelEquations.of(Mechanisms.standard()));

  static List<RosenbrockMethod> methods() {
    return List.of(
        Solvers.rodas3(1e-2).method(),
        Solvers.rodas4(1e-4).method(),
        Solvers.rodas5p(1e-6).method());
  }

  @Test
  void testsRunWithTheVectorApi() {
    assertTrue(Lanes.perVector() > 1, "start Java with --add-modules " + Lanes.MODULE);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("methods")
  void vectorsAndInterpreterGiveTheBitsOfScalarSteps(RosenbrockMethod method) {
    StepPrograms programs = StepPrograms.of(MODEL, method);
    StepKernel scalar = new StepKernel(programs, 1, LaneTest::compiled);
    for (int lanes : new int[] {2, 4, 8}) {
      assertSameBits(new StepKernel(programs, lanes, LaneTest::compiled), scalar);
    }
    assertSameBits(new StepKernel(programs, 3, LaneTest::interpreted), scalar);
  }

  private static Routine compiled(Program program, int lanes) {
    return CompiledRoutine.of(Fusing.of(program), lanes);
  }

  private static Routine interpreted(Program program, int lanes) {
    return new InterpretedRoutine(Fusing.of(program), lanes);
  }

  /** In each lane another solution; the last lane holds none at first. */
  private static void assertSameBits(StepKernel several, StepKernel one) {
    Random random = new Random(several.lanes());
    StepKernel.Workspace shared = several.newWorkspace();
    for (int round = 0; round < 20; round++) {
      List<StepKernel.Workspace> alone = new ArrayList<>();
      int filled = several.lanes() - (round == 0 ? 1 : 0);
      for (int lane = 0; lane < filled; lane++) {
        StepKernel.Workspace own = one.newWorkspace();
        alone.add(own);
        double[] prepared = random.doubles(MODEL.preparedLength(), 0.1, 2).toArray();
        double[] tolerance = random.doubles(variables(), 1e-6, 1e-3).toArray();
        double[] y = random.doubles(variables(), 0.01, 2).toArray();
        double[] inputs = random.doubles(MODEL.layout().inputs().size(), 0, 1).toArray();
        double stepHours = Math.scalb(1.0, -random.nextInt(12));
        own.enter(0, prepared, tolerance, tolerance);
        shared.enter(lane, prepared, tolerance, tolerance);
        for (int instant = 0; instant < one.method().instants(); instant++) {
          own.setInputs(0, instant, inputs);
          shared.setInputs(lane, instant, inputs);
        }
        own.setInputsPerHour(0, inputs);
        shared.setInputsPerHour(lane, inputs);
        own.propose(0, stepHours, y);
        shared.propose(lane, stepHours, y);
        own.attempt();
      }
      shared.attempt();
      int finite = 0;
      for (int lane = 0; lane < filled; lane++) {
        assertEquals(alone.get(lane).error(0), shared.error(lane));
        assertArrayEquals(state(alone.get(lane), 0), state(shared, lane));
        assertArrayEquals(
            stages(alone.get(lane), one, 0), stages(shared, one, lane), "stages of lane " + lane);
        finite += Double.isFinite(shared.error(lane)) ? 1 : 0;
      }
      assertTrue(finite > 0, "not only failed steps are compared");
    }
  }

  private static int variables() {
    return MODEL.layout().variables().size();
  }

  private static double[] state(StepKernel.Workspace workspace, int lane) {
    double[] state = new double[variables()];
    workspace.copyState(lane, state);
    return state;
  }

  private static double[] stages(StepKernel.Workspace workspace, StepKernel kernel, int lane) {
    double[] stages = new double[variables() * kernel.method().stages()];
    workspace.copyStages(lane, stages);
    return stages;
  }

  /** Above its limit HotSpot keeps vectors on the heap, which costs a factor of twenty. */
  @ParameterizedTest(name = "{0} lanes")
  @ValueSource(ints = {2, 4, 8})
  void everyMethodHasAtMostAHundredVectorCalls(int lanes) {
    for (RosenbrockMethod method : methods()) {
      StepPrograms step = StepPrograms.of(MODEL, method);
      List<Program> programs = new ArrayList<>(step.combinations());
      programs.addAll(List.of(step.elimination(), step.firstStage(), step.stage(), step.finish()));
      for (Program program : programs) {
        Map<String, Integer> calls =
            vectorCalls(new RoutineBytecode(Fusing.of(program), lanes).bytes());
        calls.forEach(
            (name, count) -> assertTrue(count <= 100, () -> name + " has " + count + " calls"));
        assertTrue(calls.values().stream().anyMatch(count -> count > 0), "there are some");
      }
    }
  }

  private static Map<String, Integer> vectorCalls(byte[] classFile) {
    Map<String, Integer> calls = new TreeMap<>();
    new ClassReader(classFile)
        .accept(
            new ClassVisitor(Opcodes.ASM9) {
              @Override
              public MethodVisitor visitMethod(
                  int access, String method, String type, String generic, String[] failures) {
                return new MethodVisitor(Opcodes.ASM9) {
                  @Override
                  public void visitMethodInsn(
                      int opcode, String owner, String name, String descriptor, boolean isOfType) {
                    if (owner.equals(LaneEmission.VECTOR)) {
                      calls.merge(method, 1, Integer::sum);
                    }
                  }
                };
              }
            },
            0);
    return calls;
  }
}
