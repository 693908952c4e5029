package org.capgate.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.capgate.evidence.FindingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file with several mistakes is read once, and all of them are said in its order. */
class AllMistakesTest {
  @TempDir Path folder;

  private void said(Path file, Outcome outcome, List<String> expected) {
    assertEquals(2, outcome.code(), outcome.err());
    assertEquals("", outcome.out());
    assertEquals(expected.size(), outcome.errors().size(), outcome.err());
    for (int i = 0; i < expected.size(); i++) {
      String line = outcome.errors().get(i);
      assertTrue(line.startsWith("capgate: " + file + expected.get(i)), outcome.err());
    }
  }

  @Test
  void ofAScenario() throws IOException {
    Path file = folder.resolve("many.yaml");
    Files.writeString(
        file,
        """
        capgate-scenario: 1
        name: Many Mistakes
        species: mouse
        stress: chronc
        genotype: 4EPB2 x0 all
        treatment: ketamine ten mg/kg ip at 0 h
        duration-days: 7
        readuots: [mood]
        parameters:
          eif4eTotal: 3
          bdnfHalf: -1e9
        seed: -4
        compare-with:
          - name: other
            stress: nine
        """);
    Path out = folder.resolve("out");
    Outcome outcome = Outcome.of("run", file.toString(), "--out", out.toString());
    said(file, outcome, List.of(":2:", ":4:", ":5:", ":6:", ":8:", ":10:", ":11:", ":12:", ":15:"));
    assertFalse(Files.exists(out));
  }

  @Test
  void ofTheSubjectItselfBeforeWhatFollowsFromIt() throws IOException {
    Path file = folder.resolve("subject.yaml");
    Files.writeString(
        file,
        """
        capgate-scenario: 1
        name: subject
        species: mose
        treatment: ketamine 10 mg/kg ip at 0 h
        duration-days: -7
        seed: -4
        """);
    said(file, Outcome.of("run", file.toString()), List.of(":3:", ":5:", ":6:"));
  }

  @Test
  void ofATableOfParameters() throws IOException {
    Path file = folder.resolve("many.csv");
    Files.writeString(file, "name,value\nbdnfHlaf,1\nbdnfHalf,x\nbdnfHalf,0.5\n");
    said(
        file,
        Outcome.of("parameters", "bdnf", "--parameters", file.toString()),
        List.of(":2:", ":3:", ":4:"));
  }

  @Test
  void ofAPopulation() throws IOException {
    Path file = folder.resolve("population.yaml");
    Files.writeString(
        file,
        """
        capgate-population: 1
        name: own
        speces: mouse
        species: mous
        varies:
          - name: bdnfHalv
            distribution: log-normal
            spread: {value: -0.2, low: 0.1, high: 0.4, source: "ASSUMED"}
            plausible: [0.2, x]
          - name: bdnfTimeHours
            distribution: log-norml
            spread: {value: 0.2, source: "ASSUMED"}
            plausible: [0.2, 5]
          - wrong
        correlations:
          - {between: [bdnfTimeHours, bdnfTime], value: 2, source: "ASSUMED"}
        measurement:
          - {readout: imobility, deviation: {value: 3, source: "somebody 2020"}, low: 9, high: 4}
        """);
    Path out = folder.resolve("out");
    Outcome outcome =
        Outcome.of("cohort", "--population", file.toString(), "--out", out.toString());
    said(
        file,
        outcome,
        List.of(
            ":3:", ":4:", ":6:", ":8:", ":9:", ":11:", ":12:", ":14:", ":16:", ":16:", ":18:",
            ":18:"));
    assertFalse(Files.exists(out));
  }

