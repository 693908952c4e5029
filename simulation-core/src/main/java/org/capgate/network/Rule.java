package org.capgate.network;

/**
 * What a user does to a network between two steps, in a few lines:
 *
 * <pre>{@code
 * Rule tired = world -> world.forEachNeuron(n -> n.setDrive(n.rateHertz() > 20 ? -0.5 : 0));
 * }</pre>
 */
@FunctionalInterface
public interface Rule {
  /** Reads and changes the network at one instant. */
  void apply(NetworkView world);

  /** Scales the product of a gene, 0 deletes it, in the neurons selected. */
  static Rule scaleGene(Selection neurons, org.capgate.model.Gene gene, double factor) {
    Settings.require("factor of " + gene.word(), factor, 0, 1e6);
    return world ->
        neurons.of(world).stream().forEach(i -> world.neuron(i).scaleGene(gene, factor));
  }

  /**
   * Gives neurons an additive drive from now on, in net drives at rest: excites above 0, inhibits
   * below.
   */
  static Rule drive(Selection neurons, double drive) {
    return world -> neurons.of(world).stream().forEach(i -> world.neuron(i).setDrive(drive));
  }

  /** Keeps neurons from firing until {@link #drive} sets another drive. */
  static Rule silence(Selection neurons) {
    return drive(neurons, -1e4);
  }

  /** Removes neurons: they fire no more and count no more in means of what cells contain. */
  static Rule lesion(Selection neurons) {
    return world -> world.lesion(neurons);
  }

  /** Moves a fraction of the synapses onto neurons to other sources. */
  static Rule rewire(Selection neurons, double fraction, long seed) {
    return world -> world.rewire(neurons, fraction, seed);
  }
}
