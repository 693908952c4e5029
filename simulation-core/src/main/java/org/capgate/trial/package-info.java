/**
 * Trials in virtual subjects: arms, visits, endpoints, and what a laboratory or a clinic would
 * find.
 *
 * <p>Start from {@link org.capgate.trial.Trial}. May import population, ensemble, analysis,
 * scenario, solver, steady, model, treatment, dynamics, random and input.
 */
@NullMarked
package org.capgate.trial;

import org.jspecify.annotations.NullMarked;
