package org.capgate.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.capgate.equations.Kind;
import org.capgate.equations.Symbol;
import org.capgate.exposure.Exposure;
import org.capgate.model.ModelParts;
import org.capgate.network.wiring.Connectivity;
import org.capgate.treatment.Target;

/**
 * Rates of change of all slow states of a network. Free eIF4E and the firing rates of all neurons
 * are solved for in each evaluation.
 */
final class NetworkEquations {
  private static final int MOST_NEWTON_STEPS = 60;

  /** Newton's method stops here; being quadratic it has then all digits. */
  private static final double NEWTON_CHANGE = 1e-10;

  /** Part of the old value that a Newton step may not fall below. */
  private static final double LEAST_PART = 0.125;

  /** Free eIF4E below which there is none (µM): less than a molecule in a neuron. */
  private static final double NO_FREE_MICROMOLAR = 1e-15;

  /** Least guess of free eIF4E (µM). */
  private static final double LEAST_FREE_MICROMOLAR = 1e-9;

  final CellGroup[] groups;
  final CellPieces pieces;
  final SharedTissue tissue;
  final FiringRates rates;
  final CoupledLinearSystem linear;
  final MissingValues missing;
  private final Connectivity[][] synapses; // [target class][source class]
  private final Exposure.Cursor cursor;
  private final double[] effect = new double[Target.values().length];
  private final double[] effectPerHour = new double[effect.length];
  private final String[] effectName =
      Stream.of(Target.values()).map(ModelParts::drugEffect).toArray(String[]::new);
  private final int[] rateIndex;
  private final int[] freeIndex;
  private final List<List<String>> meansOf = new ArrayList<>();
  private final int[][] observedAt; // [class][mean] index of the readout
  private final double[][][] countedIn; // [class][mean][neuron] its weight
  private final String[] rateTime; // [class] name of the membrane time
  private long evaluations;

  NetworkEquations(
      CellGroup[] groups,
      NetworkKernels kernels,
      double[] tissueShared,
      Connectivity[][] synapses,
      Exposure exposure,
      RangeExecutor executor) {
    this.groups = groups;
    this.synapses = synapses;
    tissue = new SharedTissue(kernels.tissue, tissueShared);
    pieces = new CellPieces(groups, executor);
    cursor = exposure.newCursor();
    rateIndex = new int[groups.length];
    freeIndex = new int[groups.length];
    observedAt = new int[groups.length][];
    countedIn = new double[groups.length][][];
    rateTime = new String[groups.length];
    for (int g = 0; g < groups.length; g++) {
      CellGroup group = groups[g];
      rateIndex[g] = index(group, Kind.QUASI_STEADY);
      freeIndex[g] = index(group, Kind.ALGEBRAIC);
      rateTime[g] = kernels.parts.rateTime(group.cellClass);
      List<String> means = kernels.parts.meansOf(group.cellClass);
      meansOf.add(means);
      observedAt[g] =
          means.stream()
              .mapToInt(mean -> group.kernel.layout().readout(ModelParts.observed(mean)))
              .toArray();
      countedIn[g] = means.stream().map(group::weightsFor).toArray(double[][]::new);
    }
    rates = new FiringRates(pieces, synapses, rateIndex);
    linear = new CoupledLinearSystem(pieces, tissue);
    missing = new MissingValues(kernels.parts, groups, tissue);
  }

  private static int index(CellGroup group, Kind kind) {
    return index(group.kernel.layout().variables(), kind);
  }

  /**
   * The one variable of a kind. A neuron with more of them is refused: this class solves for one
   * alone, and the others would keep the values of their guesses.
   */
  static int index(List<Symbol> variables, Kind kind) {
    int[] found =
        IntStream.range(0, variables.size()).filter(i -> variables.get(i).kind() == kind).toArray();
    if (found.length != 1) {
      throw new IllegalStateException(
          "a neuron of a network needs one variable of kind %s, but has %s: %s"
              .formatted(
                  kind.name().toLowerCase(Locale.ROOT),
                  found.length,
                  IntStream.of(found).mapToObj(i -> variables.get(i).name()).toList()));
    }
    return found[0];
  }

