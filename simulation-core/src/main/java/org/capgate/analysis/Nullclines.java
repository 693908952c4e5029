package org.capgate.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.capgate.dynamics.OdeSystem;
import org.capgate.dynamics.Variable;
import org.capgate.steady.SteadyState;
import org.capgate.steady.SteadyStateException;
import org.capgate.steady.SteadyStates;

/**
 * The phase plane of two variables of a larger system at constant inputs: where each of the two
 * stands still, and where both do.
 *
 * <p>Named slow variables are held at their values in a base state. All variables but these and the
 * two are quasi-steady: at each point (x, y) of the plane they take the values at which their own
 * equations are zero,
 *
 * <pre>0 = f_rest(x, y, rest, held),   nullcline of x: f_x = 0,   nullcline of y: f_y = 0</pre>
 *
 * The nullclines are interpolated linearly on a grid. Their crossings, found by Newton's method,
 * are the steady states of the system with the slow variables held, and their stability is that of
 * this system (all its eigenvalues, not only those of the plane). Where the rest settles nowhere
 * the plane is empty. Immutable.
 */
public final class Nullclines {
  private static final int MOST_STEPS = 30;

  /** Step of the difference quotients as a share of the axis. */
  private static final double DIFFERENCE = 1e-6;

  private final String horizontal;
  private final String vertical;
  private final List<String> held;
  private final Table lines;
  private final Table steadyStates;

  private Nullclines(
      String horizontal, String vertical, List<String> held, Table lines, Table steadyStates) {
    this.horizontal = horizontal;
    this.vertical = vertical;
    this.held = held;
    this.lines = lines;
    this.steadyStates = steadyStates;
  }

  /** The plane of two axes around a base state, with nothing held yet. */
  public static Plane of(
      OdeSystem system, double tHours, double[] base, Axis horizontal, Axis vertical) {
    return new Plane(system, tHours, base.clone(), horizontal, vertical, List.of());
  }

  /** Variable on the horizontal axis. */
  public String horizontal() {
    return horizontal;
  }

  /** Variable on the vertical axis. */
  public String vertical() {
    return vertical;
  }

  /** Variables held at their values in the base state. */
  public List<String> held() {
    return held;
  }

  /**
   * Points of the nullclines in drawing order: {@code nullcline} (the variable that stands still),
   * {@code piece} (counted from 0 over both), {@code x}, {@code y}.
   */
  public Table lines() {
    return lines;
  }

  /**
   * Crossings from left to right: {@code x}, {@code y}, {@code stable} (yes or no) and {@code
   * leadingRealPerHour}, the largest real part of the eigenvalues.
   */
  public Table steadyStates() {
    return steadyStates;
  }

  /**
   * An axis of the plane.
   *
   * @param variable a variable of the system
   * @param low lower end, in the unit of the variable
   * @param high upper end, above low
   * @param points of the grid along it, ≥ 3
   */
  public record Axis(String variable, double low, double high, int points) {
    public Axis {
      if (!(low < high) || points < 3) {
        throw new IllegalArgumentException(
            "axis of "
                + variable
                + " must have low < high and >= 3 points, but was "
                + low
                + " to "
                + high
                + " in "
                + points);
      }
    }

    double[] grid() {
      double[] grid = new double[points];
      for (int i = 0; i < points; i++) {
        grid[i] = low + (high - low) * i / (points - 1);
      }
      return grid;
    }
  }

  /** A plane to be computed. Immutable. */
  public static final class Plane {
    private final OdeSystem system;
    private final double tHours;
    private final double[] base;
    private final Axis horizontal;
    private final Axis vertical;
    private final List<String> held;

    private Plane(
        OdeSystem system,
        double tHours,
        double[] base,
        Axis horizontal,
        Axis vertical,
        List<String> held) {
      this.system = system;
      this.tHours = tHours;
      this.base = base;
      this.horizontal = horizontal;
      this.vertical = vertical;
      this.held = List.copyOf(held);
      index(horizontal.variable());
      index(vertical.variable());
      held.forEach(this::index);
    }

