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

  void write(int chunk, MethodVisitor method) {
    Arrays.fill(local, -1);
    Writing writing = new Writing(chunk, method);
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
    private final MethodVisitor method;
    private int free = FIRST_FREE;

    Writing(int chunk, MethodVisitor method) {
      this.chunk = chunk;
      this.method = method;
    }

    void item(int place) {
      if (program.ops().get(place).code().isComputed()) {
        compute(place);
        keep(place);
      }
      for (int entry : plan.entries(place)) {
        store(place, OUT, entry);
      }
      if (plan.workSlot(place) >= 0) {
        store(place, WORK, plan.workSlot(place));
      }
    }

    private void keep(int place) {
      local[place] = free;
      method.visitVarInsn(Opcodes.DSTORE, free);
      free += 2;
    }

    private void store(int place, int array, int index) {
      method.visitVarInsn(Opcodes.ALOAD, array);
      pushInt(method, index);
      push(place);
      method.visitInsn(Opcodes.DASTORE);
    }

    private void push(int place) {
      Op op = program.ops().get(place);
      if (local[place] >= 0) {
        method.visitVarInsn(Opcodes.DLOAD, local[place]);
      } else if (op.code() == Code.CONSTANT) {
        method.visitLdcInsn(op.value());
      } else if (op.code().isLoad()) {
        load(op.code().array(), op.left());
        keepIfReused(place);
      } else if (plan.isItem(place) && plan.chunkOf(place) != chunk) {
        load(WORK, plan.workSlot(place));
        keepIfReused(place);
      } else {
        compute(place);
      }
    }

    private void keepIfReused(int place) {
      if (plan.isUsedMoreThanOnce(place)) {
        method.visitInsn(Opcodes.DUP2);
        keep(place);
      }
    }

    private void load(int array, int index) {
      method.visitVarInsn(Opcodes.ALOAD, array);
      pushInt(method, index);
      method.visitInsn(Opcodes.DALOAD);
    }

    private void compute(int place) {
      Op op = program.ops().get(place);
      for (int i = 0; i < op.operands(); i++) {
        push(op.operand(i));
      }
      switch (op.code()) {
        case ADD -> method.visitInsn(Opcodes.DADD);
        case SUBTRACT -> method.visitInsn(Opcodes.DSUB);
        case MULTIPLY -> method.visitInsn(Opcodes.DMUL);
        case DIVIDE -> method.visitInsn(Opcodes.DDIV);
        case NEGATE -> method.visitInsn(Opcodes.DNEG);
        case SQUARE_ROOT -> math("sqrt", "(D)D");
        case MAGNITUDE -> math("abs", "(D)D");
        case FUSED -> math("fma", "(DDD)D");
        case LARGER -> math("max", "(DD)D");
        default -> throw new IllegalStateException(op.code() + " is not computed");
      }
    }

    /** Functions whose result is exact or rounded correctly on every platform. */
    private void math(String function, String type) {
      method.visitMethodInsn(Opcodes.INVOKESTATIC, "java/lang/Math", function, type, false);
    }
  }
}
