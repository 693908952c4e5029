/**
 * What is not known: parameter sets that agree with the findings, and what they say together of a
 * simulation.
 *
 * <p>Start from {@link org.capgate.uncertainty.ParameterEnsemble}. May import ensemble, scenario,
 * steady, model, dynamics and input.
 */
@NullMarked
package org.capgate.uncertainty;

import org.jspecify.annotations.NullMarked;
