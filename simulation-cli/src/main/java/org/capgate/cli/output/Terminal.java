package org.capgate.cli.output;

import java.util.Map;
import org.capgate.input.Numbers;

/** The terminal results are printed on. */
public final class Terminal {
  /** Set by the launcher when the standard output is a terminal. */
  public static final String VARIABLE = "CAPGATE_COLUMNS";

  private static final int USUAL = 100;
  private static final int LEAST = 60;
  private static final int MOST = 200;

  private Terminal() {}

  /** Characters in a line, 60 to 200; 100 where nothing is known, as in a file or a pipe. */
  public static int columns() {
    return columns(System.getenv());
  }

  public static int columns(Map<String, String> environment) {
    String stated = environment.getOrDefault(VARIABLE, "");
    double columns = Numbers.parse(stated).orElse(USUAL);
    return (int) Math.max(LEAST, Math.min(MOST, columns));
  }
}
