package org.capgate.analysis;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TableTest {
  private static TableBuilder animals() {
    return Table.builder()
        .text("genotype")
        .number("timeHours")
        .number("mood")
        .row("wild type", 2, 0.125)
        .row("wild type", 24, 1.0 / 3)
        .row("4E-BP2 knockout", 24, null);
  }

  @Test
  void csvHasProvenanceHeaderAndShortestNumbers() {
    Table table = animals().provenance("version", "1.0").provenance("seed", "42").build();
    assertEquals(
        """
        # version: 1.0
        # seed: 42
        genotype,timeHours,mood
        wild type,2,0.125
        wild type,24,0.3333333333333333
        4E-BP2 knockout,24,
        """,
        table.toCsv());
  }

  @Test
  void csvQuotesWhatWouldBeReadDifferently() {
    Table table =
        Table.builder()
            .text("note")
            .text("other, more")
            .row("#1", "say \"no\"")
            .row("", "two\nlines")
            .build();
    assertEquals(
        "note,\"other, more\"\n\"#1\",\"say \"\"no\"\"\"\n\"\",\"two\nlines\"\n", table.toCsv());
  }

  @Test
  void provenanceStaysOnOneCommentLine() {
    Table table = animals().provenance("command", "capgate compare\nrm").build();
    assertTrue(table.toCsv().startsWith("# command: capgate compare rm\ngenotype"));
  }

  @Test
  void fileHoldsExactlyTheCsvText(@TempDir Path folder) throws Exception {
    Table table = animals().provenance("unit", "µM").build();
    table.writeCsv(folder.resolve("new/table.csv"));
    assertEquals(table.toCsv(), Files.readString(folder.resolve("new/table.csv")));
  }

  @Test
  void csvIsTheSameInEveryLocale() {
    String before = animals().build().toCsv() + animals().build().toText();
    Locale usual = Locale.getDefault();
    try {
      Locale.setDefault(Locale.GERMANY);
      assertEquals(before, animals().build().toCsv() + animals().build().toText());
    } finally {
      Locale.setDefault(usual);
    }
  }

  @Test
  void textIsAlignedAndRounded() {
    assertEquals(
        """
        genotype         timeHours    mood
        ---------------  ---------  ------
        wild type                2  0.1250
        wild type               24  0.3333
        4E-BP2 knockout         24       -
        """,
        animals().build().toText());
  }

  @Test
  void smallDosesBesideLargeOnesDoNotReadZero() {
    Table doses = Table.builder().number("doseMgPerKg").row(0.03).row(0.3).row(200).build();
    assertEquals(
        "doseMgPerKg\n-----------\n       0.03\n       0.30\n     200.00\n", doses.toText());
  }

  @Test
  void controlCharactersDoNotReachTheTerminal() {
    Table table = Table.builder().text("name").row("a\u001b[2Jb").build();
    assertFalse(table.toText().contains("\u001b"));
  }

  @Test
  void rowsAreFoundByText() {
    Table table = animals().build();
    assertEquals(List.of("wild type", "4E-BP2 knockout"), table.distinct("genotype"));
    Table wildType = table.where("genotype", "wild type");
    assertArrayEquals(new double[] {0.125, 1.0 / 3}, wildType.numbers("mood"));
    assertEquals(1, table.where("timeHours", "2").size());
    assertEquals(List.of("mood", "genotype"), table.select("mood", "genotype").header());
  }

  @Test
  void missingNumbersAreNotANumberAndSaidToBeMissing() {
    Table table = animals().build();
    assertTrue(table.isMissing(2, "mood"));
    assertTrue(Double.isNaN(table.number(2, "mood")));
    assertEquals("", table.text(2, "mood"));
  }

  @Test
  void tableDoesNotChangeWithTheBuilderOrTheCopiesItGaveAway() {
    TableBuilder builder = animals();
    Table table = builder.build();
    String before = table.toCsv();
    builder.row("later", 1, 1);
    table.numbers("mood")[0] = 99;
    assertEquals(before, table.toCsv());
    assertEquals(4, builder.build().size());
    assertThrows(UnsupportedOperationException.class, () -> table.provenance().put("a", "b"));
  }

  @Test
  void equalContentMeansEqualTables() {
    assertEquals(animals().build(), animals().build());
    assertEquals(animals().build().hashCode(), animals().build().hashCode());
    assertNotEquals(animals().build(), animals().row("x", 1, 1).build());
    assertNotEquals(animals().build(), animals().build().withProvenance(Map.of("version", "1.0")));
  }

  @Test
  void mistakesNameTheRowTheColumnAndTheValue() {
    assertMistake("row 3: mood must be finite", () -> animals().row("x", 1, Double.NaN));
    assertMistake(
        "row 3: mood must be a number or null, but was low", () -> animals().row("x", 1, "low"));
    assertMistake("row 3: genotype must be a text, but was null", () -> animals().row(null, 1, 1));
    assertMistake("row 3 has 2 cells, but the table has 3", () -> animals().row("x", 1));
    assertMistake("but was 'mood'", () -> Table.builder().number("mood").text("mood"));
    assertMistake("after the first row", () -> animals().number("late"));
    assertMistake("no column 'mod'", () -> animals().build().numbers("mod"));
    assertMistake("holds text", () -> animals().build().numbers("genotype"));
    assertMistake("without a colon", () -> animals().provenance("a:b", "c"));
    assertMistake("at least one column", () -> Table.builder().build());
    assertThrows(IndexOutOfBoundsException.class, () -> animals().build().text(3, "mood"));
  }

  private static void assertMistake(String expected, Runnable act) {
    String message = assertThrows(IllegalArgumentException.class, act::run).getMessage();
    assertTrue(message.contains(expected), message);
  }
}
