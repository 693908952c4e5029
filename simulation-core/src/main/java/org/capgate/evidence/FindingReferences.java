package org.capgate.evidence;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.capgate.input.CsvTable;
import org.capgate.input.Names;

/** Checks the comparisons {@code finding:ID}, wherever in the file that finding stands. */
final class FindingReferences {

  private final Map<String, Finding> byId = new LinkedHashMap<>();
  private final Map<String, CsvTable.Row> rowOfId;

  FindingReferences(List<Finding> findings, Map<String, CsvTable.Row> rowOfId) {
    findings.forEach(finding -> byId.put(finding.id(), finding));
    this.rowOfId = rowOfId;
  }

  void check() {
    byId.values().forEach(this::check);
  }

  private void check(Finding finding) {
    Set<String> line = new LinkedHashSet<>();
    Finding last = finding;
    while (last.versus() instanceof Comparison.OtherFinding other) {
      if (!line.add(last.id())) {
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
