package org.capgate.fit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
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
 * different readouts in proportion to the size of what was observed.
 */
public final class Observations {
  private final List<Observation> all;
  private final Map<String, Scenario> scenarios;

  /**
   * @param all at least one
   * @param scenarios the experiments by label; each observation names one of them
   */
  public Observations(List<Observation> all, Map<String, Scenario> scenarios) {
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
  }

  /** The observations in their order. */
  public List<Observation> all() {
    return all;
  }

  /** Whether the deviations are known. */
  public boolean hasDeviations() {
    return !Double.isNaN(all.get(0).deviation());
  }

  /** What a residual is divided by: the deviation, or the root mean square of the readout. */
  double[] scales() {
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
              return hasDeviations() ? one.deviation() : size == 0 ? 1 : size;
            })
        .toArray();
  }

  double[] values() {
    return all.stream().mapToDouble(Observation::value).toArray();
  }

  /**
   * What the scenarios give in the place of each observation, as a function of numbers of theirs.
   *
   * @param names of the numbers, which are set in every scenario
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
      double[] predicted = new double[all.size()];
      try {
        measurements.forEach(
            (experiment, measurement) ->
                predict(experiment, measurement, numbers, integrator, predicted));
      } catch (IntegrationException | SteadyStateException none) {
        Arrays.fill(predicted, Double.NaN);
      }
      return predicted;
    };
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