  int rateIndex(int group) {
    return rateIndex[group];
  }

  int freeIndex(int group) {
    return freeIndex[group];
  }

  void enterSegment(int index) {
    cursor.enterSegment(index);
  }

  Exposure.Cursor cursor() {
    return cursor;
  }

  Connectivity synapses(int target, int source) {
    return synapses[target][source];
  }

  void replaceSynapses(int target, int source, Connectivity changed) {
    synapses[target][source] = changed;
  }

  long evaluations() {
    return evaluations;
  }

  void save(NetworkState out) {
    out.part("equations").put("evaluations", evaluations);
    rates.save(out.part("rates"));
    for (CellGroup group : groups) {
      group.save(out.part(NetworkAssembly.word(group.cellClass)));
    }
  }

  void restore(NetworkState in) {
    evaluations = in.part("equations").count("evaluations");
    rates.restore(in.part("rates"));
    for (CellGroup group : groups) {
      group.restore(in.part(NetworkAssembly.word(group.cellClass)));
    }
  }

  /** Number of synapses in all projections. */
  long synapses() {
    long sum = 0;
    for (Connectivity[] row : synapses) {
      for (Connectivity projection : row) {
        sum += projection.synapses();
      }
    }
    return sum;
  }

  /** Guesses of rates and free eIF4E that a prediction made negative. */
  void keepPositive(NeuronField y) {
    pieces.forEachRange(
        (g, from, to) -> {
          double[] rate = y.cells[g][rateIndex[g]];
          double[] free = y.cells[g][freeIndex[g]];
          for (int i = from; i < to; i++) {
            rate[i] = Math.max(rate[i], 0);
            free[i] = Math.max(free[i], LEAST_FREE_MICROMOLAR);
          }
        });
  }

  /**
   * Rates of the slow states.
   *
   * @param y its algebraic variables are guesses and overwritten
   * @param f overwritten; entries of algebraic variables are left alone
   */
  void evaluate(double tHours, NeuronField y, NeuronField f) {
    evaluations++;
    share(tHours, y);
    solveBinding(y);
    rates.solve(y);
    pieces.forEach(
        (piece, group, sums) -> piece.run(group.kernel.rhs(), y, f.cells[piece.group()]));
    observe(y);
    tissue.run(tissue.kernel.rhs(), y.tissue, f.tissue);
  }

  /**
   * One step of the explicit Euler method with firing rates that relax in their membrane times;
   * free eIF4E is solved for.
   *
   * @param y overwritten
   * @param f overwritten
   */
  void explicitStep(double tHours, double stepHours, NeuronField y, NeuronField f) {
    share(tHours, y);
    solveBinding(y);
    observe(y);
    tissue.run(tissue.kernel.rhs(), y.tissue, f.tissue);
    rates.sendSignals(y);
    double[] partOfMembraneTime = partsOfMembraneTimes(stepHours);
    pieces.forEach(
        (piece, group, sums) -> {
          int g = piece.group();
          double[][] change = f.cells[g];
          piece.run(group.kernel.everything(), y, change);
          for (int v = 0; v < change.length; v++) {
            double factor =
                v == rateIndex[g] ? partOfMembraneTime[g] : v == freeIndex[g] ? 0 : stepHours;
            double[] of = y.cells[g][v];
            for (int i = piece.from(); i < piece.to(); i++) {
              of[i] += factor * change[v][i];
            }
          }
        });
    for (int i = 0; i < y.tissue.length; i++) {
      y.tissue[i] += stepHours * f.tissue[i];
    }
  }

  private double[] partsOfMembraneTimes(double stepHours) {
    double[] parts = new double[groups.length];
    for (int g = 0; g < parts.length; g++) {
      int index = groups[g].kernel.layout().parameter(rateTime[g]);
      for (CellGroup.Subrange range : groups[g].ranges) {
        parts[g] = Math.max(parts[g], stepHours / range.shared()[index]);
      }
    }
    return parts;
  }

