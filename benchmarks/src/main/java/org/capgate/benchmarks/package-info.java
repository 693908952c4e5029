/**
 * Benchmarks of the integrator's hot loop, run by JMH; see benchmarks/README.md. Start from {@link
 * org.capgate.benchmarks.AnimalBenchmark}.
 */
@NullMarked
package org.capgate.benchmarks;

import org.jspecify.annotations.NullMarked;
