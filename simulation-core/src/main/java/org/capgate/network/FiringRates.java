package org.capgate.network;

import java.util.Arrays;
import org.capgate.network.wiring.Connectivity;
import org.capgate.solver.DenseLinearSolver;

/**
 * The firing rates of all neurons at one instant: each is what its drive makes it, and drives are
 * sums over the rates of others.
 */
final class FiringRates {
  private static final int MOST_SWEEPS = 1000;

  /** Rate below which the residual counts absolutely (Hz). */
  private static final double LEAST_RATE_HERTZ = 0.1;

  /** How much of an error a sweep is assumed to leave before two were seen; at least, at most. */
  private static final double FIRST_CONTRACTION = 0.3;

  private static final double LEAST_CONTRACTION = 0.05;
  private static final double LARGEST_CONTRACTION = 0.9;
  private static final double LARGEST_CONTRACTION_IN_PART = 0.99;

  /** Least part of a correction that is taken where whole ones lead away. */
  private static final double LEAST_PART = 1.0 / 32;

  /** How much a residual must rise from one sweep in part to the next to halve the part again. */
  private static final double AWAY = 1.1;

  /** Relative error of rates from which on synapses may be added up in single precision. */
  private static final double SINGLE_PRECISION_FROM = 1e-6;

  private final CellPieces pieces;
  private final CellGroup[] groups;
  private final Connectivity[][] synapses; // [target class][source class]
  private final int[] rateIndex;

  private double tolerance = 1e-8; // relative error that is allowed
  private long sweeps; // passes over all synapses
  private double largestError; // the largest bound of a relative error that was accepted
  private double contraction = FIRST_CONTRACTION; // what part of an error the last sweeps left
  private final DenseLinearSolver small; // of what each class receives from each
  private final double[] matrix; // of it, row-major
  private final double[] received; // its right side, then its solution
  private final double[][] mean; // [class][signal] over the neurons of the class
  private final double[][][] kept; // [target class][source class][target] inputs, during a look

  FiringRates(CellPieces pieces, Connectivity[][] synapses, int[] rateIndex) {
    this.pieces = pieces;
    this.groups = pieces.groups;
    this.synapses = synapses;
    this.rateIndex = rateIndex;
    int n = groups.length * groups.length;
    small = new DenseLinearSolver(n);
    matrix = new double[n * n];
    received = new double[n];
    mean = new double[groups.length][];
    for (int g = 0; g < groups.length; g++) {
      mean[g] = new double[groups[g].signals.length];
    }
    kept = new double[groups.length][groups.length][];
    for (int g = 0; g < groups.length; g++) {
      for (int source = 0; source < groups.length; source++) {
        kept[g][source] = new double[groups[g].neurons];
      }
    }
  }

  /**
   * Sets the relative error that is allowed.
   *
   * @param relativeError > 0
   */
  void allow(double relativeError) {
    tolerance = relativeError;
  }

  /** Passes over all synapses, those of looks not counted. */
  long sweeps() {
    return sweeps;
  }

  /** The largest bound of a relative error that was accepted. */
  double largestError() {
    return largestError;
  }

  void save(NetworkState.Part out) {
    out.put("sweeps", sweeps);
    out.put("largestError", largestError);
    out.put("contraction", contraction);
  }

  void restore(NetworkState.Part in) {
    sweeps = in.count("sweeps");
    largestError = in.number("largestError");
    contraction = in.number("contraction");
  }

  /** Keeps what neurons receive, until {@link #endLook}. */
  void beginLook() {
    for (int g = 0; g < groups.length; g++) {
      for (int source = 0; source < groups.length; source++) {
        System.arraycopy(groups[g].inputs[source], 0, kept[g][source], 0, groups[g].neurons);
      }
    }
  }

  /** As {@link #solve}, and leaves nothing behind but the rates and what neurons receive. */
  void look(NeuronField y) {
    double keptContraction = contraction;
    double keptError = largestError;
    long keptSweeps = sweeps;
    solve(y);
    contraction = keptContraction;
    largestError = keptError;
    sweeps = keptSweeps;
  }

  void endLook() {
    for (int g = 0; g < groups.length; g++) {
      for (int source = 0; source < groups.length; source++) {
        System.arraycopy(kept[g][source], 0, groups[g].inputs[source], 0, groups[g].neurons);
      }
    }
  }

  /**
   * Firing rates of all neurons. Each sweep computes every neuron's rate for the firing of all
   * others; what the mean of each class changes by is solved for exactly (a small linear system),
   * so only differences between neurons are left to the next sweep. Where neurons have few and
   * strong synapses that may lead away from the rates; then half as much is taken.
   */
  void solve(NeuronField y) {
    double last = Double.NaN;
    double part = 1;
    for (int sweep = 0; sweep < MOST_SWEEPS; sweep++) {
      sweeps++;
      sendSignals(y);
      double largest = residual(y);
      if (sweep > 0) {
        boolean leadsAway = largest > (part < 1 ? AWAY : 1) * last;
        part = leadsAway ? Math.max(LEAST_PART, part / 2) : part;
        double most = part < 1 ? LARGEST_CONTRACTION_IN_PART : LARGEST_CONTRACTION;
        contraction = Math.min(most, Math.max(LEAST_CONTRACTION, largest / last));
      }
      addChanges(y, part);
      double bound = largest * contraction / (1 - contraction);
      if (bound <= tolerance) {
        largestError = Math.max(largestError, bound);
        return;
      }
      if (!Double.isFinite(largest)) {
        break;
      }
      last = largest;
    }
    throw new ArithmeticException("the firing rates were not found");
  }

