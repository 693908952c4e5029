package org.capgate.sbml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.capgate.dynamics.Sampling;
import org.capgate.dynamics.TimeSpan;
import org.capgate.dynamics.Trajectory;
import org.capgate.equations.Symbol;
import org.capgate.input.Place;
import org.capgate.model.Genotype;
import org.capgate.scenario.Scenario;
import org.capgate.scenario.Stress;
import org.capgate.solver.Solvers;
import org.capgate.treatment.CompoundCatalogue;
import org.capgate.treatment.Preparation;
import org.capgate.treatment.Regimen;
import org.capgate.treatment.Species;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Other simulators compute from the exported files what this library computes; each test prints its
 * row of the table.
 */
@Tag("slow")
class ForeignSimulatorsTest {
  /** Of the largest value of each readout in the run. */
  private static final double DIFFERENCE = 1e-6;

  private static final double END_HOURS = 72;
  private static final int SAMPLES = 144;

  @TempDir static Path folder;

  static Stream<Arguments> scenarios() {
    return Stream.of(
        of("wild type, ip", Scenario.mouse(), "ketamine 10 mg/kg ip at 0 h"),
        of("knockout, ip", knockout(Scenario.mouse()), "ketamine 10 mg/kg ip at 1 h"),
        of("untreated", Scenario.mouse(), "none"),
        of("rat, iv twice", Scenario.rat(), "ketamine 5 mg/kg iv at 0.1 h every 24 h for 2 d"),
        of(
            "human, infusion",
            Scenario.of(Species.HUMAN),
            "ketamine 0.5 mg/kg iv at 2 h for 0.67 h"),
        of(
            "slice, bath",
            Scenario.mouse().preparation(Preparation.SLICE),
            "ketamine 20 uM bath at 0.5 h for 1 h"),
        of(
            "stress, two drugs, actuator",
            Scenario.mouse().stress(Stress.CHRONIC),
            "rapamycin 5 nmol icv at 0 h; ketamine 30 mg/kg ip at 1 h; hm3dq inhibitory at 5 h for 1 h"),
        of(
            "human, oral and nasal",
            Scenario.of(Species.HUMAN),
            "ketamine 0.5 mg/kg po at 0.5 h; ketamine 0.3 mg/kg in at 4 h for 1 h"),
        of("s-ketamine, oral", Scenario.mouse(), "s-ketamine 10 mg/kg po at 0.25 h"));
  }

  private static Scenario.Builder knockout(Scenario.Builder subject) {
    return subject.genotype(Genotype.parse("4EBP2 x0 excitatory", Place.UNKNOWN));
  }

  private static Arguments of(String name, Scenario.Builder subject, String treatment) {
    return Arguments.of(
        name,
        subject
            .treatment(Regimen.parse(treatment, Place.UNKNOWN, CompoundCatalogue.standard()))
            .build());
  }

  private static Trajectory own(Scenario scenario) {
    return Solvers.rodas5p(1e-10)
        .solve(
            scenario.instantiateOrdinary(0),
            TimeSpan.hours(0, END_HOURS),
            Sampling.everyHours(END_HOURS / SAMPLES));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("scenarios")
  void sciPyComputesEveryReadoutFromTheSbml(String name, Scenario scenario) throws Exception {
    Foreign.requirePython();
    Path file = folder.resolve("model.xml");
    Files.writeString(file, SbmlDocument.of(scenario, 0, List.of(name)));
    Foreign.run(
        folder, Foreign.PYTHON, Foreign.READERS.resolve("validate.py").toString(), file.toString());
    Trajectory own = own(scenario);
    for (String method : List.of("LSODA", "BDF", "Radau")) {
      Map<String, double[]> table =
          Foreign.table(
              Foreign.run(
                  folder,
                  Foreign.PYTHON,
                  Foreign.READERS.resolve("sbml.py").toString(),
                  file.toString(),
                  Double.toString(END_HOURS),
                  Double.toString(END_HOURS / SAMPLES),
                  method,
                  "1e-10"));
      double largest = 0;
      for (Symbol readout : OrdinaryModel.of(scenario, 0).readouts()) {
        double[] values = Foreign.column(table, readout.name());
        assertEquals(own.samples(), values.length);
        double difference = ExchangeNotes.relativeDifference(values, own.series(readout.name()));
        assertTrue(difference <= DIFFERENCE, readout.name() + " differs by " + difference);
        largest = Math.max(largest, difference);
      }
      print(name, "SciPy " + method, largest);
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("scenarios")
  void xppautComputesEveryReadoutFromItsFile(String name, Scenario scenario) throws Exception {
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/xppaut")), "needs xppaut");
    Path file = folder.resolve("model.ode");
    Files.writeString(
        file, XppSource.of(scenario, 0, END_HOURS, END_HOURS / SAMPLES, List.of(name)));
    Files.deleteIfExists(folder.resolve("output.dat"));
    Foreign.run(folder, "/usr/bin/xppaut", file.toString(), "-silent");
    List<double[]> rows =
        Files.readAllLines(folder.resolve("output.dat")).stream()
            .map(line -> Foreign.numbers(line, "\\s+"))
            .toList();
    Trajectory own = own(scenario);
    int points = (rows.size() - 1) / SAMPLES; // the grid is finer where something is given
    assertEquals(SAMPLES * points + 1, rows.size());
    List<Symbol> readouts = OrdinaryModel.of(scenario, 0).readouts();
    double largest = 0;
    for (int i = 0; i < readouts.size(); i++) {
      int column = rows.get(0).length - readouts.size() + i;
      double[] values = new double[own.samples()];
      Arrays.setAll(values, sample -> rows.get(sample * points)[column]);
      double difference =
          ExchangeNotes.relativeDifference(values, own.series(readouts.get(i).name()));
      assertTrue(difference <= DIFFERENCE, readouts.get(i).name() + " differs by " + difference);
      largest = Math.max(largest, difference);
    }
    print(name, "XPPAUT cvode", largest);
  }

  private static void print(String name, String simulator, double difference) {
    System.out.println(String.format(Locale.ROOT, "%-28s %-14s %.1e", name, simulator, difference));
  }
}
