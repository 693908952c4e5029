package org.capgate.explain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.capgate.dynamics.OdeSystem;
import org.capgate.dynamics.TimeSpan;
import org.capgate.dynamics.Variable;
import org.capgate.scenario.Scenario;
import org.capgate.solver.Solvers;
import org.capgate.solver.Stepping;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/**
 * How strongly the equations feed back on themselves at one instant, their inputs held. G says by
 * how much a variable comes to rest higher for a small rise of another, all others held,
 *
 * <pre>G_ij = −(∂f_i/∂y_j) / (∂f_i/∂y_i),   i ≠ j;   0 for i = j</pre>
 *
 * <p>so that what an equation does to its own variable at once is no loop. The gain of a loop is
 * the product of G along it; it does not depend on units. Where it is below 1, what goes round dies
 * away; positive ones make a change larger and slower, negative ones make it smaller.
 *
 * <p>The return difference det(I − G) is what all loops do together: 1 without loops; it falls to 0
 * where a state of rest ends in a fold. The gain through a variable is that of all loops it is part
 * of, all others being closed: its return ratio (Bode 1945, Network Analysis and Feedback Amplifier
 * Design, chapter 4),
 *
 * <pre>L_i = 1 − det(I − G) / det(I − G without i)</pre>
 *
 * <p>Above 1, the rest of the equations would not rest at this state with the variable held, and
 * the variable is what holds them.
 *
 * @param hours time (h)
 * @param variables of the system, in its order
 * @param through L_i by variable; NaN where an equation does not bring its variable back
 * @param returnDifference det(I − G)
 * @param loops the hundred with the largest gains of at least 0.001, largest first
 */
public record LoopGains(
    double hours,
    List<String> variables,
    List<Double> through,
    double returnDifference,
    List<Loop> loops) {
  /** Gain of loops that are told. */
  private static final double LEAST = 1e-3;

  private static final int MOST_LOOPS = 100;
  private static final double TOLERANCE = 1e-6;

  /**
   * A loop that meets no variable twice.
   *
   * @param variables in the order of effect, beginning with the first of the system
   * @param gain product of G along it
   */
  public record Loop(List<String> variables, double gain) {
    public Loop {
      variables = List.copyOf(variables);
    }
  }

  public LoopGains {
    variables = List.copyOf(variables);
    through = List.copyOf(through);
    loops = List.copyOf(loops);
  }

  /**
   * Before anything is given, and along a run.
   *
   * @param hours times after the first dose or t = 0, ascending (h)
   * @return the one at rest first, then one for each time
   */
  public static List<LoopGains> along(Scenario scenario, double... hours) {
    OdeSystem system = scenario.instantiate(0);
    double from = Course.startHours(scenario);
    double[] state = system.initialState();
    List<LoopGains> gains = new ArrayList<>(List.of(at(system, from, 0, state)));
    if (hours.length > 0) {
      Stepping run =
          Solvers.standard(TOLERANCE)
              .start(system, TimeSpan.hours(from, Math.nextUp(hours[hours.length - 1])));
      for (double atHours : hours) {
        while (run.timeHours() < atHours && !run.finished()) {
          run.step();
        }
        run.sample(atHours, state);
        int place = Arrays.binarySearch(system.breakpointsHours(), atHours);
        gains.add(at(system, atHours, place < 0 ? -1 - place : place, state));
      }
    }
    return gains;
  }

  /**
   * At one state.
   *
   * @param segment of the inputs, see {@link OdeSystem.Evaluator#enterSegment}
   * @param state not modified
   */
  public static LoopGains at(OdeSystem system, double tHours, int segment, double[] state) {
    int size = system.size();
    OdeSystem.Evaluator evaluator = system.newEvaluator();
    evaluator.enterSegment(segment);
    double[] jacobian = new double[size * size];
    evaluator.jacobian(tHours, state, jacobian);
    double[][] gains = new double[size][size];
    boolean[] returns = new boolean[size];
    for (int i = 0; i < size; i++) {
      double own = jacobian[i * size + i];
      returns[i] = own < 0;
      for (int j = 0; j < size; j++) {
        gains[i][j] = i == j || !returns[i] ? 0 : -jacobian[i * size + j] / own;
      }
    }
    List<String> names = system.variables().stream().map(Variable::name).toList();
    double[][] open = new double[size][size];
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < size; j++) {
        open[i][j] = (i == j ? 1 : 0) - gains[i][j];
      }
    }
    double all = CommonOps_DDRM.det(new DMatrixRMaj(open));
    List<Double> through = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      through.add(returns[i] ? 1 - all / without(open, i) : Double.NaN);
    }
    return new LoopGains(tHours, names, through, all, new Search(names, gains).found());
  }

  /** det(I − G) with a variable held. */
  private static double without(double[][] open, int variable) {
    int size = open.length;
    double[][] rest = new double[size][];
    for (int i = 0; i < size; i++) {
      rest[i] = open[i].clone();
      rest[i][variable] = i == variable ? 1 : 0;
    }
    return CommonOps_DDRM.det(new DMatrixRMaj(rest));
  }

  /** The gain of one of the {@link #loops}; 0 where it is none of them. */
  public double gain(List<String> loop) {
    return loops.stream().filter(one -> one.variables().equals(loop)).mapToDouble(Loop::gain).sum();
  }

  /** The gain through a variable by its name. */
  public double through(String variable) {
    int index = variables.indexOf(variable);
    if (index < 0) {
      throw new IllegalArgumentException("no variable " + variable);
    }
    return through.get(index);
  }

  /** Walks all loops that meet no variable twice, each from the first of its variables. */
  private static final class Search {
    private final List<String> names;
    private final double[][] gains;
    private final boolean[] isOnTheWay;
    private final int[] way;
    private final List<Loop> loops = new ArrayList<>();

    Search(List<String> names, double[][] gains) {
      this.names = names;
      this.gains = gains;
      isOnTheWay = new boolean[names.size()];
      way = new int[names.size()];
    }

    List<Loop> found() {
      for (int first = 0; first < names.size(); first++) {
        way[0] = first;
        walk(first, 1, 1.0);
      }
      return loops.stream()
          .sorted(Comparator.comparingDouble((Loop loop) -> -Math.abs(loop.gain())))
          .limit(MOST_LOOPS)
          .toList();
    }

    private void walk(int first, int length, double product) {
      int last = way[length - 1];
      double closed = product * gains[first][last];
      if (length > 1 && Math.abs(closed) >= LEAST) {
        loops.add(new Loop(Arrays.stream(way, 0, length).mapToObj(names::get).toList(), closed));
      }
      isOnTheWay[last] = true;
      for (int next = first + 1; next < names.size(); next++) {
        if (!isOnTheWay[next] && gains[next][last] != 0) {
          way[length] = next;
          walk(first, length + 1, product * gains[next][last]);
        }
      }
      isOnTheWay[last] = false;
    }
  }
}