  /**
   * Rates and free eIF4E at a state inside a step. The next step needs {@link #returnTo} before.
   *
   * @param y its algebraic variables are guesses and overwritten
   */
  void look(double tHours, NeuronField y) {
    rates.beginLook();
    share(tHours, y);
    solveBinding(y);
    rates.look(y);
  }

  /** Puts back what {@link #evaluate} left at the end of the step, after {@link #look}. */
  void returnTo(double tHours, NeuronField y) {
    rates.endLook();
    shareAndObserve(tHours, y);
  }

  /** Sets what readouts need at a state whose rates and free eIF4E are known. */
  void shareAndObserve(double tHours, NeuronField y) {
    share(tHours, y);
    observe(y);
  }

  /** The readouts at a state that was evaluated last, a fresh array. */
  double[] readouts(NeuronField y) {
    double[] values = new double[tissue.kernel.readouts().outputs()];
    tissue.run(tissue.kernel.readouts(), y.tissue, values);
    return values;
  }

  private void share(double tHours, NeuronField y) {
    cursor.evaluate(tHours, effect, effectPerHour);
    for (int i = 0; i < effect.length; i++) {
      share(effectName[i], effect[i]);
      tissue.set(effectName[i], effect[i]);
    }
    List<Symbol> states = tissue.states();
    for (int i = 0; i < states.size(); i++) {
      share(states.get(i).name(), y.tissue[i]);
    }
  }

  private void share(String input, double value) {
    for (CellGroup group : groups) {
      if (group.kernel.isShared(input)) {
        group.share(group.kernel.sharedIndex(input), value);
      }
    }
  }

  /** Free eIF4E of every neuron by Newton's method: the residual is convex and falling. */
  private void solveBinding(NeuronField y) {
    pieces.forEach(
        (piece, group, sums) -> {
          double[][] in = y.view(piece.group(), group);
          double[] free = y.cells[piece.group()][freeIndex[piece.group()]];
          double[] residual = group.scratch[0];
          double[] slope = group.scratch[1];
          double change = Double.POSITIVE_INFINITY;
          for (int step = 0; step < MOST_NEWTON_STEPS && change > NEWTON_CHANGE; step++) {
            piece.run(group.kernel.residuals(), in, group.scratch);
            change = newtonStep(free, residual, slope, piece.from(), piece.to());
          }
          if (!(change <= NEWTON_CHANGE)) {
            throw new ArithmeticException("free eIF4E was not found");
          }
        });
  }

  private static double newtonStep(
      double[] x, double[] residual, double[] slope, int from, int to) {
    double largest = 0;
    for (int i = from; i < to; i++) {
      double next = Math.max(x[i] - residual[i] / slope[i], LEAST_PART * x[i]);
      if (next < NO_FREE_MICROMOLAR) {
        x[i] = 0; // a neuron without eIF4E
        continue;
      }
      largest = Math.max(largest, Math.abs(next - x[i]) / next);
      x[i] = next;
    }
    return largest;
  }

  /** Gives the tissue the means over neurons, see {@link CellGroup#countedFor}. */
  private void observe(NeuronField y) {
    pieces.forEach(
        (piece, group, sums) -> {
          piece.run(group.kernel.readouts(), y, group.scratch);
          int[] at = observedAt[piece.group()];
          double[][] counted = countedIn[piece.group()];
          for (int k = 0; k < at.length; k++) {
            sums[1 + k] =
                CellPieces.dot(group.scratch[at[k]], counted[k], piece.from(), piece.to());
          }
        });
    for (int g = 0; g < groups.length; g++) {
      List<String> means = meansOf.get(g);
      double[] sum = pieces.total(g, 1 + means.size());
      for (int k = 0; k < means.size(); k++) {
        double over = groups[g].countedFor(means.get(k));
        tissue.setMean(means.get(k), sum[1 + k] / over);
      }
    }
  }
}
