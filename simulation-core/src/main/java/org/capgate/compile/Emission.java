package org.capgate.compile;

import org.capgate.compile.Op.Code;

/** Writes the values of a program as instructions of one method, on the stack of operands. */
interface Emission {
  /** Places among the local variables that one value takes. */
  int slots();

  void constant(double value);

  /** Pushes an entry of an array. */
  void load(int array, int index);

  /** Stores a value, pushed by the last argument, as entry of an array. */
  void store(int array, int index, Runnable value);

  /** Moves the value on the stack to a local variable. */
  void keep(int local);

  /** Pushes a local variable. */
  void recall(int local);

  /** Pushes once more what is on the stack. */
  void duplicate();

  /** Replaces the operands on the stack by the result. */
  void operation(Code code);
}
