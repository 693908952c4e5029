package org.capgate.fit;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.capgate.random.RandomStream;
import org.capgate.sensitivity.Response;

/**
 * Data that could have been observed, were what was fitted the truth: predictions with an error of
 * the stated deviation, or of that of the residuals, and with subjects of their own where these
 * differ. The uncertainty of what was fitted is left out.
 */
public final class Replicates {
  private Replicates() {}

  /**
   * Data with errors alone.
   *
   * @param result what was fitted
   * @param seed of the errors
   */
  public static IntFunction<double[]> of(Observations observations, Fit.Result result, long seed) {
    double factor =
        observations.hasDeviations() ? 1 : Math.sqrt(result.sumOfSquares() / result.freedom());
    double[] predicted = result.predicted().stream().mapToDouble(Double::doubleValue).toArray();
    return number -> withErrors(observations, predicted, factor, seed, number);
  }

  /**
   * Data of subjects drawn from the spread between them.
   *
   * @param predictions of some of the observations, as a function of the numbers
   */
  public static IntFunction<double[]> of(
      Observations observations,
      Function<Observations, Response> predictions,
      Between between,
      long seed) {
    List<String> subjects = observations.subjects();
    List<Response> own = new ArrayList<>();
    List<int[]> places = new ArrayList<>();
    for (String subject : subjects) {
      own.add(predictions.apply(observations.ofSubject(subject)));
      places.add(observations.placesOf(subject));
    }
    double factor = Math.sqrt(between.meanSquare());
    return number -> {
      double[] predicted = new double[observations.all().size()];
      RandomStream stream = RandomStream.of(seed, number, 0, "subjects of replicates");
      for (int subject = 0; subject < subjects.size(); subject++) {
        double[] point =
            between.spreads().stream()
                .mapToDouble(one -> one.drawn(stream.nextGaussian()))
                .toArray();
        double[] values = own.get(subject).at(point);
        for (int i = 0; i < values.length; i++) {
          predicted[places.get(subject)[i]] = values[i];
        }
      }
      return withErrors(observations, predicted, factor, seed, number);
    };
  }

  private static double[] withErrors(
      Observations observations, double[] predicted, double factor, long seed, int number) {
    RandomStream stream = RandomStream.of(seed, number, 0, "errors of replicates");
    double[] scales = observations.scales();
    double[] values = new double[predicted.length];
    for (int i = 0; i < values.length; i++) {
      ErrorScale scale = observations.all().get(i).scale();
      double error = factor * scales[i] * stream.nextGaussian();
      values[i] = scale.back(scale.of(predicted[i]) + error);
    }
    return values;
  }
}
