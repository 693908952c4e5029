package org.capgate.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import org.capgate.analysis.Table;
import org.capgate.ensemble.Blocks;
import org.capgate.trial.TrialReport;

/** Tables of a trial that only some have. */
final class TrialTables {
  private TrialTables() {}

  /** By file name; empty tables are left out. */
  static Map<String, Table> of(TrialReport report, Blocks blocks) {
    Map<String, Table> tables = new LinkedHashMap<>();
    tables.put("survival.csv", report.survival());
    tables.put("power.csv", report.power());
    if (report.trial().among().isPresent()) {
      tables.put("among.csv", report.partEndpoints());
      tables.put("carriers.csv", report.part().carriers());
    }
    report
        .trial()
        .tailored(blocks)
        .filter(tailored -> tailored.subjects() >= TrialWords.LEAST_TAILORED)
        .ifPresent(
            tailored -> {
              tables.put("tailoring.csv", tailored.summary());
              tables.put("tailoring-arms.csv", tailored.arms());
              tables.put("tailoring-features.csv", tailored.features());
            });
    tables.values().removeIf(table -> table.size() == 0);
    return tables;
  }
}
