package org.capgate.input;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.Reader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A table with a header, separated by commas unless said otherwise, whose rows know where they were
 * written. Every row has as many fields as the header; blank lines are skipped, and so are lines
 * above the header that begin with {@code #}, as CapGate writes them; fields are stripped of
 * surrounding blanks. Immutable.
 */
public final class CsvTable {

  private final SourceText source;
  private final char separator;
  private final List<String> header;
  private final int headerLine;
  private final List<Row> rows;
  private final Mistakes shape = new Mistakes(); // rows with other numbers of fields

  private CsvTable(SourceText source, char separator, List<CsvRecord> records) {
    this.source = source;
    this.separator = separator;
    if (records.isEmpty()) {
      throw new InputException(
          Place.startOf(source.name()), "the table is empty, expected a header");
    }
    CsvFieldLocator locator = new CsvFieldLocator(source, separator);
    CsvRecord first = records.get(0);
    this.headerLine = (int) first.getStartingLineNumber();
    Map<String, Integer> indexOf = new LinkedHashMap<>();
    for (int i = 0; i < first.getFieldCount(); i++) {
      String name = first.getField(i).strip();
      if (indexOf.put(name, i) != null) {
        throw new InputException(
            locator.place(headerLine, i, 0), "column " + Names.quoted(name) + " is stated twice");
      }
    }
    this.header = List.copyOf(indexOf.keySet());
    List<Row> read = new ArrayList<>(records.size() - 1);
    for (CsvRecord record : records.subList(1, records.size())) {
      int line = (int) record.getStartingLineNumber();
      if (record.getFieldCount() != header.size()) {
        shape.add(
            new InputException(
                locator.place(line, Math.min(record.getFieldCount(), header.size()) - 1, 0),
                "the row has %s fields, the header has %s"
                    .formatted(record.getFieldCount(), header.size())));
      } else {
        read.add(new Row(locator, line, record.getFields(), indexOf));
      }
    }
    this.rows = List.copyOf(read);
  }

  /** Reads a file. */
  public static CsvTable read(Path path) {
    return read(SourceText.read(path));
  }

  /** Reads what is left in a reader, which is not closed; the name is shown in errors. */
  public static CsvTable read(String name, Reader reader) {
    return read(SourceText.read(name, reader));
  }

  /** Reads a text, for instance one of the {@link SeedFiles}. */
  public static CsvTable read(SourceText source) {
    return read(source, ',');
  }

  /** Reads a text whose fields are separated by tabs. */
  public static CsvTable readTabSeparated(SourceText source) {
    return read(source, '\t');
  }

  private static CsvTable read(SourceText source, char separator) {
    List<CsvRecord> records = new ArrayList<>();
    String text = withoutProvenance(source.text());
    CsvQuotes.check(source, text, separator);
    try (CsvReader<CsvRecord> reader =
        CsvReader.builder()
            .fieldSeparator(separator)
            .extraFieldStrategy(
                FieldMismatchStrategy.IGNORE) // counted here, so that the message names the line
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .ofCsvRecord(text)) {
      for (CsvRecord record : reader) {
        records.add(record);
      }
    } catch (CsvParseException e) {
      int line =
          records.isEmpty() ? 1 : (int) records.get(records.size() - 1).getStartingLineNumber() + 1;
      throw new InputException(
          new Place(source.name(), line, 0), "is not valid CSV: " + reason(e), e);
    } catch (java.io.IOException e) {
      throw new InputException(new Place(source.name(), 0, 0), "cannot be read", e);
    }
    return new CsvTable(source, separator, records);
  }

  /** Lines keep their numbers. */
  private static String withoutProvenance(String text) {
    int end = 0;
    StringBuilder blank = new StringBuilder();
    while (text.startsWith("#", end) && text.indexOf('\n', end) >= 0) {
      end = text.indexOf('\n', end) + 1;
      blank.append('\n');
    }
    return blank + text.substring(end);
  }

  private static String reason(Throwable e) {
    Throwable cause = e.getCause() == null ? e : e.getCause();
    return String.valueOf(cause.getMessage());
  }

  /**
   * Returns this table when its header has exactly these columns, in any order.
   *
   * @throws InputException naming an unknown column with the nearest known one, or a missing column
   */
  public CsvTable withColumns(String... columns) {
    return withColumns(Arrays.asList(columns), List.of());
  }

  /** As {@link #withColumns(String...)}, with columns that may be left out. */
  public CsvTable withColumns(List<String> required, List<String> optional) {
    List<String> known = Stream.concat(required.stream(), optional.stream()).toList();
    CsvFieldLocator locator = new CsvFieldLocator(source, separator);
    Mistakes mistakes = new Mistakes();
    for (int i = 0; i < header.size(); i++) {
      if (!known.contains(header.get(i))) {
        mistakes.add(
            new InputException(
                locator.place(headerLine, i, 0), Names.unknown("column", header.get(i), known)));
      }
    }
    mistakes.check(); // a column that seems missing may be the one that is misspelt
    return requiring(required);
  }

  /**
   * Returns this table when its header has these columns, whatever else it has.
   *
   * @throws InputException naming the missing columns
   */
  public CsvTable requiring(List<String> required) {
    Mistakes mistakes = new Mistakes();
    for (String column : required) {
      if (!header.contains(column)) {
        mistakes.add(
            new InputException(
                new Place(source.name(), headerLine, 0),
                "column '%s' is missing".formatted(column)));
      }
    }
    mistakes.check();
    return this;
  }

  /** Where the name of a column stands. */
  public Place placeOfColumn(String column) {
    return new CsvFieldLocator(source, separator).place(headerLine, header.indexOf(column), 0);
  }

  /** Name shown in errors. */
  public String name() {
    return source.name();
  }

  /** The column names in the order of the file. */
  public List<String> header() {
    return header;
  }

  /** Whether there is no row below the header. */
  public boolean isEmpty() {
    return rows.isEmpty() && shape.isEmpty();
  }

  /**
   * The rows in the order of the file.
   *
   * @throws InputException where a row has more or fewer fields than the header
   */
  public List<Row> rows() {
    shape.check();
    return rows;
  }

  /**
   * Reads every row.
   *
   * @param read may throw for each
   * @throws InputException for all mistakes of the table together, in its order
   */
  public void each(Consumer<Row> read) {
    Mistakes mistakes = new Mistakes();
    mistakes.in(shape::check);
    rows.forEach(row -> mistakes.in(() -> read.accept(row)));
    mistakes.check();
  }

  /** One row; fields are addressed by column name. */
  public static final class Row {

    private final CsvFieldLocator locator;
    private final int line;
    private final List<String> fields;
    private final Map<String, Integer> indexOf;

    private Row(
        CsvFieldLocator locator, int line, List<String> fields, Map<String, Integer> indexOf) {
      this.locator = locator;
      this.line = line;
      this.fields = fields;
      this.indexOf = indexOf;
    }

    /** The line the row starts on. */
    public Place place() {
      return locator.lineStart(line);
    }

    /** Where the text of a field starts. */
    public Place place(String column) {
      return placeAt(column, 0);
    }

    /** Where a character of a field stands; the offset counts characters of {@link #text}. */
    public Place placeAt(String column, int offset) {
      int index = index(column);
      String raw = fields.get(index);
      return locator.place(line, index, offset + raw.indexOf(raw.strip()));
    }

    /** A field without surrounding blanks; may be empty. */
    public String text(String column) {
      return fields.get(index(column)).strip();
    }

    /** A field that must not be empty. */
    public String requiredText(String column) {
      String text = text(column);
      if (text.isEmpty()) {
        throw complaint(column, "must not be empty");
      }
      return text;
    }

    /** A number inside bounds. */
    public double number(String column, Bounds bounds) {
      String text = requiredText(column);
      double value =
          Numbers.parse(text)
              .orElseThrow(
                  () -> complaint(column, "must be a number, but was " + Names.quoted(text)));
      bounds
          .complaint(column, value)
          .ifPresent(
              wrong -> {
                throw new InputException(place(column), wrong);
              });
      return value;
    }

    /** Numbers of several columns, each inside its bounds. */
    public double[] numbers(List<String> columns, Function<String, Bounds> bounds) {
      double[] numbers = new double[columns.size()];
      Mistakes mistakes = new Mistakes();
      for (int i = 0; i < numbers.length; i++) {
        String column = columns.get(i);
        numbers[i] = mistakes.orElse(0.0, () -> number(column, bounds.apply(column)));
      }
      mistakes.check();
      return numbers;
    }

    /** One of the known words; the complaint names the nearest one. */
    public String oneOf(String column, List<String> known) {
      String word = requiredText(column);
      if (!known.contains(word)) {
        throw new InputException(place(column), Names.unknown(column, word, known));
      }
      return word;
    }

    /** An exception that names the field: {@code file:line:column: COLUMN: complaint}. */
    public InputException complaint(String column, String complaint) {
      return new InputException(place(column), column + ": " + complaint);
    }

    private int index(String column) {
      Integer index = indexOf.get(column);
      if (index == null) {
        throw new IllegalArgumentException(Names.unknown("column", column, indexOf.keySet()));
      }
      return index;
    }
  }
}
