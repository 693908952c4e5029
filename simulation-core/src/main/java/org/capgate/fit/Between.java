package org.capgate.fit;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.capgate.ensemble.OrderedParallel;
import org.capgate.sensitivity.Response;
import org.capgate.sensitivity.Varied;

/**
 * How subjects differ in the fitted numbers, in two stages (Steimer and others 1984): each subject
 * is fitted alone, begun at what fits all best; then
 *
 * <pre>ω² = variance of the estimates − mean of their squared standard errors, at least 0</pre>
 *
 * in logarithms where the range of a number begins above 0. A subject with no more observations
 * than numbers, or whose data do not determine all of them, is left out of both. Correlations
 * between numbers are not estimated, and estimates of few observations a subject are biased: this
 * is no mixed-effects fit.
 *
 * @param spreads one for each number
 * @param subjects that were fitted
 * @param leftOut how many were not
 * @param meanSquare of the residuals within subjects; 1 where deviations are known
 */
public record Between(
    List<Spread> spreads, List<OfSubject> subjects, int leftOut, double meanSquare) {
  public Between {
    spreads = List.copyOf(spreads);
    subjects = List.copyOf(subjects);
  }

  /**
   * How one number varies between subjects.
   *
   * @param varied the number with its range
   * @param typical mean over the subjects; of logarithms where the range begins above 0
   * @param deviation ω; of the logarithm where the range begins above 0
   */
  public record Spread(Varied varied, double typical, double deviation) {
    /** Of one subject, from a standard normal number; within the range. */
    double drawn(double normal) {
      double value =
          varied.low() > 0
              ? typical * StrictMath.exp(deviation * normal)
              : typical + deviation * normal;
      return Math.max(varied.low(), Math.min(varied.high(), value));
    }
  }

  /**
   * One subject.
   *
   * @param subject as the data name it
   * @param estimates in the order of the numbers
   */
  public record OfSubject(String subject, List<Fit.Estimate> estimates) {
    public OfSubject {
      estimates = List.copyOf(estimates);
    }
  }

  /** A fit of one subject with the standard errors of its numbers. */
  private record Alone(OfSubject of, double[] errors, double sumOfSquares, int freedom) {
    double inner(int number) {
      Fit.Estimate estimate = of.estimates().get(number);
      return estimate.varied().low() > 0 ? StrictMath.log(estimate.value()) : estimate.value();
    }
  }

  /**
   * Fits every subject; the same bits for any number of threads.
   *
   * @param observations with subjects
   * @param predictions of some of the observations, as a function of the numbers
   * @param pooled what fits all of them
   * @param threads ≥ 1
   * @param done told the number of finished subjects
   * @return empty when fewer than three subjects can be fitted
   */
  public static Optional<Between> of(
      Observations observations,
      Function<Observations, Response> predictions,
      Fit.Result pooled,
      int threads,
      IntConsumer done) {
    List<Varied> from =
        pooled.estimates().stream()
            .map(
                one ->
                    new Varied(
                        one.varied().name(), one.value(), one.varied().low(), one.varied().high()))
            .toList();
    List<String> names = observations.subjects();
    List<Alone> alone =
        OrderedParallel.map(
                names.size(),
                threads,
                number -> alone(names.get(number), observations, predictions, from),
                done)
            .stream()
            .flatMap(List::stream)
            .toList();
    if (alone.size() < 3) {
      return Optional.empty();
    }
    double squares = 0;
    int freedom = 0;
    for (Alone one : alone) {
      squares += one.sumOfSquares;
      freedom += one.freedom;
    }
    double meanSquare = observations.hasDeviations() ? 1 : squares / freedom;
    return Optional.of(
        new Between(
            IntStream.range(0, from.size()).mapToObj(i -> spread(alone, i, meanSquare)).toList(),
            alone.stream().map(Alone::of).toList(),
            names.size() - alone.size(),
            meanSquare));
  }

  private static List<Alone> alone(
      String subject,
      Observations observations,
      Function<Observations, Response> predictions,
      List<Varied> from) {
    Observations own = observations.ofSubject(subject);
    if (own.all().size() <= from.size()) {
      return List.of();
    }
    Fit fit = Fit.of(own, predictions.apply(own), from);
    Fit.Result result = fit.fit(new Fit.Settings(1, 0, 1), step -> {});
    double[] errors = fit.errors(result);
    for (double error : errors) {
      if (!Double.isFinite(error)) {
        return List.of();
      }
    }
    return List.of(
        new Alone(
            new OfSubject(subject, result.estimates()),
            errors,
            result.sumOfSquares(),
            result.freedom()));
  }

  private static Spread spread(List<Alone> alone, int number, double meanSquare) {
    double mean = 0;
    for (Alone one : alone) {
      mean += one.inner(number) / alone.size();
    }
    double variance = 0;
    double ofErrors = 0;
    for (Alone one : alone) {
      double away = one.inner(number) - mean;
      variance += away * away / (alone.size() - 1);
      ofErrors += meanSquare * one.errors[number] * one.errors[number] / alone.size();
    }
    Varied varied = alone.get(0).of().estimates().get(number).varied();
    return new Spread(
        varied,
        varied.low() > 0 ? StrictMath.exp(mean) : mean,
        Math.sqrt(Math.max(0, variance - ofErrors)));
  }
}
