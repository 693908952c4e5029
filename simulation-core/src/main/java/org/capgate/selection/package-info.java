/**
 * Virtual populations that have the distributions which were published: subjects of a population
 * are chosen, without weights, by acceptance or by a Markov chain.
 *
 * <p>Start from {@link org.capgate.selection.Selection}. May import trial, population, sampling,
 * ensemble, scenario, solver, steady, analysis, model, treatment, dynamics, random, input and
 * commons-math3.
 */
@NullMarked
package org.capgate.selection;

import org.jspecify.annotations.NullMarked;
