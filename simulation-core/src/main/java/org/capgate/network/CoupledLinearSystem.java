package org.capgate.network;

import java.util.Arrays;
import org.capgate.compile.CellKernel;
import org.capgate.solver.DenseLinearSolver;

/**
 * The linear systems of a step: each neuron's own derivatives exactly, the coupling of neurons
 * through population means. Eliminating the neurons one by one leaves a system of a handful of
 * sums.
 */
final class CoupledLinearSystem {
  private final CellPieces pieces;
  private final CellGroup[] groups;
  private final SharedTissue tissue;
  private final double[][] tissueResponse; // [felt quantity][tissue state]
  private final double[] alone; // [tissue state], its change when the neurons stay
  private final double[] nothing; // [tissue state], 0
  private final double[] felt; // [felt quantity], a change
  private final int[][] sumIndex; // [class][gathered readout]
  private final double[][][]
      weights; // [class][gathered readout][neuron], in the sum of the readout
  private final double[] sumMatrix; // [sum][sum], row-major
  private final double[] means; // a right side of it, then its solution
  private final DenseLinearSolver small;
  private final double[][] direct; // [class][input · gathered + readout], mean response

  CoupledLinearSystem(CellPieces pieces, SharedTissue tissue) {
    this.pieces = pieces;
    this.groups = pieces.groups;
    this.tissue = tissue;
    sumIndex = new int[groups.length][];
    int n = 0;
    for (int g = 0; g < groups.length; g++) {
      sumIndex[g] = new int[gathered(groups[g].kernel)];
      for (int k = 0; k < sumIndex[g].length; k++) {
        sumIndex[g][k] = n++;
      }
    }
    sumMatrix = new double[n * n];
    means = new double[n];
    small = new DenseLinearSolver(n);
    int states = tissue.states().size();
    alone = new double[states];
    nothing = new double[states];
    felt = new double[tissue.kernel.coupled().size()];
    tissueResponse = new double[felt.length][states];
    direct = new double[groups.length][];
    weights = new double[groups.length][][];
    for (int g = 0; g < groups.length; g++) {
      direct[g] = new double[groups[g].kernel.response().outputs()];
      weights[g] = new double[sumIndex[g].length][];
      for (int k = 0; k < weights[g].length; k++) {
        weights[g][k] =
            k < groups.length ? groups[g].sendWeight[k] : groups[g].weightsFor(felt(g, k));
      }
    }
  }

  /** Prepares linear systems with the shift 1/(hγ) at a state that was evaluated last. */
  void factor(double shift, NeuronField y) {
    for (CellGroup group : groups) {
      group.share(group.kernel.shiftIndex(), shift);
    }
    tissue.shared[tissue.kernel.shiftIndex()] = shift;
    pieces.forEach(
        (piece, group, sums) -> {
          CellKernel kernel = group.kernel;
          piece.run(kernel.factor(), y, group.factors);
          piece.run(kernel.response(), y, group.scratch);
          for (int k = 0; k < kernel.response().outputs(); k++) {
            double[] counted = weights[piece.group()][k % gathered(kernel)];
            sums[1 + k] = CellPieces.dot(group.scratch[k], counted, piece.from(), piece.to());
          }
        });
    tissue.factor(y.tissue);
    for (int k = 0; k < felt.length; k++) {
      felt[k] = 1;
      tissue.solve(y.tissue, nothing, felt, tissueResponse[k]);
      felt[k] = 0;
    }
    prepareCoupling();
  }

  private static int gathered(CellKernel kernel) {
    return kernel.gather().outputs();
  }

