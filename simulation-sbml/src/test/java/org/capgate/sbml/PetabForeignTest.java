package org.capgate.sbml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.capgate.dynamics.Sampling;
import org.capgate.dynamics.TimeSpan;
import org.capgate.dynamics.Trajectory;
import org.capgate.fit.Observation;
import org.capgate.fit.Observations;
import org.capgate.io.ScenarioFile;
import org.capgate.model.Readout;
import org.capgate.scenario.Scenario;
import org.capgate.solver.Solvers;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * SciPy evaluates exported problems of PEtab to what this library computes, and finds in the tables
 * nothing that the specification forbids; each test prints its row of the table of the ADR.
 */
@Tag("slow")
class PetabForeignTest {
  /** Of the largest value of each readout. */
  private static final double DIFFERENCE = 1e-6;

  private static final double[] HOURS = {0.7, 1.3, 3.1, 6, 20, 30};

  @TempDir Path folder;

  static Stream<Arguments> scenarios() {
    return ForeignSimulatorsTest.scenarios();
  }

  private List<String> evaluated(Map<String, String> files, String... changes) throws Exception {
    Path problem = new PetabFolder(folder).write(files).problem();
    List<String> command = new ArrayList<>();
    command.add(Foreign.PYTHON);
    command.add(Foreign.READERS.resolve("petab.py").toString());
    command.addAll(List.of(problem.toString(), "BDF", "1e-11"));
    command.addAll(List.of(changes));
    return Foreign.run(folder, command.toArray(String[]::new));
  }

  private static double last(List<String> lines) {
    String line = lines.get(lines.size() - 1);
    assertTrue(line.startsWith("logLikelihood,"), line);
    return Double.parseDouble(line.substring(line.indexOf(',') + 1));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("scenarios")
  void everyReadoutAndTheLikelihoodAreThoseOfTheOrdinaryForm(String name, Scenario scenario)
      throws Exception {
    Foreign.requirePython();
    Trajectory own =
        Solvers.rodas5p(1e-10)
            .solve(scenario.instantiateOrdinary(0), TimeSpan.hours(0, 30), Sampling.at(HOURS));
    List<Observation> all = new ArrayList<>();
    List<Double> predicted = new ArrayList<>();
    List<Double> sizes = new ArrayList<>();
    for (Readout readout : Readout.all()) {
      double[] course = readout.series(own);
      double size = Arrays.stream(course).map(Math::abs).max().orElse(0);
      boolean isSeen = all.stream().anyMatch(one -> sameQuantity(one, readout));
      for (int i = 0; i < HOURS.length && size > 1e-4 && !isSeen; i++) {
        all.add(new Observation("own", HOURS[i], readout, 1.1 * course[i], 0.1 * size));
        predicted.add(course[i]);
        sizes.add(size);
      }
    }
    ScenarioFile file =
        new ScenarioFile("own", "", scenario, List.of(), 2, 10, List.of(Readout.MOOD), 1);
    Observations observations = new Observations(all, Map.of("own", scenario));
    List<String> lines =
        evaluated(
            PetabExport.of(
                file, observations, PetabFolder.free(file, "bdnfTimeHours"), PetabFolder.FREE));
    double largest = 0;
    for (int i = 0; i < all.size(); i++) {
      double simulated = Double.parseDouble(lines.get(i + 1).split(",")[4]);
      double difference = Math.abs(simulated - predicted.get(i)) / sizes.get(i);
      assertTrue(difference <= DIFFERENCE, all.get(i).readout() + " differs by " + difference);
      largest = Math.max(largest, difference);
    }
    double likelihood = observations.logLikelihood(predicted);
    assertEquals(likelihood, last(lines), 1e-6 * Math.abs(likelihood));
    double[] fitted =
        observations
            .predictions(List.of("bdnfTimeHours"), Solvers.standard(1e-10))
            .at(new double[] {scenario.parameters().value("bdnfTimeHours")});
    double algebraic = observations.logLikelihood(Arrays.stream(fitted).boxed().toList());
    System.out.println(
        String.format(
            Locale.ROOT,
            "%-28s %4d measurements, largest difference %.1e, log-likelihood %.9g, SciPy off by %.1e, as CapGate fits off by %.1e",
            name,
            all.size(),
            largest,
            likelihood,
            last(lines) - likelihood,
            algebraic - likelihood));
  }

  /** A readout of tissue has a name for each class of cells. */
  private static boolean sameQuantity(Observation one, Readout readout) {
    return one.readout().quantity().equals(readout.quantity()) && !one.readout().equals(readout);
  }

  /** Clearance, potency and a number of the equations moved in both, two genotypes, two doses. */
  @Test
  void movedNumbersMoveTheLikelihoodAlike() throws Exception {
    Foreign.requirePython();
    ScenarioFile file =
        PetabFolder.scenarios(
            """
            capgate-scenario: 1
            name: wild-type
            species: mouse
            treatment: ketamine 10 mg/kg ip at 0 h
            duration-days: 2
            compare-with:
              - name: knockout
                genotype: 4EBP2 x0 inhibitory
              - name: twice
                treatment: ketamine 3 mg/kg ip every 6 h for 0.5 d
            readouts: [mood]
            """);
    List<String> names =
        List.of(
            PetabFolder.CLEARANCE,
            "ketamine/targets/nmda/potencyMicromolar",
            "ketamine/targets/nmda/hillSlope",
            "bdnfTimeHours");
    Observations observations =
        PetabFolder.observations(
            """
            id,time,readout,value,sd
            wild-type,1,plasma-ketamine,1.5,0.2
            wild-type,24,mood,0.1,0.05
            knockout,24,mood,0.02,0.05
            knockout,6,synaptic-protein,1.1,0.1
            twice,7,brain-ketamine,0.5,0.1
            twice,36,mood,0.1,0.05
            """,
            file);
    Map<String, String> files =
        PetabExport.of(
            file,
            observations,
            PetabFolder.free(file, names.toArray(String[]::new)),
            PetabFolder.FREE);
    double[] point = new double[names.size()];
    String[] changes = new String[names.size()];
    for (int i = 0; i < point.length; i++) {
      point[i] = 1.05 * file.scenario().parameters().value(names.get(i));
      changes[i] = "%s=%s".formatted(KineticNumbers.id(names.get(i)), point[i]);
    }
    double[] predicted = observations.predictions(names, Solvers.standard(1e-10)).at(point);
    double own = observations.logLikelihood(Arrays.stream(predicted).boxed().toList());
    double moved = last(evaluated(files, changes));
    // these readouts differ by less than 1e-4 of their size between the two forms
    assertEquals(own, moved, 1e-3);
    assertTrue(Math.abs(last(evaluated(files)) - moved) > 0.05, "moved numbers move it");
    System.out.println("moved: %s against %s".formatted(moved, own));
  }
}
