package org.capgate.viz;

import java.util.Locale;

/** A kind of file a figure can be written as. */
public enum FigureFormat {
  /** Pixels, 300 dots per inch. */
  PNG,
  /** Curves and text for pages and drawing programs. */
  SVG,
  /** Curves for LaTeX and print. */
  PDF;

  /** Ending of the file name, without the dot. */
  public String ending() {
    return name().toLowerCase(Locale.ROOT);
  }
}
