package org.capgate.cli.trial;

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
    tables.put("survival", report.survival());
    tables.put("power", report.power());
    if (report.trial().among().isPresent()) {
      tables.put("among", report.partEndpoints());
      tables.put("carriers", report.part().carriers());
    }
    report
        .trial()
        .tailored(blocks)
        .filter(tailored -> tailored.subjects() >= TrialWords.LEAST_TAILORED)
        .ifPresent(
            tailored -> {
              tables.put("tailoring", tailored.summary());
              tables.put("tailoring-arms", tailored.arms());
              tables.put("tailoring-features", tailored.features());
            });
    tables.values().removeIf(table -> table.size() == 0);
    return tables;
  }
}
