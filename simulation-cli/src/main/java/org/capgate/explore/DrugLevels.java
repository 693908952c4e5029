package org.capgate.explore;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.capgate.exposure.Exposure;
import org.capgate.exposure.Site;

/** Concentrations of what is given and of its metabolites. They do not depend on the genotype. */
final class DrugLevels {
  /** Substances drawn: the given one and the first metabolites. */
  private static final int MOST_ANALYTES = 3;

  /** Minutes after a dose at which levels are drawn, however coarse the samples are. */
  private static final double[] AFTER_DOSE_MINUTES = {
    1, 2, 3, 4, 5, 6, 8, 10, 12, 14, 16, 18, 20, 22, 25, 30, 35, 40, 50, 60, 75, 90, 105, 120, 150,
    180, 210, 240, 300, 360, 480, 600
  };

  private DrugLevels() {}

  /** These times and some soon after each dose, but none later than the last (h), ascending. */
  static double[] withHoursAfterDoses(double[] hours, double[] doseHours) {
    TreeSet<Double> all = new TreeSet<>();
    for (double sample : hours) {
      all.add(sample);
    }
    double last = all.last();
    for (double dose : doseHours) {
      for (double minutes : AFTER_DOSE_MINUTES) {
        double after = dose + minutes / 60;
        if (after < last) {
          all.add(after);
        }
      }
    }
    return all.stream().mapToDouble(Double::doubleValue).toArray();
  }

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
