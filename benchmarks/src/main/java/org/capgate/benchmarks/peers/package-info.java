/**
 * CapGate and other solvers side by side on the same equations; benchmarks/peers/run builds and
 * starts it. Every solver is a process of its own that answers a few lines, see benchmarks/peers/
 * server.c; {@link org.capgate.benchmarks.peers.JavaPeer} is that for the solvers in Java, {@link
 * org.capgate.benchmarks.peers.Comparison} asks them all in turn.
 */
@NullMarked
package org.capgate.benchmarks.peers;

import org.jspecify.annotations.NullMarked;
