package org.capgate.fit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.capgate.dynamics.IntegrationException;
import org.capgate.dynamics.Integrator;
import org.capgate.model.Readout;
import org.capgate.scenario.Scenario;
import org.capgate.sensitivity.Response;
import org.capgate.steady.SteadyStateException;
import org.capgate.sweep.Measurement;

/**
 * What was observed in some experiments. Either every observation has a deviation, or none has:
 * then the errors of all observations of one readout are taken to be equally large, and those of
 * different readouts in proportion to the size of what was observed. Deviations may be known up to
 * one factor, which then follows from the residuals.
 */
public final class Observations {
  private static final double LOG_2_PI = StrictMath.log(2 * Math.PI);

  private final List<Observation> all;
  private final Map<String, Scenario> scenarios;
  private final boolean areDeviationsKnown;

  /**
   * @param all at least one
   * @param scenarios the experiments by label; each observation names one of them
   */
  public Observations(List<Observation> all, Map<String, Scenario> scenarios) {
    this(all, scenarios, true);
  }

  /**
   * @param all at least one
   * @param scenarios the experiments by label; each observation names one of them
   * @param areDeviationsKnown whether deviations, where there are any, are known, and not only in
   *     what proportion they are
   */
  public Observations(
      List<Observation> all, Map<String, Scenario> scenarios, boolean areDeviationsKnown) {
    this.all = List.copyOf(all);
    this.scenarios = new LinkedHashMap<>(scenarios);
    this.scenarios
        .keySet()
        .retainAll(all.stream().map(Observation::experiment).distinct().toList());
    long known = all.stream().filter(one -> !Double.isNaN(one.deviation())).count();
    if (all.isEmpty() || (known > 0 && known < all.size())) {
      throw new IllegalArgumentException(
          "there must be at least one observation, and a deviation for all or none, but there were"
              + " %s with %s".formatted(all.size(), known));
    }
    this.areDeviationsKnown = areDeviationsKnown && known > 0;
  }

  /** The observations in their order. */
  public List<Observation> all() {
    return all;
  }

  /** Whether the deviations are known. */
  public boolean hasDeviations() {
    return areDeviationsKnown;
  }

  /**
   * Logarithm of the probability density of what was observed, where deviations are stated.
   *
   * <pre>Σ −½·ln(2π) − ln σ − ½·((s(m) − s(y))/σ)² + ln s′(m)</pre>
   *
   * with m observed, y predicted, s the scale of the error and σ the deviation on it.
   *
   * @param predicted in the place of each observation
   */
  public double logLikelihood(List<Double> predicted) {
    double sum = -0.5 * chiSquare(predicted);
    for (Observation one : all) {
      sum += -0.5 * LOG_2_PI - StrictMath.log(one.deviation()) + one.scale().logSlope(one.value());
    }
    return sum;
  }

  /**
   * Sum of the squares of (s(m) − s(y))/σ, where deviations are stated; see {@link #logLikelihood}.
   *
   * @param predicted in the place of each observation
   */
  public double chiSquare(List<Double> predicted) {
    double sum = 0;
    for (int i = 0; i < all.size(); i++) {
      Observation one = all.get(i);
      double residual =
          (one.scale().of(one.value()) - one.scale().of(predicted.get(i))) / one.deviation();
      sum += residual * residual;
    }
    return sum;
  }

  /**
   * What a residual is divided by: the deviation where one is stated, else the root mean square of
   * the readout. A fresh array.
   */
  public double[] scales() {
    Map<Readout, double[]> squares = new LinkedHashMap<>();
    for (Observation one : all) {
      double[] sum = squares.computeIfAbsent(one.readout(), readout -> new double[2]);
      sum[0] += one.value() * one.value();
      sum[1]++;
    }
    return all.stream()
        .mapToDouble(
            one -> {
              double[] sum = Objects.requireNonNull(squares.get(one.readout()));
              double size = Math.sqrt(sum[0] / sum[1]);
              return Double.isNaN(one.deviation()) ? size == 0 ? 1 : size : one.deviation();
            })
        .toArray();
  }

  /** The subjects in the order of their first observation; empty where none are named. */
  public List<String> subjects() {
    return all.stream()
        .map(Observation::subject)
        .filter(subject -> !subject.isEmpty())
        .distinct()
        .toList();
  }

  /** Numbers of the observations of a subject. */
  int[] placesOf(String subject) {
    return IntStream.range(0, all.size())
        .filter(i -> all.get(i).subject().equals(subject))
        .toArray();
  }

  /** Those of one subject, with the scales they have among all. */
  Observations ofSubject(String subject) {
    double[] scales = scales();
    List<Observation> own = new ArrayList<>();
    for (int i : placesOf(subject)) {
      own.add(all.get(i).withDeviation(scales[i]));
    }
    return new Observations(own, scenarios, areDeviationsKnown);
  }

  double[] values() {
    return all.stream().mapToDouble(Observation::value).toArray();
  }

  /**
   * What the scenarios give in the place of each observation, as a function of numbers of theirs.
   *
   * @param names of the numbers: those that scenarios know are set in every scenario, the others
   *     belong to factors and offsets of observations
   */
  public Response predictions(List<String> names, Integrator integrator) {
    Map<String, Measurement> measurements = new LinkedHashMap<>();
    for (String experiment : scenarios.keySet()) {
      List<Observation> own =
          all.stream().filter(one -> one.experiment().equals(experiment)).toList();
      TreeSet<Double> times = new TreeSet<>();
      own.forEach(one -> times.add(one.atHours()));
      List<Readout> readouts = own.stream().map(Observation::readout).distinct().toList();
      measurements.put(experiment, new Measurement(readouts, new ArrayList<>(times)));
    }
    return point -> {
      Map<String, Double> numbers = new LinkedHashMap<>();
      for (int i = 0; i < point.length; i++) {
        numbers.put(names.get(i), point[i]);
      }
      Map<String, Double> ofScenarios = new LinkedHashMap<>(numbers);
      ofScenarios.keySet().removeIf(name -> !isOfScenarios(name));
      double[] predicted = new double[all.size()];
      try {
        measurements.forEach(
            (experiment, measurement) ->
                predict(experiment, measurement, ofScenarios, integrator, predicted));
      } catch (IntegrationException | SteadyStateException none) {
        Arrays.fill(predicted, Double.NaN);
      }
      for (int i = 0; i < predicted.length; i++) {
        Observation one = all.get(i);
        predicted[i] = one.offset().at(numbers) + one.factor().at(numbers) * predicted[i];
      }
      return predicted;
    };
  }

  /** Whether a number belongs to the scenarios, and not to factors and offsets of observations. */
  public boolean isOfScenarios(String name) {
    return scenarios.values().iterator().next().parameters().contains(name);
  }

  List<ErrorScale> errorScales() {
    return all.stream().map(Observation::scale).toList();
  }

  private void predict(
      String experiment,
      Measurement measurement,
      Map<String, Double> numbers,
      Integrator integrator,
      double[] predicted) {
    Scenario scenario = Objects.requireNonNull(scenarios.get(experiment));
    Scenario changed = scenario.toBuilder().parameters(scenario.parameters().with(numbers)).build();
    double[] values = measurement.in(changed, integrator);
    for (int i = 0; i < predicted.length; i++) {
      Observation one = all.get(i);
      if (one.experiment().equals(experiment)) {
        int readout = measurement.readouts().indexOf(one.readout());
        int time = measurement.atHours().indexOf(one.atHours());
        predicted[i] = values[readout * measurement.atHours().size() + time];
      }
    }
  }
}
