package org.capgate.dynamics;

/**
 * Lanes in which steps of several systems are attempted at once, each with its own size. A lane's
 * results have the same bits whatever is in the others. Not thread-safe.
 */
public interface StepLanes {
  /** Number of lanes, at least 2. */
  int count();

  /** Attempts the steps proposed in all lanes; one without a step computes nothing of meaning. */
  void attempt();
}
