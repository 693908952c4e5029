package org.capgate.explore;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.capgate.treatment.Exposure;
import org.capgate.treatment.Site;

/** Concentrations of what is given and of its metabolites. They do not depend on the genotype. */
final class DrugLevels {
  /** Substances drawn: the given one and the first metabolites. */
  private static final int MOST_ANALYTES = 3;

  private DrugLevels() {}

  /**
   * Levels over time (µM), in brain and, of the given compound, in plasma.
   *
   * @param analytes what is measured, the given compound first
   * @param hours times (h), ascending
   */
  static List<Line> of(Exposure exposure, List<String> analytes, double[] hours) {
    List<Line> lines = new ArrayList<>();
    for (String analyte : analytes.subList(0, Math.min(MOST_ANALYTES, analytes.size()))) {
      if (lines.isEmpty()) {
        lines.add(line(exposure, analyte, Site.PLASMA, hours));
      }
      lines.add(line(exposure, analyte, Site.BRAIN, hours));
    }
    return lines;
  }

  private static Line line(Exposure exposure, String analyte, Site site, double[] hours) {
    Exposure.Cursor cursor = exposure.newCursor();
    double[] breakpoints = exposure.breakpointsHours();
    double[] levels = new double[hours.length];
    int entered = -1;
    for (int i = 0; i < hours.length; i++) {
      int found = Arrays.binarySearch(breakpoints, hours[i]);
      // at the start of the run a dose is already in, at a later breakpoint not yet
      int segment = found < 0 ? -found - 1 : i == 0 ? found + 1 : found;
      if (segment != entered) {
        cursor.enterSegment(segment);
        entered = segment;
      }
      levels[i] = cursor.concentrationMicromolar(analyte, site, hours[i]);
    }
    return new Line(name(analyte, site), false, hours, levels);
  }

  /** {@code brain-hnk}, as readouts are named. */
  static String name(String analyte, Site site) {
    return (site == Site.PLASMA ? "plasma-" : "brain-") + analyte;
  }
}
