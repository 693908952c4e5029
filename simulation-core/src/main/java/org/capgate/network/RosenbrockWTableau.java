package org.capgate.network;

/**
 * Coefficients of ROS34PW2: four stages, order 3 (2 for the error estimate) whatever matrix stands
 * for the Jacobian, L-stable and stiffly accurate with the exact one (Rang and Angermann 2005, BIT
 * 45, 761, doi:10.1007/s10543-005-0035-y).
 *
 * <p>Kept in the form without products of the matrix: with U = Γ·k,
 *
 * <pre>
 * (1/(hγ) I − J) U_i = f(t + α_i h, y + Σ_j a_ij U_j) + Σ_{j&lt;i} c_ij/h U_j
 * y₁ = y + Σ m_i U_i,   error = Σ e_i U_i
 * </pre>
 */
final class RosenbrockWTableau {
  static final int STAGES = 4;
  static final double GAMMA = 0.435866521508459;

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

  /** Stage weights a, stage couplings c, weights m of the solution and e of the error. */
  static final double[][] A = new double[STAGES][STAGES];

  static final double[][] C = new double[STAGES][STAGES];
  static final double[] M = new double[STAGES];
  static final double[] E = new double[STAGES];

  static {
    double[][] inverse = inverse();
    for (int i = 0; i < STAGES; i++) {
      for (int j = 0; j < STAGES; j++) {
        for (int k = 0; k < STAGES; k++) {
          A[i][j] += ALPHA[i][k] * inverse[k][j];
        }
        C[i][j] = j < i ? -inverse[i][j] : 0;
        M[j] += B[i] * inverse[i][j];
        E[j] += (B[i] - B_LOWER[i]) * inverse[i][j];
      }
    }
  }

  private RosenbrockWTableau() {}

  /** Inverse of the lower triangular matrix of γ. */
  private static double[][] inverse() {
    double[][] inverse = new double[STAGES][STAGES];
    for (int column = 0; column < STAGES; column++) {
      for (int row = column; row < STAGES; row++) {
        double sum = row == column ? 1 : 0;
        for (int k = column; k < row; k++) {
          sum -= GAMMAS[row][k] * inverse[k][column];
        }
        inverse[row][column] = sum / GAMMAS[row][row];
      }
    }
    return inverse;
  }

  /** Time of a stage within the step, in units of the step. */
  static double time(int stage) {
    double sum = 0;
    for (double weight : ALPHA[stage]) {
      sum += weight;
    }
    return sum;
  }
}
