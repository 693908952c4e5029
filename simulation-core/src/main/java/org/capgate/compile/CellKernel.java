package org.capgate.compile;

import java.util.ArrayList;
import java.util.List;
import org.capgate.equations.EquationSystem;
import org.capgate.equations.Layout;

/**
 * A part of a system as loops over many copies of it: rates, residuals, readouts and the solution
 * of the linear systems of an implicit method, all derived from the statement. Immutable.
 *
 * <p>Arrays per cell, in this order: variables in the order of the layout, the inputs per cell,
 * {@link #factors()} entries written by {@link #factor}, one right side per variable. Shared
 * numbers, in this order: parameters in the order of the layout, the shared inputs, the shift
 * 1/(hγ) of the linear systems, and one change δv per coupled input.
 *
 * <p>The linear system of one cell is
 *
 * <pre>(D/(hγ) − ∂f/∂y) δ = b + Σ_v ∂f/∂v δv</pre>
 *
 * with D = 1 for differential and 0 for algebraic variables.
 */
public final class CellKernel {
  private final CellPlaces places;
  private final CellLoop rhs;
  private final CellLoop everything;
  private final CellLoop residuals;
  private final CellLoop quasiSteady;
  private final CellLoop readouts;
  private final CellLoop signals;
  private final CellLoop factor;
  private final CellLoop solve;
  private final CellLoop gather;
  private final CellLoop response;
  private final int factors;

  /**
   * Compiles the loops.
   *
   * @param system the part
   * @param perCell inputs that differ between cells; others are shared
   * @param coupled inputs by which the linear systems couple to others
   * @param signals readouts that other cells receive
   * @param alsoGathered further readouts whose change is gathered over cells
   */
  public CellKernel(
      EquationSystem system,
      List<String> perCell,
      List<String> coupled,
      List<String> signals,
      List<String> alsoGathered) {
    places = new CellPlaces(system.layout(), perCell, coupled);
    CellLoops loops = new CellLoops(places, system, signals);
    rhs = loops.rhs();
    everything = loops.everything();
    readouts = loops.readouts();
    this.signals = loops.signals();
    residuals = loops.residuals();
    quasiSteady = loops.quasiSteady();
    List<String> observed = new ArrayList<>(signals);
    observed.addAll(alsoGathered);
    CellLinearLoops linear = new CellLinearLoops(loops, places, observed);
    factors = linear.factors();
    factor = linear.factor();
    solve = linear.solve();
    gather = linear.gather();
    response = linear.response();
  }

  /** Where each symbol of the part stands. */
  public Layout layout() {
    return places.layout();
  }

  /** Number of unknowns; differential ones first. */
  public int variables() {
    return places.layout().variables().size();
  }

  /** Number of differential unknowns. */
  public int differential() {
    return places.layout().differential();
  }

  /** The inputs that differ between cells, in the order of their arrays. */
  public List<String> perCell() {
    return places.perCell();
  }

  /** The coupled inputs, in the order of their changes. */
  public List<String> coupled() {
    return places.coupled();
  }

  /** Whether an input is shared by all cells. */
  public boolean isShared(String input) {
    return places.sharedInputs().contains(input);
  }

  /** Length of the array of shared numbers. */
  public int sharedLength() {
    return places.shiftIndex() + 1 + places.coupled().size();
  }

  /** Index of a shared input in the shared numbers. */
  public int sharedIndex(String input) {
    return places.sharedIndex(input);
  }

  /** Index of 1/(hγ) in the shared numbers; the changes of coupled inputs follow. */
  public int shiftIndex() {
    return places.shiftIndex();
  }

  /** Number of factor entries per cell. */
  public int factors() {
    return factors;
  }

  /** Rates of the differential variables. */
  public CellLoop rhs() {
    return rhs;
  }

  /** Rates of the differential variables, then residuals of the others, as in the layout. */
  public CellLoop everything() {
    return everything;
  }

  /** For each algebraic variable in turn: its residual, and the derivative by itself. */
  public CellLoop residuals() {
    return residuals;
  }

  /**
   * Residual of the quasi-steady variable, its derivatives by the coupled inputs per cell, and the
   * derivatives of the signals by the variable.
   */
  public CellLoop quasiSteady() {
    return quasiSteady;
  }

  /** The readouts that other cells receive, in the order given. */
  public CellLoop signals() {
    return signals;
  }

  /** All readouts in the order of the layout. */
  public CellLoop readouts() {
    return readouts;
  }

  /** Factors of the linear system. */
  public CellLoop factor() {
    return factor;
  }

  /** Solution of the linear system, one output per variable. */
  public CellLoop solve() {
    return solve;
  }

  /** Change of each observed readout when the coupled inputs stay. */
  public CellLoop gather() {
    return gather;
  }

  /** Change of each observed readout per change of each coupled input: input by input. */
  public CellLoop response() {
    return response;
  }
}
