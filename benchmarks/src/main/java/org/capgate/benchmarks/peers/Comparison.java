package org.capgate.benchmarks.peers;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * Asks all solvers in turn, round after round, so that whatever else the machine does falls on all
 * of them, and prints what they needed and how far they were off.
 *
 * <p>Arguments: scenario file, folder of the built peers, {@code quick} or {@code normal}.
 */
public final class Comparison {
  /** Largest distance of two solvers that are to agree on the reference. */
  private static final double AGREEMENT = 1e-9;

  private final Path scenario;
  private final Path folder;
  private final Budget budget;
  private final Problem problem;
  private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);

  private Comparison(Path scenario, Path folder, Budget budget) {
    this.scenario = scenario;
    this.folder = folder;
    this.budget = budget;
    this.problem = Problem.read(scenario);
  }

  public static void main(String[] arguments) throws IOException {
    Budget budget = arguments[2].equals("quick") ? Budget.QUICK : Budget.NORMAL;
    Comparison comparison =
        new Comparison(Path.of(arguments[0]), Path.of(arguments[1]), budget);
    if (!comparison.run()) {
      System.exit(1);
    }
  }

  private boolean run() throws IOException {
    Map<String, PeerProcess> peers = new LinkedHashMap<>();
    try {
      start(peers);
      return compare(peers);
    } finally {
      peers.values().forEach(PeerProcess::close);
    }
  }

  private void start(Map<String, PeerProcess> peers) throws IOException {
    for (String solver : CapGateSolvers.ALL.keySet()) {
      peers.put("CapGate " + solver, java("ordinary", solver));
    }
    for (String name : List.of("cvode", "klu", "odeint")) {
      Path program = folder.resolve(name);
      if (Files.isExecutable(program)) {
        peers.put(name, PeerProcess.start(List.of(program.toString(), samples(), every())));
      }
    }
    if (Files.exists(folder.resolve("lsoda.so"))) {
      peers.put(
          "lsoda",
          PeerProcess.start(
              List.of(
                  "Rscript",
                  "--vanilla",
                  scenario.resolveSibling("lsoda.R").toString(),
                  folder.resolve("lsoda.so").toString(),
                  samples(),
                  every(),
                  Integer.toString(problem.ordinary().size()),
                  Integer.toString(problem.ordinary().breakpointsHours().length))));
    }
  }

  private PeerProcess java(String form, String solver) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:+UseSerialGC", "-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(JavaPeer.class.getName(), scenario.toString(), form, solver));
    return PeerProcess.start(command);
  }

  private String samples() {
    return Integer.toString(problem.samples());
  }

  private String every() {
    return Double.toString(problem.everyHours());
  }

  private boolean compare(Map<String, PeerProcess> peers) {
    PeerProcess first = peers.values().iterator().next();
    double[] reference = first.solve(budget.reference, budget.reference / 100).values();
    String independent = peers.containsKey("cvode") ? "cvode" : "odeint";
    PeerProcess second = peers.get(independent);
    if (second == null) {
      out.println("No independent solver is there to check the reference with.");
      return false;
    }
    double[] checked = second.solve(budget.reference, budget.reference / 100).values();
    double distance = WorkPrecision.error(reference, checked);
    print("Reference: %s, %s; %s is %.1e away.%n", first.version(), budget.reference, second.version(), distance);
    if (!(distance <= AGREEMENT)) {
      print("That is more than %.0e: no ratios.%n", AGREEMENT);
      return false;
    }
    Map<String, WorkPrecision> measured = new LinkedHashMap<>();
    peers.forEach((name, peer) -> measured.put(name, solutions(peer, reference)));
    for (int round = 0; round < budget.rounds; round++) {
      for (double relative : budget.tolerances) {
        peers.forEach(
            (name, peer) ->
                measured
                    .get(name)
                    .add(relative, peer.time(relative, relative / 100, budget.milliseconds)));
      }
    }
    measured.forEach((name, work) -> table(peers.get(name).version(), work));
    ratios(measured);
    return true;
  }

  private WorkPrecision solutions(PeerProcess peer, double[] reference) {
    WorkPrecision work = new WorkPrecision(reference);
    for (double relative : budget.tolerances) {
      work.add(relative, peer.solve(relative, relative / 100));
    }
    peer.time(1e-5, 1e-7, budget.warmingMilliseconds);
    return work;
  }

  private void table(String version, WorkPrecision work) {
    print("%n%s%n", version);
    print("  %8s %10s %12s %12s %10s%n", "rtol", "error", "best ms", "median ms", "rhs");
    for (WorkPrecision.Point point : work.points()) {
      print(
          "  %8.0e %10.2e %12.4f %12.4f %10d%n",
          point.relative(),
          point.error(),
          point.bestMilliseconds(),
          point.medianMilliseconds(),
          point.rhsEvaluations());
    }
  }

  private void ratios(Map<String, WorkPrecision> measured) {
    String own = measured.keySet().iterator().next();
    for (double error : new double[] {1e-5, 1e-8}) {
      OptionalDouble time = measured.get(own).millisecondsAt(error);
      print("%nAt error %.0e: %s %.4f ms%n", error, own, time.orElse(Double.NaN));
      measured.forEach(
          (name, work) -> {
            OptionalDouble other = work.millisecondsAt(error);
            print(
                "  %-20s %10.4f ms  %8.1f x%n",
                name,
                other.orElse(Double.NaN),
                other.orElse(Double.NaN) / time.orElse(Double.NaN));
          });
    }
  }

  private void print(String format, Object... values) {
    out.printf(Locale.ROOT, format, values);
  }
}
