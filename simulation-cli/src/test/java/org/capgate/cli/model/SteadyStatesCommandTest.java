package org.capgate.cli.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.util.List;
import org.capgate.cli.Outcome;
import org.capgate.input.CsvTable;
import org.junit.jupiter.api.Test;

class SteadyStatesCommandTest {
  @Test
  void wildTypeIsShownWithAndWithoutStressAndIsStable() {
    Outcome outcome = Outcome.of("steady-states", "--format", "csv");
    assertEquals(0, outcome.code(), outcome.err());
    List<CsvTable.Row> rows =
        CsvTable.read("csv", new StringReader(outcome.out().replaceAll("(?m)^#.*\\R", ""))).rows();
    assertEquals(9, rows.size());
    assertEquals("none", rows.get(0).text("stress"));
    assertEquals("chronic", rows.get(1).text("stress"));
    for (CsvTable.Row row : rows) {
      double leading = Double.parseDouble(row.text("leadingRealPerHour"));
      assertEquals(leading < 0 ? "yes" : "no", row.text("stable"));
      // relative rate of change, in units of one per hour; Newton's method ends near rounding
      assertTrue(Double.parseDouble(row.text("residual")) < 1e-9, row.text("residual"));
    }
    assertEquals("yes", rows.get(0).text("stable"));
    assertEquals(0, Double.parseDouble(rows.get(0).text("mood")), 1e-9);
  }

  @Test
  void textFitsATerminalOf100Columns() {
    Outcome outcome = Outcome.of("steady-states");
    assertTrue(outcome.lines().get(1).startsWith("wild type "), outcome.out());
    outcome.lines().forEach(line -> assertTrue(line.length() <= 100, line));
  }

  @Test
  void eigenvaluesThatTellGenotypesApartFollowTheSlowestWhichIsTheSameForAll() {
    List<String> lines = Outcome.of("steady-states").lines();
    int from = 0;
    while (!lines.get(from).startsWith("eigenvalues that differ (1/h)")) {
      from++;
    }
    assertTrue(lines.get(from).contains("no. "), lines.get(from));
    List<String> animals = lines.subList(from + 1, from + 10);
    assertTrue(animals.get(0).startsWith("wild type "), animals.get(0));
    long different = animals.stream().map(line -> line.replaceAll(".*  ", "")).distinct().count();
    assertTrue(different > 2, animals.toString());
  }

  /** Where nearly all release of BDNF is by activity, and these take that away: some is left. */
  @Test
  void allThatReleasesBdnfAtOnceLeavesARestToEveryGenotype() {
    Outcome outcome =
        Outcome.of(
            "steady-states",
            "--format",
            "csv",
            "--set",
            "bdnfByGlutamate=0.9",
            "--set",
            "bdnfByEef2=0.8",
            "--set",
            "s6kWeight=2",
            "--genotypes",
            "RPTOR x5 all,EIF4E x0 inhibitory; GRIN2B x0.07 excitatory; GRIN2B x4.7 inhibitory;"
                + " RPTOR x2.1 excitatory");
    assertEquals(0, outcome.code(), outcome.err());
    List<CsvTable.Row> rows =
        CsvTable.read("csv", new StringReader(outcome.out().replaceAll("(?m)^#.*\\R", ""))).rows();
    assertEquals(2, rows.size());
    rows.forEach(row -> assertEquals("yes", row.text("stable"), row.text("genotype")));
  }
}
