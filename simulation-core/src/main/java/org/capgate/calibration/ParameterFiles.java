package org.capgate.calibration;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.capgate.analysis.AtomicFile;
import org.capgate.analysis.Table;
import org.capgate.analysis.TableBuilder;
import org.capgate.input.CsvTable;
import org.capgate.input.Numbers;
import org.capgate.input.SeedFiles;
import org.capgate.model.ParameterSet;

/**
 * Writes a parameter set in the form of seeds/parameters: the same files, rows, ranges and sources
 * with other values.
 */
public final class ParameterFiles {
  private static final String FOLDER = "parameters";
  private static final String VALUE = "value";

  private ParameterFiles() {}

  /** The text of every file by its name. */
  public static Map<String, String> texts(ParameterSet parameters) {
    Map<String, String> texts = new LinkedHashMap<>();
    for (String file : SeedFiles.list(FOLDER)) {
      CsvTable table = CsvTable.read(SeedFiles.text(FOLDER + "/" + file));
      TableBuilder builder = Table.builder();
      List<String> header = table.header();
      header.forEach(builder::text);
      for (CsvTable.Row row : table.rows()) {
        builder.row(
            header.stream()
                .map(
                    column ->
                        column.equals(VALUE)
                            ? Numbers.text(parameters.value(row.text("name")))
                            : row.text(column))
                .toArray());
      }
      texts.put(file, builder.build().toCsv());
    }
    return texts;
  }

  /** Writes the files into a folder, which is made when missing. */
  public static void write(ParameterSet parameters, Path folder) {
    texts(parameters).forEach((file, text) -> AtomicFile.write(folder.resolve(file), text));
  }
}
