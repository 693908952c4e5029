package org.capgate.explore;

import java.util.List;
import org.capgate.viz.AxisLabel;

/**
 * Curves that share a value axis.
 *
 * @param label what the axis shows
 * @param lines the wild type first
 */
record Panel(AxisLabel label, List<Line> lines) {}
