package org.capgate.compile;

/**
 * Walks a program one operation at a time. Slow and plain: the twin that compiled routines are
 * tested against, bit by bit.
 */
final class InterpretedRoutine implements Routine {
  private final Program program;
  private final int lanes;

  InterpretedRoutine(Program program, int lanes) {
    this.program = program;
    this.lanes = lanes;
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
    for (int lane = 0; lane < lanes; lane++) {
      run(lane, new double[][] {y, p, u, uRate, control}, work, out);
    }
  }

  private void run(int lane, double[][] arrays, double[] work, double[] out) {
    int place = 0;
    for (Op op : program.ops()) {
      int left = op.left();
      work[place++] =
          switch (op.code()) {
            case CONSTANT -> op.value();
            case VARIABLE, PARAMETER, INPUT, INPUT_RATE, CONTROL ->
                arrays[op.code().array()][lanes * left + lane];
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
      out[lanes * output.entry() + lane] = work[output.place()];
    }
  }
}
