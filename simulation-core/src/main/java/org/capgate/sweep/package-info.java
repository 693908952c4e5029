/**
 * The same experiment many times over, with some of what it says varied: designs of points, and
 * what is read of each run.
 *
 * <p>Start from {@link org.capgate.sweep.Sweep}. May import ensemble, network, scenario, solver,
 * steady, analysis, model, treatment, dynamics, random, input and commons-math3.
 */
@NullMarked
package org.capgate.sweep;

import org.jspecify.annotations.NullMarked;
