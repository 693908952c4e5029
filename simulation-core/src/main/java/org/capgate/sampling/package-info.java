/**
 * Draws from a density that can only be evaluated, and says how far the draws can be trusted. Knows
 * nothing of the model.
 *
 * <p>Start from {@link org.capgate.sampling.DreamZs} and {@link org.capgate.sampling.Convergence}.
 * May import ensemble, analysis, random and commons-math3.
 */
@NullMarked
package org.capgate.sampling;

import org.jspecify.annotations.NullMarked;
