/**
 * Figures for papers, talks and notebooks: tables or series in, a {@link org.capgate.viz.Figure}
 * out that writes PNG, SVG and PDF. Start from {@link org.capgate.viz.TimeCourse}. Imports:
 * analysis, JFreeChart, Batik, PDFBox and the JDK.
 */
@NullMarked
package org.capgate.viz;

import org.jspecify.annotations.NullMarked;
