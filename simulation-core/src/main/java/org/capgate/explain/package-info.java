/**
 * Why a readout changed: the change between two times, or the difference between two changes, as
 * contributions that flow from causes through the equations to the readout and add up.
 *
 * <p>Start from {@link org.capgate.explain.Explanation}. May import scenario, solver, steady,
 * model, treatment, dynamics, compile, equations and input.
 */
@NullMarked
package org.capgate.explain;

import org.jspecify.annotations.NullMarked;
