/**
 * Who is connected to whom: rules that draw synapses, where neurons stand, degrees, and the
 * synapses themselves as rows in order, with the sums over them.
 *
 * <p>Start from {@link org.capgate.network.wiring.Wiring}; what it draws is a {@link
 * org.capgate.network.wiring.Connectivity}. Neurons are indices here; what they own is in {@code
 * network}.
 *
 * <p>May import the JDK and {@code random}.
 */
@NullMarked
package org.capgate.network.wiring;

import org.jspecify.annotations.NullMarked;
