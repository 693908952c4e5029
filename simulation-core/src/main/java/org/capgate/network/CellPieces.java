package org.capgate.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntConsumer;
import org.capgate.compile.CellLoop;

/**
 * The neurons of a network as pieces of work of fixed size. Sums over neurons add the sums of
 * pieces in their order, so that no bit depends on who does which piece.
 */
final class CellPieces {
  /** Neurons of one piece of work. */
  private static final int SIZE = 4096;

  /** Most sums one operation takes over a piece. */
  private static final int MOST_SUMS = 64;

  final CellGroup[] groups;
  private final RangeExecutor executor;
  private final List<Piece> pieces = new ArrayList<>();
  private final double[][] partial; // [piece][sum], the first a maximum
  private final double[] total = new double[MOST_SUMS];

  /**
   * One piece.
   *
   * @param number in the order of the pieces
   * @param group number of the class of its neurons
   * @param cells the class
   * @param range subclass of its neurons
   * @param from first neuron
   * @param to one after the last
   */
  record Piece(int number, int group, CellGroup cells, CellGroup.Subrange range, int from, int to) {
    /**
     * Does a loop of the kernel.
     *
     * @param in what it reads, see {@link CellGroup#view}
     * @param out [output][neuron], overwritten in this piece
     */
    void run(CellLoop loop, double[][] in, double[][] out) {
      loop.run(from, to, in, range.shared(), out);
    }

    /** The same at a state. */
    void run(CellLoop loop, NeuronField y, double[][] out) {
      run(loop, y.view(group, cells), out);
    }

    /** The same at a state, with right sides of a linear system. */
    void run(CellLoop loop, NeuronField y, NeuronField right, double[][] out) {
      run(loop, y.view(group, cells, right), out);
    }
  }

  /** What is done to one piece. */
  interface PieceTask {
    /**
     * @param in of the piece's class
     * @param sums of the piece, to be overwritten
     */
    void run(Piece piece, CellGroup in, double[] sums);
  }

  /** What is done to a range of neurons of one class. */
  interface RangeTask {
    void run(int group, int from, int to);
  }

  CellPieces(CellGroup[] groups, RangeExecutor executor) {
    this.groups = groups;
    this.executor = executor;
    for (int g = 0; g < groups.length; g++) {
      for (CellGroup.Subrange range : groups[g].ranges) {
        for (int from = range.from(); from < range.to(); from += SIZE) {
          int to = Math.min(range.to(), from + SIZE);
          pieces.add(new Piece(pieces.size(), g, groups[g], range, from, to));
        }
      }
    }
    partial = new double[pieces.size()][MOST_SUMS];
  }

  int count() {
    return pieces.size();
  }

  void forEach(PieceTask task) {
    IntConsumer numbered =
        number -> {
          Piece piece = pieces.get(number);
          task.run(piece, groups[piece.group()], partial[number]);
        };
    executor.run(pieces.size(), numbered);
  }

  void forEachRange(RangeTask task) {
    forEach((piece, group, sums) -> task.run(piece.group(), piece.from(), piece.to()));
  }

  /**
   * Sums of the last operation over the pieces of a class; the first entry is a maximum.
   *
   * @return an array of this object, valid until the next call
   */
  double[] total(int group, int length) {
    Arrays.fill(total, 0, length, 0);
    for (Piece piece : pieces) {
      if (piece.group() == group) {
        double[] sums = partial[piece.number()];
        total[0] = Double.isNaN(sums[0]) ? Double.NaN : Math.max(total[0], sums[0]);
        for (int i = 1; i < length; i++) {
          total[i] += sums[i];
        }
      }
    }
    return total;
  }

  static double dot(double[] x, double[] y, int from, int to) {
    double sum = 0;
    for (int i = from; i < to; i++) {
      sum += x[i] * y[i];
    }
    return sum;
  }
}
