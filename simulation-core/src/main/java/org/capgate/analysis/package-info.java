/**
 * Tables and what is computed from finished runs: statistics, steady states and their stability,
 * sensitivity, calibration. Start from {@link org.capgate.analysis.Table}. Imports: dynamics,
 * model, scenario, solver, random, EJML, commons-math3 and the JDK.
 */
@NullMarked
package org.capgate.analysis;

import org.jspecify.annotations.NullMarked;
