package org.capgate.cli.options;

import java.util.List;
import java.util.Optional;
import org.capgate.analysis.TableFormat;
import org.capgate.input.InputException;
import org.capgate.input.Names;
import org.capgate.input.Place;
import picocli.CommandLine.Option;

/** As what kind of files a command writes its tables. */
public final class TableFormatOption {
  private static final Place PLACE = new Place("--format", 0, 0);
  private static final String CSV = "csv";
  private static final String PARQUET = "parquet";

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = CSV,
      description =
          "Table files: csv (default) or parquet, which needs capgate-parquet on the class path.")
  private String word = CSV;

  /**
   * The format asked for; empty for CSV.
   *
   * @throws InputException when it is unknown, or not on the class path
   */
  public Optional<TableFormat> format() {
    if (word.equals(CSV)) {
      return Optional.empty();
    }
    if (!word.equals(PARQUET)) {
      throw new InputException(PLACE, Names.unknown("format", word, List.of(CSV, PARQUET)));
    }
    Optional<TableFormat> format = TableFormat.named(PARQUET);
    if (format.isEmpty()) {
      throw new InputException(
          PLACE,
          "parquet needs capgate-parquet on the class path; ./capgate takes it once"
              + " 'mvn -q -Dquick -pl simulation-parquet -am package' has built it");
    }
    return format;
  }
}
