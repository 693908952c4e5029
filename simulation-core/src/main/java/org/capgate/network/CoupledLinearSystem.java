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
  private double[] tissueFactors = new double[0];
  private double[][] tissueResponse = new double[0][]; // [felt quantity][tissue state]
  private final int[][] sumIndex; // [class][gathered readout]
  private final double[] sumMatrix; // [sum][sum], row-major
  private final double[] means; // a right side of it, then its solution
  private final DenseLinearSolver small;
  private double[][] direct = new double[0][]; // [class][input · gathered + readout], mean response

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
            sums[1 + k] =
                CellPieces.dot(
                    group.scratch[k],
                    weights(group, k % gathered(kernel)),
                    piece.from(),
                    piece.to());
          }
        });
    tissueFactors = tissue.run(tissue.kernel.factor(), y.tissue);
    int felt = tissue.kernel.coupled().size();
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
    int n = means.length;
    direct = new double[groups.length][];
    Arrays.fill(sumMatrix, 0);
    for (int g = 0; g < classes; g++) {
      CellKernel kernel = groups[g].kernel;
      int k = gathered(kernel);
      double[] sum = pieces.total(g, 1 + kernel.response().outputs());
      direct[g] = new double[kernel.response().outputs()];
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

  private int count(int group, int gathered) {
    if (gathered < groups.length) {
      return groups[group].neurons;
    }
    int felt = gathered - groups.length;
    for (int g = 0; g < group; g++) {
      felt += gathered(groups[g].kernel) - groups.length;
    }
    return groups[group].countedFor(tissue.kernel.coupled().get(felt));
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

  private double[] solveTissue(NeuronField y, double[] right, double[] change) {
    double[] more = Arrays.copyOf(tissueFactors, tissueFactors.length + right.length);
    System.arraycopy(right, 0, more, tissueFactors.length, right.length);
    System.arraycopy(change, 0, tissue.shared, tissue.kernel.shiftIndex() + 1, change.length);
    return tissue.run(tissue.kernel.solve(), y.tissue, more);
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
            sums[1 + k] =
                CellPieces.dot(group.scratch[k], weights(group, k), piece.from(), piece.to());
          }
        });
    int felt = tissueResponse.length;
    double[] alone = solveTissue(y, b.tissue, new double[felt]);
    for (int g = 0; g < groups.length; g++) {
      CellKernel kernel = groups[g].kernel;
      int k = gathered(kernel);
      double[] sum = pieces.total(g, 1 + k);
      for (int r = 0; r < k; r++) {
        means[sumIndex[g][r]] = sum[1 + r] / count(g, r);
      }
    }
    addTissueAlone(alone);
    small.solve(means);
    for (int i = 0; i < alone.length; i++) {
      x.tissue[i] = alone[i];
      for (int f = 0; f < felt; f++) {
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
  private void addTissueAlone(double[] alone) {
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
