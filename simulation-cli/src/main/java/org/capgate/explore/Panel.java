package org.capgate.explore;

import java.util.List;
import org.capgate.viz.AxisLabel;

/**
 * Curves that share a value axis.
 *
 * @param label what the axis shows
 * @param lines the wild type first
 * @param endHours end of the part worth showing on a screen (h), at most that of the run
 */
record Panel(AxisLabel label, List<Line> lines, double endHours) {}
