/**
 * Integrators for systems of ordinary differential and algebraic equations with jumping inputs.
 *
 * <p>Start from {@link org.capgate.solver.Solvers}. May import dynamics, EJML and commons-math3. It
 * knows nothing of the model.
 */
@NullMarked
package org.capgate.solver;

import org.jspecify.annotations.NullMarked;
