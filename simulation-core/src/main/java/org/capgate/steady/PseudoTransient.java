package org.capgate.steady;

/**
 * Follows a system from a guess to where it rests, in growing steps of the linearly implicit Euler
 * method,
 *
 * <pre>(M/Δt − J) δ = f,   y ← y + δ,   Δt → ∞</pre>
 *
 * (pseudo-transient continuation, Kelley and Keyes 1998, SIAM J. Numer. Anal. 35, 508). M is 1 for
 * what has a rate of its own and 0 for what follows at once. Every step aims at the same relative
 * change; one that changes the state by more than half is tried again with a quarter of its size.
 *
 * @param firstHours size of the first step (h), > 0
 * @param finalHours size up to which steps grow (h): a state that changes by no more than the
 *     accuracy in such a step counts as at rest
 * @param mostSteps number of steps, those tried again included, after which the search ends
 * @param changePerStep relative change a step aims at, in (0, 0.5): small where the way decides
 *     which of several states is found
 * @param accuracy relative change, > 0
 */
public record PseudoTransient(
    double firstHours, double finalHours, int mostSteps, double changePerStep, double accuracy) {
  private static final double LARGEST_CHANGE = 0.5;
  private static final double LARGEST_GROWTH = 4.0;
  private static final double LEAST_GROWTH = 0.3;
  private static final double SHRINKING = 0.25;
  private static final double LEAST_STEP_HOURS = 1e-15;

  /** What is followed: a state of its own, and what it would become. */
  public interface Motion {
    /**
     * Solves (M/Δt − J) δ = f at the present state.
     *
     * @param perHour 1/Δt (h⁻¹)
     * @return the largest change δ relative to its variable; not finite where there is none
     */
    double change(double perHour);

    /**
     * Makes the present state plus δ the present.
     *
     * @param change what {@link #change} returned
     * @return false when the equations have no value there; the state is then the one before
     */
    boolean move(double change);
  }

  /** Whether the system came to rest. */
  public boolean settles(Motion motion) {
    double stepHours = firstHours;
    for (int step = 0; step < mostSteps; step++) {
      double change = motion.change(1.0 / stepHours);
      if (!(change <= LARGEST_CHANGE) || !motion.move(change)) {
        stepHours *= SHRINKING;
        if (stepHours < LEAST_STEP_HOURS) {
          return false;
        }
        continue;
      }
      if (stepHours >= finalHours && change <= accuracy) {
        return true;
      }
      double growth = changePerStep / Math.max(change, Double.MIN_NORMAL);
      stepHours *= Math.max(LEAST_GROWTH, Math.min(LARGEST_GROWTH, growth));
      stepHours = Math.min(finalHours, stepHours);
    }
    return false;
  }
}
