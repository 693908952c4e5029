package org.capgate.network.wiring;

/**
 * Which population projects onto which, and how many neurons each has. The names key the random
 * numbers of its wiring, so projections with different names are wired independently.
 *
 * @param target name of the population that receives
 * @param targets its neurons, ≥ 1
 * @param source name of the population that sends
 * @param sources its neurons, ≥ 1
 */
public record Projection(String target, int targets, String source, int sources) {

  public Projection {
    if (targets < 1 || sources < 1) {
      throw new IllegalArgumentException(
          "a projection needs at least 1 neuron on either side, but was from "
              + sources
              + " to "
              + targets);
    }
    if (target.equals(source) && targets != sources) {
      throw new IllegalArgumentException(
          "population '" + target + "' cannot have " + targets + " and " + sources + " neurons");
    }
  }

  /** From a population onto itself; generators make no synapse of a neuron on itself. */
  public static Projection within(String population, int neurons) {
    return new Projection(population, neurons, population, neurons);
  }

  /** Whether both sides are one population. */
  public boolean isRecurrent() {
    return target.equals(source);
  }

  /** Sources a neuron can have: all, but not itself. */
  public int candidates() {
    return isRecurrent() ? sources - 1 : sources;
  }

  /** Key of the random numbers drawn for one purpose. */
  String purpose(String what) {
    return what + " from " + source + " to " + target;
  }
}
