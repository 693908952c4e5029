package org.capgate.network.wiring;

import org.capgate.random.RandomStream;

/**
 * A rectangle of tissue on which neurons lie uniformly at random. The place of a neuron depends on
 * (seed, neuron, population) and on nothing else.
 *
 * @param widthMicrometres > 0
 * @param heightMicrometres > 0
 * @param edges whether opposite borders meet
 */
public record Sheet(double widthMicrometres, double heightMicrometres, Edges edges) {

  /** What lies beyond a border. */
  public enum Edges {
    /** The opposite border: every neuron has the same surroundings. */
    PERIODIC,
    /** Nothing: neurons near a border have fewer neighbours. */
    OPEN
  }

  public Sheet {
    requirePositive("width", widthMicrometres);
    requirePositive("height", heightMicrometres);
  }

  private static void requirePositive(String name, double micrometres) {
    if (!(micrometres > 0 && micrometres < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "sheet " + name + " must be finite and > 0 µm, but was " + micrometres);
    }
  }

  /** Horizontal and vertical place of a neuron (µm), from 0 to the width and height. */
  public double[] placeMicrometres(long seed, String population, int neuron) {
    RandomStream stream = RandomStream.of(seed, 0, neuron, "place of " + population);
    double across = stream.uniform(0, widthMicrometres);
    return new double[] {across, stream.uniform(0, heightMicrometres)};
  }

  /** Distance of two places (µm), across a border where that is shorter and borders meet. */
  public double distanceMicrometres(double[] here, double[] there) {
    double across = along(here[0] - there[0], widthMicrometres);
    double down = along(here[1] - there[1], heightMicrometres);
    return Math.sqrt(across * across + down * down);
  }

  private double along(double difference, double extent) {
    double direct = Math.abs(difference);
    return edges == Edges.PERIODIC ? Math.min(direct, extent - direct) : direct;
  }

  double areaSquareMicrometres() {
    return widthMicrometres * heightMicrometres;
  }
}
