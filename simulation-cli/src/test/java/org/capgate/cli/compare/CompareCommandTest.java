package org.capgate.cli.compare;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.capgate.cli.Outcome;
import org.capgate.cli.output.Numeral;
import org.capgate.input.CsvTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompareCommandTest {
  private static final String TWO = "wild-type,4EBP1 x0 inhibitory; 4EBP2 x0 inhibitory";
  private static final String TREATED = "vehicle,ketamine 10 mg/kg ip at 0 h";

  @TempDir Path folder;

  private Outcome compare(Path out, String... more) {
    return Outcome.of(
        Stream.concat(
                Stream.of("compare", "--genotypes", TWO, "--days", "7", "--out", out.toString()),
                Stream.of(more))
            .toArray(String[]::new));
  }

  @Test
  void secondRunWritesTheSameBytesIntoAFolderWithSpaces() throws IOException {
    Path first = folder.resolve("first run");
    Path second = folder.resolve("another place/second run");
    Outcome outcome = compare(first, "--treatments", TREATED);
    Outcome again = compare(second, "--treatments", TREATED);
    assertEquals(0, outcome.code(), outcome.err());
    assertEquals("", outcome.err());
    assertEquals(outcome.out().replace(first.toString(), second.toString()), again.out());
    List<String> names = names(first);
    assertEquals(
        List.of(
            "bands.csv",
            "dose-response.csv",
            "dose-response.png",
            "dose-response.svg",
            "files.txt",
            "immobility.png",
            "immobility.svg",
            "mood.png",
            "mood.svg",
            "responses.csv",
            "switch.png",
            "switch.svg",
            "trajectories.csv"),
        names);
    assertEquals(names, names(second));
    for (String name : names) {
      assertArrayEquals(
          Files.readAllBytes(first.resolve(name)), Files.readAllBytes(second.resolve(name)), name);
    }
  }

  @Test
  void figuresComeInTheFormatsAskedFor() throws IOException {
    Outcome outcome = compare(folder, "--treatments", TREATED, "--figures", "pdf");
    assertEquals(0, outcome.code(), outcome.err());
    assertEquals(
        List.of(
            "bands.csv",
            "dose-response.csv",
            "dose-response.pdf",
            "files.txt",
            "immobility.pdf",
            "mood.pdf",
            "responses.csv",
            "switch.pdf",
            "trajectories.csv"),
        names(folder));
    byte[] pdf = Files.readAllBytes(folder.resolve("mood.pdf"));
    assertEquals("%PDF", new String(pdf, 0, 4, StandardCharsets.US_ASCII));
  }

  @Test
  void screenAndFileGiveTheSameNumbers() throws IOException {
    Outcome outcome = compare(folder, "--treatments", TREATED);
    CsvTable csv = readTable("trajectories.csv");
    assertEquals(
        List.of("genotype", "treatment", "time_h", "readout", "value", "unit"), csv.header());
    String mood =
        csv.rows().stream()
            .filter(row -> row.text("genotype").equals("wild-type"))
            .filter(row -> row.text("treatment").equals("ketamine 10 mg/kg ip at 0 h"))
            .filter(row -> row.text("readout").equals("mood") && row.text("time_h").equals("24"))
            .map(row -> Numeral.fixed(Double.parseDouble(row.text("value")), 3))
            .findFirst()
            .orElseThrow();
    String line = lineAfter(outcome, "wild type", "  ketamine 10 mg/kg ip");
    assertEquals(mood, line.strip().split("\\s+")[5]); // ketamine 10 mg/kg ip, 2 h, 24 h
  }

  @Test
  void everyFileSaysHowToMakeItAgain() throws IOException {
    compare(folder, "--treatments", "vehicle");
    String repeat =
        "repeat: capgate compare --genotypes '" + TWO + "' --days 7 --treatments vehicle";
    assertTrue(Files.readString(folder.resolve("responses.csv")).contains("# " + repeat + "\n"));
    assertTrue(Files.readString(folder.resolve("mood.svg")).contains(repeat));
    for (String line : List.of("capgate", "specification", "seed")) {
      assertTrue(Files.readString(folder.resolve("responses.csv")).contains("# " + line + ": "));
    }
  }

  @Test
  void tableFitsATerminalOf100Columns() {
    Outcome outcome = compare(folder);
    outcome.lines().forEach(line -> assertTrue(line.length() <= 100, line));
  }

  @Test
  void titlesOfAShortRunStandApart() {
    Outcome outcome = Outcome.of("--genotypes", "wild-type", "--days", "1", "--out", folder + "");
    assertTrue(outcome.out().contains("mood immobility (s)"), outcome.out());
  }

  @Test
  void treatmentsThatCannotBeVariedHaveNoDoseResponse() throws IOException {
    Outcome outcome = compare(folder, "--treatments", "vehicle");
    assertEquals(0, outcome.code(), outcome.err());
    assertTrue(names(folder).stream().noneMatch(name -> name.startsWith("dose-response")));
  }

  @Test
  void aPretreatmentIsSimulatedFromItsStartOn() throws IOException {
    String block = "nbqx 10 mg/kg ip at -0.5 h";
    String dose = "ketamine 10 mg/kg ip at 0 h";
    Outcome outcome = compare(folder, "--treatments", dose + "," + block + "; " + dose);
    assertEquals(0, outcome.code(), outcome.err());
    List<CsvTable.Row> responses = readTable("responses.csv").rows();
    assertEquals(block + "; " + dose, responses.get(1).text("treatment"));
    double alone = Double.parseDouble(responses.get(0).text("relative_change"));
    double blocked = Double.parseDouble(responses.get(1).text("relative_change"));
    assertTrue(Math.abs(blocked - alone) > 0.01, blocked + " against " + alone);
  }

  @Test
  void oneGenotypeAloneIsShownWithoutAnother() {
    Outcome outcome =
        Outcome.of("--genotypes", "4EBP2 x0 all", "--days", "1", "--out", folder + "");
    assertEquals(0, outcome.code(), outcome.err());
  }

  @Test
  void changedParameterChangesNumbersAndSpecification() throws IOException {
    Path file = folder.resolve("my parameters.csv");
    Files.writeString(file, "name,value\nimmobilityMaximumSeconds,250\n");
    compare(folder.resolve("usual"), "--treatments", "vehicle");
    compare(folder.resolve("changed"), "--treatments", "vehicle", "--parameters", file.toString());
    assertTrue(untreated("changed") != untreated("usual"));
    assertTrue(!header("changed").equals(header("usual")));
  }

  private double untreated(String run) throws IOException {
    return Double.parseDouble(readTable(run + "/responses.csv").rows().get(0).text("untreated_s"));
  }

  private String header(String run) throws IOException {
    return Files.readString(folder.resolve(run + "/responses.csv"))
        .lines()
        .filter(line -> line.startsWith("# specification"))
        .findFirst()
        .orElseThrow();
  }

  private CsvTable readTable(String name) throws IOException {
    String text = Files.readString(folder.resolve(name));
    return CsvTable.read(name, new java.io.StringReader(text.replaceAll("(?m)^#.*\\R", "")));
  }

  private static String lineAfter(Outcome outcome, String first, String start) {
    return outcome.lines().stream()
        .dropWhile(line -> !line.equals(first))
        .filter(line -> line.startsWith(start))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void everyVerdictSaysInHowManySetsItHoldsAndThePointAloneSaysNothingOfThem() throws IOException {
    Outcome banded = compare(folder.resolve("bands"), "--treatments", TREATED, "--members", "9");
    assertTrue(banded.out().contains("90 % of 9 sets"), banded.out());
    String responses = Files.readString(folder.resolve("bands/responses.csv"));
    for (String line :
        responses
            .lines()
            .filter(row -> !row.startsWith("#") && row.contains("ketamine"))
            .toList()) {
      String[] cells = line.split(",", -1);
      double low = Double.parseDouble(cells[cells.length - 3]);
      double high = Double.parseDouble(cells[cells.length - 2]);
      double share = Double.parseDouble(cells[cells.length - 1]);
      assertTrue(low <= high && share >= 0 && share <= 1, line);
    }
    Outcome point =
        compare(folder.resolve("point"), "--treatments", TREATED, "--parameters", "point");
    assertEquals(0, point.code(), point.err());
    assertFalse(point.out().contains("sets that agree"), point.out());
    assertFalse(Files.exists(folder.resolve("point/bands.csv")));
  }
}
