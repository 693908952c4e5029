package org.capgate.benchmarks.network;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;

/**
 * What the memory delivers to one thread: a[i] = b[i] + s·c[i] over arrays far larger than the
 * caches, counting 24 bytes an element as the STREAM benchmark does.
 */
final class MemoryBandwidth {
  private static final int ELEMENTS = 1 << 24; // 3 × 128 MiB
  private static final int REPETITIONS = 12;

  private MemoryBandwidth() {}

  /** Best of several sweeps, in bytes per nanosecond, which is GB/s. */
  static double bytesPerNanosecond() {
    double[] a = new double[ELEMENTS];
    double[] b = new double[ELEMENTS];
    double[] c = new double[ELEMENTS];
    Arrays.fill(b, 1);
    Arrays.fill(c, 2);
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    double best = Double.POSITIVE_INFINITY;
    for (int i = 0; i < REPETITIONS; i++) {
      long began = threads.getCurrentThreadCpuTime(); // other programs may hold the processor
      triad(a, b, c, 3);
      best = Math.min(best, threads.getCurrentThreadCpuTime() - began);
    }
    if (a[ELEMENTS - 1] != 7) {
      throw new IllegalStateException("the sweep was not done");
    }
    return 24.0 * ELEMENTS / best;
  }

  private static void triad(double[] a, double[] b, double[] c, double s) {
    for (int i = 0; i < a.length; i++) {
      a[i] = b[i] + s * c[i];
    }
  }
}
