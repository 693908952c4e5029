package org.capgate.sampling;

/**
 * What chains have drawn, one draw per chain and block. Draw {@code i} of a chain is the one after
 * block {@code i}, counted from 0. Immutable.
 */
public final class Draws {
  private final Archive archive; // grows, but what is in it stays as it is
  private final int dimensions;
  private final int chains;
  private final int perChain;
  private final long jumps;
  private final long accepted;

  Draws(Archive archive, int dimensions, int chains, int perChain, long jumps, long accepted) {
    this.archive = archive;
    this.dimensions = dimensions;
    this.chains = chains;
    this.perChain = perChain;
    this.jumps = jumps;
    this.accepted = accepted;
  }

  /** How many dimensions a point has. */
  public int dimensions() {
    return dimensions;
  }

  /** How many chains there are. */
  public int chains() {
    return chains;
  }

  /** How many draws each chain has made. */
  public int perChain() {
    return perChain;
  }

  /** How many jumps were tried. */
  public long jumps() {
    return jumps;
  }

  /** Share of the jumps that were accepted, in [0, 1]; 0 before the first. */
  public double acceptedShare() {
    return jumps == 0 ? 0 : (double) accepted / jumps;
  }

  /** The point of a draw, a fresh array. */
  public double[] point(int chain, int draw) {
    return archive.point(index(chain, draw)).clone();
  }

  /** The logarithm of the density at a draw. */
  public double logDensity(int chain, int draw) {
    return archive.logDensity(index(chain, draw));
  }

  /** One dimension of every draw from a first one on: [chain][draw]. */
  public double[][] values(int dimension, int fromDraw) {
    double[][] values = new double[chains][perChain - fromDraw];
    for (int chain = 0; chain < chains; chain++) {
      for (int i = fromDraw; i < perChain; i++) {
        values[chain][i - fromDraw] = archive.point(index(chain, i))[dimension];
      }
    }
    return values;
  }

  /** How far one dimension of the draws from a first one on can be trusted. */
  public Convergence convergence(int dimension, int fromDraw) {
    return Convergence.of(values(dimension, fromDraw));
  }

  private int index(int chain, int draw) {
    if (chain < 0 || chain >= chains || draw < 0 || draw >= perChain) {
      throw new IndexOutOfBoundsException(
          "chain %s, draw %s of %s chains with %s draws".formatted(chain, draw, chains, perChain));
    }
    return archive.before() + draw * chains + chain;
  }
}
