package org.capgate.benchmarks.peers;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * Serves a {@link Cohort} over standard input and output, with the words of
 * benchmarks/peers/cohort.c: {@code cohort RTOL ATOL COUNT THREADS OUT}.
 *
 * <p>Arguments: scenario file, file of the sets, name of the solver.
 */
public final class CohortPeer {
  private CohortPeer() {}

  public static void main(String[] arguments) throws IOException {
    Problem problem = Problem.read(Path.of(arguments[0]));
    double[][] sets = CohortSets.read(Path.of(arguments[1]));
    Cohort cohort = new BatchCohort(arguments[2], problem);
    FloatingPoint operations =
        new FloatingPoint(problem.file().scenario().laboratory().model().ordinaryEquations());
    double[][] ends = new double[sets.length][problem.ordinary().size()];
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    out.println("ready CapGate " + arguments[2]);
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      String[] word = line.split(" ", 6);
      int count = Integer.parseInt(word[3]);
      long before = System.nanoTime();
      Cohort.Work work =
          cohort.solve(sets, count, Double.parseDouble(word[1]), Integer.parseInt(word[4]), ends);
      double wallSeconds = 1e-9 * (System.nanoTime() - before);
      int failed = 0;
      for (int i = 0; i < count; i++) {
        failed += Double.isNaN(ends[i][0]) ? 1 : 0;
      }
      CohortSets.writeStates(Path.of(word[5]), ends, count);
      out.println(
          "ok "
              + String.join(
                  " ",
                  Double.toString(wallSeconds),
                  Double.toString(work.cpuSeconds()),
                  Integer.toString(failed),
                  Double.toString(operations.of(work.counted()))));
    }
  }
}
