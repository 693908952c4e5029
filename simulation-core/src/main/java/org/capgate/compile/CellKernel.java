package org.capgate.compile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntUnaryOperator;
import org.capgate.compile.Op.Code;
import org.capgate.equations.EquationSystem;
import org.capgate.equations.Kind;
import org.capgate.equations.Layout;
import org.capgate.equations.Symbol;

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
  private final Layout layout;
  private final List<String> perCell;
  private final List<String> sharedInputs;
  private final List<String> coupled;
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
    List<String> observed = new ArrayList<>(signals);
    observed.addAll(alsoGathered);
    this.layout = system.layout();
    this.perCell = List.copyOf(perCell);
    this.coupled = List.copyOf(coupled);
    this.sharedInputs =
        layout.inputs().stream().map(Symbol::name).filter(name -> !perCell.contains(name)).toList();
    int n = variables();
    OpGraph graph = new OpGraph();
    Map<String, Integer> loads = new HashMap<>();
    int[] arrayOf = new int[n + coupled.size()];
    int[] sharedOf = new int[n + coupled.size()];
    loads(graph, loads, arrayOf, sharedOf);
    CellHomes homes = new CellHomes(arrayOf, sharedOf);
    Lowering lowering = new Lowering(graph, system, loads);

    int[] f = new int[n];
    for (int i = 0; i < n; i++) {
      f[i] = lowering.evaluated(layout.variables().get(i));
    }
    int[] seen = new int[layout.readouts().size()];
    for (int i = 0; i < seen.length; i++) {
      seen[i] = lowering.symbol(layout.readouts().get(i));
    }
    Set<Integer> definitions = new HashSet<>(lowering.definitions());
    definitions.removeIf(place -> !graph.op(place).code().isComputed());
    Gradients gradients = new Gradients(graph, definitions);
    int differential = layout.differential();
    rhs = CellLoopWriter.write(Program.of(graph, range(f, 0, differential)), homes);
    everything = CellLoopWriter.write(Program.of(graph, f), homes);
    readouts = CellLoopWriter.write(Program.of(graph, seen), homes);
    int[] sent = signals.stream().mapToInt(signal -> seen[layout.readout(signal)]).toArray();
    this.signals = CellLoopWriter.write(Program.of(graph, sent), homes);
    residuals =
        CellLoopWriter.write(
            Program.of(graph, withDiagonal(graph, gradients, f, Kind.ALGEBRAIC)), homes);
    quasiSteady = CellLoopWriter.write(Program.of(graph, quasi(graph, gradients, f, sent)), homes);

    Stored stored = new Stored(graph, homes, n + perCell.size());
    List<SortedMap<Integer, Integer>> rows = new ArrayList<>();
    List<SortedMap<Integer, Integer>> byInput = new ArrayList<>();
    int shift = graph.load(Code.PARAMETER, shiftIndex());
    for (int row = 0; row < n; row++) {
      SortedMap<Integer, Integer> matrix = new TreeMap<>();
      SortedMap<Integer, Integer> inputs = new TreeMap<>();
      gradients
          .of(f[row])
          .forEach(
              (column, place) -> {
                if (column < n) {
                  matrix.put(column, place);
                } else {
                  inputs.put(column - n, place);
                }
              });
      if (row < differential) {
        matrix.put(row, graph.subtract(matrix.getOrDefault(row, graph.constant(0)), shift));
      }
      rows.add(matrix);
      byInput.add(inputs);
    }
    SparseElimination elimination = new SparseElimination(graph, rows);
    List<Integer> all = elimination.factors();
    IntUnaryOperator load = entry -> stored.of(all.get(entry));
    List<SortedMap<Integer, Integer>> gathered = new ArrayList<>();
    for (String readout : observed) {
      gathered.add(gradients.of(seen[layout.readout(readout)]));
    }
    // A first pass over every use finds what has to be stored; right sides stand behind the
    // factors.
    int[] placeholder = new int[n];
    Arrays.fill(placeholder, graph.constant(0));
    elimination.solve(graph, load, ones(graph, n));
    byInput.forEach(row -> row.values().forEach(stored::of));
    gathered.forEach(row -> row.values().forEach(stored::of));
    factors = stored.places.size();
    factor =
        CellLoopWriter.write(
            Program.of(graph, stored.places.stream().mapToInt(Integer::intValue).toArray()), homes);

    int[] right = new int[n];
    int[] coupledRight = new int[n];
    for (int row = 0; row < n; row++) {
      right[row] = graph.load(Code.INPUT, n + perCell.size() + factors + row);
      coupledRight[row] = right[row];
      for (Map.Entry<Integer, Integer> entry : byInput.get(row).entrySet()) {
        int change = graph.load(Code.PARAMETER, shiftIndex() + 1 + entry.getKey());
        coupledRight[row] =
            graph.add(coupledRight[row], graph.multiply(stored.of(entry.getValue()), change));
      }
    }
    solve =
        CellLoopWriter.write(
            Program.of(graph, elimination.solve(graph, load, coupledRight)), homes);
    gather =
        CellLoopWriter.write(
            Program.of(
                graph, gathered(graph, gathered, elimination.solve(graph, load, right), stored)),
            homes);
    List<Integer> responses = new ArrayList<>();
    for (int v = 0; v < coupled.size(); v++) {
      int[] column = placeholder.clone();
      for (int row = 0; row < n; row++) {
        Integer entry = byInput.get(row).get(v);
        if (entry != null) {
          column[row] = stored.of(entry);
        }
      }
      for (int place : gathered(graph, gathered, elimination.solve(graph, load, column), stored)) {
        responses.add(place);
      }
    }
    response =
        CellLoopWriter.write(
            Program.of(graph, responses.stream().mapToInt(Integer::intValue).toArray()), homes);
  }

  private void loads(OpGraph graph, Map<String, Integer> loads, int[] arrayOf, int[] sharedOf) {
    int n = variables();
    for (int i = 0; i < n; i++) {
      loads.put(layout.variables().get(i).name(), graph.load(Code.VARIABLE, i));
      arrayOf[i] = i;
      sharedOf[i] = -1;
    }
    for (int i = 0; i < layout.parameters().size(); i++) {
      loads.put(layout.parameters().get(i).name(), graph.load(Code.PARAMETER, i));
    }
    for (int i = 0; i < perCell.size(); i++) {
      loads.put(perCell.get(i), graph.load(Code.INPUT, n + i));
    }
    for (int i = 0; i < sharedInputs.size(); i++) {
      loads.put(sharedInputs.get(i), graph.load(Code.PARAMETER, layout.parameters().size() + i));
    }
    for (int v = 0; v < coupled.size(); v++) {
      String name = coupled.get(v);
      layout.input(name);
      loads.put(name, graph.load(Code.VARIABLE, n + v));
      int own = perCell.indexOf(name);
      arrayOf[n + v] = own < 0 ? -1 : n + own;
      sharedOf[n + v] = own < 0 ? sharedIndex(name) : -1;
    }
  }

  private static int[] range(int[] places, int from, int to) {
    return Arrays.copyOfRange(places, from, to);
  }

  private static int[] ones(OpGraph graph, int n) {
    int[] ones = new int[n];
    for (int i = 0; i < n; i++) {
      ones[i] = graph.load(Code.INPUT, Integer.MAX_VALUE - i);
    }
    return ones;
  }

  /** Residual and its derivative by its own variable, for each variable of the kind. */
  private int[] withDiagonal(OpGraph graph, Gradients gradients, int[] f, Kind kind) {
    List<Integer> places = new ArrayList<>();
    for (int i = 0; i < f.length; i++) {
      if (layout.variables().get(i).kind() == kind) {
        places.add(f[i]);
        places.add(gradients.of(f[i]).getOrDefault(i, graph.constant(0)));
      }
    }
    return places.stream().mapToInt(Integer::intValue).toArray();
  }

  /**
   * For the quasi-steady variable r: its residual, the derivative of the residual by each coupled
   * input per cell, and the derivative of each signal by r.
   */
  private int[] quasi(OpGraph graph, Gradients gradients, int[] f, int[] sent) {
    List<Integer> places = new ArrayList<>();
    for (int i = 0; i < f.length; i++) {
      if (layout.variables().get(i).kind() == Kind.QUASI_STEADY) {
        places.add(f[i]);
        for (int v = 0; v < coupled.size(); v++) {
          if (perCell.contains(coupled.get(v))) {
            places.add(gradients.of(f[i]).getOrDefault(f.length + v, graph.constant(0)));
          }
        }
        for (int signal : sent) {
          places.add(gradients.of(signal).getOrDefault(i, graph.constant(0)));
        }
      }
    }
    return places.stream().mapToInt(Integer::intValue).toArray();
  }

  private static int[] gathered(
      OpGraph graph, List<SortedMap<Integer, Integer>> readouts, int[] x, Stored stored) {
    int[] sums = new int[readouts.size()];
    for (int k = 0; k < sums.length; k++) {
      sums[k] = graph.constant(0);
      for (Map.Entry<Integer, Integer> entry : readouts.get(k).entrySet()) {
        if (entry.getKey() < x.length) {
          sums[k] =
              graph.add(sums[k], graph.multiply(stored.of(entry.getValue()), x[entry.getKey()]));
        }
      }
    }
    return sums;
  }

  /** Where each symbol of the part stands. */
  public Layout layout() {
    return layout;
  }

  /** Number of unknowns; differential ones first. */
  public int variables() {
    return layout.variables().size();
  }

  /** Number of differential unknowns. */
  public int differential() {
    return layout.differential();
  }

  /** The inputs that differ between cells, in the order of their arrays. */
  public List<String> perCell() {
    return perCell;
  }

  /** The coupled inputs, in the order of their changes. */
  public List<String> coupled() {
    return coupled;
  }

  /** Whether an input is shared by all cells. */
  public boolean isShared(String input) {
    return sharedInputs.contains(input);
  }

  /** Length of the array of shared numbers. */
  public int sharedLength() {
    return shiftIndex() + 1 + coupled.size();
  }

  /** Index of a shared input in the shared numbers. */
  public int sharedIndex(String input) {
    int index = sharedInputs.indexOf(input);
    if (index < 0) {
      throw new IllegalArgumentException("'" + input + "' is no shared input");
    }
    return layout.parameters().size() + index;
  }

  /** Index of 1/(hγ) in the shared numbers; the changes of coupled inputs follow. */
  public int shiftIndex() {
    return layout.parameters().size() + sharedInputs.size();
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

  /** Chooses which factor entries are kept in arrays: those that differ between cells. */
  private static final class Stored {
    private final OpGraph graph;
    private final CellHomes homes;
    private final int firstArray;
    private final List<Integer> places = new ArrayList<>();
    private final Map<Integer, Integer> loads = new HashMap<>();
    private final Map<Integer, Boolean> shared = new HashMap<>();

    Stored(OpGraph graph, CellHomes homes, int firstArray) {
      this.graph = graph;
      this.homes = homes;
      this.firstArray = firstArray;
    }

    int of(int place) {
      if (isShared(place)) {
        return place;
      }
      if (graph.op(place).code() == Code.NEGATE) {
        return graph.negate(of(graph.op(place).left()));
      }
      Integer known = loads.get(place);
      if (known == null) {
        known = graph.load(Code.INPUT, firstArray + places.size());
        places.add(place);
        loads.put(place, known);
      }
      return known;
    }

    private boolean isShared(int place) {
      Boolean known = shared.get(place);
      if (known == null) {
        Op op = graph.op(place);
        known =
            op.code().isComputed()
                ? isShared(op.left()) && (!op.code().isBinary() || isShared(op.right()))
                : homes.isShared(op);
        shared.put(place, known);
      }
      return known;
    }
  }
}
