package org.capgate.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.capgate.compile.Kernel;
import org.capgate.compile.NewtonKernel;
import org.capgate.compile.PointKernel;
import org.capgate.equations.EquationSystem;
import org.capgate.equations.Expression;
import org.capgate.equations.Kind;
import org.capgate.equations.PointValues;
import org.capgate.equations.Range;
import org.capgate.equations.Symbol;
import org.jspecify.annotations.Nullable;

/**
 * Where untreated animals of one form of the equations rest, by Newton's method on compiled
 * equations with compiled elimination: for many animals near to a known one. It knows when it does
 * not succeed, and then says nothing. Immutable, shared between threads.
 */
public final class QuickRest {
  /** Long enough that nothing moves, short enough that no diagonal entry vanishes. */
  private static final double STEP_HOURS = 1e12;

  /**
   * Largest correction relative to its variable after which the state counts as found: the next one
   * would be about its square.
   */
  private static final double LAST_CORRECTION = 1e-8;

  /** Variables smaller than this (µM, Hz, …) count as if they had this size. */
  private static final double NEGLIGIBLE = 1e-2;

  /** A longer correction is shortened to this; one of more than the next leads far away. */
  private static final double SHORTENED_CORRECTION = 0.5;

  private static final double MOST_CORRECTION = 10;
  private static final int MOST_STEPS = 15;

  private final EquationSystem equations;
  private final Kernel kernel;
  private @Nullable PointKernel ends; // made when first asked for

  QuickRest(EquationSystem equations, Kernel kernel) {
    this.equations = equations;
    this.kernel = kernel;
  }

  /**
   * The state of rest near a guess; empty where Newton's method leads far away or does not end.
   *
   * @param parameters as in the layout of the equations; not modified
   * @param guess one entry per variable; not modified
   * @return a fresh array
   */
  public Optional<double[]> near(double[] parameters, double[] guess) {
    NewtonKernel.Workspace newton = kernel.newton().newWorkspace();
    double[] prepared = kernel.prepare(parameters);
    double[] untreated = new double[kernel.inputs()];
    double[] state = guess.clone();
    double[] correction = new double[state.length];
    for (int step = 0; step < MOST_STEPS; step++) {
      newton.correct(STEP_HOURS, state, prepared, untreated, correction);
      double length = length(correction, state);
      if (!(length <= MOST_CORRECTION)) { // not finite, too
        return Optional.empty();
      }
      double damping = Math.min(1, SHORTENED_CORRECTION / length);
      for (int i = 0; i < state.length; i++) {
        state[i] += damping * correction[i];
      }
      if (length <= LAST_CORRECTION) {
        return Optional.of(state);
      }
    }
    return Optional.empty();
  }

  private static double length(double[] correction, double[] state) {
    double length = 0;
    for (int i = 0; i < state.length; i++) {
      length = Math.max(length, Math.abs(correction[i]) / (Math.abs(state[i]) + NEGLIGIBLE));
    }
    return length;
  }

  /**
   * ∂f/∂y at a state.
   *
   * @return [row of f][column of y], row-major, a fresh array
   */
  public double[] jacobian(double[] parameters, double[] state) {
    double[] jacobian = new double[state.length * state.length];
    kernel.jacobian(
        state,
        kernel.prepare(parameters),
        new double[kernel.inputs()],
        new double[kernel.workLength()],
        jacobian);
    return jacobian;
  }

  /** Number of differential variables, which come first. */
  public int differential() {
    return kernel.differential();
  }

  /** A readout at a state; 0 where it is the level of a drug. */
  public double readout(double[] parameters, double[] state, Readout readout) {
    for (DrugLevel level : DrugLevel.values()) {
      if (level.variable().name().equals(readout.quantity())) {
        return 0;
      }
    }
    double[] readouts = new double[kernel.readouts()];
    kernel.readouts(
        state,
        kernel.prepare(parameters),
        new double[kernel.inputs()],
        new double[kernel.workLength()],
        readouts);
    return readouts[kernel.layout().readout(readout.quantity())];
  }

  /** Whether everything lies within the range it states, see {@link MoodModel#outOfRange}. */
  public boolean isInRange(double[] parameters, double[] state) {
    double[] values = ends().values(state, parameters, new double[kernel.inputs()]);
    for (int i = 0; i < values.length; i += 3) {
      double width = values[i + 2] - values[i + 1];
      double outside = Math.max(values[i + 1] - values[i], values[i] - values[i + 2]);
      double most = MoodModel.LARGEST_EXCESS * (width > 0 && width < 1e300 ? width : 1);
      if (!(outside <= most)) {
        return false;
      }
    }
    return true;
  }

  /** Of each symbol with a range: its value, and the ends of the range. */
  private synchronized PointKernel ends() {
    if (ends == null) {
      List<Expression> asked = new ArrayList<>();
      for (Symbol symbol : equations.symbols()) {
        Range range = equations.rangeOf(symbol).orElse(null);
        if (range != null && symbol.kind() != Kind.READOUT) {
          asked.add(symbol);
          asked.add(PointValues.end(equations, symbol, range.low()));
          asked.add(PointValues.end(equations, symbol, range.high()));
        }
      }
      ends = PointKernel.of(equations, asked);
    }
    return ends;
  }
}
