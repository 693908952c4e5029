package org.capgate.benchmarks.peers;

import java.io.IOException;
import java.lang.module.ModuleFinder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/** Many parameter sets: trajectories per second of one core, and what a second thread adds. */
final class Cohorts {
  private static final double TIGHT = 1e-11;
  private static final int THREADS = 2;
  private static final int MOST_ROUNDS = 100;
  private static final String REFERENCE = "CVODE dense";
  static final String OWN = "CapGate " + CapGateSolvers.STANDARD;
  static final String IN_VECTORS = OWN + ", Vector API";

  /** The incubating module of Java that the vectors need. */
  private static final String VECTORS = "jdk.incubator.vector";

  /** Tolerance of the pass that looks for failing sets and of the two threads. */
  private static final double USUAL = 1e-5;

  /**
   * A set is sensitive when a solver at 1e-8 ends more than this away from the reference: it
   * amplifies errors a hundredfold, as near a threshold between two settled states, and would alone
   * decide the mean.
   */
  private static final double SENSITIVE = 1e-6;

  private static final double SENSITIVE_AT = 1e-8;

  private final Path scenario;
  private final Path folder;
  private final Problem problem;
  private final Budget budget;
  private final Printer out;
  private final Map<String, CohortRow> rows = new LinkedHashMap<>();

  Cohorts(Path scenario, Path folder, Problem problem, Budget budget, Printer out) {
    this.scenario = scenario;
    this.folder = folder;
    this.problem = problem;
    this.budget = budget;
    this.out = out;
  }

  void run() throws IOException {
    out.line("");
    if (!Files.isExecutable(folder.resolve("cvode-cohort"))) {
      out.line("No cohort: CVODE, whose solutions the errors are measured against, is not there.");
      return;
    }
    Path file = folder.resolve("sets.bin");
    double[][] sets = CohortSets.draw(problem, budget.cohort());
    CohortSets.write(file, sets);
    boolean[] failed = new boolean[sets.length];
    out.line(
        "Cohort, ordinary: %d parameter sets, each parameter x U[0.7, 1.3], end state",
        sets.length);
    int[] failures = {0};
    withPeers(
        file,
        peers -> {
          failures[0] = findFailures(peers, failed);
          if (failures[0] == 0) {
            measure(peers, sets.length);
          }
        });
    if (failures[0] > 0) {
      measureWithoutFailed(file, sets, failed);
    }
    print();
  }

  private void measureWithoutFailed(Path file, double[][] sets, boolean[] failed)
      throws IOException {
    double[][] kept =
        IntStream.range(0, sets.length)
            .filter(i -> !failed[i])
            .mapToObj(i -> sets[i])
            .toArray(double[][]::new);
    out.line(
        "  %d sets that some solver could not solve are left out for all",
        sets.length - kept.length);
    CohortSets.write(file, kept);
    withPeers(file, peers -> measure(peers, kept.length));
  }

  private interface Work {
    void with(Map<String, PeerProcess> peers) throws IOException;
  }

  private void withPeers(Path sets, Work work) throws IOException {
    Map<String, PeerProcess> peers = new LinkedHashMap<>();
    try {
      peers.put(OWN, own(sets));
      if (ModuleFinder.ofSystem().find(VECTORS).isPresent()) {
        peers.put(IN_VECTORS, own(sets, "--add-modules", VECTORS));
      }
      String hours = Double.toString(problem.span().endHours());
      for (String name : List.of("cvode", "klu")) {
        Path program = folder.resolve(name + "-cohort");
        if (Files.isExecutable(program)) {
          peers.put(
              name.equals("klu") ? "CVODE KLU" : REFERENCE,
              PeerProcess.start(List.of(program.toString(), sets.toString(), hours)));
        }
      }
      for (PeerProcess peer : peers.values()) {
        peer.ready();
      }
      work.with(peers);
    } finally {
      peers.values().forEach(PeerProcess::close);
    }
  }

  private PeerProcess own(Path sets, String... options) throws IOException {
    List<String> command = Contestants.javaCommand(CohortPeer.class, options);
    command.addAll(List.of(scenario.toString(), sets.toString(), CapGateSolvers.STANDARD));
    return PeerProcess.start(command);
  }

  /** Marks the sets that some solver cannot solve; returns how many there are. */
  private int findFailures(Map<String, PeerProcess> peers, boolean[] failed) throws IOException {
    for (PeerProcess peer : peers.values()) {
      double[][] ends = solve(peer, USUAL, failed.length, THREADS).ends;
      for (int i = 0; i < failed.length; i++) {
        failed[i] |= !Arrays.stream(ends[i]).allMatch(Double::isFinite);
      }
    }
    int count = 0;
    for (boolean one : failed) {
      count += one ? 1 : 0;
    }
    return count;
  }

  private record Solved(double[] numbers, double[][] ends) {
    double wallSeconds() {
      return numbers[0];
    }

    double cpuSeconds() {
      return numbers[1];
    }

    double operations() {
      return numbers.length > 3 ? numbers[3] : 0;
    }
  }

  private Solved solve(PeerProcess peer, double relative, int count, int threads)
      throws IOException {
    Path ends = folder.resolve("ends.bin");
    double[] numbers = peer.cohort(relative, relative / 100, count, threads, ends);
    return new Solved(numbers, CohortSets.readStates(ends, count));
  }