  /**
   * One explicit step of the fast dynamics dr/dt = (target − r)/τ, for comparison.
   *
   * @param part the step in units of τ, by class; 1 is a sweep of plain substitution
   * @return the largest relative residual before
   */
  double explicitStep(NeuronField y, double[] part) {
    sendSignals(y);
    double[] largest = new double[pieces.count()];
    pieces.forEach(
        (piece, group, sums) -> {
          quasiSteady(piece, group, y);
          double[] rate = y.cells[piece.group()][rateIndex[piece.group()]];
          double[] residual = group.scratch[0];
          double most = 0;
          for (int i = piece.from(); i < piece.to(); i++) {
            most = Math.max(most, Math.abs(residual[i]) / (rate[i] + LEAST_RATE_HERTZ));
            rate[i] += part[piece.group()] * residual[i];
          }
          largest[piece.number()] = most;
        });
    return Arrays.stream(largest).max().orElse(0);
  }

  /** One sweep of the method that is used, for comparison. */
  double correctedSweep(NeuronField y) {
    sendSignals(y);
    double largest = residual(y);
    addChanges(y, 1);
    return largest;
  }

  private static void quasiSteady(CellPieces.Piece piece, CellGroup group, NeuronField y) {
    piece.run(group.kernel.quasiSteady(), y, group.scratch);
  }

  /** What every neuron receives from the firing of the others. */
  void sendSignals(NeuronField y) {
    pieces.forEach(
        (piece, group, sums) -> {
          piece.run(group.kernel.signals(), y, group.signals);
          sums[0] = 0;
          for (int k = 0; k < group.signals.length; k++) {
            double[] signal = group.signals[k];
            double[] sendWeight = group.sendWeight[k];
            double sum = 0;
            for (int i = piece.from(); i < piece.to(); i++) {
              signal[i] *= sendWeight[i];
              sum += signal[i];
            }
            sums[1 + k] = sum;
          }
        });
    if (tolerance >= SINGLE_PRECISION_FROM) {
      receiveDeviations();
      return;
    }
    pieces.forEach(
        (piece, target, sums) -> {
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
   * Adds up differences from the mean in single precision: half as much to fetch, and an error (at
   * most 2.4e-7 of the mean difference) that does not show at these tolerances.
   */
  private void receiveDeviations() {
    for (int g = 0; g < groups.length; g++) {
      double[] sums = pieces.total(g, 1 + groups[g].signals.length);
      for (int k = 0; k < mean[g].length; k++) {
        mean[g][k] = sums[1 + k] / groups[g].neurons;
      }
    }
    pieces.forEach(
        (piece, group, sums) -> {
          for (int k = 0; k < group.signals.length; k++) {
            double[] signal = group.signals[k];
            float[] deviation = group.deviations[k];
            double reference = mean[piece.group()][k];
            for (int i = piece.from(); i < piece.to(); i++) {
              deviation[i] = (float) (signal[i] - reference);
            }
          }
        });
    pieces.forEach(
        (piece, target, sums) -> {
          for (int source = 0; source < groups.length; source++) {
            synapses[piece.group()][source].multiply(
                mean[source][piece.group()],
                groups[source].deviations[piece.group()],
                target.inputs[source],
                piece.from(),
                piece.to());
          }
        });
  }

  /**
   * Computes residuals and what corrects the rates; the largest relative residual.
   *
   * <pre>δr = ρ + Σ_s g_s δs,   δs = mean of c δr over the sources</pre>
   */
  private double residual(NeuronField y) {
    sumResiduals(y);
    return solveForMeans();
  }

  /** Residuals ρ and their derivatives g by what is received, and the sums over sources of both. */
  private void sumResiduals(NeuronField y) {
    int classes = groups.length;
    pieces.forEach(
        (piece, group, sums) -> {
          quasiSteady(piece, group, y);
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
            double[] sendWeight = group.sendWeight[k];
            for (int i = piece.from(); i < piece.to(); i++) {
              weight[i] *= sendWeight[i];
            }
            sums[next++] = CellPieces.dot(weight, residual, piece.from(), piece.to());
            for (int s = 0; s < classes; s++) {
              sums[next++] = CellPieces.dot(weight, group.scratch[1 + s], piece.from(), piece.to());
            }
          }
        });
  }

  /**
   * The mean changes δs: what class k receives from class g, in the order g, k.
   *
   * @return the largest relative residual
   */
  private double solveForMeans() {
    int classes = groups.length;
    int n = received.length;
    Arrays.fill(matrix, 0);
    double largest = 0;
    for (int g = 0; g < classes; g++) {
      double[] sum = pieces.total(g, 1 + classes * (1 + classes));
      largest = Math.max(largest, sum[0]);
      int next = 1;
      for (int k = 0; k < classes; k++) {
        int row = g * classes + k;
        matrix[row * n + row] += 1;
        received[row] = sum[next++] / groups[g].neurons;
        for (int s = 0; s < classes; s++) {
          matrix[row * n + s * classes + g] -= sum[next++] / groups[g].neurons;
        }
      }
    }
    if (!small.factor(matrix)) {
      throw new ArithmeticException("the firing rates were not found");
    }
    small.solve(received);
    return largest;
  }

  private void addChanges(NeuronField y, double part) {
    int classes = groups.length;
    pieces.forEach(
        (piece, group, sums) -> {
          double[] rate = y.cells[piece.group()][rateIndex[piece.group()]];
          double[] residual = group.scratch[0];
          for (int i = piece.from(); i < piece.to(); i++) {
            double change = residual[i];
            for (int s = 0; s < classes; s++) {
              change += group.scratch[1 + s][i] * received[s * classes + piece.group()];
            }
            rate[i] = Math.max(0, rate[i] + part * change);
          }
        });
  }
}
