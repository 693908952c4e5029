/**
 * Why a readout changed: the change between two times, or the difference between two changes, as
 * contributions that flow from causes through the equations to the readout and add up.
 *
 * <p>Start from {@link org.capgate.explain.Explanation}. May import scenario, solver, model,
 * exposure, treatment, compile, equations, dynamics, input and EJML.
 */
@NullMarked
package org.capgate.explain;

import org.jspecify.annotations.NullMarked;
