package org.capgate.network.wiring;

import org.jspecify.annotations.Nullable;

/** Whether arrays are compressed rows of a projection. */
final class ConnectivityCheck {
  private ConnectivityCheck() {}

  static void check(
      Projection projection,
      int[] start,
      int[] source,
      float @Nullable [] relative,
      double[] factor) {
    require(
        start.length == projection.targets() + 1
            && factor.length == projection.targets()
            && (relative == null || relative.length == source.length),
        "arrays must have the lengths of the projection and of its synapses");
    require(
        start[0] == 0 && start[projection.targets()] == source.length,
        "rows must start at 0 and end at " + source.length + ", the number of synapses");
    for (int target = 0; target < projection.targets(); target++) {
      require(
          start[target] <= start[target + 1], "row of target " + target + " ends before it starts");
    }
    for (int target = 0; target < projection.targets(); target++) {
      requireFactor(target, factor[target]);
      row(projection, target, start[target], start[target + 1], source, relative);
    }
  }

  private static void row(
      Projection projection,
      int target,
      int from,
      int to,
      int[] source,
      float @Nullable [] relative) {
    int before = -1;
    for (int k = from; k < to; k++) {
      if (source[k] <= before
          || source[k] >= projection.sources()
          || (projection.isRecurrent() && source[k] == target)) {
        throw new IllegalArgumentException(
            "sources of target "
                + target
                + " must ascend from 0 to "
                + (projection.sources() - 1)
                + (projection.isRecurrent() ? " without itself" : "")
                + ", but "
                + source[k]
                + " came after "
                + before);
      }
      before = source[k];
      if (relative != null && !(relative[k] >= 0 && relative[k] < Float.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException(
            "weight of target "
                + target
                + " from source "
                + source[k]
                + " must be finite and >= 0, but was "
                + relative[k]);
      }
    }
  }

  private static void requireFactor(int target, double factor) {
    if (!(factor >= 0 && factor < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "factor of target " + target + " must be finite and >= 0, but was " + factor);
    }
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalArgumentException(otherwise);
    }
  }
}
