package org.capgate.ensemble;

import org.capgate.analysis.Table;

/**
 * Work on subjects (or draws, or cells of a sweep) numbered from 0, to be done in blocks. A block
 * must be a function of {@link #specification}, {@link #seed} and the numbers of its subjects, and
 * of nothing else: not of threads, of other blocks, or of how many subjects there are in all.
 */
public interface BlockWork {
  /** Equal for equal input: hexadecimal digits of everything the rows follow from but the seed. */
  String specification();

  /** Seed of everything drawn at random. */
  long seed();

  /** How many subjects there are, ≥ 1. */
  long subjects();

  /**
   * How many subjects make a block, ≥ 1; the last may have fewer. Enough for a block to take longer
   * than writing its file.
   */
  default int perBlock() {
    return 64;
  }

  /**
   * The rows of some subjects, in their order; called by any thread. A subject that cannot be
   * simulated is a row that says why, not an exception.
   *
   * @param first number of the first subject
   * @param count how many, ≥ 1
   * @return with the same columns for every block
   */
  Table rows(long first, int count);

  /** A table with the columns of every block, whose rows say nothing. */
  default Table columns() {
    return rows(0, 1);
  }
}
