/**
 * Many individual neurons: what each owns, who is connected to whom, and how they go through time
 * together.
 *
 * <p>Start from {@link org.capgate.network.Network}; {@link org.capgate.network.Rule} and {@link
 * org.capgate.network.Collector} are what users write, {@code network.wiring} holds the synapses.
 * No equation is written here: they are parts of the statement, {@link
 * org.capgate.model.ModelParts}.
 *
 * <p>May import network.wiring, scenario, solver, steady, model, exposure, treatment, compile,
 * equations, dynamics, random and input.
 */
@NullMarked
package org.capgate.network;

import org.jspecify.annotations.NullMarked;
