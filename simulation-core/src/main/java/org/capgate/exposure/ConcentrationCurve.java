package org.capgate.exposure;

import java.util.List;

/**
 * The concentration of one compound at one site over time, in closed form: its area, its highest
 * value and how it ends. Immutable.
 */
final class ConcentrationCurve {
  /** A sum of so few exponentials turns less often within a segment than it is looked at. */
  private static final int LOOKS = 48;

  /** Times at which a segment is looked at begin at this share of its fastest time. */
  private static final double FIRST_SHARE = 1e-3;

  /** After so many of the slowest times nothing is left, 1e-17. */
  private static final double SLOWEST_TIMES = 40;

  private static final int BISECTIONS = 100;

  private final double[] breakpointsHours;
  private final List<Part> parts;

  /**
   * What adds up.
   *
   * @param system where the substance is
   * @param states its concentration, from the states of the system
   */
  record Part(TimedSystem system, WeightedStates states) {}

  /**
   * The highest point.
   *
   * @param micromolar its height
   * @param atHours when
   */
  record Peak(double micromolar, double atHours) {}

  ConcentrationCurve(double[] breakpointsHours, List<Part> parts) {
    this.breakpointsHours = breakpointsHours;
    this.parts = List.copyOf(parts);
  }

  /** Whether anything is measured there at all. */
  boolean isNowhere() {
    return parts.stream().allMatch(part -> part.states.terms().isEmpty());
  }

  /**
   * Area under the curve (µM·h) from the first administration until a time (h), which may be
   * infinite; infinite when something is given for ever.
   */
  double areaMicromolarHours(double untilHours) {
    double area = 0;
    for (int segment = 1; segment <= breakpointsHours.length; segment++) {
      double hours = Math.min(endHours(segment), untilHours) - startHours(segment);
      if (hours > 0) {
        for (Part part : parts) {
          area += part.states.valueIn(part.system.areas(segment, hours));
        }
      }
    }
    return area;
  }

  /** The highest concentration until a time (h), the earliest of equal ones. */
  Peak peak(double untilHours) {
    Peak highest = new Peak(0, Double.NaN);
    for (int segment = 1; segment <= breakpointsHours.length; segment++) {
      double hours = Math.min(endHours(segment), untilHours) - startHours(segment);
      if (hours > 0) {
        highest = higher(highest, new Piece(segment).peak(hours));
      }
    }
    return highest;
  }

  private static Peak higher(Peak earlier, Peak later) {
    return later.micromolar > earlier.micromolar ? later : earlier;
  }

  /** Half-life at the end (h), of the slowest process that leads to the concentration. */
  double terminalHalfLifeHours() {
    double slowest = Double.POSITIVE_INFINITY;
    for (Part part : parts) {
      for (WeightedStates.Term term : part.states.terms()) {
        if (term.weight() != 0) {
          slowest = Math.min(slowest, part.system.system().slowestPerHour(term.state()));
        }
      }
    }
    return StrictMath.log(2) / slowest;
  }

  private double startHours(int segment) {
    return breakpointsHours[segment - 1];
  }

  private double endHours(int segment) {
    return segment == breakpointsHours.length
        ? Double.POSITIVE_INFINITY
        : breakpointsHours[segment];
  }

  /** The smooth piece between two breakpoints. */
  private final class Piece {
    private final int segment;
    private final double[][] coefficients = new double[parts.size()][];
    private double micromolar;
    private double micromolarPerHour;

    Piece(int segment) {
      this.segment = segment;
      for (int p = 0; p < coefficients.length; p++) {
        int size = parts.get(p).system.system().size();
        coefficients[p] = new double[size * (size + 1)];
        parts.get(p).system.solve(segment, coefficients[p]);
      }
    }

    /** Reads value and slope. */
    private void read(double elapsedHours) {
      micromolar = 0;
      micromolarPerHour = 0;
      for (int p = 0; p < coefficients.length; p++) {
        TriangularSystem system = parts.get(p).system.system();
        int size = system.size();
        double[] functions = new double[size];
        double[] functionsPerHour = new double[size];
        system.basis().evaluate(elapsedHours, functions, functionsPerHour);
        for (WeightedStates.Term term : parts.get(p).states.terms()) {
          int row = term.state() * (size + 1);
          micromolar += term.weight() * coefficients[p][row + size];
          for (int m = 0; m < size; m++) {
            micromolar += term.weight() * coefficients[p][row + m] * functions[m];
            micromolarPerHour += term.weight() * coefficients[p][row + m] * functionsPerHour[m];
          }
        }
      }
    }

    Peak peak(double hours) {
      double fastest = 0;
      double slowest = Double.POSITIVE_INFINITY;
      for (Part part : parts) {
        fastest = Math.max(fastest, part.system.system().fastestPerHour());
        for (int state = 0; state < part.system.system().size(); state++) {
          slowest = Math.min(slowest, part.system.system().slowestPerHour(state));
        }
      }
      double last = Math.min(hours, SLOWEST_TIMES / slowest);
      double first = Math.min(FIRST_SHARE / fastest, 0.5 * last);
      double factor = StrictMath.pow(last / first, 1.0 / (LOOKS - 1));
      Peak highest = at(0);
      double before = 0;
      boolean wasRising = micromolarPerHour > 0;
      for (int look = 0; look < LOOKS; look++) {
        double elapsed = look == LOOKS - 1 ? last : first * StrictMath.pow(factor, look);
        Peak here = at(elapsed);
        boolean isRising = micromolarPerHour > 0;
        if (wasRising && !isRising) {
          highest = higher(highest, at(turn(before, elapsed)));
        }
        highest = higher(highest, here);
        before = elapsed;
        wasRising = isRising;
      }
      return highest;
    }

    /** Where the slope becomes negative between two times since the start (h). */
    private double turn(double rising, double falling) {
      double low = rising;
      double high = falling;
      for (int i = 0; i < BISECTIONS; i++) {
        double middle = 0.5 * (low + high);
        read(middle);
        if (micromolarPerHour > 0) {
          low = middle;
        } else {
          high = middle;
        }
      }
      return high;
    }

    private Peak at(double elapsedHours) {
      read(elapsedHours);
      return new Peak(micromolar, startHours(segment) + elapsedHours);
    }
  }
}
