package org.capgate.compile;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.capgate.compile.Op.Code;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Writes a {@link CellLoop}. What depends on shared numbers alone is computed once, before the
 * loop. In a cell program a VARIABLE is found where the homes say, an INPUT is an entry of an
 * array, a PARAMETER is a shared number.
 */
final class CellLoopWriter {
  /** Upper bound of the bytecode of one method; HotSpot compiles none above 8000 bytes. */
  private static final int METHOD_BYTES = 7000;

  /** Upper bound of the bytecode of one operation. */
  private static final int OP_BYTES = 13;

  private static final String SUPER = "org/capgate/compile/CellLoop";
  private static final String SELF = "org/capgate/compile/GeneratedCellLoop";
  private static final String RUN = "(II[[D[D[[D)V";
  private static final int FROM = 0;
  private static final int TO = 1;
  private static final int IN = 2;
  private static final int SHARED = 3;
  private static final int OUT = 4;
  private static final int FIRST_FREE = 5;

  private final CellHomes homes;
  private final ClassWriter type =
      new ClassWriter(ClassWriter.COMPUTE_MAXS | ClassWriter.COMPUTE_FRAMES);
  private int methods;

  private CellLoopWriter(CellHomes homes) {
    this.homes = homes;
  }

  /** The loop that computes the outputs of a program. */
  static CellLoop write(Program program, CellHomes homes) {
    byte[] bytes = new CellLoopWriter(homes).bytes(program);
    try {
      MethodHandles.Lookup hidden = MethodHandles.lookup().defineHiddenClass(bytes, true);
      MethodHandle constructor =
          hidden.findConstructor(
              hidden.lookupClass(), MethodType.methodType(void.class, int.class));
      return (CellLoop) constructor.invoke(program.outputs().size());
    } catch (Throwable failure) {
      throw new IllegalStateException("a generated cell loop was refused: " + failure, failure);
    }
  }

  private byte[] bytes(Program program) {
    type.visit(Opcodes.V17, Opcodes.ACC_FINAL | Opcodes.ACC_SUPER, SELF, null, SUPER, null);
    MethodVisitor constructor = type.visitMethod(0, "<init>", "(I)V", null, null);
    constructor.visitCode();
    constructor.visitVarInsn(Opcodes.ALOAD, 0);
    constructor.visitVarInsn(Opcodes.ILOAD, 1);
    constructor.visitMethodInsn(Opcodes.INVOKESPECIAL, SUPER, "<init>", "(I)V", false);
    constructor.visitInsn(Opcodes.RETURN);
    constructor.visitMaxs(0, 0);
    constructor.visitEnd();
    writeParts(program);
    MethodVisitor run =
        type.visitMethod(Opcodes.ACC_PUBLIC | Opcodes.ACC_FINAL, "run", RUN, null, null);
    run.visitCode();
    for (int method = 0; method < methods; method++) {
      run.visitVarInsn(Opcodes.ILOAD, 1);
      run.visitVarInsn(Opcodes.ILOAD, 2);
      for (int array = 3; array <= 5; array++) {
        run.visitVarInsn(Opcodes.ALOAD, array);
      }
      run.visitMethodInsn(Opcodes.INVOKESTATIC, SELF, "part" + method, RUN, false);
    }
    run.visitInsn(Opcodes.RETURN);
    run.visitMaxs(0, 0);
    run.visitEnd();
    type.visitEnd();
    return type.toByteArray();
  }

  /** A program too long for one method is halved by its outputs; the halves share no work. */
  private void writeParts(Program program) {
    int outputs = program.outputs().size();
    if (program.ops().size() * OP_BYTES <= METHOD_BYTES || outputs < 2) {
      new Method(program, methods++).write();
    } else {
      writeParts(cut(program, 0, outputs / 2));
      writeParts(cut(program, outputs / 2, outputs));
    }
  }

  private final class Method {
    private final Program program;
    private final MethodVisitor method;
    private final int[] local;
    private final int[] uses;
    private final boolean[] isShared;
    private final Map<Integer, Integer> inLocals = new TreeMap<>();
    private final List<Integer> outLocals = new ArrayList<>();
    private int cell;
    private int free = FIRST_FREE;

    Method(Program program, int number) {
      this.program = program;
      method =
          type.visitMethod(
              Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC, "part" + number, RUN, null, null);
      int n = program.ops().size();
      local = new int[n];
      uses = new int[n];
      isShared = new boolean[n];
      for (int place = 0; place < n; place++) {
        local[place] = -1;
        Op op = program.ops().get(place);
        isShared[place] = homes.isShared(op);
        if (op.code().isComputed()) {
          uses[op.left()]++;
          isShared[place] = isShared[op.left()];
          if (op.code().isBinary()) {
            uses[op.right()]++;
            isShared[place] &= isShared[op.right()];
          }
        }
      }
      program.outputs().forEach(output -> uses[output.place()] += 2);
    }