    /** The same with slow variables held at their values in the base state. */
    public Plane holding(List<String> slow) {
      return new Plane(system, tHours, base, horizontal, vertical, slow);
    }

    /** Computes the nullclines and their crossings. */
    public Nullclines compute() {
      double[] x = horizontal.grid();
      double[] y = vertical.grid();
      double[][] fx = new double[x.length][y.length];
      double[][] fy = new double[x.length][y.length];
      double[][][] states = new double[x.length][y.length][];
      sweep(x, y, fx, fy, states);
      TableBuilder lines =
          Table.builder().text("nullcline").number("piece").number("x").number("y");
      int pieces = add(lines, horizontal.variable(), 0, new ZeroContour(x, y, fx).lines());
      add(lines, vertical.variable(), pieces, new ZeroContour(x, y, fy).lines());
      return new Nullclines(
          horizontal.variable(),
          vertical.variable(),
          held,
          lines.build(),
          table(crossings(fx, fy, states)));
    }

    /** The quasi-steady rest on the grid, each point continued from its neighbour. */
    private void sweep(double[] x, double[] y, double[][] fx, double[][] fy, double[][][] states) {
      Reduced reduced = new Reduced();
      for (int i = 0; i < x.length; i++) {
        for (int j = 0; j < y.length; j++) {
          boolean settles = reduced.evaluate(x[i], y[j], near(states, i, j));
          states[i][j] = settles ? reduced.state : null;
          fx[i][j] = settles ? reduced.fx : Double.NaN;
          fy[i][j] = settles ? reduced.fy : Double.NaN;
        }
      }
    }

    /** The motion in the plane, the rest being quasi-steady. */
    private final class Reduced {
      private final int ix = index(horizontal.variable());
      private final int iy = index(vertical.variable());
      private final Set<String> fixed = new HashSet<>(held);
      private final OdeSystem.Evaluator evaluator = system.newEvaluator();
      private final double[] f = new double[system.size()];
      private double[] state = base;
      private double fx;
      private double fy;

      Reduced() {
        fixed.add(horizontal.variable());
        fixed.add(vertical.variable());
        evaluator.enterSegment(segmentBefore());
      }

      /** False where the rest settles nowhere. */
      boolean evaluate(double x, double y, double[] near) {
        double[] guess = near.clone();
        guess[ix] = x;
        guess[iy] = y;
        HeldSystem rest = new HeldSystem(system, guess, fixed);
        try {
          state = rest.whole(SteadyStates.find(rest, tHours, rest.initialState()).state());
        } catch (SteadyStateException settlesNowhere) {
          return false;
        }
        evaluator.rhs(tHours, state, f);
        fx = f[ix];
        fy = f[iy];
        return true;
      }

      /**
       * Newton's method in the plane with difference quotients; true if it ends, with the whole
       * state, at a point where both variables stand still.
       */
      boolean solve(double startX, double startY, double[] near) {
        double spanX = horizontal.high() - horizontal.low();
        double spanY = vertical.high() - vertical.low();
        double x = startX;
        double y = startY;
        double[] from = near;
        for (int step = 0; step < MOST_STEPS; step++) {
          double dx = DIFFERENCE * spanX;
          double dy = DIFFERENCE * spanY;
          if (!evaluate(x + dx, y, from)) {
            return false;
          }
          double fxRight = fx;
          double fyRight = fy;
          if (!evaluate(x, y + dy, from)) {
            return false;
          }
          double fxUp = fx;
          double fyUp = fy;
          if (!evaluate(x, y, from)) {
            return false;
          }
          from = state;
          double a = (fxRight - fx) / dx;
          double b = (fxUp - fx) / dy;
          double c = (fyRight - fy) / dx;
          double d = (fyUp - fy) / dy;
          double stepX = (b * fy - d * fx) / (a * d - b * c);
          double stepY = (c * fx - a * fy) / (a * d - b * c);
          if (!(Math.abs(stepX) < 0.1 * spanX && Math.abs(stepY) < 0.1 * spanY)) {
            return false;
          }
          x += stepX;
          y += stepY;
          if (Math.abs(stepX) < 1e-9 * spanX && Math.abs(stepY) < 1e-9 * spanY) {
            return evaluate(x, y, from);
          }
        }
        return false;
      }
    }

