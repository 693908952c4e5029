package org.capgate.benchmarks.peers;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.capgate.compile.Kernel;
import org.capgate.compile.Kernels;
import org.capgate.compile.OperationCounts;
import org.capgate.dynamics.Statistics;
import org.capgate.equations.EquationSystem;

/**
 * Operations a Rosenbrock method needs: of the functions as they are listed, of a sparse
 * elimination in the order of least fill, of its substitutions, and of the sums between stages.
 * What a solver does beyond that does not count, nor do the drug effects.
 */
final class FloatingPoint {
  private final OperationCounts functions;
  private final long factorisation;
  private final long substitution;
  private final int variables;

  FloatingPoint(EquationSystem system) {
    functions = OperationCounts.of(system);
    Kernel kernel = Kernels.interpret(system);
    variables = kernel.variables();
    List<TreeSet<Integer>> rows = new ArrayList<>();
    for (int i = 0; i < variables; i++) {
      rows.add(new TreeSet<>(List.of(i)));
    }
    int[] row = kernel.jacobianRows();
    int[] column = kernel.jacobianColumns();
    for (int k = 0; k < row.length; k++) {
      rows.get(row[k]).add(column[k]);
    }
    long[] counted = eliminated(rows);
    factorisation = counted[0];
    substitution = counted[1];
  }

  /** Operations of the elimination, and of one solution with its factors. */
  private static long[] eliminated(List<TreeSet<Integer>> rows) {
    long factor = 0;
    long solve = 0;
    TreeSet<Integer> left = new TreeSet<>();
    for (int i = 0; i < rows.size(); i++) {
      left.add(i);
    }
    while (!left.isEmpty()) {
      int pivot = cheapest(rows, left);
      left.remove(pivot);
      TreeSet<Integer> pivotRow = new TreeSet<>(rows.get(pivot));
      pivotRow.retainAll(left);
      factor++; // reciprocal
      solve += 1 + 2L * pivotRow.size();
      for (int below : left) {
        if (rows.get(below).contains(pivot)) {
          factor += 1 + 2L * pivotRow.size();
          solve += 2;
          rows.get(below).addAll(pivotRow);
        }
      }
    }
    return new long[] {factor, solve};
  }

  private static int cheapest(List<TreeSet<Integer>> rows, TreeSet<Integer> left) {
    int best = left.first();
    long least = Long.MAX_VALUE;
    for (int candidate : left) {
      long inRow = rows.get(candidate).stream().filter(left::contains).count() - 1;
      long inColumn = left.stream().filter(row -> rows.get(row).contains(candidate)).count() - 1;
      if (inRow * inColumn < least) {
        least = inRow * inColumn;
        best = candidate;
      }
    }
    return best;
  }

  /** Operations of the work that a solve reports. */
  double of(Statistics work) {
    double tried = work.steps() + work.rejected();
    double stages = tried == 0 ? 0 : work.solves() / tried;
    double sums = tried * 2 * variables * stages * (stages - 1); // two sums over earlier stages
    return work.rhsEvaluations() * (double) functions.rhs()
        + work.jacobianEvaluations() * (double) (functions.jacobian() + functions.inputDerivative())
        + work.factorisations() * (double) (factorisation + 2L * variables)
        + work.solves() * (double) substitution
        + sums;
  }

  @Override
  public String toString() {
    return "right-hand side "
        + functions.rhs()
        + " (divisions and roots "
        + functions.divisions()
        + "), Jacobian "
        + functions.jacobian()
        + ", input derivative "
        + functions.inputDerivative()
        + ", elimination "
        + factorisation
        + ", substitution "
        + substitution;
  }
}
