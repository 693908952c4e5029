package org.capgate.input;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CsvTableTest {

  private static final String QUOTE_INSIDE =
      "t.csv:2:6: a quote stands inside a field that does not begin with one; quote the whole field";

  private static CsvTable table(String text) {
    return CsvTable.read("t.csv", new StringReader(text));
  }

  @Test
  void fieldsAreFoundByColumnNameAndStripped() {
    CsvTable table =
        table("\uFEFFid, dose\r\n\r\nB01, 10 mg/kg \r\n\"B,02\",\"say \"\"x\"\"\"\r\n");
    assertEquals(List.of("id", "dose"), table.header());
    assertEquals("10 mg/kg", table.rows().get(0).text("dose"));
    assertEquals("B,02", table.rows().get(1).text("id"));
    assertEquals("say \"x\"", table.rows().get(1).text("dose"));
  }

  @Test
  void everyCharacterOfAFieldKnowsItsLineAndColumn() {
    CsvTable table = table("id,a,b\n\nR1,\"x,\"\"y\nz\", word\n");
    CsvTable.Row row = table.rows().get(0);
    assertEquals("t.csv:3:1", row.place("id").toString());
    assertEquals("t.csv:3:5", row.place("a").toString());
    assertEquals("t.csv:3:9", row.placeAt("a", 3).toString()); // y, behind a doubled quote
    assertEquals("t.csv:4:1", row.placeAt("a", 5).toString()); // z, on the next line
    assertEquals("t.csv:4:5", row.place("b").toString()); // the blank before the word is skipped
  }

  static List<List<String>> mistakes() {
    return List.of(
        List.of("", "t.csv:1:1: the table is empty, expected a header"),
        List.of("id,id\n", "t.csv:1:4: column 'id' is stated twice"),
        List.of("id,dsoe\nB01,1\n", "t.csv:1:4: unknown column 'dsoe', did you mean 'dose'?"),
        List.of("id\nB01\n", "t.csv:1: column 'dose' is missing"),
        List.of("id,dose\nB01\n", "t.csv:2:1: the row has 1 fields, the header has 2"),
        List.of("id,dose\nB01,1,2\n", "t.csv:2:5: the row has 3 fields, the header has 2"),
        List.of("id,dose\nB01,ten\n", "t.csv:2:5: dose: must be a number, but was 'ten'"),
        List.of("id,dose\nB01,\n", "t.csv:2:5: dose: must not be empty"),
        List.of("id,dose\nB01,-1\n", "t.csv:2:5: dose must be finite and >= 0 mg, but was -1"),
        List.of("id,dose\nB01,\"1\nB01,2\nB01,3\n", "t.csv:2:5: a quoted field is not closed"),
        List.of("id,dose\n\"B01,1\nB01,\"2\"\n", "t.csv:2:1: a quoted field is not closed"),
        List.of("\"id,dose\nB01,1\n", "t.csv:1:1: a quoted field is not closed"),
        List.of("# by hand\nid,dose\n\nB01,\"1", "t.csv:4:5: a quoted field is not closed"),
        List.of("id,dose\r\nB01,\"1\r\n\r\n", "t.csv:2:5: a quoted field is not closed"),
        List.of(
            "id,dose\nB01,\"1\"0\n",
            "t.csv:2:8: text follows the closing quote of a field; a quote inside is doubled"),
        List.of("id,dose\nB01,1\"\n", QUOTE_INSIDE),
        List.of("id,dose\nB01, \"1\"\n", QUOTE_INSIDE),
        List.of("id,dose\nB01,1\0\n", "t.csv:2:6: holds a NUL character"),
        List.of("id,dose\nB1,1\n", "t.csv:2:1: unknown id 'B1', did you mean 'B01'?"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("mistakes")
  void mistakesNameThePlaceTheValueAndTheBound(List<String> textAndMessage) {
    InputException e =
        assertThrows(
            InputException.class,
            () -> {
              CsvTable.Row row =
                  table(textAndMessage.get(0)).withColumns("id", "dose").rows().get(0);
              row.oneOf("id", List.of("B01", "B02"));
              row.number("dose", Bounds.nonNegative("mg"));
            });
    assertEquals(textAndMessage.get(1), e.getMessage());
  }

  @Test
  void anUnknownColumnAskedForInCodeIsAnArgumentError() {
    CsvTable.Row row = table("id\nB01\n").rows().get(0);
    assertThrows(IllegalArgumentException.class, () -> row.text("di"));
  }

  @Test
  void missingFilesFoldersAndOtherEncodingsAreOneLineErrors(@TempDir Path folder)
      throws IOException {
    Path missing = folder.resolve("no.csv");
    Path binary =
        Files.write(folder.resolve("b.csv"), new byte[] {'i', 'd', '\n', (byte) 0xE9, '\n'});
    assertEquals(
        missing + ": no such file",
        assertThrows(InputException.class, () -> CsvTable.read(missing)).getMessage());
    assertEquals(
        binary + ":2:1: is not UTF-8 text",
        assertThrows(InputException.class, () -> CsvTable.read(binary)).getMessage());
    assertTrue(
        assertThrows(InputException.class, () -> CsvTable.read(folder))
            .getMessage()
            .endsWith("is not a regular file"));
  }

  @Test
  void anOversizedTextIsRefused() {
    StringReader endless = new StringReader("x".repeat(SourceText.LARGEST_BYTES + 1));
    InputException e = assertThrows(InputException.class, () -> CsvTable.read("big.csv", endless));
    assertTrue(e.getMessage().startsWith("big.csv: is larger than"), e.getMessage());
  }
}
