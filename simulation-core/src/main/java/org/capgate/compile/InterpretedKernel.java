package org.capgate.compile;

import org.capgate.equations.Layout;

/**
 * Walks the programs one operation at a time. Slow and plain: the twin the compiled kernel is
 * tested against, bit by bit.
 */
final class InterpretedKernel implements Kernel {
  private final Programs programs;
  private final int workLength;

  InterpretedKernel(Programs programs) {
    this.programs = programs;
    this.workLength =
        programs.all().stream().mapToInt(program -> program.ops().size()).max().orElse(0);
  }

  @Override
  public Layout layout() {
    return programs.layout();
  }

  @Override
  public int workLength() {
    return workLength;
  }

  @Override
  public void rhs(double[] y, double[] p, double[] u, double[] work, double[] f) {
    run(programs.rhs(), y, p, u, u, work, f);
  }

  @Override
  public void jacobian(double[] y, double[] p, double[] u, double[] work, double[] dfdy) {
    run(programs.jacobian(), y, p, u, u, work, dfdy);
  }

  @Override
  public void inputDerivative(
      double[] y, double[] p, double[] u, double[] uRate, double[] work, double[] dfdt) {
    run(programs.inputDerivative(), y, p, u, uRate, work, dfdt);
  }

  @Override
  public void readouts(double[] y, double[] p, double[] u, double[] work, double[] out) {
    run(programs.readouts(), y, p, u, u, work, out);
  }

  @Override
  public int[] jacobianRows() {
    return programs.jacobianRows();
  }

  @Override
  public int[] jacobianColumns() {
    return programs.jacobianColumns();
  }

  private static void run(
      Program program,
      double[] y,
      double[] p,
      double[] u,
      double[] uRate,
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
            case ADD -> work[left] + work[op.right()];
            case SUBTRACT -> work[left] - work[op.right()];
            case MULTIPLY -> work[left] * work[op.right()];
            case DIVIDE -> work[left] / work[op.right()];
            case SQUARE_ROOT -> Math.sqrt(work[left]);
            case NEGATE -> -work[left];
          };
    }
    for (Program.Output output : program.outputs()) {
      out[output.entry()] = work[output.place()];
    }
  }
}
