/**
 * Many neurons: who is connected to whom, and the sums over synapses.
 *
 * <p>Start from {@link org.capgate.network.Wiring} and {@link org.capgate.network.Connectivity}.
 *
 * <p>May import model, compile, dynamics and random.
 */
@NullMarked
package org.capgate.network;

import org.jspecify.annotations.NullMarked;
