package org.capgate.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.capgate.dynamics.Variable;
import org.capgate.treatment.CellClass;

/** Reduces a network to a few numbers at each sample time; nothing of the size of it is kept. */
public interface Collector {
  /** What the numbers are; names are unique among all collectors of a run. */
  List<Variable> columns();

  /** Writes one number per column. */
  void collect(NetworkView world, double[] out);

  /** Mean over the neurons of a class. */
  static Collector mean(String stem, CellClass cellClass) {
    return of(
        List.of(column(stem, "Mean", cellClass)),
        (world, out) -> out[0] = mean(world.values(stem, cellClass)));
  }

  /** Quantiles over the neurons of a class, each in [0, 1]. */
  static Collector quantiles(String stem, CellClass cellClass, double... at) {
    double[] wanted = at.clone();
    List<Variable> columns = new ArrayList<>();
    for (double q : wanted) {
      Settings.require("quantile", q, 0, 1);
      columns.add(column(stem, "Quantile" + Math.round(q * 1000), cellClass));
    }
    return of(
        columns,
        (world, out) -> {
          double[] values = world.values(stem, cellClass);
          Arrays.sort(values);
          for (int i = 0; i < wanted.length; i++) {
            double place = wanted[i] * (values.length - 1);
            int below = (int) place;
            int above = Math.min(below + 1, values.length - 1);
            out[i] = values[below] + (place - below) * (values[above] - values[below]);
          }
        });
  }

  /** Share of the neurons of a class whose switch is on. */
  static Collector fractionOn(CellClass cellClass) {
    return of(
        List.of(column("switchOn", "Fraction", cellClass)),
        (world, out) -> {
          int on = 0;
          int first = world.first(cellClass);
          for (int i = first; i < first + world.neurons(cellClass); i++) {
            on += world.neuron(i).isSwitchedOn() ? 1 : 0;
          }
          out[0] = (double) on / world.neurons(cellClass);
        });
  }

  /** Shares of the neurons of a class in bins of equal width; what lies outside is in no bin. */
  static Collector histogram(String stem, CellClass cellClass, double low, double high, int bins) {
    Settings.require("number of bins", bins, 1, 10_000);
    List<Variable> columns = new ArrayList<>();
    for (int b = 0; b < bins; b++) {
      columns.add(column(stem, String.format(Locale.ROOT, "Bin%03d", b), cellClass));
    }
    return of(
        columns,
        (world, out) -> {
          Arrays.fill(out, 0);
          double[] values = world.values(stem, cellClass);
          for (double value : values) {
            int bin = (int) Math.floor((value - low) / (high - low) * bins);
            bin = value == high ? bins - 1 : bin;
            if (bin >= 0 && bin < bins) {
              out[bin] += 1.0 / values.length;
            }
          }
        });
  }

  private static double mean(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum / values.length;
  }

  private static Variable column(String stem, String what, CellClass cellClass) {
    return new Variable(
        stem + what + (cellClass == CellClass.EXCITATORY ? "Excitatory" : "Inhibitory"),
        "1",
        what.toLowerCase(Locale.ROOT) + " of " + stem + " over neurons");
  }

  /** What a collector does. */
  @FunctionalInterface
  interface Reduction {
    /** Writes one number per column. */
    void collect(NetworkView world, double[] out);
  }

  /** A collector of your own. */
  static Collector of(List<Variable> columns, Reduction reduction) {
    List<Variable> copy = List.copyOf(columns);
    return new Collector() {
      @Override
      public List<Variable> columns() {
        return copy;
      }

      @Override
      public void collect(NetworkView world, double[] out) {
        reduction.collect(world, out);
      }
    };
  }
}
