/**
 * Many runs at once. The only package with threads; results never depend on their number.
 *
 * <p>Start from {@link org.capgate.ensemble.Blocks} for long work that is to survive being stopped,
 * from {@link org.capgate.ensemble.OrderedParallel} for short work. May import network, solver,
 * analysis, dynamics and input.
 */
@NullMarked
package org.capgate.ensemble;

import org.jspecify.annotations.NullMarked;
