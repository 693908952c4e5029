package org.capgate.benchmarks.peers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.capgate.benchmarks.peers.Contestant.Kind;

/** Starts every solver that is there. */
final class Contestants implements AutoCloseable {
  private final Path scenario;
  private final Path folder;
  private final Problem problem;
  private final List<Contestant> all = new ArrayList<>();

  Contestants(Path scenario, Path folder, Problem problem) {
    this.scenario = scenario;
    this.folder = folder;
    this.problem = problem;
  }

  List<Contestant> all() {
    return List.copyOf(all);
  }

  void start(Budget budget) throws IOException {
    for (String solver : budget.solvers()) {
      all.add(new Contestant("CapGate " + solver, Kind.CAPGATE, java("ordinary", solver)));
    }
    all.add(
        new Contestant(
            "CapGate " + CapGateSolvers.STANDARD,
            Kind.PRODUCT,
            java("quasi-steady", CapGateSolvers.STANDARD)));
    compiled("CVODE dense", "cvode");
    compiled("CVODE KLU", "klu");
    compiled("odeint rosenbrock4", "odeint");
    if (Files.exists(folder.resolve("lsoda.so"))) {
      all.add(new Contestant("deSolve lsoda", Kind.STIFF, lsoda()));
    }
    String window = Double.toString(budget.windowHours());
    for (String library : List.of("commons-math3", "hipparchus")) {
      all.add(new Contestant(library + " DP853", Kind.EXPLICIT, java("ordinary", library, window)));
    }
    for (Contestant contestant : all) { // they get ready side by side
      contestant.process().ready();
    }
  }

  private void compiled(String name, String file) throws IOException {
    Path program = folder.resolve(file);
    if (Files.isExecutable(program)) {
      all.add(
          new Contestant(
              name,
              Kind.STIFF,
              PeerProcess.start(List.of(program.toString(), samples(), every()))));
    }
  }

  private PeerProcess lsoda() throws IOException {
    return PeerProcess.start(
        List.of(
            "Rscript",
            "--vanilla",
            scenario.resolveSibling("lsoda.R").toString(),
            folder.resolve("lsoda.so").toString(),
            samples(),
            every(),
            Integer.toString(problem.ordinary().size()),
            Integer.toString(problem.ordinary().breakpointsHours().length)));
  }

  /** A Java peer in a process of its own, so that no solver is compiled with another in mind. */
  PeerProcess java(String... arguments) throws IOException {
    List<String> command = javaCommand(JavaPeer.class);
    command.add(scenario.toString());
    command.addAll(List.of(arguments));
    return PeerProcess.start(command);
  }

  static List<String> javaCommand(Class<?> main, String... options) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:+UseSerialGC", "-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(options));
    command.add(main.getName());
    return command;
  }

  private String samples() {
    return Integer.toString(problem.samples());
  }

  private String every() {
    return Double.toString(problem.everyHours());
  }

  @Override
  public void close() {
    all.forEach(contestant -> contestant.process().close());
  }
}
