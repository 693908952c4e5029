package org.capgate.network;

import java.util.Arrays;
import org.capgate.dynamics.RosenbrockMethod;

/**
 * Coefficients of ROS34PW2: four stages, order 3 (2 for the error estimate) whatever matrix stands
 * for the Jacobian, L-stable and stiffly accurate with the exact one (Rang and Angermann 2005, BIT
 * 45, 761, doi:10.1007/s10543-005-0035-y).
 *
 * <p>Stated as in the paper and brought into the form without products of the matrix: with U = Γ·k,
 * a = α·Γ⁻¹, c = −Γ⁻¹ below the diagonal, weights b·Γ⁻¹. The change of f with time counts as part
 * of what the matrix leaves out.
 */
final class Ros34pw2 {
  private static final double GAMMA = 0.435866521508459;

  /** [stage][earlier stage]. */
  static final double[][] ALPHA = {
    {0, 0, 0, 0},
    {0.87173304301691801, 0, 0, 0},
    {0.84457060015369423, -0.11299064236484185, 0, 0},
    {0, 0, 1, 0}
  };

  /** [stage][earlier stage], the diagonal included. */
  static final double[][] GAMMAS = {
    {GAMMA, 0, 0, 0},
    {-0.87173304301691801, GAMMA, 0, 0},
    {-0.90338057013044082, 0.054180672388095326, GAMMA, 0},
    {0.24212380706095346, -1.2232505839045147, 0.54526025533510214, GAMMA}
  };

  static final double[] B = {
    0.24212380706095346, -1.2232505839045147, 1.5452602553351020, 0.43586652150845900
  };
  static final double[] B_LOWER = {
    0.37810903145819369, -0.096042292212423178, 0.5, 0.21793326075422950
  };

  static final RosenbrockMethod METHOD = method();

  private Ros34pw2() {}

  private static RosenbrockMethod method() {
    int stages = B.length;
    double[][] inverse = inverse();
    double[][] stageWeights = new double[stages][];
    double[][] couplings = new double[stages][];
    double[] times = new double[stages];
    double[] stateWeights = new double[stages];
    double[] errorWeights = new double[stages];
    for (int i = 0; i < stages; i++) {
      stageWeights[i] = new double[i];
      couplings[i] = new double[i];
      times[i] = Arrays.stream(ALPHA[i], 0, i).reduce(0, Double::sum);
      for (int j = 0; j < i; j++) {
        for (int k = 0; k < stages; k++) {
          stageWeights[i][j] += ALPHA[i][k] * inverse[k][j];
        }
        couplings[i][j] = -inverse[i][j];
      }
      for (int j = 0; j < stages; j++) {
        stateWeights[j] += B[i] * inverse[i][j];
        errorWeights[j] += (B[i] - B_LOWER[i]) * inverse[i][j];
      }
    }
    return RosenbrockMethod.named("ROS34PW2", 3)
        .gamma(GAMMA)
        .stageWeights(stageWeights)
        .couplings(couplings)
        .times(times)
        .timeDerivatives(new double[stages])
        .stateWeights(stateWeights)
        .errorWeights(errorWeights)
        .build();
  }

  /** Inverse of the lower triangular matrix of γ. */
  private static double[][] inverse() {
    int stages = B.length;
    double[][] inverse = new double[stages][stages];
    for (int column = 0; column < stages; column++) {
      for (int row = column; row < stages; row++) {
        double sum = row == column ? 1 : 0;
        for (int k = column; k < row; k++) {
          sum -= GAMMAS[row][k] * inverse[k][column];
        }
        inverse[row][column] = sum / GAMMAS[row][row];
      }
    }
    return inverse;
  }
}
