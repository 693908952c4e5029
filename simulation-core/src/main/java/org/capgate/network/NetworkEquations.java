package org.capgate.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.IntConsumer;
import org.capgate.compile.CellKernel;
import org.capgate.compile.CellLoop;
import org.capgate.equations.Kind;
import org.capgate.equations.Symbol;
import org.capgate.model.ModelParts;
import org.capgate.treatment.CellClass;
import org.capgate.treatment.Exposure;
import org.capgate.treatment.Target;

/**
 * Rates of change of all slow states of a network. Free eIF4E and the firing rates of all neurons
 * are solved for in each evaluation.
 *
 * <p>Work is done in pieces of fixed size; sums over neurons add the sums of pieces in their order,
 * so that no bit depends on who does which piece.
 */
final class NetworkEquations {
  /** Neurons of one piece of work. */
  private static final int PIECE = 4096;

  private static final int MOST_SWEEPS = 200;
  private static final int MOST_NEWTON_STEPS = 60;

  /** Newton's method stops here; being quadratic it has then all digits. */
  private static final double NEWTON_CHANGE = 1e-10;

  /** Part of the old value that a Newton step may not fall below. */
  private static final double LEAST_PART = 0.125;

  /** Rate below which the residual counts absolutely (Hz). */
  private static final double LEAST_RATE_HERTZ = 0.1;

  /** How much of an error a sweep is assumed to leave before two were seen; at least, at most. */
  private static final double FIRST_CONTRACTION = 0.3;

  private static final double LEAST_CONTRACTION = 0.05;
  private static final double LARGEST_CONTRACTION = 0.9;

  final CellGroup[] groups;
  final CellKernel tissue;
  final double[] tissueShared;
  private final Connectivity[][] synapses; // [target class][source class]
  private final RangeExecutor executor;
  private final Exposure.Cursor cursor;
  private final double[] effect = new double[Target.values().length];
  private final double[] effectPerHour = new double[effect.length];
  private final String[] effectNames;
  private final List<Piece> pieces = new ArrayList<>();
  private final int[] rateIndex;
  private final int[] freeIndex;
  private final List<List<String>> meansOf = new ArrayList<>();
  private final int[][] observedAt; // [class][mean] index of the readout
  private final double[][] partial; // [piece][sum]
  double rateTolerance = 1e-8;
  long sweeps;
  long evaluations;
  double largestRateError;

  /** What part of an error the last sweeps left. */
  double contraction = FIRST_CONTRACTION;

  private record Piece(int group, CellGroup.Subrange range, int from, int to) {}

  NetworkEquations(
      CellGroup[] groups,
      NetworkKernels kernels,
      double[] tissueShared,
      Connectivity[][] synapses,
      Exposure exposure,
      RangeExecutor executor) {
    this.groups = groups;
    this.tissue = kernels.tissue;
    this.tissueShared = tissueShared;
    this.synapses = synapses;
    this.executor = executor;
    this.cursor = exposure.newCursor();
    effectNames = new String[effect.length];
    for (Target target : Target.values()) {
      effectNames[target.ordinal()] = ModelParts.drugEffect(target);
    }
    rateIndex = new int[groups.length];
    freeIndex = new int[groups.length];
    observedAt = new int[groups.length][];
    for (int g = 0; g < groups.length; g++) {
      CellGroup group = groups[g];
      rateIndex[g] = index(group, Kind.QUASI_STEADY);
      freeIndex[g] = index(group, Kind.ALGEBRAIC);
      List<String> means = kernels.parts.meansOf(group.cellClass);
      meansOf.add(means);
      observedAt[g] =
          means.stream()
              .mapToInt(mean -> group.kernel.layout().readout(ModelParts.observed(mean)))
              .toArray();
      for (CellGroup.Subrange range : group.ranges) {
        for (int from = range.from(); from < range.to(); from += PIECE) {
          pieces.add(new Piece(g, range, from, Math.min(range.to(), from + PIECE)));
        }
      }
    }
    partial = new double[pieces.size()][32];
  }

