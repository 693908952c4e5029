package org.capgate.network.wiring;

import org.capgate.random.RandomStream;

/** The same number of distinct sources for every target. */
record FixedInDegree(int sourcesPerTarget) implements Wiring {
  FixedInDegree {
    if (sourcesPerTarget < 0) {
      throw new IllegalArgumentException(
          "sources per target must be >= 0, but was " + sourcesPerTarget);
    }
  }

  @Override
  public Rows prepare(Projection projection, long seed) {
    if (sourcesPerTarget > projection.candidates()) {
      throw new IllegalArgumentException(
          "sources per target must be <= "
              + projection.candidates()
              + ", the neurons of '"
              + projection.source()
              + "' a neuron of '"
              + projection.target()
              + "' can choose from, but was "
              + sourcesPerTarget);
    }
    String purpose = projection.purpose("synapses");
    return (from, to) ->
        SynapseRows.make(
            from,
            to,
            (target, sources) -> {
              RandomStream stream = RandomStream.of(seed, 0, target, purpose);
              choose(projection.candidates(), stream, sources);
              if (projection.isRecurrent()) {
                stepOver(target, sources);
              }
            });
  }

  /** Draws the smaller of the chosen and the unchosen set, so that few draws are repeated. */
  private void choose(int candidates, RandomStream stream, IntList sources) {
    if (sourcesPerTarget <= candidates / 2) {
      drawDistinct(sourcesPerTarget, candidates, stream, sources);
      return;
    }
    IntList left = new IntList();
    drawDistinct(candidates - sourcesPerTarget, candidates, stream, left);
    for (int candidate = 0, next = 0; candidate < candidates; candidate++) {
      if (next < left.size() && left.get(next) == candidate) {
        next++;
      } else {
        sources.add(candidate);
      }
    }
  }

  /** The first {@code count} different values of a uniform sequence: each set equally probable. */
  private static void drawDistinct(int count, int bound, RandomStream stream, IntList drawn) {
    while (drawn.size() < count) {
      for (int missing = count - drawn.size(); missing > 0; missing--) {
        drawn.add(stream.nextInt(bound));
      }
      drawn.sortAndDropRepeats();
    }
  }

  private static void stepOver(int self, IntList sources) {
    int[] drawn = sources.toArray();
    sources.clear();
    for (int source : drawn) {
      sources.add(source < self ? source : source + 1);
    }
  }
}
