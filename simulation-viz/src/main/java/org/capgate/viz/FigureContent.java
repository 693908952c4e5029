package org.capgate.viz;

import org.jfree.chart.plot.Plot;

/** What a figure shows and how it is laid out on a page of given width. */
sealed interface FigureContent permits SheetContent, ComparisonContent, BesideContent {
  /** Drawn above everything. */
  String title();

  /** Small print below, "" for none. */
  String footer();

  /** The same with other small print. */
  FigureContent withFooter(String text);

  /** What is shown put into sentences, for those who cannot see the figure. */
  String description();

  /** Height in pixels at which everything has its usual size. */
  double naturalHeight(double widthPixels);

  /** A fresh plot, which belongs to one chart. */
  Plot plot();
}