  private static int index(CellGroup group, Kind kind) {
    List<Symbol> variables = group.kernel.layout().variables();
    for (int i = 0; i < variables.size(); i++) {
      if (variables.get(i).kind() == kind) {
        return i;
      }
    }
    throw new IllegalStateException("a neuron needs a " + kind.name().toLowerCase(Locale.ROOT));
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

  void replaceSynapses(int target, int source, Connectivity changed) {
    synapses[target][source] = changed;
  }

  Connectivity synapses(int target, int source) {
    return synapses[target][source];
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

  void forEachPiece(IntConsumer task) {
    executor.run(pieces.size(), task);
  }

  /** What is done to a range of neurons of one class. */
  interface RangeTask {
    void run(int group, int from, int to);
  }

  /** Sums over a range of neurons. */
  interface RangeSums {
    void run(int from, int to, double[] sums);
  }

  void forEachRange(RangeTask task) {
    forEachPiece(
        number -> {
          Piece piece = pieces.get(number);
          task.run(piece.group(), piece.from(), piece.to());
        });
  }

  /** Sums over all neurons of a class, pieces added in their order. */
  double[] sums(int group, int count, RangeSums task) {
    double[][] found = new double[pieces.size()][];
    forEachPiece(
        number -> {
          Piece piece = pieces.get(number);
          if (piece.group() == group) {
            found[number] = new double[count];
            task.run(piece.from(), piece.to(), found[number]);
          }
        });
    double[] total = new double[count];
    for (double[] sums : found) {
      if (sums != null) {
        for (int i = 0; i < count; i++) {
          total[i] += sums[i];
        }
      }
    }
    return total;
  }

  /** Guesses of rates and free eIF4E that a prediction made negative. */
  void keepPositive(NeuronField y) {
    forEachRange(
        (g, from, to) -> {
          double[] rate = y.cells[g][rateIndex[g]];
          double[] free = y.cells[g][freeIndex[g]];
          for (int i = from; i < to; i++) {
            rate[i] = Math.max(rate[i], 0);
            free[i] = Math.max(free[i], 1e-9);
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
    solveRates(y);
    forEachPiece(
        number -> {
          Piece piece = pieces.get(number);
          CellGroup group = groups[piece.group()];
          group
              .kernel
              .rhs()
              .run(
                  piece.from(),
                  piece.to(),
                  group.view(y.cells[piece.group()], new double[0][]),
                  piece.range().shared(),
                  f.cells[piece.group()]);
        });
    observe(y);
    runTissue(y.tissue, new double[0], column(f.tissue), tissue.rhs());
    copyBack(f.tissue);
  }

  /** Rates and free eIF4E at a state, and what the tissue sees, without rates of change. */
  void evaluateRates(double tHours, NeuronField y) {
    evaluations++;
    share(tHours, y);
    solveBinding(y);
    solveRates(y);
    observe(y);
  }

  /** Sets what readouts need at a state whose rates and free eIF4E are known. */
  void shareAndObserve(double tHours, NeuronField y) {
    share(tHours, y);
    observe(y);
  }

  private double[][] tissueOut = new double[0][];

  private double[][] column(double[] values) {
    if (tissueOut.length < values.length) {
      tissueOut = new double[values.length][1];
    }
    return tissueOut;
  }

  private void copyBack(double[] values) {
    for (int i = 0; i < values.length; i++) {
      values[i] = tissueOut[i][0];
    }
  }

  private void runTissue(
      double[] y, double[] more, double[][] out, CellLoop loop) {
    double[][] in = new double[y.length + more.length][1];
    for (int i = 0; i < y.length; i++) {
      in[i][0] = y[i];
    }
    for (int i = 0; i < more.length; i++) {
      in[y.length + i][0] = more[i];
    }
    loop.run(0, 1, in, tissueShared, out);
  }

  private void share(double tHours, NeuronField y) {
    cursor.evaluate(tHours, effect, effectPerHour);
    List<Symbol> states = tissue.layout().variables();
    for (CellGroup group : groups) {
      for (int i = 0; i < effect.length; i++) {
        shareIfUsed(group, effectNames[i], effect[i]);
      }
      for (int i = 0; i < states.size(); i++) {
        shareIfUsed(group, states.get(i).name(), y.tissue[i]);
      }
    }
    for (int i = 0; i < effect.length; i++) {
      if (tissue.isShared(effectNames[i])) {
        tissueShared[tissue.sharedIndex(effectNames[i])] = effect[i];
      }
    }
  }

  private static void shareIfUsed(CellGroup group, String input, double value) {
    if (group.kernel.isShared(input)) {
      group.share(group.kernel.sharedIndex(input), value);
    }
  }

  /** Free eIF4E of every neuron by Newton's method: the residual is convex and falling. */
  private void solveBinding(NeuronField y) {
    forEachPiece(
        number -> {
          Piece piece = pieces.get(number);
          CellGroup group = groups[piece.group()];
          double[][] in = group.view(y.cells[piece.group()], new double[0][]);
          double[] free = y.cells[piece.group()][freeIndex[piece.group()]];
          double[] residual = group.scratch[0];
          double[] slope = group.scratch[1];
          double change = Double.POSITIVE_INFINITY;
          for (int step = 0; step < MOST_NEWTON_STEPS && change > NEWTON_CHANGE; step++) {
            group
                .kernel
                .residuals()
                .run(piece.from(), piece.to(), in, piece.range().shared(), group.scratch);
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
      largest = Math.max(largest, Math.abs(next - x[i]) / next);
      x[i] = next;
    }
    return largest;
  }

  /**
   * Firing rates of all neurons. Each sweep computes every neuron's rate for the firing of all
   * others; what the mean of each class changes by is solved for exactly (a small linear system),
   * so only differences between neurons are left to the next sweep.
   */
  private void solveRates(NeuronField y) {
    double last = Double.NaN;
    for (int sweep = 0; sweep < MOST_SWEEPS; sweep++) {
      sweeps++;
      sendSignals(y);
      double largest = correctRates(y);
      if (sweep > 0) {
        contraction =
            Math.min(LARGEST_CONTRACTION, Math.max(LEAST_CONTRACTION, largest / last));
      }
      double bound = largest * contraction / (1 - contraction);
      if (bound <= rateTolerance) {
        largestRateError = Math.max(largestRateError, bound);
        return;
      }
      if (!Double.isFinite(largest)) {
        break;
      }
      last = largest;
    }
    throw new ArithmeticException("the firing rates were not found");
  }

  /** One sweep of plain substitution, for comparison of methods. */
  double plainSweep(NeuronField y) {
    sendSignals(y);
    double[] largest = new double[pieces.size()];
    forEachPiece(
        number -> {
          Piece piece = pieces.get(number);
          CellGroup group = groups[piece.group()];
          quasiSteady(piece, group, y);
          double[] rate = y.cells[piece.group()][rateIndex[piece.group()]];
          double most = 0;
          for (int i = piece.from(); i < piece.to(); i++) {
            most = Math.max(most, Math.abs(group.scratch[0][i]) / (rate[i] + LEAST_RATE_HERTZ));
            rate[i] += group.scratch[0][i];
          }
          largest[number] = most;
        });
    return Arrays.stream(largest).max().orElse(0);
  }

  /** One sweep of the method that is used, for comparison. */
  double correctedSweep(NeuronField y) {
    sendSignals(y);
    return correctRates(y);
  }

  private void quasiSteady(Piece piece, CellGroup group, NeuronField y) {
    group
        .kernel
        .quasiSteady()
        .run(
            piece.from(),
            piece.to(),
            group.view(y.cells[piece.group()], new double[0][]),
            piece.range().shared(),
            group.scratch);
  }

  private void sendSignals(NeuronField y) {
    forEachPiece(
        number -> {
          Piece piece = pieces.get(number);
          CellGroup group = groups[piece.group()];
          group
              .kernel
              .signals()
              .run(
                  piece.from(),
                  piece.to(),
                  group.view(y.cells[piece.group()], new double[0][]),
                  piece.range().shared(),
                  group.signals);
          for (double[] signal : group.signals) {
            for (int i = piece.from(); i < piece.to(); i++) {
              signal[i] *= group.sendWeight[i];
            }
          }
        });
    forEachPiece(
        number -> {
          Piece piece = pieces.get(number);
          CellGroup target = groups[piece.group()];
          for (int source = 0; source < groups.length; source++) {
            synapses[piece.group()][source].multiply(
                groups[source].signals[piece.group()],
                target.inputs[source],
                piece.from(),
                piece.to());
          }
        });
  }

  /**
   * Computes residuals and corrects the rates; the largest relative residual before.
   *
   * <pre>δr = ρ + Σ_s g_s δs,   δs = mean of c δr over the sources</pre>
   */
  private double correctRates(NeuronField y) {
    int classes = groups.length;
    forEachPiece(
        number -> {
          Piece piece = pieces.get(number);
          CellGroup group = groups[piece.group()];
          quasiSteady(piece, group, y);
          double[] sums = partial[number];
          Arrays.fill(sums, 0);
          double[] rate = y.cells[piece.group()][rateIndex[piece.group()]];
          double[] residual = group.scratch[0];
          double largest = 0;
          for (int i = piece.from(); i < piece.to(); i++) {
            largest = Math.max(largest, Math.abs(residual[i]) / (rate[i] + LEAST_RATE_HERTZ));
          }
          int next = 1;
          sums[0] = largest;
          for (int k = 0; k < classes; k++) {
            double[] weight = group.scratch[1 + classes + k];
            for (int i = piece.from(); i < piece.to(); i++) {
              weight[i] *= group.sendWeight[i];
            }
            sums[next++] = dot(weight, residual, piece.from(), piece.to());
            for (int s = 0; s < classes; s++) {
              sums[next++] = dot(weight, group.scratch[1 + s], piece.from(), piece.to());
            }
          }
        });
    // Unknowns: what class k receives from class g, in the order g, k.
    int n = classes * classes;
    double[][] a = new double[n][n];
    double[] b = new double[n];
    double largest = 0;
    for (int g = 0; g < classes; g++) {
      double[] sum = total(g, 1 + classes * (1 + classes));
      largest = Math.max(largest, sum[0]);
      int next = 1;
      for (int k = 0; k < classes; k++) {
        int row = g * classes + k;
        a[row][row] += 1;
        b[row] = sum[next++] / groups[g].neurons;
        for (int s = 0; s < classes; s++) {
          a[row][s * classes + g] -= sum[next++] / groups[g].neurons;
        }
      }
    }
    SmallSystem.solve(a, b);
    forEachPiece(
        number -> {
          Piece piece = pieces.get(number);
          CellGroup group = groups[piece.group()];
          double[] rate = y.cells[piece.group()][rateIndex[piece.group()]];
          double[] residual = group.scratch[0];
          for (int i = piece.from(); i < piece.to(); i++) {
            double change = residual[i];
            for (int s = 0; s < classes; s++) {
              change += group.scratch[1 + s][i] * b[s * classes + piece.group()];
            }
            rate[i] = Math.max(0, rate[i] + change);
          }
        });
    return largest;
  }

  /** Sums of the pieces of a class in their order; the first entry is a maximum. */
  private double[] total(int group, int length) {
    double[] total = new double[length];
    for (int number = 0; number < partial.length; number++) {
      if (pieces.get(number).group() == group) {
        total[0] = Math.max(total[0], partial[number][0]);
        if (Double.isNaN(partial[number][0])) {
          total[0] = Double.NaN;
        }
        for (int i = 1; i < length; i++) {
          total[i] += partial[number][i];
        }
      }
    }
    return total;
  }

  private static double dot(double[] x, double[] y, int from, int to) {
    double sum = 0;
    for (int i = from; i < to; i++) {
      sum += x[i] * y[i];
    }
    return sum;
  }

  /** Gives the tissue the means over living neurons; lesioned neurons count as silent. */
  private void observe(NeuronField y) {
    forEachPiece(
        number -> {
          Piece piece = pieces.get(number);
          CellGroup group = groups[piece.group()];
          group
              .kernel
              .readouts()
              .run(
                  piece.from(),
                  piece.to(),
                  group.view(y.cells[piece.group()], new double[0][]),
                  piece.range().shared(),
                  group.scratch);
          int[] at = observedAt[piece.group()];
          for (int k = 0; k < at.length; k++) {
            partial[number][1 + k] =
                dot(group.scratch[at[k]], group.alive, piece.from(), piece.to());
          }
        });
    for (int g = 0; g < groups.length; g++) {
      List<String> means = meansOf.get(g);
      double[] sum = total(g, 1 + means.size());
      String rate = groups[g].kernel.layout().variables().get(rateIndex[g]).name();
      for (int k = 0; k < means.size(); k++) {
        int over = means.get(k).equals(rate) ? groups[g].neurons : Math.max(1, groups[g].living);
        tissueShared[tissue(means.get(k))] = sum[1 + k] / over;
      }
    }
  }

  private int tissue(String mean) {
    return tissue.sharedIndex(mean);
  }

  /** The readouts at a state that was evaluated last; overwrites out. */
  void readouts(NeuronField y, double[] out) {
    double[][] columns = new double[out.length][1];
    runTissue(y.tissue, new double[0], columns, tissue.readouts());
    for (int i = 0; i < out.length; i++) {
      out[i] = columns[i][0];
    }
  }

  // ------------------------------------------------------------------ linear systems of a step

  private double[][] tissueFactors = new double[0][];
  private double[][] tissueResponse = new double[0][]; // [felt quantity][tissue state]
  private double[][] meanResponse = new double[0][]; // matrix of the sums, see solve
  private int[][] sumIndex = new int[0][];

  /** Prepares linear systems with the shift 1/(hγ) at a state that was evaluated last. */
  void factor(double shift, NeuronField y) {
    for (CellGroup group : groups) {
      group.share(group.kernel.shiftIndex(), shift);
    }
    tissueShared[tissue.shiftIndex()] = shift;
    forEachPiece(
        number -> {
          Piece piece = pieces.get(number);
          CellGroup group = groups[piece.group()];
          double[][] in = group.view(y.cells[piece.group()], new double[0][]);
          CellKernel kernel = group.kernel;
          kernel.factor().run(piece.from(), piece.to(), in, piece.range().shared(), group.factors);
          kernel.response().run(piece.from(), piece.to(), in, piece.range().shared(), group.scratch);
          for (int k = 0; k < kernel.response().outputs(); k++) {
            partial[number][1 + k] =
                dot(group.scratch[k], weights(group, k % gathered(kernel)), piece.from(), piece.to());
          }
        });
    tissueFactors = new double[tissue.factors()][1];
    runTissue(y.tissue, new double[0], tissueFactors, tissue.factor());
    int felt = tissue.coupled().size();
    tissueResponse = new double[felt][];
    for (int k = 0; k < felt; k++) {
      double[] change = new double[felt];
      change[k] = 1;
      tissueResponse[k] = solveTissue(y, new double[y.tissue.length], change);
    }
    prepareCoupling();
  }

  private static int gathered(CellKernel kernel) {
    return kernel.gather().outputs();
  }

  private double[] weights(CellGroup group, int gathered) {
    return gathered < groups.length ? group.sendWeight : group.alive;
  }

  /**
   * The unknown sums are, class by class, the mean changes of each gathered readout: what each
   * class receives, then what the tissue feels.
   */
  private void prepareCoupling() {
    int classes = groups.length;
    sumIndex = new int[classes][];
    int n = 0;
    for (int g = 0; g < classes; g++) {
      sumIndex[g] = new int[gathered(groups[g].kernel)];
      for (int k = 0; k < sumIndex[g].length; k++) {
        sumIndex[g][k] = n++;
      }
    }
    direct = new double[groups.length][];
    meanResponse = new double[n][n];
    List<Symbol> states = tissue.layout().variables();
    for (int g = 0; g < classes; g++) {
      CellKernel kernel = groups[g].kernel;
      int k = gathered(kernel);
      double[] sum = total(g, 1 + kernel.response().outputs());
      direct[g] = new double[kernel.response().outputs()];
      for (int v = 0; v < kernel.coupled().size(); v++) {
        for (int r = 0; r < k; r++) {
          double response = sum[1 + v * k + r] / count(g, r);
          direct[g][v * k + r] = response;
          double[] row = meanResponse[sumIndex[g][r]];
          if (v < classes) {
            row[sumIndex[v][g]] -= response;
          } else {
            int state = indexOf(states, kernel.coupled().get(v));
            for (int f = 0; f < tissueResponse.length; f++) {
              row[feltIndex(f)] -= response * tissueResponse[f][state];
            }
          }
        }
      }
    }
    for (int i = 0; i < n; i++) {
      meanResponse[i][i] += 1;
    }
  }

  private int count(int group, int gathered) {
    return gathered < groups.length ? groups[group].neurons : Math.max(1, groups[group].living);
  }

  /** Index among the sums of the quantity the tissue feels. */
  private int feltIndex(int felt) {
    int left = felt;
    for (int g = 0; g < groups.length; g++) {
      int own = sumIndex[g].length - groups.length;
      if (left < own) {
        return sumIndex[g][groups.length + left];
      }
      left -= own;
    }
    throw new IllegalStateException("no quantity " + felt);
  }

  private static int indexOf(List<Symbol> states, String name) {
    for (int i = 0; i < states.size(); i++) {
      if (states.get(i).name().equals(name)) {
        return i;
      }
    }
    throw new IllegalStateException("no tissue state " + name);
  }

  private double[] solveTissue(NeuronField y, double[] right, double[] change) {
    double[] more = new double[tissueFactors.length + right.length];
    for (int i = 0; i < tissueFactors.length; i++) {
      more[i] = tissueFactors[i][0];
    }
    System.arraycopy(right, 0, more, tissueFactors.length, right.length);
    System.arraycopy(change, 0, tissueShared, tissue.shiftIndex() + 1, change.length);
    double[][] out = new double[right.length][1];
    runTissue(y.tissue, more, out, tissue.solve());
    double[] x = new double[right.length];
    for (int i = 0; i < x.length; i++) {
      x[i] = out[i][0];
    }
    return x;
  }

  /**
   * Solves (1/(hγ) − J) x = b, where J couples neurons through population means.
   *
   * @param y the state of {@link #factor}
   * @param b right sides; entries of algebraic variables must be 0
   * @param x overwritten, with changes of algebraic variables
   */
  void solve(NeuronField y, NeuronField b, NeuronField x) {
    forEachPiece(
        number -> {
          Piece piece = pieces.get(number);
          CellGroup group = groups[piece.group()];
          double[][] in = group.view(y.cells[piece.group()], b.cells[piece.group()]);
          group
              .kernel
              .gather()
              .run(piece.from(), piece.to(), in, piece.range().shared(), group.scratch);
          for (int k = 0; k < gathered(group.kernel); k++) {
            partial[number][1 + k] =
                dot(group.scratch[k], weights(group, k), piece.from(), piece.to());
          }
        });
    int felt = tissueResponse.length;
    double[] alone = solveTissue(y, b.tissue, new double[felt]);
    double[] sums = new double[meanResponse.length];
    List<Symbol> states = tissue.layout().variables();
    for (int g = 0; g < groups.length; g++) {
      CellKernel kernel = groups[g].kernel;
      int k = gathered(kernel);
      double[] sum = total(g, 1 + k);
      for (int r = 0; r < k; r++) {
        sums[sumIndex[g][r]] = sum[1 + r] / count(g, r);
      }
    }
    addTissueAlone(alone, sums, states);
    double[][] a = new double[sums.length][];
    for (int i = 0; i < a.length; i++) {
      a[i] = meanResponse[i].clone();
    }
    SmallSystem.solve(a, sums);
    for (int i = 0; i < alone.length; i++) {
      x.tissue[i] = alone[i];
      for (int f = 0; f < felt; f++) {
        x.tissue[i] += tissueResponse[f][i] * sums[feltIndex(f)];
      }
    }
    for (int g = 0; g < groups.length; g++) {
      CellKernel kernel = groups[g].kernel;
      for (int v = 0; v < kernel.coupled().size(); v++) {
        double change =
            v < groups.length
                ? sums[sumIndex[v][g]]
                : x.tissue[indexOf(states, kernel.coupled().get(v))];
        groups[g].share(kernel.shiftIndex() + 1 + v, change);
      }
    }
    forEachPiece(
        number -> {
          Piece piece = pieces.get(number);
          CellGroup group = groups[piece.group()];
          double[][] in = group.view(y.cells[piece.group()], b.cells[piece.group()]);
          group
              .kernel
              .solve()
              .run(
                  piece.from(),
                  piece.to(),
                  in,
                  piece.range().shared(),
                  x.cells[piece.group()]);
        });
  }

  /** What the tissue's own change does to the sums, through the neurons it reaches. */
  private void addTissueAlone(double[] alone, double[] sums, List<Symbol> states) {
    for (int g = 0; g < groups.length; g++) {
      CellKernel kernel = groups[g].kernel;
      int k = gathered(kernel);
      for (int v = groups.length; v < kernel.coupled().size(); v++) {
        double change = alone[indexOf(states, kernel.coupled().get(v))];
        for (int r = 0; r < k; r++) {
          sums[sumIndex[g][r]] += direct[g][v * k + r] * change;
        }
      }
    }
  }

  /** [class][coupled input · gathered + readout], mean response. */
  private double[][] direct = new double[0][];
}
