package org.capgate.network.wiring;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Set;
import org.capgate.random.RandomStream;
import org.jspecify.annotations.Nullable;

/** What can be changed about synapses that are there. */
final class SynapseChanges {
  private SynapseChanges() {}

  /** exp(σz), z normal, over the largest of the target; the factor of the target does the rest. */
  static float[] logNormal(Projection projection, int[] start, double sigma, long seed) {
    float[] relative = new float[start[projection.targets()]];
    String purpose = projection.purpose("weights");
    for (int target = 0; target < projection.targets(); target++) {
      RandomStream stream = RandomStream.of(seed, 0, target, purpose);
      double[] weight = new double[start[target + 1] - start[target]];
      double most = 0;
      for (int k = 0; k < weight.length; k++) {
        weight[k] = StrictMath.exp(sigma * stream.nextGaussian());
        most = Math.max(most, weight[k]);
      }
      for (int k = 0; k < weight.length; k++) {
        relative[start[target] + k] = (float) (weight[k] / most);
      }
    }
    return relative;
  }

  static void requirePermutation(String what, int[] newNumber, int count) {
    BitSet taken = new BitSet(count);
    if (newNumber.length != count) {
      throw new IllegalArgumentException(
          "new numbers of " + what + " must be " + count + ", but were " + newNumber.length);
    }
    for (int number : newNumber) {
      if (number < 0 || number >= count || taken.get(number)) {
        throw new IllegalArgumentException(
            "new numbers of "
                + what
                + " must be each of 0 to "
                + (count - 1)
                + " once, but "
                + number
                + (number < 0 || number >= count ? " is outside" : " is there twice"));
      }
      taken.set(number);
    }
  }

  /** Moves some synapses of one target; entries {@code from} to {@code to} − 1 are rewritten. */
  static void rewire(
      Projection projection,
      int target,
      int[] source,
      float @Nullable [] relative,
      int from,
      int to,
      double fraction,
      long seed) {
    RandomStream stream = RandomStream.of(seed, 0, target, projection.purpose("rewiring"));
    int spare = projection.candidates() - (to - from);
    boolean[] moves = new boolean[to - from];
    int moving = 0;
    for (int k = from; k < to; k++) {
      moves[k - from] = stream.nextDouble() < fraction;
      moving += moves[k - from] ? 1 : 0;
    }
    if (moving == 0) {
      return;
    }
    requireSpare(target, moving, spare);
    int[] taken = Arrays.copyOfRange(source, from, to); // the old sources: none is chosen again
    Set<Integer> chosen = new LinkedHashSet<>(); // in the order drawn
    while (chosen.size() < moving) {
      int drawn = stream.nextInt(projection.sources());
      boolean isSelf = projection.isRecurrent() && drawn == target;
      if (!isSelf && Arrays.binarySearch(taken, drawn) < 0) {
        chosen.add(drawn);
      }
    }
    SynapseOrder row = new SynapseOrder(to - from);
    Iterator<Integer> next = chosen.iterator();
    for (int k = from; k < to; k++) {
      row.add(moves[k - from] ? next.next() : source[k], relative == null ? 1 : relative[k]);
    }
    row.writeTo(source, relative, from);
  }

  private static void requireSpare(int target, int moving, int spare) {
    if (moving > spare) {
      throw new IllegalArgumentException(
          "target "
              + target
              + " has "
              + spare
              + " neurons it is not connected to, too few to move "
              + moving
              + " synapses to");
    }
  }
}
