package org.capgate.sweep;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The points of a sweep, by number. Immutable. */
public final class Design {
  /** Most points of a sweep. */
  public static final int MOST_POINTS = 1_000_000;

  /** How points are chosen. */
  public enum Kind {
    /** Every combination of the values of the axes, the last axis first. */
    GRID("grid"),
    /** See {@link LatinHypercube}. */
    LATIN_HYPERCUBE("latin-hypercube"),
    /** See {@link ScrambledSobol}. */
    SOBOL("sobol");

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    /** The word of sweep files. */
    public String word() {
      return word;
    }

    /** All words, in order. */
    public static List<String> words() {
      return Stream.of(values()).map(Kind::word).toList();
    }
  }

  private final List<Axis> axes;
  private final List<List<String>> grid; // of a grid
  private final double[][] shares; // of the others
  private final int size;

  private Design(List<Axis> axes, List<List<String>> grid, double[][] shares, int size) {
    this.axes = List.copyOf(axes);
    this.grid = grid;
    this.shares = shares;
    this.size = size;
  }

  /** Every combination of the values of the axes, at least one axis. */
  public static Design grid(List<Axis> axes) {
    requireAxes(axes);
    long size = 1;
    for (Axis axis : axes) {
      size *= axis.points();
      if (size > MOST_POINTS) {
        throw new IllegalArgumentException(
            "a grid must have at most %s points; choose fewer along '%s'"
                .formatted(MOST_POINTS, axis.name()));
      }
    }
    return new Design(axes, axes.stream().map(Axis::values).toList(), new double[0][], (int) size);
  }

  /** A Latin hypercube of so many points. */
  public static Design latinHypercube(List<Axis> axes, int points, long seed) {
    requireAxes(axes);
    return new Design(axes, List.of(), LatinHypercube.points(points, axes.size(), seed), points);
  }

  /** So many scrambled Sobol points. */
  public static Design sobol(List<Axis> axes, int points, long seed) {
    requireAxes(axes);
    return new Design(axes, List.of(), ScrambledSobol.points(points, axes.size(), seed), points);
  }

  private static void requireAxes(List<Axis> axes) {
    if (axes.isEmpty() || axes.size() > ScrambledSobol.MOST_DIMENSIONS) {
      throw new IllegalArgumentException(
          "a design must vary 1 to %s things, but varies %s"
              .formatted(ScrambledSobol.MOST_DIMENSIONS, axes.size()));
    }
  }

  /** What is varied. */
  public List<Axis> axes() {
    return axes;
  }

  /** Number of points. */
  public int size() {
    return size;
  }

  /** Whether it holds every combination. */
  public boolean isGrid() {
    return !grid.isEmpty();
  }

  /** A point by its number, from 0. */
  public Point point(int number) {
    Map<String, String> values = new LinkedHashMap<>();
    int rest = number;
    int block = size;
    for (int a = 0; a < axes.size(); a++) {
      if (isGrid()) {
        block /= axes.get(a).points();
        values.put(axes.get(a).name(), grid.get(a).get(rest / block));
        rest %= block;
      } else {
        values.put(axes.get(a).name(), axes.get(a).at(shares[number][a]));
      }
    }
    return new Point(number, values);
  }
}