  /**
   * The unknown sums are, class by class, the mean changes of each gathered readout: what each
   * class receives, then what the tissue feels.
   */
  private void prepareCoupling() {
    int classes = groups.length;
    int n = means.length;
    Arrays.fill(sumMatrix, 0);
    for (int g = 0; g < classes; g++) {
      CellKernel kernel = groups[g].kernel;
      int k = gathered(kernel);
      double[] sum = pieces.total(g, 1 + kernel.response().outputs());
      for (int v = 0; v < kernel.coupled().size(); v++) {
        for (int r = 0; r < k; r++) {
          double response = sum[1 + v * k + r] / count(g, r);
          direct[g][v * k + r] = response;
          int row = sumIndex[g][r] * n;
          if (v < classes) {
            sumMatrix[row + sumIndex[v][g]] -= response;
          } else {
            int state = tissue.state(kernel.coupled().get(v));
            for (int f = 0; f < tissueResponse.length; f++) {
              sumMatrix[row + feltIndex(f)] -= response * tissueResponse[f][state];
            }
          }
        }
      }
    }
    for (int i = 0; i < n; i++) {
      sumMatrix[i * (n + 1)] += 1;
    }
    if (!small.factor(sumMatrix)) {
      throw new ArithmeticException("the coupling of neurons is singular");
    }
  }

  private double count(int group, int gathered) {
    return gathered < groups.length
        ? groups[group].neurons
        : groups[group].countedFor(felt(group, gathered));
  }

  /** The quantity the tissue feels that stands at a place among the gathered readouts. */
  private String felt(int group, int gathered) {
    int felt = gathered - groups.length;
    for (int g = 0; g < group; g++) {
      felt += gathered(groups[g].kernel) - groups.length;
    }
    return tissue.kernel.coupled().get(felt);
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

  /**
   * Solves (1/(hγ) − J) x = b, where J couples neurons through population means.
   *
   * @param y the state of {@link #factor}
   * @param b right sides; entries of algebraic variables must be 0
   * @param x overwritten, with changes of algebraic variables
   */
  void solve(NeuronField y, NeuronField b, NeuronField x) {
    pieces.forEach(
        (piece, group, sums) -> {
          piece.run(group.kernel.gather(), y, b, group.scratch);
          for (int k = 0; k < gathered(group.kernel); k++) {
            double[] counted = weights[piece.group()][k];
            sums[1 + k] = CellPieces.dot(group.scratch[k], counted, piece.from(), piece.to());
          }
        });
    tissue.solve(y.tissue, b.tissue, felt, alone);
    for (int g = 0; g < groups.length; g++) {
      CellKernel kernel = groups[g].kernel;
      int k = gathered(kernel);
      double[] sum = pieces.total(g, 1 + k);
      for (int r = 0; r < k; r++) {
        means[sumIndex[g][r]] = sum[1 + r] / count(g, r);
      }
    }
    addTissueAlone();
    small.solve(means);
    for (int i = 0; i < alone.length; i++) {
      x.tissue[i] = alone[i];
      for (int f = 0; f < felt.length; f++) {
        x.tissue[i] += tissueResponse[f][i] * means[feltIndex(f)];
      }
    }
    for (int g = 0; g < groups.length; g++) {
      CellKernel kernel = groups[g].kernel;
      for (int v = 0; v < kernel.coupled().size(); v++) {
        double change =
            v < groups.length
                ? means[sumIndex[v][g]]
                : x.tissue[tissue.state(kernel.coupled().get(v))];
        groups[g].share(kernel.shiftIndex() + 1 + v, change);
      }
    }
    pieces.forEach(
        (piece, group, unused) -> piece.run(group.kernel.solve(), y, b, x.cells[piece.group()]));
  }

  /** What the tissue's own change does to the sums, through the neurons it reaches. */
  private void addTissueAlone() {
    for (int g = 0; g < groups.length; g++) {
      CellKernel kernel = groups[g].kernel;
      int k = gathered(kernel);
      for (int v = groups.length; v < kernel.coupled().size(); v++) {
        double change = alone[tissue.state(kernel.coupled().get(v))];
        for (int r = 0; r < k; r++) {
          means[sumIndex[g][r]] += direct[g][v * k + r] * change;
        }
      }
    }
  }
}
