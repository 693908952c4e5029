package org.capgate.parquet;

import com.jerolba.carpet.CarpetWriter;
import com.jerolba.carpet.io.OutputStreamOutputFile;
import com.jerolba.carpet.model.FieldTypes;
import com.jerolba.carpet.model.WriteRecordModelType;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Map;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.capgate.analysis.AtomicFile;
import org.capgate.analysis.Table;
import org.capgate.analysis.TableFormat;

/**
 * Tables as Parquet, compressed by zstd: texts as strings, numbers as doubles, missing as null,
 * provenance as key-value metadata of the file. Equal tables give equal bytes. A file is written
 * completely or not at all.
 */
public final class ParquetFormat implements TableFormat {
  /** Needs no state; a service must be constructible. */
  public ParquetFormat() {}

  @Override
  public String word() {
    return "parquet";
  }

  @Override
  public void write(Path file, Iterable<Table> parts, Map<String, String> provenance) {
    AtomicFile.write(file, out -> write(out, parts, provenance));
  }

  private static void write(OutputStream out, Iterable<Table> parts, Map<String, String> provenance)
      throws IOException {
    Iterator<Table> all = parts.iterator();
    Columns columns = new Columns(all.next());
    try (CarpetWriter<Row> writer =
        new CarpetWriter.Builder<>(new OutputStreamOutputFile(new Unclosed(out)), Row.class)
            .withWriteRecordModel(columns.model())
            .withCompressionCodec(CompressionCodecName.ZSTD)
            .withExtraMetaData(provenance)
            .build()) {
      columns.writeTo(writer);
      while (all.hasNext()) {
        new Columns(all.next()).writeTo(writer);
      }
    }
  }

  /** The columns of a table, found once instead of for each cell. */
  private static final class Columns {
    private final Table table;
    private final String[] names;
    private final double[][] numbers;

    Columns(Table table) {
      this.table = table;
      names = table.header().toArray(String[]::new);
      numbers = new double[names.length][];
      for (int i = 0; i < names.length; i++) {
        numbers[i] = table.isNumber(names[i]) ? table.numbers(names[i]) : new double[0];
      }
    }

    WriteRecordModelType<Row> model() {
      WriteRecordModelType<Row> model = FieldTypes.writeRecordModel(Row.class);
      for (int i = 0; i < names.length; i++) {
        int column = i;
        if (table.isNumber(names[i])) {
          model.withField(names[i], FieldTypes.DOUBLE, row -> row.number(column));
        } else {
          model.withField(names[i], FieldTypes.STRING, row -> row.text(column));
        }
      }
      return model;
    }

    void writeTo(CarpetWriter<Row> writer) throws IOException {
      for (int i = 0; i < table.size(); i++) {
        writer.write(new Row(this, i));
      }
    }
  }

  /** What is written: a row of the table it is in. */
  private record Row(Columns columns, int index) {
    /** Boxed, since a number may be missing. */
    @SuppressWarnings("NullAway") // Carpet takes null for missing, and does not say so
    Object number(int column) {
      double value = columns.numbers[column][index];
      return Double.isNaN(value) ? null : value;
    }

    @SuppressWarnings("NullAway")
    Object text(int column) {
      String value = columns.table.text(index, columns.names[column]);
      return value.isEmpty() ? null : value;
    }
  }

  /** Whoever opened a stream closes it. */
  private static final class Unclosed extends FilterOutputStream {
    Unclosed(OutputStream out) {
      super(out);
    }

    @Override
    public void write(byte[] bytes, int from, int count) throws IOException {
      out.write(bytes, from, count);
    }

    @Override
    public void close() throws IOException {
      flush();
    }
  }
}