  /**
   * The fastest of as many solutions as the budget has time for, at most five. Our own are at least
   * three: on a busy machine the compiler of Java may not be done when they begin.
   */
  private Solved fastest(String name, PeerProcess peer, double relative, int count, int threads)
      throws IOException {
    int least = name.startsWith(OWN) ? 3 : 1;
    Solved best = solve(peer, relative, count, threads);
    double spentSeconds = best.wallSeconds();
    for (int repeat = 1;
        repeat < 5 && (repeat < least || spentSeconds < budget.cohortSeconds());
        repeat++) {
      Solved again = solve(peer, relative, count, threads);
      spentSeconds += again.wallSeconds();
      best = again.wallSeconds() < best.wallSeconds() ? again : best;
    }
    return best;
  }

  private void measure(Map<String, PeerProcess> peers, int sets) throws IOException {
    PeerProcess exact = peers.get(REFERENCE);
    PeerProcess own = peers.get(OWN);
    if (exact == null || own == null) {
      throw new IllegalStateException("the cohort has not started");
    }
    int checked = Math.min(budget.checked(), sets);
    warm(own, sets);
    if (peers.containsKey(IN_VECTORS)) {
      warm(peers.get(IN_VECTORS), sets);
    }
    double[][] reference = solve(exact, TIGHT, checked, THREADS).ends;
    double[] byPeer = errors(solve(exact, SENSITIVE_AT, checked, THREADS).ends, reference);
    double[] byOwn = errors(solve(own, SENSITIVE_AT, checked, THREADS).ends, reference);
    int[] steady =
        IntStream.range(0, checked)
            .filter(i -> byPeer[i] <= SENSITIVE && byOwn[i] <= SENSITIVE)
            .toArray();
    out.line(
        "  errors: over %d of the first %d sets, against %s at %.0e; the others are so sensitive"
            + " that %s or %s at %.0e is more than %.0e away",
        steady.length, checked, REFERENCE, TIGHT, REFERENCE, OWN, SENSITIVE_AT, SENSITIVE);
    for (double relative : budget.cohortTolerances()) {
      for (Map.Entry<String, PeerProcess> peer : peers.entrySet()) {
        CohortRow row = rows.computeIfAbsent(peer.getKey(), name -> new CohortRow());
        Solved solved = fastest(peer.getKey(), peer.getValue(), relative, sets, 1);
        double[] errors = errors(solved.ends, reference);
        double[] kept = IntStream.of(steady).mapToDouble(i -> errors[i]).sorted().toArray();
        row.add(
            new CohortRow.Point(
                relative,
                Math.sqrt(Arrays.stream(kept).map(e -> e * e).sum() / kept.length),
                kept[kept.length / 2],
                sets / solved.cpuSeconds(),
                solved.operations() / solved.cpuSeconds()));
        if (relative == USUAL) {
          Solved shared = fastest(peer.getKey(), peer.getValue(), relative, sets, THREADS);
          row.setScaling(solved.wallSeconds() / shared.wallSeconds());
        }
      }
    }
  }

  /**
   * For the compiler of Java: on as many threads as will be used, until a round is no more than a
   * tenth faster than the best before it. Vectors run a hundred times slower until they are
   * compiled, so this takes many rounds.
   */
  private void warm(PeerProcess own, int sets) throws IOException {
    long least = System.nanoTime() + Math.round(1e6 * budget.warmingMilliseconds());
    double best = Double.POSITIVE_INFINITY;
    int settled = 0;
    for (int round = 0;
        round < MOST_ROUNDS && (settled < budget.settledRounds() || System.nanoTime() < least);
        round++) {
      double seconds = 0;
      for (double relative : budget.cohortTolerances()) {
        seconds +=
            solve(own, relative, Math.min(sets, budget.warmingSets()), THREADS).wallSeconds();
      }
      settled = seconds < 0.9 * best ? 0 : settled + 1;
      best = Math.min(best, seconds);
    }
  }

  /** One error per set of the reference. */
  private static double[] errors(double[][] ends, double[][] reference) {
    return IntStream.range(0, reference.length)
        .mapToDouble(i -> WorkPrecision.error(ends[i], reference[i]))
        .toArray();
  }

  private void print() {
    out.line(
        "%-28s %8s %10s %12s %14s %12s %10s",
        "", "rtol", "error", "median error", "per s of CPU", "GFLOP/s", "2 threads");
    rows.forEach(
        (name, row) ->
            row.points()
                .forEach(
                    point ->
                        out.line(
                            "  %-26s %8.0e %10.2e %12.2e %14.0f %12s %10s",
                            name,
                            point.relative(),
                            point.error(),
                            point.medianError(),
                            point.perSecond(),
                            Printer.number("%.2f", gigaflops(point)),
                            point.relative() == USUAL
                                ? Printer.number("%.2f x", OptionalDouble.of(row.scaling()))
                                : "")));
  }

  private static OptionalDouble gigaflops(CohortRow.Point point) {
    return point.operationsPerSecond() > 0
        ? OptionalDouble.of(1e-9 * point.operationsPerSecond())
        : OptionalDouble.empty();
  }

  /** The results of a solver; empty ones where it was not there. */
  CohortRow of(String name) {
    return rows.getOrDefault(name, new CohortRow());
  }
}
