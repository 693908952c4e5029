package org.capgate.dynamics;

/**
 * Solves a system over a time span. Immutable and safe to share between threads; the same call
 * gives the same bits.
 */
public interface Integrator {

  /**
   * The solution from the initial state of the system at the start of the span.
   *
   * @throws IntegrationException when the equations cannot be solved (not a finite number, step too
   *     small, too much work)
   * @throws IllegalArgumentException when a sample lies outside the span
   */
  Trajectory solve(OdeSystem system, TimeSpan span, Sampling sampling);
}
