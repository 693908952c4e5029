/**
 * Networks of neurons measured: sums over synapses against the bandwidth of the memory, and one
 * step of a whole network against Brian2.
 *
 * <p>Start from {@link org.capgate.benchmarks.network.SynapseBenchmark} and, for the peer, from
 * benchmarks/peers/network/run.
 */
@NullMarked
package org.capgate.benchmarks.network;

import org.jspecify.annotations.NullMarked;