    private double[] near(double[][][] states, int i, int j) {
      double[] below = j > 0 ? states[i][j - 1] : null;
      double[] left = i > 0 ? states[i - 1][j] : null;
      double[] found = below != null ? below : left != null ? left : base;
      return found.clone();
    }

    /** Steady states with the slow variables held, from each square both nullclines cross. */
    private List<Crossing> crossings(double[][] fx, double[][] fy, double[][][] states) {
      int ix = index(horizontal.variable());
      int iy = index(vertical.variable());
      List<Crossing> found = new ArrayList<>();
      HeldSystem fast = new HeldSystem(system, base, new HashSet<>(held));
      Reduced reduced = new Reduced();
      double[] x = horizontal.grid();
      double[] y = vertical.grid();
      for (int i = 0; i + 1 < fx.length; i++) {
        for (int j = 0; j + 1 < fx[i].length; j++) {
          if (!changesSign(fx, i, j) || !changesSign(fy, i, j)) {
            continue;
          }
          if (!reduced.solve((x[i] + x[i + 1]) / 2, (y[j] + y[j + 1]) / 2, states[i][j])) {
            continue;
          }
          Optional<SteadyState> nearest =
              SteadyStates.nearest(fast, tHours, fast.part(reduced.state));
          nearest.ifPresent(
              state -> {
                double[] whole = fast.whole(state.state());
                addIfNew(found, new Crossing(whole[ix], whole[iy], state));
              });
        }
      }
      found.sort((a, b) -> Double.compare(a.x(), b.x()));
      return found;
    }

    private void addIfNew(List<Crossing> found, Crossing crossing) {
      boolean inside =
          crossing.x() >= horizontal.low()
              && crossing.x() <= horizontal.high()
              && crossing.y() >= vertical.low()
              && crossing.y() <= vertical.high();
      // Newton's method leaves 1e-10; two states closer than this could not be drawn apart.
      double reachX = 1e-6 * (horizontal.high() - horizontal.low());
      double reachY = 1e-6 * (vertical.high() - vertical.low());
      boolean known =
          found.stream()
              .anyMatch(
                  other ->
                      Math.abs(other.x() - crossing.x()) < reachX
                          && Math.abs(other.y() - crossing.y()) < reachY);
      if (inside && !known) {
        found.add(crossing);
      }
    }

    private static boolean changesSign(double[][] f, int i, int j) {
      int positive = 0;
      for (double corner : new double[] {f[i][j], f[i + 1][j], f[i][j + 1], f[i + 1][j + 1]}) {
        if (Double.isNaN(corner)) {
          return false;
        }
        positive += corner > 0 ? 1 : 0;
      }
      return positive > 0 && positive < 4;
    }

    private int index(String variable) {
      List<String> names = system.variables().stream().map(Variable::name).toList();
      int index = names.indexOf(variable);
      if (index < 0) {
        throw new IllegalArgumentException(
            "unknown variable '" + variable + "'; known are " + String.join(", ", names));
      }
      return index;
    }

    private int segmentBefore() {
      int found = Arrays.binarySearch(system.breakpointsHours(), tHours);
      return found >= 0 ? found : -found - 1;
    }
  }

  private record Crossing(double x, double y, SteadyState state) {}

  private static int add(
      TableBuilder table, String variable, int firstPiece, List<List<double[]>> lines) {
    int piece = firstPiece;
    for (List<double[]> line : lines) {
      for (double[] point : line) {
        table.row(variable, piece, point[0], point[1]);
      }
      piece++;
    }
    return piece;
  }

  private static Table table(List<Crossing> crossings) {
    TableBuilder table =
        Table.builder().number("x").number("y").text("stable").number("leadingRealPerHour");
    for (Crossing crossing : crossings) {
      table.row(
          crossing.x(),
          crossing.y(),
          crossing.state().isStable() ? "yes" : "no",
          crossing.state().eigenvalues().leadingRealPerHour());
    }
    return table.build();
  }
}
