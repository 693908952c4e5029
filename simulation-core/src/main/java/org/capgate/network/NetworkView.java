package org.capgate.network;

import java.util.function.Consumer;
import org.capgate.network.wiring.Sheet;
import org.capgate.treatment.CellClass;

/**
 * A network at one instant, as rules and collectors see it. Valid during the call it is given to.
 */
public interface NetworkView {
  /** Time (h). */
  double tHours();

  /** The seed of the network. */
  long seed();

  /** Number of neurons. */
  int neurons();

  /** Number of neurons of a class. */
  int neurons(CellClass cellClass);

  /** Number of the first neuron of a class. */
  int first(CellClass cellClass);

  /** One neuron, read from and written to the arrays of the network. */
  Neuron neuron(int index);

  /** Does something with every neuron in the order of their numbers. */
  default void forEachNeuron(Consumer<Neuron> action) {
    for (int i = 0; i < neurons(); i++) {
      action.accept(neuron(i));
    }
  }

  /** A readout of the whole network, by the name of its equation, such as {@code mood}. */
  double readout(String quantity);

  /**
   * A state of the tissue that all neurons share, by the name of its equation, such as {@code
   * plasticityPermission}.
   */
  double tissue(String state);

  /** Whether there is a readout of that name. */
  boolean has(String quantity);

  /**
   * A quantity of every neuron of a class, by the stem of its name without class and unit, such as
   * {@code eif4f} or {@code rate}; a fresh array.
   */
  double[] values(String stem, CellClass cellClass);

  /** The sheet on which neurons lie. */
  Sheet sheet();

  /** Place of a neuron on the sheet (µm). */
  double[] placeMicrometres(int neuron);

  /** See {@link Rule#lesion}. */
  void lesion(Selection neurons);

  /** See {@link Rule#rewire}. */
  void rewire(Selection neurons, double fraction, long seed);
}
