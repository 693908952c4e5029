/**
 * Trials in virtual subjects: arms, visits, endpoints, and what a laboratory or a clinic would
 * find.
 *
 * <p>Start from {@link org.capgate.trial.Trial}. May import population, ensemble, scenario, solver,
 * steady, analysis, model, exposure, treatment, dynamics, random, input and commons-math3.
 */
@NullMarked
package org.capgate.trial;

import org.jspecify.annotations.NullMarked;
