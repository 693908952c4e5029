package org.capgate.cli.options;

import java.util.Locale;

/** How a result is printed. */
public enum OutputFormat {
  /** Aligned columns for a terminal. */
  TEXT,
  /** Comma-separated values for a program. */
  CSV,
  /** A JSON object for a program. */
  JSON;

  /** As written on the command line. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
