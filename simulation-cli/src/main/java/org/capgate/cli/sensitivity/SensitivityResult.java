package org.capgate.cli.sensitivity;

import java.util.Map;
import org.capgate.analysis.Table;
import org.capgate.viz.Figure;

/** What one method says of what readouts lean on. */
interface SensitivityResult {
  /** The largest for each readout and time, for the screen. */
  String text();

  /** All of them. */
  Table table(Map<String, String> provenance);

  /** By name of the file. */
  Map<String, Figure> figures(Map<String, String> provenance);

  /** Whether every run had a solution. */
  boolean isWhole();
}
