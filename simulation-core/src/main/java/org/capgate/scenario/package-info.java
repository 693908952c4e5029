/**
 * An experiment as immutable data: who, in which state, with which genes, given what.
 *
 * <p>Start from {@link org.capgate.scenario.Scenario}. May import steady, model, exposure,
 * treatment and dynamics.
 */
@NullMarked
package org.capgate.scenario;

import org.jspecify.annotations.NullMarked;
