package org.capgate.compile;

/**
 * What the parts of a program add to the size of a method, and how large a method may get. Sizes
 * are upper bounds.
 *
 * @param chunk most of one method
 * @param tree size of one inlined tree above which its root is kept in a local variable; bounds the
 *     recursion of the writer, too
 * @param frame of an empty method
 * @param local of reading or writing a local variable
 * @param constant of a number
 * @param load of an array entry
 * @param keptLoad of an array entry that is kept in a local variable as well
 * @param store of an array entry, without its value
 * @param operation without its operands
 */
record ChunkCosts(
    int chunk,
    int tree,
    int frame,
    int local,
    int constant,
    int load,
    int keptLoad,
    int store,
    int operation) {
  /**
   * Bytes of bytecode of numbers one at a time: HotSpot does not compile a method above 8000. In
   * small methods few values stay in registers; in large ones the compiler moves more of them to
   * the stack and back. ADR 0010 has the measured times.
   */
  static final ChunkCosts SCALAR = new ChunkCosts(3000, 400, 1, 4, 3, 6, 11, 9, 3);

  /**
   * Calls of the Vector API, each of which the compiler must inline whole: with too many in one
   * method it stops and puts every vector on the heap.
   */
  static final ChunkCosts LANES = new ChunkCosts(LaneEmission.MOST_CALLS, 12, 0, 0, 1, 1, 1, 1, 1);
}
