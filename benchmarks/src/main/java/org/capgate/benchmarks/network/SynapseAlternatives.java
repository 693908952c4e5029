package org.capgate.benchmarks.network;

import java.util.Arrays;
import org.capgate.network.wiring.Connectivity;

/** Sums over synapses in other ways than {@link Connectivity} takes them. */
final class SynapseAlternatives {
  private static final int BLOCK = 1 << 16;

  private final int targets;
  private final int sources;
  private final int[] start;
  private final int[] source;
  private final float[] weight;
  private final boolean isAlike;

  // by blocks of sources: where each row starts in each block, and the source within the block
  private final int[][] blockStart;
  private final char[] blockSource;
  private final float[] blockWeight;
  private final double[] slice = new double[BLOCK];

  SynapseAlternatives(Connectivity c) {
    targets = c.projection().targets();
    sources = c.projection().sources();
    start = new int[targets + 1];
    source = new int[c.synapses()];
    isAlike = c.bytes() < 8L * c.synapses();
    weight = new float[isAlike ? 0 : c.synapses()];
    for (int i = 0; i < targets; i++) {
      start[i + 1] = start[i] + c.inDegree(i);
      for (int k = 0; k < c.inDegree(i); k++) {
        source[start[i] + k] = c.source(i, k);
        if (!isAlike) {
          weight[start[i] + k] = (float) c.weight(i, k);
        }
      }
    }
    blockStart = new int[(sources + BLOCK - 1) / BLOCK][targets + 1];
    blockSource = new char[source.length];
    blockWeight = new float[weight.length];
    int[] next = Arrays.copyOf(start, targets);
    int filled = 0;
    for (int b = 0; b < blockStart.length; b++) {
      for (int i = 0; i < targets; i++) {
        blockStart[b][i] = filled;
        for (; next[i] < start[i + 1] && source[next[i]] / BLOCK == b; next[i]++) {
          if (!isAlike) {
            blockWeight[filled] = weight[next[i]];
          }
          blockSource[filled++] = (char) (source[next[i]] % BLOCK);
        }
      }
      blockStart[b][targets] = filled;
    }
  }

  void oneSum(double[] x, double[] out) {
    for (int i = 0; i < targets; i++) {
      double sum = 0;
      if (isAlike) {
        for (int k = start[i]; k < start[i + 1]; k++) {
          sum += x[source[k]];
        }
      } else {
        for (int k = start[i]; k < start[i + 1]; k++) {
          sum += weight[k] * x[source[k]];
        }
      }
      out[i] = sum;
    }
  }

  void twoSums(double[] x, double[] out) {
    for (int i = 0; i < targets; i++) {
      double a = 0;
      double b = 0;
      int k = start[i];
      int end = start[i + 1];
      if (isAlike) {
        for (; k <= end - 2; k += 2) {
          a += x[source[k]];
          b += x[source[k + 1]];
        }
        a += k < end ? x[source[k]] : 0;
      } else {
        for (; k <= end - 2; k += 2) {
          a += weight[k] * x[source[k]];
          b += weight[k + 1] * x[source[k + 1]];
        }
        a += k < end ? weight[k] * x[source[k]] : 0;
      }
      out[i] = a + b;
    }
  }

  void eightUnrolled(double[] x, double[] out) {
    for (int i = 0; i < targets; i++) {
      int k = start[i];
      int end = start[i + 1];
      out[i] = isAlike ? eightAlike(x, k, end) : eightOwn(x, k, end);
    }
  }

  private double eightAlike(double[] x, int from, int end) {
    double a = 0;
    double b = 0;
    double c = 0;
    double d = 0;
    int k = from;
    for (; k <= end - 8; k += 8) {
      a += x[source[k]] + x[source[k + 4]];
      b += x[source[k + 1]] + x[source[k + 5]];
      c += x[source[k + 2]] + x[source[k + 6]];
      d += x[source[k + 3]] + x[source[k + 7]];
    }
    for (; k < end; k++) {
      a += x[source[k]];
    }
    return (a + b) + (c + d);
  }

  private double eightOwn(double[] x, int from, int end) {
    double a = 0;
    double b = 0;
    double c = 0;
    double d = 0;
    int k = from;
    for (; k <= end - 8; k += 8) {
      a += weight[k] * x[source[k]] + weight[k + 4] * x[source[k + 4]];
      b += weight[k + 1] * x[source[k + 1]] + weight[k + 5] * x[source[k + 5]];
      c += weight[k + 2] * x[source[k + 2]] + weight[k + 6] * x[source[k + 6]];
      d += weight[k + 3] * x[source[k + 3]] + weight[k + 7] * x[source[k + 7]];
    }
    for (; k < end; k++) {
      a += weight[k] * x[source[k]];
    }
    return (a + b) + (c + d);
  }

  void shortIndices(double[] x, double[] out) {
    Arrays.fill(out, 0);
    for (int b = 0; b < blockStart.length; b++) {
      System.arraycopy(x, b * BLOCK, slice, 0, Math.min(BLOCK, sources - b * BLOCK));
      if (isAlike) {
        blockAlike(blockStart[b], out);
      } else {
        blockOwn(blockStart[b], out);
      }
    }
  }

  private void blockAlike(int[] from, double[] out) {
    for (int i = 0; i < targets; i++) {
      double a = 0;
      double c = 0;
      int k = from[i];
      for (; k <= from[i + 1] - 2; k += 2) {
        a += slice[blockSource[k]];
        c += slice[blockSource[k + 1]];
      }
      a += k < from[i + 1] ? slice[blockSource[k]] : 0;
      out[i] += a + c;
    }
  }

  private void blockOwn(int[] from, double[] out) {
    for (int i = 0; i < targets; i++) {
      double a = 0;
      double c = 0;
      int k = from[i];
      for (; k <= from[i + 1] - 2; k += 2) {
        a += blockWeight[k] * slice[blockSource[k]];
        c += blockWeight[k + 1] * slice[blockSource[k + 1]];
      }
      a += k < from[i + 1] ? blockWeight[k] * slice[blockSource[k]] : 0;
      out[i] += a + c;
    }
  }
}
