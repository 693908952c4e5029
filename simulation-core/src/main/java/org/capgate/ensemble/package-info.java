/**
 * Many runs at once. The only package with threads; results never depend on their number.
 *
 * <p>Start from {@link org.capgate.ensemble.OrderedParallel}. May import scenario, network, solver,
 * analysis, random, evidence and what they import.
 */
@NullMarked
package org.capgate.ensemble;

import org.jspecify.annotations.NullMarked;
