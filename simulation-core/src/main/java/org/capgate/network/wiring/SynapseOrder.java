package org.capgate.network.wiring;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The synapses of one target on their way into ascending order of sources. */
final class SynapseOrder {
  private final long[] synapse; // source in the upper half, bits of the weight in the lower
  private int size;

  SynapseOrder(int degree) {
    synapse = new long[degree];
  }

  void add(int source, float relative) {
    synapse[size++] = ((long) source << 32) | (Float.floatToRawIntBits(relative) & 0xFFFF_FFFFL);
  }

  void writeTo(int[] source, float @Nullable [] relative, int start) {
    Arrays.sort(synapse);
    for (int k = 0; k < synapse.length; k++) {
      source[start + k] = (int) (synapse[k] >> 32);
      if (relative != null) {
        relative[start + k] = Float.intBitsToFloat((int) synapse[k]);
      }
    }
  }
}
