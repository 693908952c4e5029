package org.capgate.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.capgate.compile.CellKernel;
import org.capgate.equations.Kind;
import org.capgate.equations.Symbol;
import org.capgate.model.ModelParts;
import org.capgate.treatment.CellClass;

/**
 * All neurons of one class: index ranges of one set of arrays, a range per subclass with the shared
 * numbers of that subclass.
 */
final class CellGroup {
  final CellClass cellClass;
  final CellKernel kernel;
  final int neurons;
  final List<Subrange> ranges;

  /** [input per cell][neuron], in the order of the kernel. */
  final double[][] inputs;

  /**
   * [signal][neuron], what neurons of each class receive from here, in the order of the classes.
   */
  final double[][] signals;

  /** The same as differences from the mean over the class. */
  final float[][] deviations;

  /** [output][neuron], results that live for one operation. */
  final double[][] scratch;

  /** 1 for a living neuron, 0 for one that was lesioned. */
  final double[] alive;

  /**
   * [target class][neuron], what a signal is multiplied with before it is sent: the perisomatic
   * weight towards excitatory neurons, 1 towards inhibitory ones, 0 from a lesioned neuron.
   */
  final double[][] sendWeight;

  /** The dendritic weight of a neuron, 0 when lesioned. */
  final double[] dendriticWeight;

  final double[][] factors;

  int living;

  private double dendriticSum; // of the weights

  /** What a lesioned neuron counts as silent in. */
  private final String firing;

  /** One subclass: neurons from one number to another, and the shared numbers of the kernel. */
  static final class Subrange {
    private final String name;
    private final int from;
    private final int to;
    private final Subclass.Weights weights;
    private final double[] shared;

    Subrange(String name, int from, int to, Subclass.Weights weights, double[] shared) {
      this.name = name;
      this.from = from;
      this.to = to;
      this.weights = weights;
      this.shared = shared;
    }

    String name() {
      return name;
    }

    /** The first neuron. */
    int from() {
      return from;
    }

    /** One after the last neuron. */
    int to() {
      return to;
    }

    /** The shared numbers themselves, which each evaluation sets. */
    double[] shared() {
      return shared;
    }
  }

  CellGroup(CellClass cellClass, CellKernel kernel, int neurons, int scratchArrays) {
    this.cellClass = cellClass;
    this.kernel = kernel;
    this.neurons = neurons;
    this.ranges = new ArrayList<>();
    this.inputs = new double[kernel.perCell().size()][neurons];
    this.signals = new double[kernel.signals().outputs()][neurons];
    this.deviations = new float[signals.length][neurons];
    this.scratch = new double[scratchArrays][neurons];
    this.factors = new double[kernel.factors()][neurons];
    this.alive = new double[neurons];
    this.dendriticWeight = new double[neurons];
    Arrays.fill(alive, 1);
    this.sendWeight = new double[CellClass.values().length][];
    for (CellClass target : CellClass.values()) {
      sendWeight[target.ordinal()] =
          target == CellClass.EXCITATORY ? new double[neurons] : alive; // of one weight all
    }
    living = neurons;
    List<Symbol> variables = kernel.layout().variables();
    firing = variables.get(NetworkEquations.index(variables, Kind.QUASI_STEADY)).name();
  }

  /** Lesions neurons for which the entry is true, or brings weights up to date when none is. */
  void lesion(boolean[] lesioned) {
    living = 0;
    dendriticSum = 0;
    double[] perisomatic = sendWeight[CellClass.EXCITATORY.ordinal()];
    for (Subrange range : ranges) {
      for (int i = range.from; i < range.to; i++) {
        if (lesioned[i]) {
          alive[i] = 0;
        }
        living += alive[i] > 0 ? 1 : 0;
        perisomatic[i] = alive[i] * range.weights.perisomatic();
        dendriticWeight[i] = alive[i] * range.weights.dendritic();
        dendriticSum += dendriticWeight[i];
      }
    }
  }

  /** What differs between neurons, what they receive, and which were lesioned. */
  void save(NetworkState.Part out) {
    for (int i = 0; i < inputs.length; i++) {
      out.part("input").put(kernel.perCell().get(i), inputs[i]);
    }
    out.put("alive", alive);
  }

  void restore(NetworkState.Part in) {
    for (int i = 0; i < inputs.length; i++) {
      in.part("input").copyTo(kernel.perCell().get(i), inputs[i]);
    }
    in.copyTo("alive", alive);
    lesion(new boolean[neurons]);
  }

  /** What each neuron counts in the mean of a quantity that the tissue sees. */
  double[] weightsFor(String quantity) {
    return isDendritic(quantity) ? dendriticWeight : alive;
  }

  /**
   * Over how many neurons the mean of a quantity is taken: of firing over all, since lesioned ones
   * count as silent, of everything else over the living, as they are weighted. A mean over none is
   * 0.
   */
  double countedFor(String quantity) {
    if (firing.equals(quantity)) {
      return neurons;
    }
    double sum = isDendritic(quantity) ? dendriticSum : living;
    return sum > 0 ? sum : 1;
  }

  private static boolean isDendritic(String quantity) {
    return ModelParts.dendriticOutput().equals(quantity);
  }

  /** Array of an input per cell. */
  double[] input(String name) {
    return inputs[kernel.perCell().indexOf(name)];
  }

  /** What a loop reads: variables, inputs, factors and right sides. */
  double[][] view(double[][] variables, double[][] right) {
    double[][] view =
        new double[variables.length + inputs.length + factors.length + right.length][];
    int next = 0;
    for (double[][] part : List.of(variables, inputs, factors, right)) {
      System.arraycopy(part, 0, view, next, part.length);
      next += part.length;
    }
    return view;
  }

  /** Sets a shared input of every subclass. */
  void share(int index, double value) {
    for (Subrange range : ranges) {
      range.shared()[index] = value;
    }
  }

  Subrange rangeOf(int neuron) {
    for (Subrange range : ranges) {
      if (neuron < range.to()) {
        return range;
      }
    }
    throw new IllegalArgumentException("no neuron " + neuron + " of " + neurons);
  }
}
