package org.capgate.network.wiring;

/**
 * Sums over the synapses of targets {@code from} to {@code to} − 1, before the factor of the
 * target. Each sum is taken in the same order whatever the range: four running sums over synapses
 * k, k + 1, k + 2, k + 3, then the rest into the first, then (first + second) + (third + fourth).
 */
final class SynapticSums {
  private SynapticSums() {}

  static void alike(int[] start, int[] source, double[] x, double[] out, int from, int to) {
    for (int i = from; i < to; i++) {
      int k = start[i];
      int end = start[i + 1];
      double a = 0;
      double b = 0;
      double c = 0;
      double d = 0;
      for (; k <= end - 4; k += 4) {
        a += x[source[k]];
        b += x[source[k + 1]];
        c += x[source[k + 2]];
        d += x[source[k + 3]];
      }
      for (; k < end; k++) {
        a += x[source[k]];
      }
      out[i] = (a + b) + (c + d);
    }
  }

  static void weighted(
      int[] start, int[] source, float[] weight, double[] x, double[] out, int from, int to) {
    for (int i = from; i < to; i++) {
      int k = start[i];
      int end = start[i + 1];
      double a = 0;
      double b = 0;
      double c = 0;
      double d = 0;
      for (; k <= end - 4; k += 4) {
        a += weight[k] * x[source[k]];
        b += weight[k + 1] * x[source[k + 1]];
        c += weight[k + 2] * x[source[k + 2]];
        d += weight[k + 3] * x[source[k + 3]];
      }
      for (; k < end; k++) {
        a += weight[k] * x[source[k]];
      }
      out[i] = (a + b) + (c + d);
    }
  }

  /** In single precision four by four: one conversion for four synapses instead of one for each. */
  static void alike(int[] start, int[] source, float[] x, double[] out, int from, int to) {
    for (int i = from; i < to; i++) {
      int k = start[i];
      int end = start[i + 1];
      double sum = 0;
      for (; k <= end - 4; k += 4) {
        sum += (x[source[k]] + x[source[k + 1]]) + (x[source[k + 2]] + x[source[k + 3]]);
      }
      for (; k < end; k++) {
        sum += x[source[k]];
      }
      out[i] = sum;
    }
  }

  /** As the other in single precision. */
  static void weighted(
      int[] start, int[] source, float[] weight, float[] x, double[] out, int from, int to) {
    for (int i = from; i < to; i++) {
      int k = start[i];
      int end = start[i + 1];
      double sum = 0;
      for (; k <= end - 4; k += 4) {
        sum +=
            (weight[k] * x[source[k]] + weight[k + 1] * x[source[k + 1]])
                + (weight[k + 2] * x[source[k + 2]] + weight[k + 3] * x[source[k + 3]]);
      }
      for (; k < end; k++) {
        sum += weight[k] * x[source[k]];
      }
      out[i] = sum;
    }
  }
}
