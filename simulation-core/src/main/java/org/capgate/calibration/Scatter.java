package org.capgate.calibration;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.capgate.evidence.Finding;
import org.capgate.input.Bounds;
import org.capgate.input.CsvTable;
import org.capgate.input.InputException;
import org.capgate.input.Names;
import org.capgate.input.SeedFiles;
import org.capgate.model.Readout;

/**
 * How much the result of a repeated experiment scatters, by assay: table {@code
 * seeds/evidence/scatter.csv}. A row stands for the readouts it names in an area of research, or
 * for all others of the area. Immutable.
 */
public final class Scatter {
  private final CsvTable table;
  private final List<Assay> assays = new ArrayList<>();

  private Scatter(CsvTable table) {
    this.table = table.withColumns("assay", "area", "readouts", "sd", "low", "high", "source");
    this.table.each(row -> assays.add(assay(row)));
  }

  /**
   * How one assay scatters.
   *
   * @param name of the assay
   * @param area of research, as in the findings
   * @param readouts words; none: all others of the area
   * @param relativeDeviation standard deviation of a relative change, > 0
   */
  private record Assay(String name, String area, List<String> readouts, double relativeDeviation) {
    Assay {
      readouts = List.copyOf(readouts);
    }
  }

  /** The table that ships with the library. */
  public static Scatter published() {
    return new Scatter(CsvTable.read(SeedFiles.text("evidence/scatter.csv")));
  }

  /**
   * Reads a table.
   *
   * @throws InputException naming line, column and the way out
   */
  public static Scatter of(CsvTable table) {
    return new Scatter(table);
  }

  private static Assay assay(CsvTable.Row row) {
    double low = row.number("low", Bounds.between(1e-6, 10, ""));
    double high = row.number("high", Bounds.between(low, 10, ""));
    List<String> known = Readout.all().stream().map(Readout::name).toList();
    List<String> readouts =
        Arrays.stream(row.text("readouts").split(" ")).filter(word -> !word.isEmpty()).toList();
    for (String readout : readouts) {
      if (!known.contains(readout)) {
        throw row.complaint("readouts", Names.unknown("readout", readout, known));
      }
    }
    row.requiredText("source");
    return new Assay(
        row.requiredText("assay"),
        row.requiredText("area"),
        readouts,
        row.number("sd", Bounds.between(low, high, "")));
  }

  /**
   * Standard deviation of the relative change that a finding reports, > 0.
   *
   * @throws InputException when no row stands for it
   */
  public double relativeDeviation(Finding finding) {
    Assay found = null;
    for (Assay assay : assays) {
      boolean named = assay.readouts.contains(finding.readout().name());
      boolean isNearer = found == null || named;
      if (assay.area.equals(finding.area()) && (named || assay.readouts.isEmpty()) && isNearer) {
        found = assay;
      }
    }
    if (found == null) {
      throw new InputException(
          finding.place(),
          "no row of %s says how '%s' in the area '%s' scatters"
              .formatted(table.name(), finding.readout().name(), finding.area()));
    }
    return found.relativeDeviation;
  }
}
