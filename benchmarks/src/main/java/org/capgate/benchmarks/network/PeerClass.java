package org.capgate.benchmarks.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.capgate.compile.CellKernel;
import org.capgate.equations.EquationSystem;
import org.capgate.equations.Kind;
import org.capgate.equations.Symbol;
import org.capgate.model.Gene;
import org.capgate.model.Genotype;
import org.capgate.model.ModelParts;
import org.capgate.model.MoodModel;
import org.capgate.random.RandomStream;
import org.capgate.scenario.Scenario;
import org.capgate.treatment.CellClass;

/**
 * All neurons of one class, as both sides of the comparison see them: the part of the statement,
 * its compiled loops, and arrays with one entry per neuron. Drug effects and the tissue are
 * constants: one step of a millisecond does not move them.
 */
final class PeerClass {
  /** The same loops for all networks of a process, so that one can be warmed up with another. */
  private static final Map<CellClass, CellKernel> KERNELS = new EnumMap<>(CellClass.class);

  final CellClass own;
  final EquationSystem part;
  final CellKernel kernel;
  final int neurons;
  final double[] shared;
  final double[][] variable; // [variable][neuron]
  final double[][] input; // [input per cell][neuron]
  final double[][] signal; // [class of the target][neuron]
  final double[] mean = new double[CellClass.values().length]; // of the signals
  final float[][] deviation; // from it, [class of the target][neuron]
  final double[][] in; // variables, then inputs
  final double rateHours;
  private final Map<String, Double> constants = new LinkedHashMap<>();

  PeerClass(CellClass own, int neurons, ModelParts parts, Scenario scenario, long seed) {
    this.own = own;
    this.neurons = neurons;
    part = parts.cell(own);
    kernel = KERNELS.computeIfAbsent(own, cells -> compiled(cells, part));
    shared = new double[kernel.sharedLength()];
    variable = new double[kernel.variables()][neurons];
    input = new double[kernel.perCell().size()][neurons];
    signal = new double[CellClass.values().length][neurons];
    deviation = new float[signal.length][neurons];
    in = new double[variable.length + input.length + kernel.factors() + variable.length][];
    System.arraycopy(variable, 0, in, 0, variable.length);
    System.arraycopy(input, 0, in, variable.length, input.length);
    fill(scenario, seed);
    rateHours = constant(parts.rateTime(own));
  }

  private static CellKernel compiled(CellClass own, EquationSystem part) {
    List<String> perCell = new ArrayList<>();
    List<String> signals = new ArrayList<>();
    for (CellClass other : CellClass.values()) {
      perCell.add(ModelParts.synapticInput(other, own));
      signals.add(ModelParts.signal(own, other));
    }
    List<String> coupled = List.copyOf(perCell);
    for (Gene gene : Gene.values()) {
      perCell.add(Genotype.symbol(gene, own).name());
    }
    perCell.add(ModelParts.threshold(own));
    perCell.add(ModelParts.ownDrive(own));
    return new CellKernel(part, perCell, coupled, signals, List.of());
  }

  /** The settled wild type, with neurons that differ in drive and threshold. */
  private void fill(Scenario scenario, long seed) {
    MoodModel model = scenario.laboratory().model();
    double[] parameters = scenario.laboratory().parameters(scenario.genotype(), 0);
    double[] settled = scenario.settled().state();
    List<Symbol> symbols = part.layout().parameters();
    for (int i = 0; i < symbols.size(); i++) {
      shared[i] = parameters[model.parameterIndex(symbols.get(i).name())];
      constants.put(symbols.get(i).name(), shared[i]);
    }
    for (Symbol symbol : part.symbols(Kind.INPUT)) {
      if (kernel.isShared(symbol.name())) {
        boolean isEffect = model.equations().find(symbol.name()).kind() == Kind.INPUT;
        double value = isEffect ? 0 : settled[model.layout().variable(symbol.name())];
        shared[kernel.sharedIndex(symbol.name())] = value;
        constants.put(symbol.name(), value);
      }
    }
    for (int v = 0; v < variable.length; v++) {
      int index = model.layout().variable(part.layout().variables().get(v).name());
      Arrays.fill(variable[v], settled[index]);
    }
    for (int k = 0; k < input.length; k++) {
      fillInput(k, kernel.perCell().get(k), model, parameters, seed);
    }
  }

  private void fillInput(int k, String name, MoodModel model, double[] parameters, long seed) {
    boolean isDrive = name.equals(ModelParts.ownDrive(own));
    boolean isThreshold = name.equals(ModelParts.threshold(own));
    for (int i = 0; i < neurons; i++) {
      RandomStream stream = RandomStream.of(seed, 0, i, name);
      if (isDrive) {
        input[k][i] = 0.05 * stream.nextGaussian();
      } else if (isThreshold) {
        input[k][i] = parameters[model.parameterIndex(name)] * stream.uniform(0.9, 1.1);
      } else {
        input[k][i] = 1; // factors on genes; synaptic inputs are overwritten
      }
    }
  }

  private double constant(String name) {
    Double value = constants.get(name);
    if (value == null) {
      throw new IllegalStateException("no constant '" + name + "'");
    }
    return value;
  }

  /** Splits the signals into their mean and deviations from it. */
  void deviate() {
    for (int k = 0; k < signal.length; k++) {
      double sum = 0;
      for (double one : signal[k]) {
        sum += one;
      }
      mean[k] = sum / neurons;
      for (int i = 0; i < neurons; i++) {
        deviation[k][i] = (float) (signal[k][i] - mean[k]);
      }
    }
  }

  /** Parameters, drug effects and tissue by name. */
  Map<String, Double> constants() {
    return constants;
  }

  /** Index of the only variable of a kind. */
  int indexOf(Kind kind) {
    return part.layout().variable(part.symbols(kind).get(0).name());
  }

  /** Array of an input by name. */
  double[] input(String name) {
    return input[kernel.perCell().indexOf(name)];
  }
}
