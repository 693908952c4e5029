package org.capgate.region;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import org.capgate.ensemble.OrderedParallel;
import org.capgate.sensitivity.Varied;

/**
 * Where over the ranges of one or two numbers a statement holds: asked on a grid, and at its border
 * by bisection of every edge of the grid whose ends differ. What is smaller than the spacing of the
 * grid may be missed. Immutable.
 *
 * <p>Lengths are shares of the ranges, along each in the measure of {@link Varied#at}: of the
 * logarithm where a range begins above 0.
 */
public final class Region {
  /** Halvings of an edge: with 25 points a border is found to 1e-6 of the range. */
  private static final int HALVINGS = 16;

  private final List<Varied> ranges;
  private final int points;
  private final boolean[] holds; // by number of the point, the first number slowest
  private final List<Piece> border;

  private Region(List<Varied> ranges, int points, boolean[] holds, List<Piece> border) {
    this.ranges = ranges;
    this.points = points;
    this.holds = holds;
    this.border = border;
  }

  /**
   * A piece of the border, straight between two points; of one number a single point.
   *
   * @param from shares of the ranges
   * @param to likewise
   */
  public record Piece(List<Double> from, List<Double> to) {
    public Piece {
      from = List.copyOf(from);
      to = List.copyOf(to);
    }
  }

  /**
   * Asks over the ranges.
   *
   * @param ranges of one or two numbers
   * @param statement of their values
   * @param points along each range, ≥ 2
   * @param threads ≥ 1; no result depends on it
   * @param done told the number of finished points of the grid
   */
  public static Region of(
      List<Varied> ranges, Statement statement, int points, int threads, IntConsumer done) {
    if (ranges.isEmpty() || ranges.size() > 2 || points < 2) {
      throw new IllegalArgumentException(
          "a region has 1 or 2 numbers and at least 2 points along each, but had %s and %s"
              .formatted(ranges.size(), points));
    }
    boolean isPlane = ranges.size() == 2;
    int count = isPlane ? points * points : points;
    Statement ofShares = shares -> statement.holdsAt(values(ranges, shares));
    List<Boolean> asked =
        OrderedParallel.map(
            count, threads, i -> ofShares.holdsAt(shares(i, points, isPlane)), done);
    boolean[] holds = new boolean[count];
    for (int i = 0; i < count; i++) {
      holds[i] = asked.get(i);
    }
    List<int[]> edges = new ArrayList<>();
    int next = isPlane ? points : 1; // to the next point of the first number
    for (int i = 0; i < count; i++) {
      if (i + next < count && holds[i] != holds[i + next]) {
        edges.add(new int[] {i, i + next});
      }
      if (isPlane && i % points < points - 1 && holds[i] != holds[i + 1]) {
        edges.add(new int[] {i, i + 1});
      }
    }
    List<double[]> crossings =
        OrderedParallel.map(
            edges.size(),
            threads,
            i ->
                crossing(
                    ofShares,
                    shares(edges.get(i)[0], points, isPlane),
                    shares(edges.get(i)[1], points, isPlane),
                    holds[edges.get(i)[0]]),
            finished -> {});
    return new Region(
        List.copyOf(ranges),
        points,
        holds,
        isPlane ? joined(edges, crossings, points) : single(crossings));
  }

  private static double[] shares(int number, int points, boolean isPlane) {
    double last = points - 1.0;
    return isPlane
        ? new double[] {number / points / last, number % points / last}
        : new double[] {number / last};
  }

  private static double[] values(List<Varied> ranges, double[] shares) {
    double[] values = new double[shares.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = ranges.get(i).at(shares[i]);
    }
    return values;
  }

