package org.capgate.cli.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.util.List;
import org.capgate.cli.Outcome;
import org.capgate.input.CsvTable;
import org.junit.jupiter.api.Test;

class LoopsCommandTest {
  @Test
  void gainsAtRestAndAlongTheRunAreListedAndFitATerminal() {
    Outcome outcome = Outcome.of("loops", "--at", "1,24");
    assertEquals(0, outcome.code(), outcome.err());
    assertEquals("Loops of the equations: wild-type-ketamine", outcome.lines().get(0));
    assertTrue(outcome.lines().get(2).matches("gain +rest +1 h +24 h"), outcome.out());
    assertTrue(
        outcome.out().contains("loop 1: rateExcitatoryHertz > rateInhibitoryHertz"), outcome.out());
    outcome.lines().forEach(line -> assertTrue(line.length() <= 100, line));
  }

  @Test
  void theTableHoldsEveryTimeAndEveryVariable() {
    Outcome outcome = Outcome.of("loops", "inhibitory-knockout", "--at", "2", "--format", "csv");
    assertEquals(0, outcome.code(), outcome.err());
    List<CsvTable.Row> rows =
        CsvTable.read("csv", new StringReader(outcome.out().replaceAll("(?m)^#.*\\R", ""))).rows();
    assertEquals(
        List.of("0", "2"),
        rows.stream()
            .filter(row -> row.text("loop").equals("all: det(I - G)"))
            .map(row -> row.text("hours").replace(".0", ""))
            .toList());
    assertEquals(
        2, rows.stream().filter(row -> row.text("loop").equals("all through bdnf")).count());
  }

  @Test
  void timesThatDoNotAscendAndRunsThatAreNotThereAreRefused() {
    Outcome falling = Outcome.of("loops", "--at", "2,1");
    assertEquals(2, falling.code());
    assertTrue(falling.err().contains("times must ascend, but were '2,1'"), falling.err());
    Outcome many = Outcome.of("loops", "--at", "1,2,3,4,5,6,7,8,9");
    assertEquals(2, many.code());
    assertTrue(many.err().contains("at most 8 times, but there were 9"), many.err());
    Outcome unknown = Outcome.of("loops", "--run", "nosuch");
    assertEquals(2, unknown.code());
    assertTrue(unknown.err().contains("unknown run 'nosuch'"), unknown.err());
  }
}
