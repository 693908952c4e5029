package org.capgate.sbml;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.capgate.fit.Observations;
import org.capgate.input.Place;
import org.capgate.input.SourceText;
import org.capgate.io.ObservationFile;
import org.capgate.io.ScenarioFile;
import org.capgate.sensitivity.Varied;
import org.capgate.treatment.CompoundCatalogue;

/** A small problem of PEtab in a folder, to be changed. */
final class PetabFolder {
  static final String CENTRAL = "ketamine/kinetics/mouse/central/";
  static final String CLEARANCE = CENTRAL + "clearanceLitresPerHourPerKilogram";
  static final String VOLUME = CENTRAL + "volumeLitresPerKilogram";
  static final String CLEARANCE_ID =
      "ketamineKineticsMouseCentralClearanceLitresPerHourPerKilogram";
  static final Place FREE = new Place("--free", 0, 0);

  /** Volume 3 L/kg, clearance 6.9 L/h/kg; two doses into a vein. */
  static final String SCENARIOS =
      """
      capgate-scenario: 1
      name: low
      species: mouse
      treatment: ketamine 1 mg/kg iv at 0 h
      duration-days: 1
      compare-with:
        - name: high, twice
          treatment: ketamine 2 mg/kg iv at 0 h
      readouts: [plasma-ketamine]
      """;

  static final String DATA =
      """
      id,time,readout,value,sd
      low,0.25,plasma-ketamine,0.8,0.05
      low,1,plasma-ketamine,0.15,0.02
      "high, twice",0.5,brain-ketamine,1.1,0.1
      "high, twice",1,plasma-ketamine,0.3,0.04
      """;

  private final Path folder;

  PetabFolder(Path folder) {
    this.folder = folder;
  }

  static ScenarioFile scenarios(String yaml) {
    return ScenarioFile.read(new SourceText("fit.yaml", yaml), CompoundCatalogue.standard());
  }

  static Observations observations(String csv, ScenarioFile file) {
    return ObservationFile.read(new SourceText("data.csv", csv), file.scenarios());
  }

  static List<Varied> free(ScenarioFile file, String... names) {
    return Varied.chosen(file.scenario().parameters(), List.of(names), FREE).stream()
        .map(number -> Varied.within(1000, number))
        .toList();
  }

  /** Writes the small problem: the clearance from four observations. */
  PetabFolder small() throws IOException {
    return write(Small.FILES);
  }

  /** Made once for all tests. */
  private static final class Small {
    static final Map<String, String> FILES = files();

    private static Map<String, String> files() {
      ScenarioFile file = scenarios(SCENARIOS);
      return PetabExport.of(file, observations(DATA, file), free(file, CLEARANCE), FREE);
    }
  }

  PetabFolder write(Map<String, String> files) throws IOException {
    for (Map.Entry<String, String> one : files.entrySet()) {
      Files.writeString(folder.resolve(one.getKey()), one.getValue());
    }
    return this;
  }

  PetabFolder change(String name, UnaryOperator<String> change) throws IOException {
    Path path = folder.resolve(name);
    Files.writeString(path, change.apply(Files.readString(path)));
    return this;
  }

  PetabFolder replace(String name, String text) throws IOException {
    return change(name, old -> text.replace(' ', '\t').replace('~', ' '));
  }

  Path problem() {
    return folder.resolve("problem.yaml");
  }

  PetabProblem read() {
    return PetabProblem.read(problem());
  }
}
