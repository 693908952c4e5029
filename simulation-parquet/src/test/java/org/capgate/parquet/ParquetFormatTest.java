package org.capgate.parquet;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.jerolba.carpet.CarpetReader;
import com.jerolba.carpet.io.FileSystemInputFile;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.capgate.analysis.Table;
import org.capgate.analysis.TableBuilder;
import org.capgate.analysis.TableFormat;
import org.capgate.cli.CapGate;
import org.capgate.input.CsvTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ParquetFormatTest {
  @TempDir Path folder;

  private final TableFormat parquet = TableFormat.named("parquet").orElseThrow();

  /** How Carpet reads a row back. */
  record Read(String genotype, Double moodShare, Double timeHours) {}

  /** Some columns of what a cohort writes. */
  record Visit(String id, Double timeHours, Double mood) {}

  @Test
  void everyNumberReadsBackWithItsBitsAndMissingAsNull() throws Exception {
    Table table =
        builder()
            .row("wild type", 0.1 + 0.2, -1e-300)
            .row("", null, 24.0)
            .row("köpfe, \"a\"", Double.MIN_VALUE, -0.0)
            .build();
    Path file = folder.resolve("table.parquet");
    parquet.write(file, table);
    List<Read> rows = new CarpetReader<>(file.toFile(), Read.class).toList();
    assertEquals(
        List.of(
            new Read("wild type", 0.1 + 0.2, -1e-300),
            new Read(null, null, 24.0),
            new Read("köpfe, \"a\"", Double.MIN_VALUE, -0.0)),
        rows);
  }

  @Test
  void theFileSaysWhereItCameFromAndEqualTablesGiveEqualBytes() throws Exception {
    Table table = builder().row("wild type", 1.0, 2.0).build();
    Path one = folder.resolve("one.parquet");
    Path other = folder.resolve("other.parquet");
    parquet.write(one, List.of(table), Map.of("seed", "7"));
    parquet.write(other, List.of(table), Map.of("seed", "7"));
    assertArrayEquals(Files.readAllBytes(one), Files.readAllBytes(other));
    try (ParquetFileReader reader = ParquetFileReader.open(new FileSystemInputFile(one.toFile()))) {
      assertEquals("7", reader.getFileMetaData().getKeyValueMetaData().get("seed"));
    }
  }

  @Test
  void aCohortHasTheSameRowsInParquetAsInCsv() throws Exception {
    Path csv = cohort("csv");
    Path parquetFolder = cohort("parquet");
    List<Visit> read =
        new CarpetReader<>(parquetFolder.resolve("course.parquet").toFile(), Visit.class).toList();
    List<Visit> written =
        CsvTable.read(csv.resolve("course.csv")).rows().stream()
            .map(
                row ->
                    new Visit(
                        row.text("id"),
                        Double.valueOf(row.text("timeHours")),
                        Double.valueOf(row.text("mood"))))
            .toList();
    assertEquals(written, read);
    assertEquals(6, read.size());
    assertEquals(
        List.of("course.parquet", "numbers.parquet", "visits.parquet"),
        Files.readAllLines(parquetFolder.resolve("files.txt")).stream()
            .filter(line -> line.endsWith(".parquet"))
            .toList());
  }

  private Path cohort(String format) {
    Path out = folder.resolve(format);
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    PrintStream stream = new PrintStream(said, true, StandardCharsets.UTF_8);
    String[] arguments = {
      "cohort",
      "--population=mouse",
      "--subjects=3",
      "--at-hours=0,24",
      "--figures=svg",
      "--format=" + format,
      "--out=" + out
    };
    assertEquals(
        0, CapGate.run(arguments, stream, stream), () -> said.toString(StandardCharsets.UTF_8));
    return out;
  }

  @Test
  void whatFailsHalfWayLeavesNoFile() {
    Path file = folder.resolve("table.parquet");
    Table table = builder().row("wild type", 1.0, 2.0).build();
    Iterable<Table> torn =
        () -> List.of(table, table).stream().map(ParquetFormatTest::second).iterator();
    assertThrows(IllegalStateException.class, () -> parquet.write(file, torn, Map.of()));
    assertEquals(0, folder.toFile().list().length);
  }

  private static Table second(Table table) {
    throw new IllegalStateException(table + " cannot be had");
  }

  private static TableBuilder builder() {
    return Table.builder().text("genotype").number("moodShare").number("timeHours");
  }
}
