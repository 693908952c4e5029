package org.capgate.benchmarks.peers;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import org.capgate.dynamics.IntegrationException;

/**
 * Serves one solver in Java over standard input and output, with the words of benchmarks/peers/
 * server.c: {@code solve RTOL ATOL} and {@code time RTOL ATOL MINIMUM_MS}.
 *
 * <p>Arguments: scenario file, form (ordinary or quasi-steady), name of the solver, and for an
 * explicit one the window in hours.
 */
public final class JavaPeer {
  private static final int FEWEST_RUNS = 3;
  private static final int MOST_RUNS = 5000;
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private final Peer peer;
  private final PrintStream out;

  private JavaPeer(Peer peer, PrintStream out) {
    this.peer = peer;
    this.out = out;
  }

  public static void main(String[] arguments) throws IOException {
    Problem problem = Problem.read(Path.of(arguments[0]));
    boolean ordinary = arguments[1].equals("ordinary");
    Peer peer =
        ExplicitPeer.knows(arguments[2])
            ? new ExplicitPeer(arguments[2], problem, Double.parseDouble(arguments[3]))
            : new CapGatePeer(
                arguments[2], ordinary ? problem.ordinary() : problem.quasiSteady(), problem);
    PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
    out.println("ready " + peer);
    out.flush();
    new JavaPeer(peer, out).serve();
  }

  private void serve() throws IOException {
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      String[] word = line.split(" ", -1);
      try {
        double relative = Double.parseDouble(word[1]);
        double absolute = Double.parseDouble(word[2]);
        out.println(
            word[0].equals("solve")
                ? solved(relative, absolute)
                : timed(relative, absolute, Double.parseDouble(word[3])));
      } catch (IntegrationException failure) {
        System.err.println(failure.getMessage());
        out.println("failed");
      }
      out.flush();
    }
  }

  private String solved(double relative, double absolute) {
    Peer.Solved solved = peer.read(peer.solve(relative, absolute));
    StringBuilder text = new StringBuilder("ok ").append(solved.rhsEvaluations());
    for (double value : solved.values()) {
      text.append(' ').append(value);
    }
    return text.toString();
  }

  private String timed(double relative, double absolute, double minimumMilliseconds) {
    double[] run = new double[MOST_RUNS];
    double began = milliseconds();
    int runs = 0;
    Object kept = run;
    while (runs < MOST_RUNS
        && (runs < FEWEST_RUNS || milliseconds() - began < minimumMilliseconds)) {
      double before = milliseconds();
      kept = peer.solve(relative, absolute);
      run[runs++] = milliseconds() - before;
    }
    if (peer.read(kept).values().length == 0) { // the result is used, so it must be computed
      throw new IllegalStateException("nothing was solved");
    }
    Arrays.sort(run, 0, runs);
    return "ok " + run[0] + " " + run[runs / 2] + " " + runs;
  }

  /** CPU time of this thread, so that other processes and the compiler do not count. */
  private static double milliseconds() {
    return 1e-6 * THREADS.getCurrentThreadCpuTime();
  }
}
