package org.capgate.benchmarks.network;

import java.util.ArrayList;
import java.util.List;
import org.capgate.equations.Kind;
import org.capgate.model.ModelParts;
import org.capgate.model.MoodModel;
import org.capgate.network.wiring.Connectivity;
import org.capgate.network.wiring.Projection;
import org.capgate.network.wiring.Wiring;
import org.capgate.scenario.Scenario;
import org.capgate.treatment.CellClass;

/**
 * A network stepped by the explicit Euler method with firing rates that relax in their membrane
 * times: what Brian2 does with the same equations, done with the loops and the connectivity of the
 * library.
 */
final class PeerNetwork {
  static final double STEP_HOURS = 1e-3 / 3600;

  /**
   * Relaxation of free eIF4E towards its binding equilibrium, 1 s: much shorter than its inputs.
   */
  static final double BINDING_HOURS = 1.0 / 3600;

  private static final int PIECE = 1024; // neurons whose scratch arrays stay in the cache
  private static final int FEW = 2048;
  private static final long SEED = 1;

  final List<PeerClass> classes = new ArrayList<>();
  final Connectivity[][] synapses; // [target][source]
  private final double[][] scratch = new double[64][];
  private boolean usesDeviations;

  PeerNetwork(int neurons, int synapsesPerNeuron, double logDeviationOfWeights) {
    Scenario scenario = Scenario.mouse().build();
    MoodModel model = scenario.laboratory().model();
    ModelParts parts = new ModelParts(model.equations());
    for (CellClass own : CellClass.values()) {
      int count = own == CellClass.EXCITATORY ? neurons * 4 / 5 : neurons - neurons * 4 / 5;
      classes.add(new PeerClass(own, count, parts, scenario, SEED));
    }
    synapses = new Connectivity[classes.size()][classes.size()];
    for (PeerClass target : classes) {
      for (PeerClass source : classes) {
        Projection projection =
            new Projection(target.own.name(), target.neurons, source.own.name(), source.neurons);
        int degree = (int) Math.round((double) synapsesPerNeuron * source.neurons / neurons);
        synapses[target.own.ordinal()][source.own.ordinal()] =
            Wiring.fixedInDegree(degree)
                .connect(projection, SEED)
                .withLogNormalWeights(logDeviationOfWeights, SEED);
      }
    }
    int largest = classes.stream().mapToInt(c -> c.neurons).max().orElseThrow();
    for (int i = 0; i < scratch.length; i++) {
      scratch[i] = new double[largest];
    }
  }

  /** Sums deviations from the mean signal in single precision from now on. */
  void useDeviations() {
    usesDeviations = true;
  }

  /** One step. Every neuron sees the signals of the state before the step. */
  void step() {
    for (PeerClass source : classes) {
      source.kernel.signals().run(0, source.neurons, source.in, source.shared, source.signal);
      if (usesDeviations) {
        source.deviate();
      }
    }
    for (PeerClass target : classes) {
      for (int from = 0; from < target.neurons; from += PIECE) {
        int to = Math.min(target.neurons, from + PIECE);
        sum(target, from, to);
        advance(target, from, to);
      }
    }
  }

  /** Only the sums over synapses of a step. */
  void sums() {
    for (PeerClass target : classes) {
      sum(target, 0, target.neurons);
    }
  }

  /**
   * As many sums of as many terms, over sources so few that their signals stay in the first cache:
   * what a step would cost if nothing had to come from further away.
   */
  Runnable sumsOverFewSources() {
    List<Connectivity> few = new ArrayList<>();
    for (Connectivity[] row : synapses) {
      for (Connectivity block : row) {
        Projection projection = block.projection();
        few.add(
            Wiring.fixedInDegree(block.inDegree(0))
                .connect(new Projection("few", projection.targets(), "sources", FEW), SEED));
      }
    }
    double[] signals = new double[FEW];
    List<double[]> sums =
        few.stream().map(block -> new double[block.projection().targets()]).toList();
    return () -> {
      for (int i = 0; i < few.size(); i++) {
        few.get(i).multiply(signals, sums.get(i), 0, sums.get(i).length);
      }
    };
  }

  private void sum(PeerClass target, int from, int to) {
    for (PeerClass source : classes) {
      int column = target.own.ordinal();
      Connectivity block = synapses[column][source.own.ordinal()];
      double[] input = target.input(ModelParts.synapticInput(source.own, target.own));
      if (usesDeviations) {
        block.multiply(source.mean[column], source.deviation[column], input, from, to);
      } else {
        block.multiply(source.signal[column], input, from, to);
      }
    }
  }

  private void advance(PeerClass cells, int from, int to) {
    cells.kernel.everything().run(from, to, cells.in, cells.shared, scratch);
    int rate = cells.indexOf(Kind.QUASI_STEADY);
    int free = cells.indexOf(Kind.ALGEBRAIC);
    for (int v = 0; v < cells.kernel.variables(); v++) {
      double step =
          v == rate
              ? STEP_HOURS / cells.rateHours
              : v == free ? STEP_HOURS / BINDING_HOURS : STEP_HOURS;
      add(cells.variable[v], scratch[v], step, from, to);
    }
  }

  private static void add(double[] sum, double[] rate, double step, int from, int to) {
    for (int i = from; i < to; i++) {
      sum[i] += step * rate[i];
    }
  }

  /** Number of synapses. */
  long synapses() {
    long sum = 0;
    for (Connectivity[] row : synapses) {
      for (Connectivity block : row) {
        sum += block.synapses();
      }
    }
    return sum;
  }

  /** Bytes of the connectivity. */
  long bytes() {
    long sum = 0;
    for (Connectivity[] row : synapses) {
      for (Connectivity block : row) {
        sum += block.bytes();
      }
    }
    return sum;
  }
}
