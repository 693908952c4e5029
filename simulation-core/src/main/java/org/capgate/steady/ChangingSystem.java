package org.capgate.steady;

import java.util.Optional;
import org.capgate.dynamics.OdeSystem;

/**
 * A system that is changed by degrees, from one that is known to rest to the one of interest. Each
 * of them is at rest with its inputs as they are at 0 h.
 */
public interface ChangingSystem {
  /**
   * The system with a share of the change made.
   *
   * @param share in [0, 1]
   * @param state its initial state, one entry per variable
   */
  OdeSystem at(double share, double[] state);

  /**
   * The same with every variable relaxing in its own time, none following at once; same variables
   * in the same order.
   */
  OdeSystem relaxingAt(double share, double[] state);

  /**
   * Why a state cannot be, empty when it can: equations may have further roots, such as negative
   * concentrations, that nothing can come to.
   *
   * @param state one entry per variable; not modified
   * @return a clause that names what is impossible, and its value
   */
  Optional<String> objection(double share, double[] state);
}
