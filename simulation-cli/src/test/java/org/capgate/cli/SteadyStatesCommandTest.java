package org.capgate.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.util.List;
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

  private static final String ROUND =
      "4EBP1 x4.3 excitatory; 4EBP1 x0 inhibitory; 4EBP2 x4.98 excitatory; GRIN2B x4.9 excitatory";

  @Test
  void aGenotypeWithoutARestIsANamedRowWithItsReasonBesideTheOthers() {
    Outcome outcome =
        Outcome.of("steady-states", "--format", "csv", "--genotypes", "wild-type," + ROUND);
    assertEquals(1, outcome.code(), outcome.err());
    List<CsvTable.Row> rows =
        CsvTable.read("csv", new StringReader(outcome.out().replaceAll("(?m)^#.*\\R", ""))).rows();
    assertEquals(3, rows.size());
    assertEquals("yes", rows.get(0).text("stable"));
    assertEquals("", rows.get(0).text("reason"));
    CsvTable.Row none = rows.get(2);
    assertEquals("no", none.text("stable"));
    assertEquals("oscillation", none.text("reason"));
    double share = Double.parseDouble(none.text("lostAtShare"));
    assertTrue(share > 0 && share < 1, none.text("lostAtShare"));
    assertTrue(Double.parseDouble(none.text("leadingImaginaryPerHour")) > 0);
    assertEquals("", none.text("mood"));
  }

  @Test
  void theReasonIsASentenceBelowTheTable() {
    Outcome outcome = Outcome.of("steady-states", "--genotypes", "RPTOR x5 all," + ROUND);
    assertEquals(1, outcome.code(), outcome.err());
    assertTrue(outcome.lines().get(2).contains("NONE"), outcome.out());
    String text = outcome.out().replace('\n', ' ');
    assertTrue(text.contains("loses its stability to an oscillation, eigenvalues "), text);
    assertTrue(text.contains(" h, at share 0."), text);
  }
}
