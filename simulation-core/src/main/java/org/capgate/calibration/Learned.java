package org.capgate.calibration;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.capgate.ensemble.OrderedParallel;
import org.capgate.model.Parameter;
import org.capgate.model.ParameterSet;
import org.capgate.uncertainty.ParameterEnsemble;
import org.capgate.uncertainty.Quantiles;

/**
 * What findings say of parameters, from sets drawn of the posterior. In normal scores z every
 * parameter has the prior variance 1, so that they can be compared:
 *
 * <pre>contraction = 1 − variance of z over the sets</pre>
 *
 * <p>1: known; 0: as before; below 0: the findings favour the ends of the range. Directions are the
 * eigenvectors of the covariance of z: stiff ones have a small variance and are known, sloppy ones
 * are as wide as the prior.
 */
public final class Learned {
  private static final int LOADS = 3;

  private final List<OfParameter> parameters;
  private final List<Direction> directions;

  private Learned(List<OfParameter> parameters, List<Direction> directions) {
    this.parameters = List.copyOf(parameters);
    this.directions = List.copyOf(directions);
  }

  /**
   * What is known of one parameter.
   *
   * @param parameter as it ships
   * @param values over the sets, in its unit
   * @param shares over the sets, as shares of its range, on its scale
   * @param shippedShare that of the shipped value
   * @param contraction 1: known, 0: as before
   * @param partner the parameter it goes with most
   * @param correlation with that, in [−1, 1]
   * @param leansOn the experiment without which its mean would move most: source, subject, readout
   * @param moves by how many of its standard deviations
   */
  public record OfParameter(
      Parameter parameter,
      Quantiles values,
      Quantiles shares,
      double shippedShare,
      double contraction,
      String partner,
      double correlation,
      String leansOn,
      double moves) {}

  /**
   * A combination of parameters.
   *
   * @param variance over the sets; 1 is that of the prior
   * @param loads parameters with the largest parts, the largest first
   * @param parts of these in the unit vector
   */
  public record Direction(double variance, List<String> loads, List<Double> parts) {
    public Direction {
      loads = List.copyOf(loads);
      parts = List.copyOf(parts);
    }
  }

  /**
   * Looks at sets.
   *
   * @param posterior they were drawn of
   * @param sets more than there are parameters
   * @param done told how many sets are done
   */
  public static Learned of(
      Posterior posterior, ParameterEnsemble sets, int threads, IntConsumer done) {
    ParameterSet standard = ParameterSet.standard();
    double[][] scores = new double[sets.size()][];
    Arrays.setAll(scores, set -> posterior.point(sets.member(set, standard)));
    List<Optional<double[]>> logs =
        OrderedParallel.map(
            sets.size(), threads, set -> posterior.logsOfExperiments(scores[set]), done);
    List<Parameter> parameters = posterior.parameters();
    double[][] covariance = covariance(scores);
    double[][] shifts = shifts(scores, logs, posterior.experiments().size());
    double[] shipped = posterior.point(standard);
    List<OfParameter> ofParameters = new ArrayList<>();
    for (int i = 0; i < parameters.size(); i++) {
      int index = i;
      int partner = largest(correlations(covariance, i));
      int experiment = largest(shifts[i]);
      ofParameters.add(
          new OfParameter(
              parameters.get(i),
              Quantiles.of(sets.values(parameters.get(i).name())),
              Quantiles.of(
                  Arrays.stream(scores).mapToDouble(z -> Posterior.share(z[index])).toArray()),
              Posterior.share(shipped[i]),
              1 - covariance[i][i],
              parameters.get(partner).name(),
              correlations(covariance, i)[partner],
              posterior.experiments().get(experiment),
              shifts[i][experiment]));
    }
    return new Learned(ofParameters, directions(covariance, parameters));
  }

  private static double[][] covariance(double[][] scores) {
    int count = scores[0].length;
    double[] mean = new double[count];
    for (double[] z : scores) {
      for (int i = 0; i < count; i++) {
        mean[i] += z[i] / scores.length;
      }
    }
    double[][] covariance = new double[count][count];
    for (double[] z : scores) {
      for (int i = 0; i < count; i++) {
        for (int k = 0; k < count; k++) {
          covariance[i][k] += (z[i] - mean[i]) * (z[k] - mean[k]) / (scores.length - 1);
        }
      }
    }
    return covariance;
  }

  /** With the others; 0 with itself. */
  private static double[] correlations(double[][] covariance, int of) {
    double[] correlations = new double[covariance.length];
    Arrays.setAll(
        correlations,
        i -> i == of ? 0 : covariance[of][i] / Math.sqrt(covariance[of][of] * covariance[i][i]));
    return correlations;
  }

  private static int largest(double[] numbers) {
    return IntStream.range(0, numbers.length)
        .boxed()
        .max(Comparator.comparingDouble(i -> Math.abs(numbers[i])))
        .orElseThrow();
  }

  /** By how many standard deviations each mean moves when an experiment is left out. */
  private static double[][] shifts(
      double[][] scores, List<Optional<double[]>> logs, int experiments) {
    int count = scores[0].length;
    double[][] shifts = new double[count][experiments];
    for (int experiment = 0; experiment < experiments; experiment++) {
      double[] weights = CrossValidation.weights(logs, experiment);
      double sum = Arrays.stream(weights).sum();
      for (int i = 0; i < count; i++) {
        double with = 0;
        double without = 0;
        double squares = 0;
        for (int set = 0; set < scores.length; set++) {
          double z = scores[set][i];
          with += z / scores.length;
          squares += z * z / scores.length;
          without += weights[set] * z / sum;
        }
        double deviation = Math.sqrt(Math.max(squares - with * with, Double.MIN_NORMAL));
        shifts[i][experiment] = (without - with) / deviation;
      }
    }
    return shifts;
  }

  private static List<Direction> directions(double[][] covariance, List<Parameter> parameters) {
    EigenDecomposition eigen = new EigenDecomposition(new Array2DRowRealMatrix(covariance, false));
    List<Direction> directions = new ArrayList<>();
    for (int k = 0; k < covariance.length; k++) {
      double[] vector = eigen.getEigenvector(k).toArray();
      List<Integer> order =
          IntStream.range(0, vector.length)
              .boxed()
              .sorted(Comparator.comparingDouble(i -> -Math.abs(vector[i])))
              .limit(LOADS)
              .toList();
      directions.add(
          new Direction(
              Math.max(0, eigen.getRealEigenvalue(k)),
              order.stream().map(i -> parameters.get(i).name()).toList(),
              order.stream().map(i -> vector[i]).toList()));
    }
    directions.sort(Comparator.comparingDouble(Direction::variance));
    return directions;
  }

  /** Parameters in the order of the set. */
  public List<OfParameter> parameters() {
    return parameters;
  }

  /** Directions, the stiffest first. */
  public List<Direction> directions() {
    return directions;
  }
}
