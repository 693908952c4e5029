package org.capgate.compile;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/**
 * How many solutions the processor computes side by side. That takes the incubating Vector API,
 * which is there when Java was started with {@code --add-modules jdk.incubator.vector}; without it
 * everything works, one solution at a time, with the same bits.
 */
public final class Lanes {
  static final String MODULE = "jdk.incubator.vector";

  private static final Logger LOGGER = System.getLogger(Lanes.class.getName());
  private static final int PER_VECTOR = find();

  private Lanes() {}

  /**
   * Numbers of double precision in one vector; 1 without the Vector API. Decided once, at start.
   */
  public static int perVector() {
    return PER_VECTOR;
  }

  private static int find() {
    if (ModuleLayer.boot().findModule(MODULE).isEmpty()) {
      LOGGER.log(
          Level.DEBUG,
          "Batches are solved one system at a time; several at once with --add-modules " + MODULE);
      return 1;
    }
    try {
      // By name, since this module neither needs nor is compiled against the other.
      Object species =
          Class.forName(MODULE + ".DoubleVector").getField("SPECIES_PREFERRED").get(null);
      int lanes =
          (int) Class.forName(MODULE + ".VectorSpecies").getMethod("length").invoke(species);
      LOGGER.log(Level.DEBUG, "Batches are solved " + lanes + " systems at a time by " + MODULE);
      return lanes;
    } catch (ReflectiveOperationException e) {
      LOGGER.log(Level.WARNING, "Batches are solved one system at a time: " + MODULE + " differs");
      return 1;
    }
  }
}
