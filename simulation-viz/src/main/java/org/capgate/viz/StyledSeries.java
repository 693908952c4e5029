package org.capgate.viz;

/**
 * A series and how it is drawn.
 *
 * @param series the points
 * @param style colour, line pattern, marker
 */
record StyledSeries(Series series, LineStyle style) {}
