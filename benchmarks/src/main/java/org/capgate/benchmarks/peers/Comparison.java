package org.capgate.benchmarks.peers;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.capgate.analysis.Table;
import org.capgate.analysis.TableBuilder;
import org.capgate.benchmarks.peers.Contestant.Kind;
import org.capgate.viz.AxisLabel;
import org.capgate.viz.FigureException;

/**
 * Runs the whole comparison and prints it, the figures with their targets last.
 *
 * <p>Arguments: root of the project, scenario file, folder of the built peers, budget (quick,
 * normal or full).
 */
public final class Comparison {
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
      contestants.start(budget);
      contestants
          .all()
          .forEach(one -> out.line("  %-36s %s", one.label(), one.process().version()));
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
    new Summary(animal, cohorts, folder, out).print(Start.compareSeconds(root, folder));
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
      org.capgate.viz.WorkPrecision.titled("Solvers on the same equations")
          .error(AxisLabel.dimensionless("Error at " + problem.samples() + " samples"))
          .time(new AxisLabel("CPU time of one run", "ms"))
          .runs(table)
          .build()
          .write(folder, "work-precision");
    } catch (FigureException e) {
      out.line("No figure: %s", String.valueOf(e.getMessage()));
    }
  }
}
