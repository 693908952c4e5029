/**
 * Figures for papers, talks and notebooks: tables or series in, a {@link org.capgate.viz.Figure}
 * out that writes PNG and SVG. Start from {@link org.capgate.viz.TimeCourse}. Imports: analysis,
 * JFreeChart, Batik and the JDK.
 */
@NullMarked
package org.capgate.viz;

import org.jspecify.annotations.NullMarked;
