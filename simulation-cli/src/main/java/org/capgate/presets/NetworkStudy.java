package org.capgate.presets;

import static org.capgate.treatment.AmountUnit.MG_PER_KG;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.capgate.analysis.Table;
import org.capgate.dynamics.Sampling;
import org.capgate.dynamics.TimeSpan;
import org.capgate.dynamics.Trajectory;
import org.capgate.ensemble.OrderedParallel;
import org.capgate.model.Readout;
import org.capgate.network.Network;
import org.capgate.scenario.Scenario;
import org.capgate.treatment.Compounds;
import org.capgate.treatment.Dose;
import org.capgate.viz.Figure;
import org.jspecify.annotations.Nullable;

/** What the presets with networks have in common. */
final class NetworkStudy {
  static final int THREADS = 2;

  private NetworkStudy() {}

  /** A mouse given ketamine, 10 mg/kg ip. */
  static Scenario ketamine() {
    return Scenario.mouse()
        .treatment(Dose.of(Compounds.ketamine(), 10, MG_PER_KG).intraperitoneal().atHours(0))
        .build();
  }

  /** Change of mood from just before the dose to 24 h after it. */
  static double moodChange(Network network) {
    Trajectory run = network.simulate(TimeSpan.hours(0, 24), Sampling.at(0, 24));
    return Readout.MOOD.at(run, 24) - Readout.MOOD.at(run, 0);
  }

  /** Results of independent networks, in their order. */
  static <T> List<T> each(int count, IntFunction<T> task) {
    return OrderedParallel.map(count, THREADS, task, done -> {});
  }

  static double mean(List<Double> values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum / values.size();
  }

  /** Sample standard deviation, null of a single value. */
  static @Nullable Double deviation(List<Double> values) {
    if (values.size() < 2) {
      return null;
    }
    double mean = mean(values);
    double sum = 0;
    for (double value : values) {
      sum += (value - mean) * (value - mean);
    }
    return Math.sqrt(sum / (values.size() - 1));
  }

  /** Names of networks that differ by their seed, as {@code 300 neurons, seed 2}. */
  static List<String> named(String what, int seeds) {
    return IntStream.range(0, seeds).mapToObj(seed -> what + ", seed " + seed).toList();
  }

  /** Those of a part of the results that are there. */
  static List<Double> solved(List<Optional<Double>> results, int from, int to) {
    return results.subList(from, to).stream().flatMap(Optional::stream).toList();
  }

  /** Writes a table, and a figure where the table has a row, where a folder was named. */
  static void write(String[] arguments, String name, Table table, Function<Table, Figure> figure) {
    if (arguments.length > 0) {
      Path folder = Path.of(arguments[0]);
      table.writeCsv(folder.resolve(name + ".csv"));
      if (table.size() > 0) {
        figure.apply(table).write(folder, name);
      }
    }
  }

  /** The header of a figure and table. */
  static Map<String, String> provenance(String preset) {
    return Map.of("preset", preset);
  }
}
