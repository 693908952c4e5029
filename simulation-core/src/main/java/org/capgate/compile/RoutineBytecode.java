package org.capgate.compile;

import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * The class file of a {@link CompiledRoutine}: {@code run} calls the chunks of the program, which
 * are static methods over the same arrays.
 */
final class RoutineBytecode {
  private static final String SUPER = "org/capgate/compile/CompiledRoutine";
  private static final String SELF = "org/capgate/compile/GeneratedRoutine";
  private static final String ARRAYS = "([D[D[D[D[D[D[D)V";
  private static final String CONSTRUCTOR = "(I)V";

  private final ClassWriter type = new ClassWriter(ClassWriter.COMPUTE_MAXS);
  private final ChunkPlan plan;
  private final int lanes;

  /**
   * @param lanes numbers per value; for 1, none of the Vector API is used
   */
  RoutineBytecode(Program program, int lanes) {
    this.lanes = lanes;
    plan = new ChunkPlan(program, lanes == 1 ? ChunkCosts.SCALAR : ChunkCosts.LANES);
    type.visit(Opcodes.V17, Opcodes.ACC_FINAL | Opcodes.ACC_SUPER, SELF, null, SUPER, null);
    writeConstructor();
    if (lanes > 1) {
      writeSpecies();
    }
    writeRun();
    ChunkWriter writer = new ChunkWriter(program, plan);
    for (int chunk = 0; chunk < plan.chunks().size(); chunk++) {
      MethodVisitor method =
          type.visitMethod(
              Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC, "chunk" + chunk, ARRAYS, null, null);
      method.visitCode();
      writer.write(
          chunk,
          method,
          lanes == 1 ? new ScalarEmission(method) : new LaneEmission(method, SELF, lanes));
      method.visitMaxs(0, 0);
      method.visitEnd();
    }
    type.visitEnd();
  }

  byte[] bytes() {
    return type.toByteArray();
  }

  /** Scratch entries the program needs. */
  int workLength() {
    return lanes * plan.workLength();
  }

  /** A constant of the class, so that the compiler knows the number of lanes. */
  private void writeSpecies() {
    type.visitField(
            Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC | Opcodes.ACC_FINAL,
            LaneEmission.SPECIES,
            LaneEmission.SPECIES_TYPE,
            null,
            null)
        .visitEnd();
    MethodVisitor method = type.visitMethod(Opcodes.ACC_STATIC, "<clinit>", "()V", null, null);
    method.visitCode();
    method.visitFieldInsn(
        Opcodes.GETSTATIC, LaneEmission.VECTOR, "SPECIES_" + 64 * lanes, LaneEmission.SPECIES_TYPE);
    method.visitFieldInsn(Opcodes.PUTSTATIC, SELF, LaneEmission.SPECIES, LaneEmission.SPECIES_TYPE);
    method.visitInsn(Opcodes.RETURN);
    method.visitMaxs(0, 0);
    method.visitEnd();
  }

  private void writeConstructor() {
    MethodVisitor method = type.visitMethod(0, "<init>", CONSTRUCTOR, null, null);
    method.visitCode();
    method.visitVarInsn(Opcodes.ALOAD, 0);
    method.visitVarInsn(Opcodes.ILOAD, 1);
    method.visitMethodInsn(Opcodes.INVOKESPECIAL, SUPER, "<init>", CONSTRUCTOR, false);
    method.visitInsn(Opcodes.RETURN);
    method.visitMaxs(0, 0);
    method.visitEnd();
  }

  private void writeRun() {
    MethodVisitor method =
        type.visitMethod(Opcodes.ACC_PUBLIC | Opcodes.ACC_FINAL, "run", ARRAYS, null, null);
    method.visitCode();
    for (int chunk = 0; chunk < plan.chunks().size(); chunk++) {
      for (int array = 0; array <= ChunkWriter.OUT; array++) {
        method.visitVarInsn(Opcodes.ALOAD, 1 + array);
      }
      method.visitMethodInsn(Opcodes.INVOKESTATIC, SELF, "chunk" + chunk, ARRAYS, false);
    }
    method.visitInsn(Opcodes.RETURN);
    method.visitMaxs(0, 0);
    method.visitEnd();
  }
}
