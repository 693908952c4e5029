package org.capgate.cli.findings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.capgate.cli.Json;
import org.capgate.cli.Outcome;
import org.capgate.input.SeedFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FindingsCommandTest {
  private static final String HEADER =
      "id,area,subject,preparation,stress,genotype,treatment,readout,at_h,versus,expected,"
          + "magnitude,standing,source\n";

  /** The untreated wild type has immobility; whether it changes without treatment decides. */
  private static final String ROW =
      "%s,test,mouse,in-vivo,none,wild-type,none,immobility,24,untreated,%s,,established,nobody\n";

  @TempDir Path folder;

  private String file(String text) throws IOException {
    return Files.writeString(folder.resolve("my findings.csv"), text).toString();
  }

  @Test
  void lastLineCountsAndAReproducedFindingIsSuccess() throws IOException {
    Outcome outcome =
        Outcome.of("findings", "--file", file(HEADER + ROW.formatted("T1", "no-change")));
    assertEquals(0, outcome.code(), outcome.err());
    assertEquals("1 passed, 0 failed", outcome.lastLine());
  }

  @Test
  void anEstablishedFindingThatIsNotReproducedFailsTheCommand() throws IOException {
    String rows = ROW.formatted("T1", "no-change") + ROW.formatted("T2", "increase");
    Outcome outcome = Outcome.of("findings", "--file", file(HEADER + rows));
    assertEquals(1, outcome.code(), outcome.err());
    assertEquals("1 passed, 1 failed", outcome.lastLine());
    assertEquals("", outcome.err());
  }

  @Test
  void anOptionOfNetworksWithoutANetworkIsRefusedNotIgnored() {
    for (String option : new String[] {"--seed", "--synapses"}) {
      Outcome outcome = Outcome.of("findings", option, "20");
      assertEquals(2, outcome.code(), outcome.out());
      assertEquals(
          "capgate: %s: '20' is for networks; add --network N, or leave it out".formatted(option),
          outcome.err().strip());
    }
  }

  @Test
  void aGenotypeOfASubclassIsEvaluatedOnNetworksWithSubclasses() throws IOException {
    Path file = folder.resolve("gerhard.csv");
    String head =
        "id,area,subject,preparation,stress,genotype,treatment,readout,at_h,versus,expected,magnitude,standing,source\n";
    String row =
        "%s,test,mouse,in-vivo,none,%s,ketamine 10 mg/kg ip at 0 h,glutamate,0.5,untreated,increase,,"
            + "established,nobody\n";
    Files.writeString(
        file, head + row.formatted("T1", "4EBP2 x0.5 SST") + row.formatted("T2", "4EBP2 x0.5 PV"));
    String[] words = {
      "findings", "--file", file.toString(), "--network", "60", "--synapses", "10", "--subclasses"
    };
    Outcome outcome = Outcome.of(words);
    // ketamine releases glutamate in any genotype, here by a tenth or more
    assertEquals("2 passed, 0 failed", outcome.lastLine(), outcome.out() + outcome.err());
    assertEquals(0, outcome.code());

    Outcome without = Outcome.of(Arrays.copyOf(words, words.length - 1));
    assertEquals(2, without.code());
    assertTrue(without.err().contains("gerhard.csv:2:"), without.err());
    assertTrue(without.err().contains("unknown class of cells 'SST'"), without.err());
    Outcome meanField = Outcome.of("findings", "--file", file.toString(), "--subclasses");
    assertEquals(2, meanField.code());
    assertEquals(
        "capgate: --subclasses: is for networks; add --network N, or leave it out",
        meanField.err().strip());
    Files.writeString(file, head + row.formatted("T1", "GRIN2B x0 SSTT"));
    Outcome misspelt = Outcome.of(words);
    assertEquals(2, misspelt.code());
    assertTrue(misspelt.err().contains("did you mean 'SST'?"), misspelt.err());
  }

  @Test
  void withAFolderATableAndTheCoursesWithWhatWasFoundAreWritten() throws IOException {
    String row =
        "%s,test,mouse,in-vivo,none,wild-type,ketamine 10 mg/kg ip at 0 h,immobility,%s,untreated,%s,,"
            + "established,nobody\n";
    String rows = row.formatted("T1", "24", "decrease") + row.formatted("T2", "504", "no-change");
    Path out = folder.resolve("out");
    Outcome outcome =
        Outcome.of(
            "findings",
            "--file",
            file(HEADER + rows),
            "--out",
            out.toString(),
            "--figures",
            "svg",
            "--members",
            "5");
    assertEquals(0, outcome.code(), outcome.err());
    String svg = Files.readString(out.resolve("courses.svg"));
    assertTrue(svg.contains("ketamine 10 mg/kg ip"), "the panel names the dose");
    assertTrue(svg.contains("5 parameter sets"), "the note says what the bands are");
    assertEquals(
        2,
        Files.readAllLines(out.resolve("findings.csv")).stream()
            .filter(line -> line.startsWith("T"))
            .count());
    Files.delete(out.resolve("courses.svg"));
    String nothingToDraw = HEADER + ROW.formatted("T1", "no-change");
    Outcome none = Outcome.of("findings", "--file", file(nothingToDraw), "--out", out.toString());
    assertEquals(0, none.code(), none.err());
    assertFalse(Files.exists(out.resolve("courses.svg")), "no course, no figure");
  }

  /** Mood is zero untreated, and so is the level of a drug. */
  @Test
  void aReadoutWithoutARelativeChangeIsInTheTableAlone() throws IOException {
    String row =
        "%s,test,mouse,in-vivo,none,wild-type,ketamine 10 mg/kg ip at 0 h,%s,2,untreated,increase,,"
            + "established,nobody\n";
    Path out = folder.resolve("out");
    String rows = row.formatted("T1", "mood") + row.formatted("T2", "plasma-ketamine");
    Outcome outcome =
        Outcome.of("findings", "--file", file(HEADER + rows), "--out", out.toString());
    assertEquals(0, outcome.code(), outcome.err());
    assertTrue(Files.exists(out.resolve("findings.csv")));
    assertFalse(Files.exists(out.resolve("courses.svg")), "percent of nothing");
  }

  @Test
  void jsonOfThePublishedFindingsIsValid() {
    Outcome outcome = Outcome.of("findings", "--format", "json");
    Json.check(outcome.out());
    assertTrue(outcome.out().contains("\"B01\""));
    assertTrue(outcome.out().contains("\"repeat\": \"capgate findings --format json\""));
    assertEquals("", outcome.err());
  }

  @Test
  void theJsonCheckerRefusesWhatIsNotJson() {
    for (String wrong : new String[] {"{\"a\": 01}", "[1,]", "{a: 1}", "\"\t\"", "[1] 2", "NaN"}) {
      assertThrows(AssertionError.class, () -> Json.check(wrong), wrong);
    }
  }

  @Test
  void csvSaysHowToMakeItAgain() throws IOException {
    String file = file(HEADER + ROW.formatted("T1", "no-change"));
    Outcome outcome = Outcome.of("findings", "--file", file, "--format", "csv");
    assertTrue(
        outcome.lines().contains("# repeat: capgate findings --file '" + file + "' --format csv"),
        outcome.out());
    assertTrue(outcome.lastLine().startsWith("T1,test,mouse,"), outcome.out());
  }

  @Test
  void aMechanismOptionChangesWhatIsSimulated() throws IOException {
    String row = ROW.replace(",none,immobility", ",ketamine 10 mg/kg ip at 0 h,immobility");
    String file = file(HEADER + row.formatted("T1", "decrease"));
    String usual = Outcome.of("findings", "--file", file, "--format", "csv").lastLine();
    String changed =
        Outcome.of(
                "findings",
                "--file",
                file,
                "--format",
                "csv",
                "--mechanism",
                "first-target=resting-nmda")
            .lastLine();
    assertFalse(usual.equals(changed), usual);
  }

  @Test
  void aCompoundOfTheUserIsTakenAsItsFileSays(@TempDir Path folder) throws IOException {
    String shipped = SeedFiles.text("compounds/hnk.yaml").text();
    Path inert = folder.resolve("hnk.yaml");
    Files.writeString(inert, shipped.substring(0, shipped.indexOf("targets:")) + "targets: {}\n");
    Outcome usual = Outcome.of("findings", "--format", "csv");
    Outcome changed = Outcome.of("findings", "--format", "csv", "--compound", inert.toString());
    assertTrue(verdictOf("B03", usual).startsWith("pass"), usual.out());
    assertTrue(verdictOf("B03", changed).startsWith("fail"), changed.out() + changed.err());
  }

  private static String verdictOf(String id, Outcome findings) {
    String row =
        findings.lines().stream().filter(line -> line.contains(id + ",")).findFirst().orElseThrow();
    return row.contains("pass") ? "pass" : "fail";
  }
}
