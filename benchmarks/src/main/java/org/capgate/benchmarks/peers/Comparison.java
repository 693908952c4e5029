package org.capgate.benchmarks.peers;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalDouble;
import org.capgate.analysis.Table;
import org.capgate.analysis.TableBuilder;
import org.capgate.benchmarks.peers.Contestant.Kind;
import org.capgate.dynamics.Statistics;
import org.capgate.viz.AxisLabel;
import org.capgate.viz.FigureException;

/**
 * Runs the whole comparison and prints it, the figures with their targets last.
 *
 * <p>Arguments: root of the project, scenario file, folder of the built peers, budget (quick,
 * normal or full).
 */
public final class Comparison {
  private static final double LOOSE = 1e-5;
  private static final double TIGHT = 1e-8;
  private static final double OF_COHORT = 2e-5;

  private final Path root;
  private final Path scenario;
  private final Path folder;
  private final Budget budget;
  private final Problem problem;
  private final Printer out = new Printer();

  private Comparison(Path root, Path scenario, Path folder, Budget budget) {
    this.root = root;
    this.scenario = scenario;
    this.folder = folder;
    this.budget = budget;
    this.problem = Problem.read(scenario);
  }

  public static void main(String[] arguments) throws IOException {
    Comparison comparison =
        new Comparison(
            Path.of(arguments[0]),
            Path.of(arguments[1]),
            Path.of(arguments[2]),
            Budget.of(arguments[3]));
    if (!comparison.run()) {
      System.exit(1);
    }
  }

  private boolean run() throws IOException {
    SideBySide animal = new SideBySide(problem, budget, out);
    try (Contestants contestants = new Contestants(scenario, folder, problem)) {
      contestants.start(budget.windowHours());
      contestants.all().forEach(one -> out.line("  %-36s %s", one.label(), one.process().version()));
      if (!animal.run(contestants.all())) {
        return false;
      }
      animal.print();
      out.line("");
      Start.firstSolve(contestants, out);
    }
    write(animal);
    Cohorts cohorts = new Cohorts(scenario, folder, problem, budget, out);
    cohorts.run();
    FloatingPoint operations =
        new FloatingPoint(problem.file().scenario().laboratory().model().ordinaryEquations());
    out.line("");
    out.line("Operations, ordinary: %s", operations);
    summary(animal, cohorts, operations);
    return true;
  }

  private void write(SideBySide animal) {
    TableBuilder runs =
        Table.builder()
            .text("solver")
            .text("form")
            .number("tolerance")
            .number("error")
            .number("milliseconds")
            .number("bestMilliseconds")
            .number("rhsEvaluations");
    for (Map.Entry<Contestant, WorkPrecision> one : animal.measured().entrySet()) {
      Contestant contestant = one.getKey();
      for (WorkPrecision.Point point : one.getValue().points()) {
        runs.row(
            contestant.kind() == Kind.PRODUCT ? contestant.label() : contestant.name(),
            contestant.kind().form,
            point.relative(),
            point.error().isPresent() ? point.error().getAsDouble() : null,
            point.medianMilliseconds(),
            point.bestMilliseconds(),
            point.rhsEvaluations());
      }
    }
    Table table = runs.build();
    table.writeCsv(folder.resolve("work-precision.csv"));
    try {
      org.capgate.viz.WorkPrecision.titled("A mouse, ketamine 10 mg/kg, seven days")
          .error(AxisLabel.dimensionless("Error at 28 samples"))
          .time(new AxisLabel("CPU time of one run", "ms"))
          .runs(table)
          .build()
          .write(folder, "work-precision");
    } catch (FigureException e) {
      out.line("No figure: %s", e.getMessage());
    }
  }