  private static double[] crossing(
      Statement statement, double[] from, double[] to, boolean holdsAtFrom) {
    double[] low = from.clone();
    double[] high = to.clone();
    for (int i = 0; i < HALVINGS; i++) {
      double[] middle = between(low, high, 0.5);
      if (statement.holdsAt(middle) == holdsAtFrom) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return between(low, high, 0.5);
  }

  private static double[] between(double[] low, double[] high, double share) {
    double[] middle = new double[low.length];
    for (int i = 0; i < middle.length; i++) {
      middle[i] = low[i] + share * (high[i] - low[i]);
    }
    return middle;
  }

  private static List<Piece> single(List<double[]> crossings) {
    return crossings.stream().map(point -> new Piece(list(point), list(point))).toList();
  }

  private static List<Double> list(double[] point) {
    return java.util.Arrays.stream(point).boxed().toList();
  }

  /** Joins the crossings of each square of the grid; of four, those next to each other. */
  private static List<Piece> joined(List<int[]> edges, List<double[]> crossings, int points) {
    List<Piece> pieces = new ArrayList<>();
    for (int x = 0; x + 1 < points; x++) {
      for (int y = 0; y + 1 < points; y++) {
        int corner = x * points + y;
        int[][] sides = {
          {corner, corner + 1},
          {corner + 1, corner + points + 1},
          {corner + points, corner + points + 1},
          {corner, corner + points}
        };
        List<double[]> crossed = new ArrayList<>();
        for (int[] side : sides) {
          for (int i = 0; i < edges.size(); i++) {
            if (edges.get(i)[0] == side[0] && edges.get(i)[1] == side[1]) {
              crossed.add(crossings.get(i));
            }
          }
        }
        for (int i = 0; i + 1 < crossed.size(); i += 2) {
          pieces.add(new Piece(list(crossed.get(i)), list(crossed.get(i + 1))));
        }
      }
    }
    return pieces;
  }

  /** What was varied. */
  public List<Varied> ranges() {
    return ranges;
  }

  /** Points along each range. */
  public int points() {
    return points;
  }

  /** How many points of the grid there are. */
  public int size() {
    return holds.length;
  }

  /** Whether the statement holds at a point of the grid. */
  public boolean holdsAt(int number) {
    return holds[number];
  }

  /** Values of the numbers at a point of the grid, a fresh array. */
  public double[] point(int number) {
    return values(ranges, shares(number, points, ranges.size() == 2));
  }

  /** Share of the grid at which it holds: how much of the ranges, roughly. */
  public double share() {
    int count = 0;
    for (boolean one : holds) {
      count += one ? 1 : 0;
    }
    return (double) count / holds.length;
  }

  /** The border, piece by piece. */
  public List<Piece> border() {
    return border;
  }

  /** Values of the numbers at shares of the ranges, a fresh array. */
  public double[] values(List<Double> shares) {
    return values(ranges, shares.stream().mapToDouble(Double::doubleValue).toArray());
  }

  /**
   * The way from a point to the border.
   *
   * @param share how far it is, as a share of the ranges
   * @param values of the numbers where it ends
   */
  public record Way(double share, List<Double> values) {
    public Way {
      values = List.copyOf(values);
    }
  }

  /**
   * The shortest way to the border; empty where there is none.
   *
   * @param values of the numbers, within their ranges
   */
  public Optional<Way> toBorder(double[] values) {
    double[] here = new double[values.length];
    for (int i = 0; i < here.length; i++) {
      here[i] = share(ranges.get(i), values[i]);
    }
    double least = Double.POSITIVE_INFINITY;
    double[] nearest = here;
    for (Piece piece : border) {
      double[] on = nearest(piece, here);
      double squares = 0;
      for (int i = 0; i < on.length; i++) {
        squares += (on[i] - here[i]) * (on[i] - here[i]);
      }
      if (squares < least) {
        least = squares;
        nearest = on;
      }
    }
    return border.isEmpty()
        ? Optional.empty()
        : Optional.of(new Way(Math.sqrt(least), list(values(ranges, nearest))));
  }

  private static double[] nearest(Piece piece, double[] here) {
    double along = 0;
    double squares = 0;
    for (int i = 0; i < here.length; i++) {
      double side = piece.to.get(i) - piece.from.get(i);
      along += side * (here[i] - piece.from.get(i));
      squares += side * side;
    }
    double share = squares == 0 ? 0 : Math.max(0, Math.min(1, along / squares));
    double[] on = new double[here.length];
    for (int i = 0; i < on.length; i++) {
      on[i] = piece.from.get(i) + share * (piece.to.get(i) - piece.from.get(i));
    }
    return on;
  }

  private static double share(Varied range, double value) {
    return range.low() > 0
        ? StrictMath.log(value / range.low()) / StrictMath.log(range.high() / range.low())
        : (value - range.low()) / (range.high() - range.low());
  }
}