  @Test
  void ofATrialAndOfThePopulationItNames() throws IOException {
    Files.writeString(
        folder.resolve("beside.yaml"),
        """
        capgate-population: 1
        name: beside
        species: mouse
        varies:
          - {name: bdnfHalv, distribution: log-normal, spread: {value: 0.1, source: "x"}}
        """);
    Path file = folder.resolve("trial.yaml");
    Files.writeString(
        file,
        """
        capgate-trial: 1
        name: Own
        population: beside.yaml
        subjects: 0
        measure: imobility
        visits-hours: [0, 24, 24]
        arms:
          - {name: vehicle, treatment: vehicle 0 mg/kg ip at 0 h}
          - {name: vehicle, genotype: 4EPB2 x0 all, treatment: ketamin 1 mg/kg ip at 0 h}
          - {name: third, treatment: none, control: vehicel}
        endpoints:
          - {name: fall, kind: respons, at-hours: 24}
          - {name: other, kind: response, at-hours: 24, fall: 2}
        published:
          - {endpoint: fal, arm: third, value: x, source: "somebody 2020"}
        """);
    Path out = folder.resolve("out");
    Outcome outcome = Outcome.of("trial", file.toString(), "--out", out.toString());
    List<String> own =
        outcome.errors().stream().filter(line -> line.contains("trial.yaml")).toList();
    List<String> lines =
        List.of(":2:", ":4:", ":5:", ":6:", ":9:", ":9:", ":10:", ":12:", ":13:", ":15:", ":15:");
    assertEquals(lines.size(), own.size(), outcome.err());
    for (int i = 0; i < lines.size(); i++) {
      assertTrue(own.get(i).startsWith("capgate: " + file + lines.get(i)), outcome.err());
    }
    List<String> named =
        outcome.errors().stream().filter(line -> line.contains("beside.yaml")).toList();
    assertEquals(2, named.size(), outcome.err());
    assertEquals(outcome.errors().size(), own.size() + named.size(), outcome.err());
    assertEquals(2, outcome.code());
    assertFalse(Files.exists(out));
  }

  @Test
  void ofASweep() throws IOException {
    Path file = folder.resolve("sweep.yaml");
    Files.writeString(
        file,
        """
        capgate-sweep: 1
        name: own
        desgin: grid
        vary:
          dose: {low: 1, high: 30, scale: lg}
          left: {values: [0, many]}
          unused: {values: [1, 2]}
        scenario:
          species: mouse
          stress: chronc
          genotype: 4EBP2 x$left inhibitory
          treatment: ketamine $dose mg/kg ip at 0 h
        readouts: [mod, immobility, imobility]
        at-hours: [2, x]
        """);
    Path out = folder.resolve("out");
    Outcome outcome = Outcome.of("sweep", file.toString(), "--out", out.toString());
    said(file, outcome, List.of(":3:", ":5:", ":7:", ":13:", ":13:", ":14:"));
    Files.writeString(
        file,
        """
        capgate-sweep: 1
        name: own
        vary:
          dose: {low: 1, high: 1e9}
          left: {values: [0, many, lots]}
        scenario:
          species: mouse
          stress: chronc
          genotype: 4EBP2 x$left inhibitory
          treatment: ketamine $dose mg/kg ip at 0 h
        readouts: [mod]
        at-hours: [24]
        """);
    outcome = Outcome.of("sweep", file.toString(), "--out", out.toString());
    said(file, outcome, List.of(":8:", ":9:", ":9:", ":10:", ":11:"));
    assertFalse(outcome.errors().get(0).contains("where"), outcome.err());
    assertTrue(outcome.errors().get(1).endsWith("(where $left is many)"), outcome.err());
    assertTrue(outcome.errors().get(2).endsWith("(where $left is lots)"), outcome.err());
    assertTrue(outcome.errors().get(3).contains("(where $dose is "), outcome.err());
    assertFalse(Files.exists(out));
  }

  @Test
  void ofASearch() throws IOException {
    Path file = folder.resolve("search.yaml");
    Files.writeString(
        file,
        """
        capgate-search: 1
        name: own
        vary:
          dose: {low: 1, high: 1e9, scale: log}
        scenario:
          species: mouse
          stress: chronc
          genotype: 4EPB2 x0 all
          treatment: ketamine $dose mg/kg ip at 0 h
        references:
          - {name: single, treatment: ketamin 10 mg/kg ip at 0 h}
          - {nam: single, treatment: none}
        objectives:
          - {name: mood, measure: mod, at-hours: x, aim: hgh}
          - {name: surge, measure: dopamine, highest: [0], aim: low}
        population: 5
        generations: -1
        """);
    Path out = folder.resolve("out");
    Outcome outcome = Outcome.of("search", file.toString(), "--out", out.toString());
    said(
        file,
        outcome,
        List.of(
            ":7:", ":8:", ":9:", ":11:", ":12:", ":14:", ":14:", ":14:", ":15:", ":16:", ":17:"));
    assertFalse(Files.exists(out));
  }

