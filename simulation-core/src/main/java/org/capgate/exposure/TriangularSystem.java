package org.capgate.exposure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Linear compartments in an order in which each is fed by earlier ones only, with constant input:
 *
 * <pre>dyᵢ/dt = −kᵢ·yᵢ + Σ_{j&lt;i} w_ij·yⱼ + uᵢ        (Eq. T1)</pre>
 *
 * Solved exactly: every yᵢ is a sum of coefficients times the functions of {@link ExponentialBasis}
 * plus a constant, found by forward substitution. Immutable.
 */
final class TriangularSystem {

  private final double[] exponents; // −k_i (h⁻¹)
  private final int[][] sources; // [state][feed] earlier state
  private final double[][] weights; // [state][feed] w_ij
  private final ExponentialBasis basis;
  private final int[] groupOf; // index of the basis group a state belongs to

  private TriangularSystem(Builder builder) {
    int size = builder.rates.size();
    this.exponents = new double[size];
    this.sources = new int[size][];
    this.weights = new double[size][];
    boolean[][] feeds = new boolean[size][size];
    for (int i = 0; i < size; i++) {
      exponents[i] = -builder.rates.get(i);
      List<Feed> fed = builder.feeds.get(i);
      sources[i] = fed.stream().mapToInt(Feed::source).toArray();
      weights[i] = fed.stream().mapToDouble(Feed::weight).toArray();
      for (int source : sources[i]) {
        feeds[i][source] = true;
        for (int earlier = 0; earlier < source; earlier++) {
          feeds[i][earlier] |= feeds[source][earlier];
        }
      }
    }
    this.basis = new ExponentialBasis(exponents, feeds);
    this.groupOf = new int[size];
    for (int group = 0; group < basis.groups().length; group++) {
      for (int state : basis.groups()[group]) {
        groupOf[state] = group;
      }
    }
  }

  int size() {
    return exponents.length;
  }

  ExponentialBasis basis() {
    return basis;
  }

  /**
   * Coefficients of the solution that starts at y(0) under constant input.
   *
   * @param start y(0), one entry per state; not modified
   * @param input u, one entry per state; not modified
   * @param coefficient [state][function], row-major with size() + 1 columns, overwritten; the last
   *     column is the constant
   */
  void solve(double[] start, double[] input, double[] coefficient) {
    int size = size();
    int columns = size + 1;
    double[] forcing = new double[columns];
    for (int i = 0; i < size; i++) {
      Arrays.fill(forcing, 0);
      for (int feed = 0; feed < sources[i].length; feed++) {
        int row = sources[i][feed] * columns;
        for (int m = 0; m < columns; m++) {
          forcing[m] += weights[i][feed] * coefficient[row + m];
        }
      }
      forcing[size] += input[i];
      respond(i, start[i], forcing, coefficient);
    }
  }

  /** Solves dy/dt − λy = forcing for one state, term by term. */
  private void respond(int state, double start, double[] forcing, double[] coefficient) {
    int size = size();
    int row = state * (size + 1);
    double lambda = exponents[state];
    Arrays.fill(coefficient, row, row + size + 1, 0);
    coefficient[row + size] = -forcing[size] / lambda;
    double startOfOthers = coefficient[row + size];
    for (int group = 0; group < basis.groups().length; group++) {
      int[] members = basis.groups()[group];
      if (group == groupOf[state]) {
        continue;
      }
      double later = 0; // coefficient of the following function of the group
      for (int j = members.length - 1; j >= 0; j--) {
        int m = members[j];
        double left = forcing[m] - later;
        later = left == 0 ? 0 : left / (exponents[m] - lambda); // 0 also where the rates are equal
        coefficient[row + m] = later;
      }
      startOfOthers += later;
    }
    // the group of the state itself: its first function carries what is left of the start
    double earlier = start - startOfOthers;
    int[] members = basis.groups()[groupOf[state]];
    for (int m : members) {
      coefficient[row + m] = earlier;
      if (m == state) {
        break;
      }
      earlier = forcing[m] - earlier * (exponents[m] - lambda);
    }
  }

  /**
   * The state at a time after the start.
   *
   * @param coefficient as written by {@link #solve}
   * @param tHours time since the start (h), ≥ 0
   * @return a fresh array, one entry per state
   */
  double[] state(double[] coefficient, double tHours) {
    double[] y = new double[size()];
    state(coefficient, tHours, new double[size()], new double[size()], y);
    return y;
  }

  /** As above, with y overwritten and scratch arrays g and gPerHour of the same length. */
  void state(double[] coefficient, double tHours, double[] g, double[] gPerHour, double[] y) {
    int size = size();
    basis.evaluate(tHours, g, gPerHour);
    for (int i = 0; i < size; i++) {
      double sum = coefficient[i * (size + 1) + size];
      for (int m = 0; m < size; m++) {
        sum += coefficient[i * (size + 1) + m] * g[m];
      }
      y[i] = sum;
    }
  }

  /**
   * The areas under the states while they go from one value to another under constant input, from
   * the balance of what enters and leaves each: 0 = y(start) − y(end) + u·T − k·A + Σ w·A.
   *
   * @param start values at the start, one entry per state
   * @param end values at the end; all 0 after infinite time
   * @param input u, one entry per state
   * @param hours T (h), may be infinite
   * @return a fresh array; infinite where input goes on for ever
   */
  double[] areas(double[] start, double[] end, double[] input, double hours) {
    double[] area = new double[size()];
    for (int i = 0; i < area.length; i++) {
      double entered = start[i] - end[i] + (input[i] == 0 ? 0 : input[i] * hours);
      for (int feed = 0; feed < sources[i].length; feed++) {
        entered += weights[i][feed] * area[sources[i][feed]];
      }
      area[i] = entered / -exponents[i];
    }
    return area;
  }

  /** The slowest rate (h⁻¹) among a state and those that feed it, directly or through others. */
  double slowestPerHour(int state) {
    double slowest = -exponents[state];
    for (int feed = 0; feed < sources[state].length; feed++) {
      if (weights[state][feed] != 0) {
        slowest = Math.min(slowest, slowestPerHour(sources[state][feed]));
      }
    }
    return slowest;
  }

  /** The fastest rate (h⁻¹) of all states. */
  double fastestPerHour() {
    return -Arrays.stream(exponents).min().orElse(-1);
  }

  private record Feed(int source, double weight) {}

  /** Collects states in order. */
  static final class Builder {

    private final List<Double> rates = new ArrayList<>();
    private final List<List<Feed>> feeds = new ArrayList<>();

    /** Adds a state that decays at a rate (h⁻¹), > 0, and returns its index. */
    int add(double ratePerHour) {
      rates.add(ratePerHour);
      feeds.add(new ArrayList<>());
      return rates.size() - 1;
    }

    /** Lets an earlier state feed a later one. */
    void feed(int source, int state, double weight) {
      if (source >= state) {
        throw new IllegalArgumentException("state " + state + " must come after " + source);
      }
      feeds.get(state).add(new Feed(source, weight));
    }

    TriangularSystem build() {
      return new TriangularSystem(this);
    }
  }
}
