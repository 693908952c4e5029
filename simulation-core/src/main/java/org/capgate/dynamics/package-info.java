/**
 * The contract between science and numerics: what a system of equations offers an integrator, and
 * what an integrator gives back.
 *
 * <p>Start from {@link org.capgate.dynamics.OdeSystem} (what is solved) and {@link
 * org.capgate.dynamics.Trajectory} (what comes out). May import: {@code input} (names in messages).
 */
@NullMarked
package org.capgate.dynamics;

import org.jspecify.annotations.NullMarked;