  @Test
  void ofACompound() throws IOException {
    Path file = folder.resolve("compound.yaml");
    Files.writeString(
        file,
        """
        capgate-compound: 1
        name: Own Drug
        kind: drug
        descripton: "what"
        description: "what"
        molarMassGramsPerMole: {value: -3, source: "x"}
        kinetics:
          mice: {}
          mouse:
            central:
              volumeLitresPerKilogram: {value: three, source: "x"}
              clearanceLitresPerHourPerKilogram: {value: 1, source: "ASSUMED"}
            brain:
              partitionCoefficient: {value: 1, source: "x"}
              equilibrationPerHour: 2
            routes:
              im: {}
              ip:
                bioavailability: {value: 1.5, source: "x"}
                absorptionPerHour: {value: 6, source: "x"}
        targets:
          nmdar: {}
          ampa:
            potencyMicromolar: {value: 0, source: "x"}
            hillSlope: {value: 1, source: "x"}
            maximalEffect: {value: 0.5, source: "x"}
            sign: potentiates
            kinetics: reversible
            offPerHour: {value: 1, source: "x"}
        """);
    Path out = folder.resolve("out");
    Outcome outcome = Outcome.of("compare", "--compound", file.toString(), "--out", out.toString());
    said(
        file,
        outcome,
        List.of(
            ":2:", ":4:", ":6:", ":8:", ":11:", ":12:", ":15:", ":17:", ":19:", ":22:", ":24:",
            ":27:", ":29:"));
    assertFalse(Files.exists(out));
  }

  @Test
  void ofTargetsOfASelection() throws IOException {
    Path file = folder.resolve("targets.csv");
    Files.writeString(
        file,
        """
        target,population,treatment,readout,kind,at_h,limit,value,deviation,subjects,role,certainty,source
        one,mouse,ketamin 10 mg/kg ip at 0 h,imobility,value,x,,120,5,20,fittd,read,somebody 2020
        two,mouse,none,immobility,change,0,,120,5,1,fitted,read,
        too few fields
        one,mouse,none,immobility,value,0,,120,5,20,fitted,red,somebody 2020
        """);
    Path out = folder.resolve("out");
    Outcome outcome = Outcome.of("select", "--targets", file.toString(), "--out", out.toString());
    said(file, outcome, List.of(":2:", ":2:", ":2:", ":2:", ":3:", ":3:", ":4:", ":5:", ":5:"));
    assertFalse(Files.exists(out));
  }

  @Test
  void ofParameterSets() throws IOException {
    Path file = folder.resolve("sets.csv");
    Files.writeString(file, "bdnfHalf,bdnfTimeHours\nx,-1\n2,1\n2\ny,1\n");
    said(
        file,
        Outcome.of("compare", "--ensemble", file.toString()),
        List.of(":2:", ":2:", ":4:", ":5:"));
  }

  @Test
  void ofFindingsAndPredictionsColumnByColumn() throws IOException {
    Path file = folder.resolve("findings.csv");
    String header = String.join(",", FindingFile.COLUMNS);
    Files.writeString(
        file,
        header
            + "\nA,behaviour,mose,in-vivo,acute,wild-type,ketamin 1 mg/kg ip at 0 h,mood,24,untreated,"
            + "increse,,inferred,x"
            + "\nB,behaviour,mouse,in-vivo,none,wild-type,none,mod,24,untreted,no-change,,infered,"
            + "\n");
    List<String> expected = List.of(":2:", ":2:", ":2:", ":2:", ":3:", ":3:", ":3:", ":3:");
    said(file, Outcome.of("findings", "--file", file.toString()), expected);
    said(file, Outcome.of("predict", file.toString()), expected);
  }

  @Test
  void ofAHeader() throws IOException {
    Path file = folder.resolve("header.csv");
    Files.writeString(file, "nam,valu,x\nbdnfHalf,1,2\n");
    said(
        file,
        Outcome.of("parameters", "bdnf", "--parameters", file.toString()),
        List.of(":1:1:", ":1:5:", ":1:10:"));
  }
}
