package org.capgate.benchmarks.peers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Many parameter sets: trajectories per second of one core, and what a second thread adds. */
final class Cohorts {
  private static final double TIGHT = 1e-11;
  private static final int THREADS = 2;

  /** Tolerance of the passes that look for failing sets and of the two threads. */
  private static final double USUAL = 1e-5;

  /** One solver: errors, speeds and how its second thread did. */
  private static final class Row {
    final List<Double> errors = new ArrayList<>();
    final List<Double> perSecond = new ArrayList<>();
    double scaling = Double.NaN;

    OptionalDouble at(double error) {
      return LogLog.at(error, numbers(errors), numbers(perSecond));
    }

    private static double[] numbers(List<Double> list) {
      return list.stream().mapToDouble(Double::doubleValue).toArray();
    }
  }

  private final Path scenario;
  private final Path folder;
  private final Problem problem;
  private final Budget budget;
  private final Printer out;
  private final Map<String, Row> rows = new LinkedHashMap<>();
  private int excluded;

  Cohorts(Path scenario, Path folder, Problem problem, Budget budget, Printer out) {
    this.scenario = scenario;
    this.folder = folder;
    this.problem = problem;
    this.budget = budget;
    this.out = out;
  }

  void run() throws IOException {
    if (!Files.isExecutable(folder.resolve("cvode-cohort"))) {
      out.line("No cohort: CVODE, whose solutions the errors are measured against, is not there.");
      return;
    }
    Path file = folder.resolve("sets.bin");
    double[][] sets = CohortSets.draw(problem, budget.cohort());
    CohortSets.write(file, sets);
    boolean[] failed = new boolean[sets.length];
    withPeers(file, peers -> findFailures(peers, sets.length, failed));
    double[][] kept =
        IntStream.range(0, sets.length)
            .filter(i -> !failed[i])
            .mapToObj(i -> sets[i])
            .toArray(double[][]::new);
    excluded = sets.length - kept.length;
    CohortSets.write(file, kept);
    withPeers(file, peers -> measure(peers, kept.length));
    print(kept.length);
  }

  private interface Work {
    void with(Map<String, PeerProcess> peers) throws IOException;
  }

  private void withPeers(Path sets, Work work) throws IOException {
    Map<String, PeerProcess> peers = new LinkedHashMap<>();
    try {
      for (String solver : CapGateSolvers.ALL.keySet()) {
        List<String> command = Contestants.javaCommand(CohortPeer.class);
        command.addAll(List.of(scenario.toString(), sets.toString(), solver));
        peers.put("CapGate " + solver, PeerProcess.start(command));
      }
      for (String name : List.of("cvode", "klu")) {
        Path program = folder.resolve(name + "-cohort");
        if (Files.isExecutable(program)) {
          String hours = Double.toString(problem.span().endHours());
          peers.put(
              name.equals("klu") ? "CVODE KLU" : "CVODE dense",
              PeerProcess.start(List.of(program.toString(), sets.toString(), hours)));
        }
      }
      work.with(peers);
    } finally {
      peers.values().forEach(PeerProcess::close);
    }
  }

  /** A set that any solver cannot solve is left out for all. */
  private void findFailures(Map<String, PeerProcess> peers, int sets, boolean[] failed)
      throws IOException {
    for (PeerProcess peer : peers.values()) {
      double[][] ends = solve(peer, USUAL, sets, THREADS).ends();
      for (int i = 0; i < sets; i++) {
        failed[i] |= !Arrays.stream(ends[i]).allMatch(Double::isFinite);
      }
    }
  }

  private record Solved(double wallSeconds, double cpuSeconds, double[][] ends) {}

  private Solved solve(PeerProcess peer, double relative, int count, int threads)
      throws IOException {
    Path ends = folder.resolve("ends.bin");
    double[] seconds = peer.cohort(relative, relative / 100, count, threads, ends);
    return new Solved(seconds[0], seconds[1], CohortSets.readStates(ends, count));
  }

  private void measure(Map<String, PeerProcess> peers, int sets) throws IOException {
    PeerProcess dense = peers.get("CVODE dense");
    if (dense == null) {
      throw new IllegalStateException("CVODE did not start");
    }
    int checked = Math.min(budget.checked(), sets);
    double[] reference = flat(solve(dense, TIGHT, checked, THREADS).ends(), checked);
    for (Map.Entry<String, PeerProcess> peer : peers.entrySet()) {
      Row row = new Row();
      rows.put(peer.getKey(), row);
      if (peer.getKey().startsWith("CapGate")) { // for the compiler of Java
        solve(peer.getValue(), USUAL, Math.min(sets, 256), THREADS);
      }
    }
    for (double relative : budget.cohortTolerances()) {
      for (Map.Entry<String, PeerProcess> peer : peers.entrySet()) {
        Solved solved = solve(peer.getValue(), relative, sets, 1);
        Row row = rows.getOrDefault(peer.getKey(), new Row());
        row.errors.add(WorkPrecision.error(flat(solved.ends(), checked), reference));
        row.perSecond.add(sets / solved.cpuSeconds());
        if (relative == USUAL) {
          row.scaling = solved.wallSeconds() / solve(peer.getValue(), relative, sets, THREADS).wallSeconds();
        }
      }
    }
  }

  private static double[] flat(double[][] states, int count) {
    return Stream.of(states).limit(count).flatMapToDouble(DoubleStream::of).toArray();
  }

  private void print(int sets) {
    out.line("");
    out.line(
        "Cohort, ordinary, %d parameter sets x U[0.7, 1.3], end state; %d more left out for all,"
            + " which some solver could not solve",
        sets, excluded);
    out.line(
        "%-28s %10s %10s %16s %10s", "trajectories/s of one core", "rtol", "error", "per s of CPU", "2 threads");
    rows.forEach(
        (name, row) -> {
          for (int i = 0; i < row.errors.size(); i++) {
            double relative = budget.cohortTolerances().get(i);
            out.line(
                "  %-26s %10.0e %10.2e %16.0f %10s",
                name,
                relative,
                row.errors.get(i),
                row.perSecond.get(i),
                relative == USUAL ? Printer.number("%.2f x", OptionalDouble.of(row.scaling)) : "");
          }
        });
  }

  /** Trajectories per second of one core at an error: the most of CapGate's solvers. */
  OptionalDouble own(double error) {
    return rows.entrySet().stream()
        .filter(row -> row.getKey().startsWith("CapGate"))
        .map(row -> row.getValue().at(error))
        .filter(OptionalDouble::isPresent)
        .mapToDouble(OptionalDouble::getAsDouble)
        .max();
  }

  /** Trajectories per second of one core at an error. */
  OptionalDouble of(String name, double error) {
    Row row = rows.get(name);
    return row == null ? OptionalDouble.empty() : row.at(error);
  }

  /** Wall time on one thread over that on two, the largest of CapGate's solvers. */
  OptionalDouble scaling() {
    return rows.entrySet().stream()
        .filter(row -> row.getKey().startsWith("CapGate"))
        .mapToDouble(row -> row.getValue().scaling)
        .max();
  }

  /** Whether the solvers run with the Vector API, which is a module to be added. */
  static boolean hasVectors() {
    return ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();
  }
}
