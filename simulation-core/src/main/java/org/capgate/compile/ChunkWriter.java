package org.capgate.compile;

import java.util.Arrays;
import org.capgate.compile.Op.Code;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Writes the chunks of one program as straight-line bytecode over the local variables y, p, u,
 * uRate, control, work, out.
 */
final class ChunkWriter {
  private static final int WORK = 5;
  static final int OUT = 6;
  private static final int FIRST_FREE = 7;

  private final Program program;
  private final ChunkPlan plan;
  private final int[] local;

  ChunkWriter(Program program, ChunkPlan plan) {
    this.program = program;
    this.plan = plan;
    this.local = new int[program.ops().size()];
  }

  void write(int chunk, MethodVisitor method, Emission emission) {
    Arrays.fill(local, -1);
    Writing writing = new Writing(chunk, emission);
    for (int item : plan.chunks().get(chunk)) {
      writing.item(item);
    }
    method.visitInsn(Opcodes.RETURN);
  }

  static void pushInt(MethodVisitor method, int value) {
    if (value <= 5) {
      method.visitInsn(Opcodes.ICONST_0 + value);
    } else if (value <= Byte.MAX_VALUE) {
      method.visitIntInsn(Opcodes.BIPUSH, value);
    } else if (value <= Short.MAX_VALUE) {
      method.visitIntInsn(Opcodes.SIPUSH, value);
    } else {
      method.visitLdcInsn(value);
    }
  }

  private final class Writing {
    private final int chunk;
    private final Emission emission;
    private int free = FIRST_FREE;

    Writing(int chunk, Emission emission) {
      this.chunk = chunk;
      this.emission = emission;
    }

    void item(int place) {
      if (program.ops().get(place).code().isComputed()) {
        compute(place);
        keep(place);
      }
      for (int entry : plan.entries(place)) {
        emission.store(OUT, entry, () -> push(place));
      }
      if (plan.workSlot(place) >= 0) {
        emission.store(WORK, plan.workSlot(place), () -> push(place));
      }
    }

    private void keep(int place) {
      local[place] = free;
      emission.keep(free);
      free += emission.slots();
    }

    private void push(int place) {
      Op op = program.ops().get(place);
      if (local[place] >= 0) {
        emission.recall(local[place]);
      } else if (op.code() == Code.CONSTANT) {
        emission.constant(op.value());
      } else if (op.code().isLoad()) {
        emission.load(op.code().array(), op.left());
        keepIfReused(place);
      } else if (plan.isItem(place) && plan.chunkOf(place) != chunk) {
        emission.load(WORK, plan.workSlot(place));
        keepIfReused(place);
      } else {
        compute(place);
      }
    }

    private void keepIfReused(int place) {
      if (plan.isUsedMoreThanOnce(place)) {
        emission.duplicate();
        keep(place);
      }
    }

    private void compute(int place) {
      Op op = program.ops().get(place);
      for (int i = 0; i < op.operands(); i++) {
        push(op.operand(i));
      }
      emission.operation(op.code());
    }
  }
}
