package org.capgate.network.wiring;

import org.capgate.random.RandomStream;

/**
 * Synapses whose probability falls with distance. Sources are sorted into the squares of a grid;
 * from square to square candidates are skipped as if all were as near as the square allows, and a
 * candidate is kept with the ratio of its own probability to that bound: exact, and the cost grows
 * with the neighbours rather than with all neurons.
 */
record DistanceDependent(Sheet sheet, DistanceProfile profile, double meanInDegree)
    implements Wiring {
  /** Probability above which each candidate is drawn for: a skip costs as much as ten draws. */
  private static final double DENSE = 0.1;

  DistanceDependent {
    if (!(meanInDegree > 0 && meanInDegree < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "mean in-degree must be finite and > 0, but was " + meanInDegree);
    }
  }

  /** Probability of a synapse between neurons at the same place. */
  double peakProbability(Projection projection) {
    double expected =
        projection.candidates()
            * profile.integralSquareMicrometres()
            / sheet.areaSquareMicrometres(); // in-degree if the peak were 1
    double peak = meanInDegree / expected;
    if (!(peak <= 1)) {
      throw new IllegalArgumentException(
          "mean in-degree must be <= "
              + expected
              + ", the neurons of '"
              + projection.source()
              + "' within reach, but was "
              + meanInDegree);
    }
    return peak;
  }

  @Override
  public Rows prepare(Projection projection, long seed) {
    double peak = peakProbability(projection);
    SheetGrid grid = new SheetGrid(sheet, profile.lengthMicrometres(), projection, seed);
    Bound[] bounds = bounds(grid, peak);
    String purpose = projection.purpose("synapses");
    return (from, to) ->
        SynapseRows.make(
            from,
            to,
            (target, sources) ->
                new Search(
                        grid,
                        bounds,
                        peak,
                        sheet.placeMicrometres(seed, projection.target(), target),
                        projection.isRecurrent() ? target : -1,
                        RandomStream.of(seed, 0, target, purpose),
                        sources)
                    .run());
  }

  /**
   * Largest probability in a square so many squares away, and the logarithm skipping needs.
   *
   * @param probability in [0, 1]
   * @param logOfNone ln(1 − probability)
   */
  private record Bound(double probability, double logOfNone) {}

  private Bound[] bounds(SheetGrid grid, double peak) {
    Bound[] bounds = new Bound[grid.columns() * grid.rows()];
    for (int down = 0; down < grid.rows(); down++) {
      for (int across = 0; across < grid.columns(); across++) {
        double probability = peak * profile.at(grid.leastDistanceMicrometres(across, down));
        bounds[down * grid.columns() + across] =
            new Bound(probability, StrictMath.log1p(-probability));
      }
    }
    return bounds;
  }

  /** The search of one target for its sources. */
  private final class Search {
    private final SheetGrid grid;
    private final Bound[] bounds;
    private final double peak;
    private final double[] place;
    private final int self;
    private final RandomStream stream;
    private final IntList sources;

    Search(
        SheetGrid grid,
        Bound[] bounds,
        double peak,
        double[] place,
        int self,
        RandomStream stream,
        IntList sources) {
      this.grid = grid;
      this.bounds = bounds;
      this.peak = peak;
      this.place = place;
      this.self = self;
      this.stream = stream;
      this.sources = sources;
    }

    void run() {
      int[] columns = grid.columnsAround(place, profile.reachMicrometres());
      int[] rows = grid.rowsAround(place, profile.reachMicrometres());
      for (int row : rows) {
        int down = grid.rowsApart(place, row);
        for (int column : columns) {
          Bound bound = bounds[down * grid.columns() + grid.columnsApart(place, column)];
          if (bound.probability > 0) {
            square(row * grid.columns() + column, bound);
          }
        }
      }
    }

    private void square(int square, Bound bound) {
      int last = grid.end(square);
      int first = grid.start(square);
      if (bound.probability > DENSE) {
        for (int k = first; k < last; k++) {
          double uniform = stream.nextDouble();
          if (uniform < bound.probability) {
            consider(grid.member(k), uniform);
          }
        }
        return;
      }
      long next = first;
      double uniform = stream.nextDouble();
      if (uniform >= (last - next) * bound.probability) {
        return; // the skip would lead out of the square: 1 − (1 − p)^m ≤ m·p
      }
      next += ErdosRenyi.skip(uniform, bound.logOfNone);
      while (next < last) {
        consider(grid.member((int) next), bound.probability * stream.nextDouble());
        next += 1 + ErdosRenyi.skip(stream.nextDouble(), bound.logOfNone);
      }
    }

    /** Keeps a source when a number uniform below the bound is below its own probability. */
    private void consider(int source, double uniform) {
      double own = peak * profile.at(grid.distanceMicrometres(source, place));
      if (uniform < own && source != self) {
        sources.add(source);
      }
    }
  }
}
