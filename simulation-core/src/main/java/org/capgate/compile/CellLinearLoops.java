package org.capgate.compile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.capgate.compile.Op.Code;

/**
 * The loops of a {@link CellKernel} that factorise and solve the linear system of each cell, and
 * gather over cells what follows from its solution.
 */
final class CellLinearLoops {
  private final CellLoops loops;
  private final CellPlaces places;
  private final OpGraph graph;
  private final Stored stored;

  /** [variable] derivatives by the coupled inputs. */
  private final List<SortedMap<Integer, Integer>> byInput = new ArrayList<>();

  /** [observed readout] derivatives by variables and coupled inputs. */
  private final List<SortedMap<Integer, Integer>> gathered = new ArrayList<>();

  private final SparseElimination elimination;
  private final List<Integer> entries;
  private final int factors;

  CellLinearLoops(CellLoops loops, CellPlaces places, List<String> observed) {
    this.loops = loops;
    this.places = places;
    graph = loops.graph();
    stored = new Stored(graph, loops.homes(), places.firstFactor());
    elimination = new SparseElimination(graph, rows());
    entries = elimination.factors();
    observed.forEach(readout -> gathered.add(loops.gradientOfReadout(readout)));
    // A first pass over every use finds what has to be stored; right sides stand behind the
    // factors.
    solved(anyRightSide());
    byInput.forEach(row -> row.values().forEach(stored::of));
    gathered.forEach(row -> row.values().forEach(stored::of));
    factors = stored.places.size();
  }

  /** The matrix ∂f/∂y − D/(hγ), and beside it the derivatives by the coupled inputs. */
  private List<SortedMap<Integer, Integer>> rows() {
    int n = places.variables();
    List<SortedMap<Integer, Integer>> rows = new ArrayList<>();
    int shift = graph.load(Code.PARAMETER, places.shiftIndex());
    for (int row = 0; row < n; row++) {
      SortedMap<Integer, Integer> matrix = new TreeMap<>();
      SortedMap<Integer, Integer> inputs = new TreeMap<>();
      loops
          .gradientOfVariable(row)
          .forEach(
              (column, place) -> {
                if (column < n) {
                  matrix.put(column, place);
                } else {
                  inputs.put(column - n, place);
                }
              });
      if (row < places.layout().differential()) {
        matrix.put(row, graph.subtract(matrix.getOrDefault(row, graph.constant(0)), shift));
      }
      rows.add(matrix);
      byInput.add(inputs);
    }
    return rows;
  }

  private int[] anyRightSide() {
    int[] any = new int[places.variables()];
    for (int i = 0; i < any.length; i++) {
      any[i] = graph.load(Code.INPUT, Integer.MAX_VALUE - i);
    }
    return any;
  }

  private int[] solved(int[] right) {
    return elimination.solve(graph, entry -> stored.of(entries.get(entry)), right);
  }

  int factors() {
    return factors;
  }

  CellLoop factor() {
    return loops.loop(stored.places);
  }

  /** With the changes of the coupled inputs on the right. */
  CellLoop solve() {
    int[] right = new int[places.variables()];
    for (int row = 0; row < right.length; row++) {
      right[row] = right(row);
      for (Map.Entry<Integer, Integer> entry : byInput.get(row).entrySet()) {
        int change = graph.load(Code.PARAMETER, places.changeIndex(entry.getKey()));
        right[row] = graph.add(right[row], graph.multiply(stored.of(entry.getValue()), change));
      }
    }
    return loops.loop(solved(right));
  }

  CellLoop gather() {
    int[] right = new int[places.variables()];
    Arrays.setAll(right, this::right);
    return loops.loop(gathered(solved(right)));
  }

  private int right(int row) {
    return graph.load(Code.INPUT, places.firstFactor() + factors + row);
  }

  CellLoop response() {
    List<Integer> responses = new ArrayList<>();
    for (int v = 0; v < places.coupled().size(); v++) {
      int[] column = new int[places.variables()];
      for (int row = 0; row < column.length; row++) {
        Integer entry = byInput.get(row).get(v);
        column[row] = entry == null ? graph.constant(0) : stored.of(entry);
      }
      Arrays.stream(gathered(solved(column))).forEach(responses::add);
    }
    return loops.loop(responses);
  }

  /** Change of each observed readout that follows from a change of the variables. */
  private int[] gathered(int[] change) {
    int[] sums = new int[gathered.size()];
    for (int k = 0; k < sums.length; k++) {
      sums[k] = graph.constant(0);
      for (Map.Entry<Integer, Integer> entry : gathered.get(k).entrySet()) {
        if (entry.getKey() < change.length) {
          sums[k] =
              graph.add(
                  sums[k], graph.multiply(stored.of(entry.getValue()), change[entry.getKey()]));
        }
      }
    }
    return sums;
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
