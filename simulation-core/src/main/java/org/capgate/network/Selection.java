package org.capgate.network;

import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.Set;
import org.capgate.input.InputException;
import org.capgate.input.Names;
import org.capgate.input.Place;
import org.capgate.random.RandomStream;
import org.capgate.treatment.CellClass;

/** Which neurons of a network something is done to. */
@FunctionalInterface
public interface Selection {
  /** The neurons, by their numbers in the network: excitatory first, then inhibitory. */
  BitSet of(NetworkView world);

  /** Every neuron. */
  static Selection all() {
    return world -> {
      BitSet chosen = new BitSet();
      chosen.set(0, world.neurons());
      return chosen;
    };
  }

  /** The neurons of a class. */
  static Selection ofClass(CellClass cellClass) {
    return world -> {
      BitSet chosen = new BitSet();
      int first = world.first(cellClass);
      chosen.set(first, first + world.neurons(cellClass));
      return chosen;
    };
  }

  /**
   * The neurons of a subclass.
   *
   * @throws org.capgate.input.InputException when the network has none of that name
   */
  static Selection ofSubclass(String name) {
    return world -> {
      BitSet chosen = new BitSet();
      Set<String> known = new LinkedHashSet<>();
      world.forEachNeuron(
          neuron -> {
            known.add(neuron.subclass());
            chosen.set(neuron.index(), neuron.subclass().equals(name));
          });
      if (!known.contains(name)) {
        throw new InputException(Place.UNKNOWN, Names.unknown("subclass of neurons", name, known));
      }
      return chosen;
    };
  }

  /** These neurons. */
  static Selection indices(int... neurons) {
    int[] copy = neurons.clone();
    return world -> {
      BitSet chosen = new BitSet();
      for (int neuron : copy) {
        Settings.require("number of a neuron", neuron, 0, world.neurons() - 1);
        chosen.set(neuron);
      }
      return chosen;
    };
  }

  /**
   * The neurons whose place on the sheet lies within a circle.
   *
   * @throws org.capgate.input.InputException when the network has no sheet
   */
  static Selection region(
      double acrossMicrometres, double downMicrometres, double radiusMicrometres) {
    return world -> {
      BitSet chosen = new BitSet();
      double[] centre = {acrossMicrometres, downMicrometres};
      for (int i = 0; i < world.neurons(); i++) {
        if (world.sheet().distanceMicrometres(world.placeMicrometres(i), centre)
            <= radiusMicrometres) {
          chosen.set(i);
        }
      }
      return chosen;
    };
  }

  /**
   * A random part of these, the nearest whole number of neurons. Each neuron has its own number,
   * keyed by (seed, neuron, purpose), and those with the lowest are taken, so that a smaller
   * fraction is always part of a larger one.
   *
   * @param fraction in [0, 1]
   */
  default Selection fraction(double fraction, String purpose) {
    Settings.require("fraction of neurons", fraction, 0, 1);
    return world -> {
      int[] candidates = of(world).stream().toArray();
      double[] draw = new double[candidates.length];
      for (int i = 0; i < draw.length; i++) {
        draw[i] = RandomStream.of(world.seed(), 0, candidates[i], purpose).nextDouble();
      }
      double[] sorted = draw.clone();
      Arrays.sort(sorted);
      int count = (int) Math.round(fraction * draw.length);
      BitSet chosen = new BitSet();
      for (int i = 0; i < draw.length; i++) {
        if (count > 0 && draw[i] <= sorted[count - 1]) {
          chosen.set(candidates[i]);
        }
      }
      return chosen;
    };
  }

  /** Neurons in both. */
  default Selection and(Selection other) {
    return world -> {
      BitSet chosen = of(world);
      chosen.and(other.of(world));
      return chosen;
    };
  }
}
