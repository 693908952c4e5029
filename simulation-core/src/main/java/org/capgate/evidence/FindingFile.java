package org.capgate.evidence;

import java.io.Reader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.capgate.input.CsvTable;
import org.capgate.input.InputException;
import org.capgate.input.Names;
import org.capgate.input.Place;
import org.capgate.input.SeedFiles;
import org.capgate.treatment.CompoundCatalogue;

/**
 * The findings of a CSV file, every column checked: an unknown word, a blank where none is allowed,
 * an id stated twice or a comparison with a finding neither there nor shipped is an {@link
 * InputException} naming file, line, column, the word and the nearest known one. Immutable.
 */
public final class FindingFile {

  /** The columns, in the order they are written; a file may have them in any order. */
  public static final List<String> COLUMNS =
      List.of(
          "id",
          "area",
          "subject",
          "preparation",
          "stress",
          "genotype",
          "treatment",
          "readout",
          "at_h",
          "versus",
          "expected",
          "magnitude",
          "standing",
          "source");

  private final String name;
  private final List<Finding> findings;

  private FindingFile(
      CsvTable table,
      CompoundCatalogue catalogue,
      List<String> subclasses,
      Supplier<List<Finding>> shipped) {
    this.name = table.name();
    CsvTable checked = table.withColumns(COLUMNS.toArray(new String[0]));
    if (checked.isEmpty()) {
      throw new InputException(new Place(name, 1, 0), "the table has a header but no findings");
    }
    List<Finding> read = new ArrayList<>();
    Map<String, CsvTable.Row> rowOfId = new LinkedHashMap<>();
    checked.each(
        row -> read.add(finding(new FindingRow(row, catalogue, subclasses), row, rowOfId)));
    boolean refersElsewhere =
        read.stream()
            .map(Finding::versus)
            .anyMatch(
                versus ->
                    versus instanceof Comparison.OtherFinding other
                        && !rowOfId.containsKey(other.id()));
    new FindingReferences(read, rowOfId, refersElsewhere ? shipped.get() : List.of()).check();
    this.findings = List.copyOf(read);
  }

  private static Finding finding(
      FindingRow read, CsvTable.Row row, Map<String, CsvTable.Row> rowOfId) {
    Finding finding = read.finding();
    CsvTable.Row earlier = rowOfId.putIfAbsent(finding.id(), row);
    if (earlier != null) {
      throw row.complaint(
          "id", Names.quoted(finding.id()) + " is stated twice, first at " + earlier.place());
    }
    return finding;
  }

  /** The findings that ship with the library, {@code seeds/evidence/findings.csv}. */
  public static FindingFile published() {
    return published(CompoundCatalogue.standard());
  }

  /** As {@link #published()}, with the compounds a treatment may name. */
  public static FindingFile published(CompoundCatalogue catalogue) {
    return new FindingFile(
        CsvTable.read(SeedFiles.text("evidence/findings.csv")), catalogue, List.of(), List::of);
  }

  /**
   * Further expectations from the literature, {@code seeds/evidence/expectations.csv}; the
   * calibration uses them with less weight.
   */
  public static FindingFile expectations() {
    return read(
        CsvTable.read(SeedFiles.text("evidence/expectations.csv")), CompoundCatalogue.standard());
  }

  /**
   * Experiments that nobody has published, with what the library expects of them, {@code
   * seeds/evidence/predictions.csv}.
   */
  public static FindingFile predictions() {
    return read(
        CsvTable.read(SeedFiles.text("evidence/predictions.csv")), CompoundCatalogue.standard());
  }

  /**
   * Experiments that a laboratory could do with mice and assays that exist, {@code
   * seeds/evidence/experiments.csv}: which of them to do.
   */
  public static FindingFile experiments() {
    return read(
        CsvTable.read(SeedFiles.text("evidence/experiments.csv")), CompoundCatalogue.standard());
  }

  /** Reads a file; treatments may name the compounds of the standard catalogue. */
  public static FindingFile read(Path path) {
    return read(path, CompoundCatalogue.standard());
  }

  /** Reads a file, with the compounds a treatment may name. */
  public static FindingFile read(Path path, CompoundCatalogue catalogue) {
    return read(CsvTable.read(path), catalogue);
  }

  /**
   * The same for findings to be tried on networks with subclasses of inhibitory neurons.
   *
   * @param subclasses their names, which a genotype may name in place of a class
   */
  public static FindingFile read(Path path, CompoundCatalogue catalogue, List<String> subclasses) {
    return new FindingFile(
        CsvTable.read(path), catalogue, subclasses, () -> published().findings());
  }

  /** Reads what is left in a reader, which is not closed; the name is shown in errors. */
  public static FindingFile read(String name, Reader reader, CompoundCatalogue catalogue) {
    return read(CsvTable.read(name, reader), catalogue);
  }

  private static FindingFile read(CsvTable table, CompoundCatalogue catalogue) {
    return new FindingFile(table, catalogue, List.of(), () -> published().findings());
  }

  /** Name shown in errors. */
  public String name() {
    return name;
  }

  /** The findings in the order of the file, at least one. */
  public List<Finding> findings() {
    return findings;
  }

  /** The finding with an id. */
  public Finding finding(String id) {
    for (Finding finding : findings) {
      if (finding.id().equals(id)) {
        return finding;
      }
    }
    List<String> ids = findings.stream().map(Finding::id).toList();
    throw new IllegalArgumentException(Names.unknown("finding", id, ids));
  }
}
