package org.capgate.compile;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.capgate.compile.Op.Code;

/**
 * Several programs over one list of operations, so that what they have in common has one place, and
 * which operations depend on parameters alone: those need to be computed once per run only.
 */
final class MergedPrograms {
  /**
   * A program by places in the common list.
   *
   * @param needed every operation its results depend on
   * @param outputs what to store
   */
  record Part(BitSet needed, List<Program.Output> outputs) {}

  private final List<Op> ops = new ArrayList<>();
  private final Map<Op, Integer> places = new HashMap<>();
  private final BitSet constant = new BitSet(); // neither variable nor input enters
  private final Map<Integer, Integer> slots = new HashMap<>();
  private final List<Integer> prepared = new ArrayList<>(); // place of each slot

  /** Adds a program and marks what must be prepared for it. */
  Part add(Program program) {
    int[] place = new int[program.ops().size()];
    BitSet needed = new BitSet();
    for (int i = 0; i < place.length; i++) {
      place[i] = intern(program.ops().get(i), place);
      needed.set(place[i]);
    }
    List<Program.Output> outputs = new ArrayList<>();
    for (Program.Output output : program.outputs()) {
      outputs.add(new Program.Output(place[output.place()], output.entry()));
      prepareIfConstant(place[output.place()]);
    }
    for (int i : place) {
      Op op = ops.get(i);
      if (!constant.get(i) && op.code().isComputed()) {
        prepareIfConstant(op.left());
        if (op.code().isBinary()) {
          prepareIfConstant(op.right());
        }
      }
    }
    return new Part(needed, outputs);
  }

  private int intern(Op op, int[] place) {
    Op moved = op;
    if (op.code().isBinary()) {
      moved = Op.binary(op.code(), place[op.left()], place[op.right()]);
    } else if (op.code().isComputed()) {
      moved = Op.unary(op.code(), place[op.left()]);
    }
    Integer known = places.putIfAbsent(moved, ops.size());
    if (known != null) {
      return known;
    }
    if (isConstant(moved)) {
      constant.set(ops.size());
    }
    ops.add(moved);
    return ops.size() - 1;
  }

  private boolean isConstant(Op op) {
    return op.code() == Code.CONSTANT
        || op.code() == Code.PARAMETER
        || op.code().isComputed()
            && constant.get(op.left())
            && (!op.code().isBinary() || constant.get(op.right()));
  }

  private void prepareIfConstant(int place) {
    if (constant.get(place)
        && op(place).code() != Code.CONSTANT
        && slots.putIfAbsent(place, prepared.size()) == null) {
      prepared.add(place);
    }
  }

  Op op(int place) {
    return ops.get(place);
  }

  int size() {
    return ops.size();
  }

  /** Whether neither variables nor inputs enter. */
  boolean isConstant(int place) {
    return constant.get(place);
  }

  /** Place of each prepared number, in order of its slot. */
  List<Integer> prepared() {
    return List.copyOf(prepared);
  }

  /** Slot of a prepared number, or −1. */
  int slot(int place) {
    return slots.getOrDefault(place, -1);
  }
}
