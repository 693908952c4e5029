package org.capgate.network.wiring;

import org.capgate.random.RandomStream;

/** Every pair connected with the same probability, by skipping from one synapse to the next. */
record ErdosRenyi(double probability) implements Wiring {
  ErdosRenyi {
    if (!(probability >= 0 && probability <= 1)) {
      throw new IllegalArgumentException(
          "probability of a synapse must be between 0 and 1, but was " + probability);
    }
  }

  @Override
  public Rows prepare(Projection projection, long seed) {
    String purpose = projection.purpose("synapses");
    double logOfNone = StrictMath.log1p(-probability); // −∞ when all pairs are connected
    return (from, to) ->
        SynapseRows.make(
            from,
            to,
            (target, sources) -> {
              if (probability > 0) {
                RandomStream stream = RandomStream.of(seed, 0, target, purpose);
                skipThrough(projection, target, logOfNone, stream, sources);
              }
            });
  }

  private static void skipThrough(
      Projection projection, int target, double logOfNone, RandomStream stream, IntList sources) {
    int self = projection.isRecurrent() ? target : Integer.MAX_VALUE;
    long candidate = skip(stream.nextDouble(), logOfNone);
    while (candidate < projection.candidates()) {
      sources.add((int) (candidate < self ? candidate : candidate + 1));
      candidate += 1 + skip(stream.nextDouble(), logOfNone);
    }
  }

  /**
   * Pairs left out before the next synapse: geometric, ⌊ln(1 − u) / ln(1 − p)⌋; 0 when p = 1.
   *
   * @param uniform u, in [0, 1)
   * @param logOfNone ln(1 − p), &lt; 0
   */
  static long skip(double uniform, double logOfNone) {
    return (long) Math.min(StrictMath.log1p(-uniform) / logOfNone, Integer.MAX_VALUE);
  }
}
