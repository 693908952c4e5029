package org.capgate.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.capgate.exposure.ExposureTerms;
import org.capgate.treatment.Action;
import org.capgate.treatment.Target;
import org.capgate.treatment.TargetAction;
import org.capgate.treatment.TargetAction.Sign;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Equations T4 and T6 in the exported C are those of {@link TargetAction} and {@link Target}: every
 * target, acted on three times, over all concentrations and their rates of change.
 */
class ExposureSourceTest {
  /** Concentrations c₀ + c₁·exp(−t), one pair a segment: none, tiny, at the potency, saturating. */
  private static final double[][] LEVELS = {
    {0, 0},
    {0, 1e-300},
    {0, 1e-12},
    {1e-9, 1e-3},
    {0.3, 0.1},
    {0.4, -0.1},
    {1, 2},
    {80, -3},
    {1e9, 7}
  };

  private static final double ELAPSED_HOURS = 0.375;

  @TempDir Path folder;

  private static List<Action> actions(Target target) {
    return List.of(
        new TargetAction(target, 0.7, 1, 0.6, Sign.BLOCK, Double.POSITIVE_INFINITY),
        new TargetAction(target, 0.3, 2.5, 0.9, Sign.BLOCK, Double.POSITIVE_INFINITY),
        new TargetAction(target, 2, 10, 1.7, Sign.POTENTIATE, Double.POSITIVE_INFINITY),
        new Action.Drive(target, -0.4));
  }

  private static ExposureTerms terms() {
    List<List<Double>> coefficients = new ArrayList<>(List.of(List.of(0.0, 0.0)));
    List<Double> breakpointsHours = new ArrayList<>();
    for (double[] level : LEVELS) {
      breakpointsHours.add((double) breakpointsHours.size());
      coefficients.add(List.of(level[1], level[0]));
    }
    List<ExposureTerms.Effect> effects = new ArrayList<>();
    for (Target target : Target.values()) {
      for (Action action : actions(target)) {
        if (action instanceof TargetAction hill) {
          effects.add(
              new ExposureTerms.Effect(
                  target, 0, hill.signedMaximum(), hill.potencyMicromolar(), hill.hillSlope()));
        } else {
          effects.add(new ExposureTerms.Effect(target, 0, -0.4, Double.POSITIVE_INFINITY, 1));
        }
      }
    }
    return new ExposureTerms(
        breakpointsHours,
        List.of(List.of(-1.0)),
        List.of(new ExposureTerms.Level("some", coefficients)),
        effects,
        List.of());
  }

  @Test
  void exportedEffectsAndTheirRatesAreThoseOfTheOneStatement() throws Exception {
    List<double[]> printed = run(ExposureSource.of(terms()));
    assertEquals(LEVELS.length, printed.size());
    int targets = Target.values().length;
    double[] both = new double[2];
    for (int k = 0; k < LEVELS.length; k++) {
      double decaying = LEVELS[k][1] * StrictMath.exp(-ELAPSED_HOURS);
      double micromolar = LEVELS[k][0] + decaying;
      for (Target target : Target.values()) {
        double effect = 0;
        double perHour = 0;
        for (Action action : actions(target)) {
          action.act(micromolar, both);
          double before = effect;
          effect = target.combined(before, both[0]);
          perHour = target.combinedRate(before, perHour, both[0], both[1] * -decaying);
        }
        String where = target + " at " + micromolar + " µM";
        // n·|ln(C/EC50)| roundings of the power, here at most 10·28
        double u = printed.get(k)[target.ordinal()];
        assertEquals(effect, u, 1e-13 * Math.max(Math.abs(effect), 1e-290), where);
        double r = printed.get(k)[targets + target.ordinal()];
        assertEquals(perHour, r, 1e-12 * Math.max(Math.abs(perHour), 1e-290), "rate, " + where);
      }
    }
  }

  private List<double[]> run(String source) throws Exception {
    boolean found =
        Stream.of(System.getenv().getOrDefault("PATH", "").split(":", -1))
            .anyMatch(directory -> Files.isExecutable(Path.of(directory, "gcc")));
    assumeTrue(found, "gcc is not on the PATH, so the exported C source cannot be compiled");
    int targets = Target.values().length;
    String main =
        """
        int main(void) {
          double u[%1$d], r[%1$d];
          for (int k = 1; k <= capgate_breakpoints; k++) {
            capgate_inputs(k, capgate_breakpoint_hours[k - 1] + %2$s, u, r);
            for (int i = 0; i < %1$d; i++) printf("%%.17g ", u[i]);
            for (int i = 0; i < %1$d; i++) printf("%%.17g ", r[i]);
            printf("\\n");
          }
          return 0;
        }
        """
            .formatted(targets, ELAPSED_HOURS);
    Path file = folder.resolve("effects.c");
    Files.writeString(file, "#include <math.h>\n#include <stdio.h>\n" + source + main);
    Path program = folder.resolve("effects");
    String command = "gcc -std=c99 -O1 -ffp-contract=off -Wall -Wextra -Werror %s -o %s -lm";
    finish(folder.resolve("log.txt"), command.formatted(file, program).split(" ", -1));
    Path out = folder.resolve("out.txt");
    finish(out, program.toString());
    return Files.readAllLines(out).stream()
        .map(line -> Stream.of(line.trim().split(" ")).mapToDouble(Double::parseDouble).toArray())
        .toList();
  }

  private static void finish(Path out, String... command) throws Exception {
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(out.toFile()).start();
    assertTrue(process.waitFor(120, TimeUnit.SECONDS), "it did not end");
    assertEquals(0, process.exitValue(), Files.readString(out));
  }
}
