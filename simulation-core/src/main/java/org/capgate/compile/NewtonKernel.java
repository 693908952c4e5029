package org.capgate.compile;

import org.capgate.compile.Op.Code;

/**
 * The correction of the linearly implicit Euler method for a system of equations, with elimination
 * and all as one list of operations; in long steps it is that of Newton's method.
 *
 * <pre>(M/h − J) δ = f</pre>
 *
 * Immutable and safe in any number of threads.
 */
public final class NewtonKernel {
  private static final double[] UNREAD = {};

  private final Routine routine;

  NewtonKernel(Programs programs, Translator translator) {
    OpGraph graph = new OpGraph();
    int hours = graph.load(Code.CONTROL, 0);
    int diagonal = graph.divide(graph.constant(-1), hours);
    SparseElimination matrix =
        new SparseElimination(graph, StepPrograms.shifted(graph, programs, diagonal));
    int variables = programs.layout().variables().size();
    int[] rates = StepPrograms.evaluate(graph, programs.rhs(), variables);
    var factors = matrix.factors();
    int[] correction = matrix.solve(graph, factors::get, rates);
    routine = translator.translate(Program.of(graph, correction), 1);
  }

  /** Arrays for one thread. */
  public Workspace newWorkspace() {
    return new Workspace();
  }

  /** The arrays of one thread. */
  public final class Workspace {
    private final double[] control = new double[1];
    private final double[] work = new double[routine.workLength()];

    private Workspace() {}

    /**
     * Writes the correction; not finite where a pivot vanishes.
     *
     * @param stepHours h, > 0
     * @param y state; not modified
     * @param prepared parameters, see {@link Kernel#prepare}; not modified
     * @param inputs not modified
     * @param correction δ, one entry per variable, overwritten
     */
    public void correct(
        double stepHours, double[] y, double[] prepared, double[] inputs, double[] correction) {
      control[0] = stepHours;
      routine.run(y, prepared, inputs, UNREAD, control, work, correction);
    }
  }
}
