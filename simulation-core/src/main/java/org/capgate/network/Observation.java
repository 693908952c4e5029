package org.capgate.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.capgate.dynamics.Variable;
import org.capgate.equations.Symbol;
import org.capgate.input.InputException;
import org.capgate.input.Place;

/**
 * What is observed of a network and when. Looking changes nothing: what the next step needs of the
 * last evaluation is put back, so no number depends on how often one looks, or on whether a run was
 * saved and resumed in between.
 */
final class Observation {
  private final NetworkEquations equations;
  private final NetworkStepper stepper;
  private final World world;
  private final NeuronField between; // the state at a sample inside a step
  private final List<Collector> collectors = new ArrayList<>();
  private double[] timesHours = {};
  private double[][] series = {}; // [column][sample]
  private int done;
  private boolean isResumed; // whether the samples so far come from a saved run

  Observation(NetworkEquations equations, NetworkStepper stepper, World world) {
    this.equations = equations;
    this.stepper = stepper;
    this.world = world;
    between = stepper.newField();
  }

  void add(Collector collector) {
    collectors.add(collector);
  }

  List<Variable> columns() {
    List<Variable> columns = new ArrayList<>();
    for (Symbol symbol : equations.tissue.kernel.layout().readouts()) {
      columns.add(new Variable(symbol.name(), symbol.unit().toString(), symbol.description()));
    }
    for (DrugLevel level : DrugLevel.values()) {
      columns.add(level.variable());
    }
    collectors.forEach(collector -> columns.addAll(collector.columns()));
    return columns;
  }

  /**
   * Sets the sample times of a run. After a resumption those before the present must be among the
   * times at which the saved run was sampled; their values are kept.
   *
   * @param samplesHours ascending
   */
  void begin(double[] samplesHours, double endHours) {
    double[] takenHours = Arrays.copyOf(timesHours, done);
    double[][] taken = series;
    double presentHours = stepper.tHours();
    series = new double[columns().size()][samplesHours.length];
    timesHours = samplesHours.clone();
    done = 0;
    for (int i = 0; i < samplesHours.length; i++) {
      double at = samplesHours[i];
      if (!(at <= endHours) || i > 0 && !(at > samplesHours[i - 1])) {
        throw refused(
            "samples must ascend up to the end at %s h, but one is at %s h", endHours, at);
      }
      int known = isResumed ? Arrays.binarySearch(takenHours, at) : -1;
      if (known >= 0 && done == i) {
        for (int c = 0; c < series.length; c++) {
          series[c][i] = taken[c][known];
        }
        done++;
      } else if (at < presentHours) {
        throw refused(
            isResumed
                ? "a sample at %s h lies before %s h, where the saved run stands, and was not taken"
                : "a sample at %s h lies before the present, %s h",
            at,
            presentHours);
      }
    }
    isResumed = false;
    while (done < timesHours.length && timesHours[done] <= presentHours) {
      sample(timesHours[done], stepper.start());
    }
  }

  private static InputException refused(String text, double first, double second) {
    return new InputException(Place.UNKNOWN, text.formatted(first, second));
  }

  /** Takes the samples of the step just made, which ends at a time. */
  void sampleStep(double toHours) {
    while (done < timesHours.length && timesHours[done] <= toHours) {
      double at = timesHours[done];
      if (at == toHours) {
        sample(at, stepper.end());
      } else {
        stepper.interpolate(at, between);
        equations.look(at, between);
        sample(at, between);
        equations.returnTo(toHours, stepper.end());
      }
    }
  }

  private void sample(double tHours, NeuronField state) {
    equations.shareAndObserve(tHours, state);
    int next = 0;
    for (double readout : equations.readouts(state)) {
      series[next++][done] = readout;
    }
    for (DrugLevel level : DrugLevel.values()) {
      series[next++][done] = level.at(equations.cursor(), tHours);
    }
    if (!collectors.isEmpty()) {
      world.look(tHours, state);
      for (Collector collector : collectors) {
        double[] out = new double[collector.columns().size()];
        collector.collect(world, out);
        for (double value : out) {
          series[next++][done] = value;
        }
      }
    }
    done++;
  }

  /** The samples, [column][sample]; the next run begins without any. */
  double[][] finish() {
    double[][] finished = series;
    series = new double[0][];
    timesHours = new double[0];
    done = 0;
    return finished;
  }

  /** Samples so far. */
  void save(NetworkState.Part out) {
    out.put("timesHours", Arrays.copyOf(timesHours, done));
    List<Variable> columns = columns();
    for (int c = 0; c < columns.size(); c++) {
      double[] values = series.length == 0 ? new double[0] : series[c];
      out.put("of." + columns.get(c).name(), Arrays.copyOf(values, done));
    }
  }

  void restore(NetworkState.Part in) {
    timesHours = in.numbers("timesHours").clone();
    done = timesHours.length;
    List<Variable> columns = columns();
    List<String> names = columns.stream().map(Variable::name).toList();
    for (String saved : in.namesAfter("of.")) {
      if (!names.contains(saved)) {
        throw new InputException(
            Place.UNKNOWN,
            "the saved run observed '%s', this one does not: give the same collectors before restoring"
                .formatted(saved));
      }
    }
    series = new double[columns.size()][];
    for (int c = 0; c < series.length; c++) {
      series[c] = in.numbers("of." + names.get(c), done).clone();
    }
    isResumed = true;
  }
}
