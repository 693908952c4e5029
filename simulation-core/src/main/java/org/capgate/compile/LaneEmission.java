package org.capgate.compile;

import org.capgate.compile.Op.Code;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Values are vectors of the incubating Vector API, one number per lane; an array holds the lanes of
 * its first entry, then those of the second, and so on. Every operation is rounded in each lane as
 * it is for a number alone, so a lane has the bits of {@link ScalarEmission}.
 */
final class LaneEmission implements Emission {
  /**
   * Calls of the Vector API in one method, loads, stores and numbers included. Fewer cost more
   * traffic between methods; at 200 (Java 25) to 300 (Java 17) the compiler gives up and a step
   * takes twenty times as long. ADR 0015 has the figures.
   */
  static final int MOST_CALLS = 100;

  static final String SPECIES = "SPECIES";
  static final String SPECIES_TYPE = "Ljdk/incubator/vector/VectorSpecies;";
  static final String VECTOR = "jdk/incubator/vector/DoubleVector";

  private static final String ANY = "Ljdk/incubator/vector/Vector;";
  private static final String RESULT = "L" + VECTOR + ";";

  private final MethodVisitor method;
  private final String self;
  private final int lanes;

  /**
   * @param self class of the method; its static field {@link #SPECIES} says how many lanes
   * @param lanes the same number
   */
  LaneEmission(MethodVisitor method, String self, int lanes) {
    this.method = method;
    this.self = self;
    this.lanes = lanes;
  }

  @Override
  public int slots() {
    return 1;
  }

  @Override
  public void constant(double value) {
    species();
    method.visitLdcInsn(value);
    make("broadcast", "(" + SPECIES_TYPE + "D)" + RESULT);
  }

  @Override
  public void load(int array, int index) {
    species();
    method.visitVarInsn(Opcodes.ALOAD, array);
    ChunkWriter.pushInt(method, lanes * index);
    make("fromArray", "(" + SPECIES_TYPE + "[DI)" + RESULT);
  }

  private void species() {
    method.visitFieldInsn(Opcodes.GETSTATIC, self, SPECIES, SPECIES_TYPE);
  }

  private void make(String function, String type) {
    method.visitMethodInsn(Opcodes.INVOKESTATIC, VECTOR, function, type, false);
  }

  @Override
  public void store(int array, int index, Runnable value) {
    value.run();
    method.visitVarInsn(Opcodes.ALOAD, array);
    ChunkWriter.pushInt(method, lanes * index);
    call("intoArray", "([DI)V");
  }

  @Override
  public void keep(int local) {
    method.visitVarInsn(Opcodes.ASTORE, local);
  }

  @Override
  public void recall(int local) {
    method.visitVarInsn(Opcodes.ALOAD, local);
  }

  @Override
  public void duplicate() {
    method.visitInsn(Opcodes.DUP);
  }

  @Override
  public void operation(Code code) {
    switch (code) {
      case ADD -> call("add", "(" + ANY + ")" + RESULT);
      case SUBTRACT -> call("sub", "(" + ANY + ")" + RESULT);
      case MULTIPLY -> call("mul", "(" + ANY + ")" + RESULT);
      case DIVIDE -> call("div", "(" + ANY + ")" + RESULT);
      case LARGER -> call("max", "(" + ANY + ")" + RESULT);
      case FUSED -> call("fma", "(" + ANY + ANY + ")" + RESULT);
      case SQUARE_ROOT -> call("sqrt", "()" + RESULT);
      case MAGNITUDE -> call("abs", "()" + RESULT);
      case NEGATE -> call("neg", "()" + RESULT);
      default -> throw new IllegalStateException(code + " is not computed");
    }
  }

  private void call(String function, String type) {
    method.visitMethodInsn(Opcodes.INVOKEVIRTUAL, VECTOR, function, type, false);
  }
}
