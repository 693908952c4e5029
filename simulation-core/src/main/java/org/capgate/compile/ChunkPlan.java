package org.capgate.compile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * How a program is cut into methods that stay well below the 8000 bytes of bytecode above which
 * HotSpot does not compile a method.
 *
 * <p>An operation used once is written where it is used ("inlined"). The others, the items, are
 * kept in a local variable, and in the scratch array where a later chunk needs them. Sizes are
 * upper bounds of the bytecode written by {@link ChunkWriter}.
 */
final class ChunkPlan {
  /** Most bytes of one method. Few large methods beat many: values stay in registers. */
  private static final int CHUNK_BYTES = 7600;

  /**
   * Bytes of one inlined tree above which its root becomes an item; bounds the recursion of the
   * writer, too.
   */
  private static final int TREE_BYTES = 400;

  private static final int LOCAL_BYTES = 4; // wide dload, wide dstore
  private static final int CONSTANT_BYTES = 3; // ldc2_w
  private static final int ARRAY_BYTES = 6; // aload, ldc_w, daload
  private static final int DUPLICATE_BYTES = 1 + LOCAL_BYTES; // kept when loaded
  private static final int STORE_BYTES = 5 + LOCAL_BYTES; // aload, ldc_w, dload, dastore
  private static final int OPERATION_BYTES = 3; // invokestatic
  private static final int OPERAND_BYTES = ARRAY_BYTES + DUPLICATE_BYTES; // the most

  private final Program program;
  private final boolean[] item;
  private final int[] uses;
  private final int[] treeBytes;
  private final int[] chunkOf;
  private final int[] lastUse;
  private final int[] workSlot;
  private final List<List<Integer>> chunks = new ArrayList<>();
  private final List<List<Integer>> entries = new ArrayList<>();
  private int workLength;

  ChunkPlan(Program program) {
    this.program = program;
    int n = program.ops().size();
    item = new boolean[n];
    uses = new int[n];
    treeBytes = new int[n];
    chunkOf = new int[n];
    lastUse = new int[n];
    workSlot = new int[n];
    countUses();
    chooseItems();
    fillChunks();
    findCrossings();
  }

  private void countUses() {
    for (int i = 0; i < uses.length; i++) {
      entries.add(new ArrayList<>(1));
      Op op = program.ops().get(i);
      for (int operand = 0; operand < op.operands(); operand++) {
        uses[op.operand(operand)]++;
      }
    }
    for (Program.Output output : program.outputs()) {
      entries.get(output.place()).add(output.entry());
    }
  }

  private void chooseItems() {
    for (int i = 0; i < item.length; i++) {
      Op op = program.ops().get(i);
      boolean stored = !entries.get(i).isEmpty();
      treeBytes[i] = OPERAND_BYTES;
      if (op.code().isComputed()) {
        treeBytes[i] = OPERATION_BYTES;
        for (int operand = 0; operand < op.operands(); operand++) {
          treeBytes[i] += operandBytes(op.operand(operand));
        }
        item[i] = stored || uses[i] != 1 || treeBytes[i] > TREE_BYTES;
      } else {
        item[i] = stored;
      }
    }
  }

  private int operandBytes(int place) {
    return item[place] ? OPERAND_BYTES : treeBytes[place];
  }

  private void fillChunks() {
    List<Integer> chunk = new ArrayList<>();
    BitSet local = new BitSet(); // places that are in local variables of the chunk
    int bytes = 1;
    for (int i = 0; i < item.length; i++) {
      if (item[i]) {
        int itemBytes = itemBytes(i, local);
        if (bytes + itemBytes > CHUNK_BYTES && !chunk.isEmpty()) {
          chunks.add(chunk);
          chunk = new ArrayList<>();
          local.clear();
          bytes = 1;
          itemBytes = itemBytes(i, local);
        }
        chunkOf[i] = chunks.size();
        chunk.add(i);
        bytes += itemBytes;
      }
    }
    if (!chunk.isEmpty()) {
      chunks.add(chunk);
    }
  }

  /** Upper bound of the bytes of an item; what it loads or computes is in a local after it. */
  private int itemBytes(int place, BitSet local) {
    Op op = program.ops().get(place);
    int stores = STORE_BYTES * (1 + entries.get(place).size());
    if (!op.code().isComputed()) {
      return OPERAND_BYTES + stores;
    }
    int bytes = treeBytes(place, local);
    local.set(place);
    return bytes + LOCAL_BYTES + stores;
  }

  private int treeBytes(int place, BitSet local) {
    Op op = program.ops().get(place);
    int bytes = OPERATION_BYTES;
    for (int operand = 0; operand < op.operands(); operand++) {
      bytes += operandBytes(op.operand(operand), local);
    }
    return bytes;
  }

  private int operandBytes(int place, BitSet local) {
    Op op = program.ops().get(place);
    if (op.code() == Op.Code.CONSTANT) {
      return CONSTANT_BYTES;
    }
    if (local.get(place)) {
      return LOCAL_BYTES;
    }
    if (op.code().isComputed() && !item[place]) {
      return treeBytes(place, local);
    }
    if (uses[place] > 1) {
      local.set(place);
      return OPERAND_BYTES;
    }
    return ARRAY_BYTES;
  }

  /**
   * Uses come after what they use, so one pass backwards knows the chunk of every inlined
   * operation.
   */
  private void findCrossings() {
    Arrays.fill(lastUse, -1);
    Arrays.fill(workSlot, -1);
    for (int i = item.length - 1; i >= 0; i--) {
      Op op = program.ops().get(i);
      for (int operand = 0; operand < op.operands(); operand++) {
        use(op.operand(operand), chunkOf[i]);
      }
    }
    for (int i = 0; i < item.length; i++) {
      if (item[i] && program.ops().get(i).code().isComputed() && lastUse[i] > chunkOf[i]) {
        workSlot[i] = workLength++;
      }
    }
  }

  private void use(int place, int chunk) {
    if (item[place]) {
      lastUse[place] = Math.max(lastUse[place], chunk);
    } else {
      chunkOf[place] = chunk;
    }
  }

  /** The items of each chunk, in order. */
  List<List<Integer>> chunks() {
    return chunks;
  }

  /** Entries of the output array that take this place. */
  List<Integer> entries(int place) {
    return entries.get(place);
  }

  boolean isItem(int place) {
    return item[place];
  }

  boolean isUsedMoreThanOnce(int place) {
    return uses[place] > 1;
  }

  boolean isUsed(int place) {
    return uses[place] > 0;
  }

  int chunkOf(int place) {
    return chunkOf[place];
  }

  /** Scratch entry that carries the item into later chunks, or −1. */
  int workSlot(int place) {
    return workSlot[place];
  }

  int workLength() {
    return workLength;
  }
}