  private void summary(SideBySide animal, Cohorts cohorts, FloatingPoint operations)
      throws IOException {
    for (double error : new double[] {LOOSE, TIGHT}) {
      out.line("");
      out.line("Time at error %.0e, medians, and times as long as CapGate's best on the same equations", error);
      OptionalDouble own = animal.best(Kind.CAPGATE, error);
      animal
          .measured()
          .keySet()
          .forEach(
              contestant -> {
                OptionalDouble time = animal.at(contestant, error);
                out.line(
                    "  %-36s %12s ms %10s x",
                    contestant.label(),
                    Printer.number("%.4f", time),
                    Printer.number("%.2f", ratio(time, own)));
              });
    }
    out.line("");
    out.line("Figures and targets (ratios within this run; CVODE is the system's build, see above)");
    loose(animal, "CVODE BDF dense", "CVODE dense", 40);
    loose(animal, "R deSolve lsoda", "deSolve lsoda", 13);
    loose(animal, "odeint rosenbrock4", "odeint rosenbrock4", 30);
    loose(animal, "commons-math3 DP853", "commons-math3 DP853", 1e5);
    out.target(
        "one animal at error 1e-8: best of the peers / CapGate",
        ratio(animal.best(Kind.STIFF, TIGHT), animal.best(Kind.CAPGATE, TIGHT)),
        "x",
        2,
        false);
    OptionalDouble own = cohorts.own(OF_COHORT);
    out.target(
        "cohort at error 2e-5, per core: CapGate / CVODE BDF dense",
        ratio(own, cohorts.of("CVODE dense", OF_COHORT)),
        "x",
        Cohorts.hasVectors() ? 200 : 60,
        false);
    out.line(
        "  %-58s %10s x",
        "cohort at error 2e-5, per core: CapGate / CVODE BDF KLU",
        Printer.number("%.4g", ratio(own, cohorts.of("CVODE KLU", OF_COHORT))));
    out.target("cohort, two threads over one", cohorts.scaling(), "x", 1.95, false);
    share(own, operations);
    out.target(
        "./capgate compare, built", Start.compareSeconds(root, folder), "s", 3, true);
  }

  private void loose(SideBySide animal, String what, String name, double target) {
    OptionalDouble time = OptionalDouble.empty();
    for (Contestant contestant : animal.measured().keySet()) {
      if (contestant.name().equals(name)) {
        time = animal.at(contestant, LOOSE);
      }
    }
    out.target(
        "one animal at error 1e-5: " + what + " / CapGate",
        ratio(time, animal.best(Kind.CAPGATE, LOOSE)),
        "x",
        target,
        false);
  }

  private void share(OptionalDouble perSecond, FloatingPoint operations) throws IOException {
    Path peak = folder.resolve("peak");
    if (!Files.isExecutable(peak)) {
      out.target("cohort, share of the peak of a core", OptionalDouble.empty(), "%", 20, false);
      return;
    }
    Process process = new ProcessBuilder(peak.toString()).start();
    String[] word;
    try (BufferedReader in = process.inputReader(StandardCharsets.UTF_8)) {
      String line = in.readLine();
      word = line == null ? new String[0] : line.split(" ", -1);
    }
    double vector = Double.parseDouble(word[0]);
    Statistics work =
        CapGateSolvers.of("RODAS4", 1e-4)
            .solve(problem.ordinary(), problem.span(), problem.sampling())
            .statistics();
    double flops = operations.of(work);
    out.line(
        "  Peak of one core: %.1f GFLOP/s of fused multiply-add in vectors of %s doubles,"
            + " %s scalar; a trajectory of RODAS4 at rtol 1e-4 takes %.2f million operations",
        vector, word[2], word[1], 1e-6 * flops);
    OptionalDouble share =
        perSecond.isPresent()
            ? OptionalDouble.of(100 * 1e-9 * flops * perSecond.getAsDouble() / vector)
            : OptionalDouble.empty();
    out.target("cohort, share of the peak of a core", share, "%", 20, false);
  }

  private static OptionalDouble ratio(OptionalDouble numerator, OptionalDouble denominator) {
    return numerator.isPresent() && denominator.isPresent()
        ? OptionalDouble.of(numerator.getAsDouble() / denominator.getAsDouble())
        : OptionalDouble.empty();
  }
}
