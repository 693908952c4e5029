package org.capgate.compile;

import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * The class file of a {@link CompiledKernel}: for each program a public method that calls its
 * chunks, and the chunks as static methods.
 */
final class KernelBytecode {
  private static final String SUPER = "org/capgate/compile/CompiledKernel";
  private static final String SELF = "org/capgate/compile/GeneratedKernel";
  private static final String FOUR_ARRAYS_AND_RESULT = "([D[D[D[D[D)V";
  private static final String CHUNK_ARRAYS = "([D[D[D[D[D[D)V";
  private static final String CONSTRUCTOR = "(Lorg/capgate/compile/Programs;I)V";

  private final ClassWriter type = new ClassWriter(ClassWriter.COMPUTE_MAXS);
  private int workLength;

  KernelBytecode(Programs programs) {
    type.visit(Opcodes.V17, Opcodes.ACC_FINAL | Opcodes.ACC_SUPER, SELF, null, SUPER, null);
    writeConstructor();
    write("rhs", programs.rhs(), false);
    write("jacobian", programs.jacobian(), false);
    write("inputDerivative", programs.inputDerivative(), true);
    write("readouts", programs.readouts(), false);
    type.visitEnd();
  }

  byte[] bytes() {
    return type.toByteArray();
  }

  /** Scratch entries the longest program needs. */
  int workLength() {
    return workLength;
  }

  private void writeConstructor() {
    MethodVisitor method = type.visitMethod(0, "<init>", CONSTRUCTOR, null, null);
    method.visitCode();
    method.visitVarInsn(Opcodes.ALOAD, 0);
    method.visitVarInsn(Opcodes.ALOAD, 1);
    method.visitVarInsn(Opcodes.ILOAD, 2);
    method.visitMethodInsn(Opcodes.INVOKESPECIAL, SUPER, "<init>", CONSTRUCTOR, false);
    method.visitInsn(Opcodes.RETURN);
    method.visitMaxs(0, 0);
    method.visitEnd();
  }

  private void write(String name, Program program, boolean withInputRates) {
    ChunkPlan plan = new ChunkPlan(program);
    workLength = Math.max(workLength, plan.workLength());
    writeEntry(name, plan, withInputRates);
    ChunkWriter writer = new ChunkWriter(program, plan);
    for (int chunk = 0; chunk < plan.chunks().size(); chunk++) {
      MethodVisitor method =
          type.visitMethod(
              Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC, name + chunk, CHUNK_ARRAYS, null, null);
      method.visitCode();
      writer.write(chunk, method);
      method.visitMaxs(0, 0);
      method.visitEnd();
    }
  }

  /**
   * Chunks take all six arrays; a program without input rates never reads them and is given the
   * inputs in their place.
   */
  private void writeEntry(String name, ChunkPlan plan, boolean withInputRates) {
    String arrays = withInputRates ? CHUNK_ARRAYS : FOUR_ARRAYS_AND_RESULT;
    MethodVisitor method =
        type.visitMethod(Opcodes.ACC_PUBLIC | Opcodes.ACC_FINAL, name, arrays, null, null);
    method.visitCode();
    for (int chunk = 0; chunk < plan.chunks().size(); chunk++) {
      for (int array = 0; array <= ChunkWriter.OUT; array++) {
        boolean afterRates = array > ChunkWriter.INPUTS && !withInputRates;
        method.visitVarInsn(Opcodes.ALOAD, 1 + (afterRates ? array - 1 : array));
      }
      method.visitMethodInsn(Opcodes.INVOKESTATIC, SELF, name + chunk, CHUNK_ARRAYS, false);
    }
    method.visitInsn(Opcodes.RETURN);
    method.visitMaxs(0, 0);
    method.visitEnd();
  }
}
