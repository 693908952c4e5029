/**
 * Steady states of a system at constant inputs, by Newton's method and pseudo-transient
 * continuation, and their eigenvalues; where there is none, why.
 *
 * <p>Start from {@link org.capgate.steady.SteadyStates}. May import solver, dynamics and EJML.
 */
@NullMarked
package org.capgate.steady;

import org.jspecify.annotations.NullMarked;
