package org.capgate.compile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * How a program is cut into methods of a size that HotSpot compiles well, see {@link ChunkCosts}.
 *
 * <p>An operation used once is written where it is used ("inlined"). The others, the items, are
 * kept in a local variable, and in the scratch array where a later chunk needs them. Sizes are
 * upper bounds of what {@link ChunkWriter} writes.
 */
final class ChunkPlan {
  private final Program program;
  private final ChunkCosts costs;
  private final boolean[] item;
  private final int[] uses;
  private final int[] treeSizes;
  private final int[] chunkOf;
  private final int[] lastUse;
  private final int[] workSlot;
  private final List<List<Integer>> chunks = new ArrayList<>();
  private final List<List<Integer>> entries = new ArrayList<>();
  private int workLength;

  ChunkPlan(Program program, ChunkCosts costs) {
    this.program = program;
    this.costs = costs;
    int n = program.ops().size();
    item = new boolean[n];
    uses = new int[n];
    treeSizes = new int[n];
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
      treeSizes[i] = costs.keptLoad();
      if (op.code().isComputed()) {
        treeSizes[i] = costs.operation();
        for (int operand = 0; operand < op.operands(); operand++) {
          treeSizes[i] += operandSize(op.operand(operand));
        }
        item[i] = stored || uses[i] != 1 || treeSizes[i] > costs.tree();
      } else {
        item[i] = stored;
      }
    }
  }

  private int operandSize(int place) {
    return item[place] ? costs.keptLoad() : treeSizes[place];
  }

  private void fillChunks() {
    List<Integer> chunk = new ArrayList<>();
    BitSet local = new BitSet(); // places that are in local variables of the chunk
    int size = costs.frame();
    for (int i = 0; i < item.length; i++) {
      if (item[i]) {
        int itemSize = itemSize(i, local);
        if (size + itemSize > costs.chunk() && !chunk.isEmpty()) {
          chunks.add(chunk);
          chunk = new ArrayList<>();
          local.clear();
          size = costs.frame();
          itemSize = itemSize(i, local);
        }
        chunkOf[i] = chunks.size();
        chunk.add(i);
        size += itemSize;
      }
    }
    if (!chunk.isEmpty()) {
      chunks.add(chunk);
    }
  }

  /** Upper bound of the size of an item; what it loads or computes is in a local after it. */
  private int itemSize(int place, BitSet local) {
    Op op = program.ops().get(place);
    int stores = costs.store() * (1 + entries.get(place).size());
    if (!op.code().isComputed()) {
      return costs.keptLoad() + stores;
    }
    int size = treeSize(place, local);
    local.set(place);
    return size + costs.local() + stores;
  }

  private int treeSize(int place, BitSet local) {
    Op op = program.ops().get(place);
    int size = costs.operation();
    for (int operand = 0; operand < op.operands(); operand++) {
      size += operandSize(op.operand(operand), local);
    }
    return size;
  }

  private int operandSize(int place, BitSet local) {
    Op op = program.ops().get(place);
    if (op.code() == Op.Code.CONSTANT) {
      return costs.constant();
    }
    if (local.get(place)) {
      return costs.local();
    }
    if (op.code().isComputed() && !item[place]) {
      return treeSize(place, local);
    }
    if (uses[place] > 1) {
      local.set(place);
      return costs.keptLoad();
    }
    return costs.load();
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
