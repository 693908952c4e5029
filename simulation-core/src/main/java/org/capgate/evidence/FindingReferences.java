package org.capgate.evidence;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.capgate.input.CsvTable;
import org.capgate.input.Mistakes;
import org.capgate.input.Names;

/**
 * The comparisons {@code finding:ID}. The finding stands in the same file, before or after, or is a
 * shipped one; where both have the id, that of the file is meant.
 */
final class FindingReferences {

  private final Map<String, Finding> byId = new LinkedHashMap<>();
  private final List<Finding> findings;
  private final Map<String, CsvTable.Row> rowOfId;
  private final Set<String> inCircles = new LinkedHashSet<>(); // said of the first of each

  /**
   * References within one file.
   *
   * @param shipped findings of the library that may be referred to
   */
  FindingReferences(
      List<Finding> findings, Map<String, CsvTable.Row> rowOfId, List<Finding> shipped) {
    shipped.forEach(finding -> byId.put(finding.id(), finding));
    findings.forEach(finding -> byId.put(finding.id(), finding));
    this.findings = findings;
    this.rowOfId = rowOfId;
  }

  /** The findings, followed by the shipped ones they are compared with and do not hold. */
  static List<Finding> withShipped(List<Finding> findings) {
    Set<String> ids = new LinkedHashSet<>();
    findings.forEach(finding -> ids.add(finding.id()));
    List<Finding> all = new ArrayList<>(findings);
    for (int i = 0; i < all.size(); i++) {
      if (all.get(i).versus() instanceof Comparison.OtherFinding other && ids.add(other.id())) {
        all.add(FindingFile.published().finding(other.id()));
      }
    }
    return all;
  }

  void check() {
    Mistakes mistakes = new Mistakes();
    findings.forEach(
        finding -> {
          if (!inCircles.contains(finding.id())) {
            mistakes.in(() -> check(finding));
          }
        });
    mistakes.check();
  }

  private void check(Finding finding) {
    Set<String> line = new LinkedHashSet<>();
    Finding last = finding;
    while (last.versus() instanceof Comparison.OtherFinding other) {
      if (!line.add(last.id())) {
        inCircles.addAll(line);
        throw complaint(
            finding, "findings must not be compared in a circle: " + String.join(" -> ", line));
      }
      Finding next = byId.get(other.id());
      if (next == null) {
        throw complaint(last, Names.unknown("finding", other.id(), byId.keySet()));
      }
      if (last == finding) {
        checkPair(finding, next);
      }
      last = next;
    }
    if (finding.expected() == Expectation.REDUCED && last.versus().equals(Comparison.NONE)) {
      throw complaint(
          finding,
          Names.quoted(last.id()) + " is compared with nothing, so it has no response to share");
    }
  }

  private void checkPair(Finding finding, Finding other) {
    if (other == finding) {
      throw complaint(finding, "a finding must not be compared with itself");
    }
    if (finding.expected() != Expectation.REDUCED && !finding.readout().equals(other.readout())) {
      throw complaint(
          finding,
          Names.quoted(other.id())
              + " reads "
              + other.readout().name()
              + ", which cannot be compared with "
              + finding.readout().name());
    }
  }

  private RuntimeException complaint(Finding finding, String complaint) {
    CsvTable.Row row = rowOfId.get(finding.id());
    if (row == null) {
      throw new IllegalStateException("no row for finding " + finding.id());
    }
    return row.complaint("versus", complaint);
  }
}
