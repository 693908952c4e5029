package org.capgate.compile;

import org.capgate.compile.Op.Code;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Values are numbers. */
final class ScalarEmission implements Emission {
  private final MethodVisitor method;

  ScalarEmission(MethodVisitor method) {
    this.method = method;
  }

  @Override
  public int slots() {
    return 2;
  }

  @Override
  public void constant(double value) {
    method.visitLdcInsn(value);
  }

  @Override
  public void load(int array, int index) {
    method.visitVarInsn(Opcodes.ALOAD, array);
    ChunkWriter.pushInt(method, index);
    method.visitInsn(Opcodes.DALOAD);
  }

  @Override
  public void store(int array, int index, Runnable value) {
    method.visitVarInsn(Opcodes.ALOAD, array);
    ChunkWriter.pushInt(method, index);
    value.run();
    method.visitInsn(Opcodes.DASTORE);
  }

  @Override
  public void keep(int local) {
    method.visitVarInsn(Opcodes.DSTORE, local);
  }

  @Override
  public void recall(int local) {
    method.visitVarInsn(Opcodes.DLOAD, local);
  }

  @Override
  public void duplicate() {
    method.visitInsn(Opcodes.DUP2);
  }

  @Override
  public void operation(Code code) {
    switch (code) {
      case ADD -> method.visitInsn(Opcodes.DADD);
      case SUBTRACT -> method.visitInsn(Opcodes.DSUB);
      case MULTIPLY -> method.visitInsn(Opcodes.DMUL);
      case DIVIDE -> method.visitInsn(Opcodes.DDIV);
      case NEGATE -> method.visitInsn(Opcodes.DNEG);
      case SQUARE_ROOT -> math("sqrt", "(D)D");
      case MAGNITUDE -> math("abs", "(D)D");
      case FUSED -> math("fma", "(DDD)D");
      case LARGER -> math("max", "(DD)D");
      default -> throw new IllegalStateException(code + " is not computed");
    }
  }

  /** Functions whose result is exact or rounded correctly on every platform. */
  private void math(String function, String type) {
    method.visitMethodInsn(Opcodes.INVOKESTATIC, "java/lang/Math", function, type, false);
  }
}