    void write() {
      method.visitCode();
      openArrays();
      for (int place = 0; place < local.length; place++) {
        if (isShared[place] && program.ops().get(place).code() != Code.CONSTANT) {
          if (feedsTheLoop(place) || uses[place] > 1) {
            compute(place);
            keep(place);
          }
        }
      }
      cell = free++;
      method.visitVarInsn(Opcodes.ILOAD, FROM);
      method.visitVarInsn(Opcodes.ISTORE, cell);
      Label head = new Label();
      Label end = new Label();
      method.visitLabel(head);
      method.visitVarInsn(Opcodes.ILOAD, cell);
      method.visitVarInsn(Opcodes.ILOAD, TO);
      method.visitJumpInsn(Opcodes.IF_ICMPGE, end);
      for (int place = 0; place < local.length; place++) {
        if (!isShared[place] && uses[place] > 1) {
          compute(place);
          keep(place);
        }
      }
      for (int i = 0; i < outLocals.size(); i++) {
        method.visitVarInsn(Opcodes.ALOAD, outLocals.get(i));
        method.visitVarInsn(Opcodes.ILOAD, cell);
        push(program.outputs().get(i).place());
        method.visitInsn(Opcodes.DASTORE);
      }
      method.visitIincInsn(cell, 1);
      method.visitJumpInsn(Opcodes.GOTO, head);
      method.visitLabel(end);
      method.visitInsn(Opcodes.RETURN);
      method.visitMaxs(0, 0);
      method.visitEnd();
    }

    private boolean feedsTheLoop(int place) {
      for (int user = place + 1; user < local.length; user++) {
        Op op = program.ops().get(user);
        if (!isShared[user]
            && op.code().isComputed()
            && (op.left() == place || (op.code().isBinary() && op.right() == place))) {
          return true;
        }
      }
      return false;
    }

    private void openArrays() {
      for (Op op : program.ops()) {
        int array = homes.arrayOf(op);
        if (array >= 0 && !inLocals.containsKey(array)) {
          inLocals.put(array, openArray(IN, array));
        }
      }
      program.outputs().forEach(output -> outLocals.add(openArray(OUT, output.entry())));
    }

    private int openArray(int from, int index) {
      method.visitVarInsn(Opcodes.ALOAD, from);
      ChunkWriter.pushInt(method, index);
      method.visitInsn(Opcodes.AALOAD);
      method.visitVarInsn(Opcodes.ASTORE, free);
      return free++;
    }

    private void keep(int place) {
      local[place] = free;
      method.visitVarInsn(Opcodes.DSTORE, free);
      free += 2;
    }

    private void push(int place) {
      if (local[place] >= 0) {
        method.visitVarInsn(Opcodes.DLOAD, local[place]);
      } else {
        compute(place);
      }
    }

    private void compute(int place) {
      Op op = program.ops().get(place);
      if (op.code() == Code.CONSTANT) {
        method.visitLdcInsn(op.value());
        return;
      }
      Integer array = inLocals.get(homes.arrayOf(op));
      if (array != null) {
        method.visitVarInsn(Opcodes.ALOAD, array);
        method.visitVarInsn(Opcodes.ILOAD, cell);
        method.visitInsn(Opcodes.DALOAD);
        return;
      }
      if (op.code().isLoad()) {
        method.visitVarInsn(Opcodes.ALOAD, SHARED);
        ChunkWriter.pushInt(method, homes.sharedIndexOf(op));
        method.visitInsn(Opcodes.DALOAD);
        return;
      }
      push(op.left());
      if (op.code().isBinary()) {
        push(op.right());
      }
      switch (op.code()) {
        case ADD -> method.visitInsn(Opcodes.DADD);
        case SUBTRACT -> method.visitInsn(Opcodes.DSUB);
        case MULTIPLY -> method.visitInsn(Opcodes.DMUL);
        case DIVIDE -> method.visitInsn(Opcodes.DDIV);
        case NEGATE -> method.visitInsn(Opcodes.DNEG);
        case SQUARE_ROOT ->
            method.visitMethodInsn(Opcodes.INVOKESTATIC, "java/lang/Math", "sqrt", "(D)D", false);
        default -> throw new IllegalStateException(op.code() + " is not computed");
      }
    }
  }

  /** The part of a program that computes outputs from {@code from} to {@code to} − 1. */
  private static Program cut(Program program, int from, int to) {
    OpGraph graph = new OpGraph();
    int[] place = graph.copy(program);
    List<Program.Output> outputs = new ArrayList<>();
    for (Program.Output output : program.outputs().subList(from, to)) {
      outputs.add(new Program.Output(place[output.place()], output.entry()));
    }
    return Program.of(graph, outputs);
  }
}
