package org.capgate.sensitivity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntConsumer;
import org.capgate.ensemble.Tasks;
import org.capgate.input.InputException;

/**
 * Derivatives of a response by each of its inputs at one point, by central differences of two
 * widths whose leading error cancels (Richardson): the error is of fourth order in the width. Where
 * the response cannot be asked above or below the point, such as a share above 1, differences to
 * the other side of second order take their place, extrapolated alike.
 */
public final class LocalSensitivity {
  /** The wider step as a share of the input; the narrower is half of it. */
  private static final double SHARE = 4e-3;

  private LocalSensitivity() {}

  /**
   * The derivatives by one input.
   *
   * @param perUnit ∂y/∂x, one for each number of the response; NaN where it has no value
   * @param error how far the two widths differ after extrapolation would have left them: a bound
   *     from above, as a rule
   */
  public record Slope(double[] perUnit, double[] error) {
    /** Copies, so that no caller changes it. */
    public Slope {
      perUnit = perUnit.clone();
      error = error.clone();
    }

    @Override
    public double[] perUnit() {
      return perUnit.clone();
    }

    @Override
    public double[] error() {
      return error.clone();
    }
  }

  /**
   * The derivatives by every input, in their order; the same bits for any number of threads.
   *
   * @param scale for each input what its steps are a share of, > 0: its size, or the width of its
   *     range where it is 0
   * @param threads ≥ 1
   * @param done told the number of finished inputs, each of four evaluations
   */
  public static List<Slope> at(
      double[] point, double[] scale, Response response, int threads, IntConsumer done) {
    return at(point, scale, response, Tasks.on(threads, done));
  }

  /**
   * As {@link #at(double[], double[], Response, int, IntConsumer)}, one task for each input: its
   * slopes, then their errors.
   */
  public static List<Slope> at(double[] point, double[] scale, Response response, Tasks tasks) {
    return tasks
        .numbers(
            "",
            point.length,
            i -> {
              Slope slope = slope(point, i, SHARE * scale[i], response);
              double[] both = Arrays.copyOf(slope.perUnit, 2 * slope.perUnit.length);
              System.arraycopy(slope.error, 0, both, slope.error.length, slope.error.length);
              return both;
            })
        .stream()
        .map(
            both ->
                new Slope(
                    Arrays.copyOf(both, both.length / 2),
                    Arrays.copyOfRange(both, both.length / 2, both.length)))
        .toList();
  }

  private static Slope slope(double[] point, int input, double width, Response response) {
    try {
      return extrapolated(
          central(point, input, width, response), central(point, input, width / 2, response));
    } catch (InputException outOfBounds) {
      try {
        return oneSided(point, input, -width, response);
      } catch (InputException belowToo) {
        return oneSided(point, input, width, response);
      }
    }
  }

  private static Slope oneSided(double[] point, int input, double width, Response response) {
    return extrapolated(
        sided(point, input, width, response), sided(point, input, width / 2, response));
  }

  /** Error of second order in the width. */
  private static double[] central(double[] point, int input, double width, Response response) {
    double[] above = moved(point, input, width, response);
    double[] below = moved(point, input, -width, response);
    double[] slope = new double[above.length];
    for (int out = 0; out < slope.length; out++) {
      slope[out] = (above[out] - below[out]) / (2 * width);
    }
    return slope;
  }

  /** Error of second order in the width, which points to one side. */
  private static double[] sided(double[] point, int input, double width, Response response) {
    double[] here = response.at(point);
    double[] near = moved(point, input, width, response);
    double[] far = moved(point, input, 2 * width, response);
    double[] slope = new double[here.length];
    for (int out = 0; out < slope.length; out++) {
      slope[out] = (4 * near[out] - far[out] - 3 * here[out]) / (2 * width);
    }
    return slope;
  }

  private static double[] moved(double[] point, int input, double by, Response response) {
    double[] there = point.clone();
    there[input] += by;
    return response.at(there);
  }

  private static Slope extrapolated(double[] wide, double[] narrow) {
    List<Double> errors = new ArrayList<>();
    double[] slope = new double[wide.length];
    for (int out = 0; out < slope.length; out++) {
      slope[out] = (4 * narrow[out] - wide[out]) / 3;
      errors.add(Math.abs(slope[out] - narrow[out]));
    }
    return new Slope(slope, errors.stream().mapToDouble(Double::doubleValue).toArray());
  }
}
