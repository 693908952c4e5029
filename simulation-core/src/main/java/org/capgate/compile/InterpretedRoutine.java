package org.capgate.compile;

/**
 * Walks a program one operation at a time. Slow and plain: the twin that compiled routines are
 * tested against, bit by bit.
 */
final class InterpretedRoutine implements Routine {
  private final Program program;

  InterpretedRoutine(Program program) {
    this.program = program;
  }

  @Override
  public int workLength() {
    return program.ops().size();
  }

  @Override
  public void run(
      double[] y,
      double[] p,
      double[] u,
      double[] uRate,
      double[] control,
      double[] work,
      double[] out) {
    int place = 0;
    for (Op op : program.ops()) {
      int left = op.left();
      work[place++] =
          switch (op.code()) {
            case CONSTANT -> op.value();
            case VARIABLE -> y[left];
            case PARAMETER -> p[left];
            case INPUT -> u[left];
            case INPUT_RATE -> uRate[left];
            case CONTROL -> control[left];
            case ADD -> work[left] + work[op.right()];
            case SUBTRACT -> work[left] - work[op.right()];
            case MULTIPLY -> work[left] * work[op.right()];
            case DIVIDE -> work[left] / work[op.right()];
            case LARGER -> Math.max(work[left], work[op.right()]);
            case FUSED -> Math.fma(work[left], work[op.right()], work[op.addend()]);
            case SQUARE_ROOT -> Math.sqrt(work[left]);
            case MAGNITUDE -> Math.abs(work[left]);
            case NEGATE -> -work[left];
          };
    }
    for (Program.Output output : program.outputs()) {
      out[output.entry()] = work[output.place()];
    }
  }
}
