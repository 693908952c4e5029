package org.capgate.cli.learn;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.capgate.analysis.Table;
import org.capgate.analysis.TableBuilder;
import org.capgate.calibration.Likelihood;
import org.capgate.calibration.Posterior;
import org.capgate.cli.output.Numeral;
import org.capgate.model.Parameter;
import org.capgate.model.ParameterSet;
import org.capgate.sampling.Convergence;
import org.capgate.sampling.Draws;
import org.jspecify.annotations.Nullable;

/** What chains have drawn, in numbers. The first half of every chain is left out. */
final class PosteriorTables {
  private static final double FACE = 0.02; // of a range, counted as at its bound

  private final Posterior posterior;
  private final Draws draws;
  private final int from;
  private final List<Convergence> convergence = new ArrayList<>();

  PosteriorTables(Posterior posterior, Draws draws) {
    this.posterior = posterior;
    this.draws = draws;
    from = firstDraw(draws);
    for (int i = 0; i < draws.dimensions(); i++) {
      convergence.add(draws.convergence(i, from));
    }
  }

  private static int firstDraw(Draws draws) {
    return draws.perChain() / 2;
  }

  /** Of all dimensions; NaN where none can be told yet. */
  static double largestRHat(Draws draws) {
    double largest = Double.NaN;
    for (int i = 0; i < draws.dimensions(); i++) {
      double rHat = draws.convergence(i, firstDraw(draws)).rHat();
      largest = largest >= rHat ? largest : rHat;
    }
    return largest;
  }

  /** A few lines. */
  void print(PrintWriter out) {
    double rHat = convergence.stream().mapToDouble(Convergence::rHat).max().orElseThrow();
    double bulk = convergence.stream().mapToDouble(Convergence::bulkSize).min().orElseThrow();
    double tail = convergence.stream().mapToDouble(Convergence::tailSize).min().orElseThrow();
    out.println(
        "%s chains, %s draws each kept of one in %s of %s jumps, %s %% accepted"
            .formatted(
                draws.chains(),
                draws.perChain() - from,
                draws.jumps() / ((long) draws.chains() * draws.perChain()),
                draws.jumps(),
                Numeral.digits(100 * draws.acceptedShare(), 3)));
    out.println(
        "largest R-hat %s, smallest effective size %s in bulk and %s in the tails, of %s parameters"
            .formatted(
                Numeral.digits(rHat, 4),
                Numeral.digits(bulk, 3),
                Numeral.digits(tail, 3),
                draws.dimensions()));
    out.println(
        "logarithm of the likelihood %s at the most probable draw"
            .formatted(Numeral.digits(logLikelihood(best()), 5)));
  }

  /** One row a parameter. */
  Table diagnostics(Map<String, String> provenance) {
    TableBuilder table =
        Table.builder()
            .text("parameter")
            .text("unit")
            .number("r_hat")
            .number("bulk")
            .number("tail")
            .number("low_5_percent")
            .number("median")
            .number("high_5_percent")
            .number("share_at_bounds")
            .provenance(provenance);
    for (int i = 0; i < draws.dimensions(); i++) {
      double[] sorted =
          Arrays.stream(draws.values(i, from)).flatMapToDouble(Arrays::stream).sorted().toArray();
      double atBounds =
          Arrays.stream(sorted).map(Posterior::share).filter(x -> x < FACE || x > 1 - FACE).count()
              / (double) sorted.length;
      Parameter parameter = posterior.parameters().get(i);
      table.row(
          parameter.name(),
          parameter.unit(),
          orNull(convergence.get(i).rHat()),
          orNull(convergence.get(i).bulkSize()),
          orNull(convergence.get(i).tailSize()),
          value(i, sorted[(int) (0.05 * sorted.length)]),
          value(i, sorted[sorted.length / 2]),
          value(i, sorted[(int) (0.95 * sorted.length)]),
          atBounds);
    }
    return table.build();
  }

  private static @Nullable Double orNull(double value) {
    return Double.isNaN(value) ? null : (Double) value;
  }

  /** The value of a parameter where its coordinate has a value. */
  private double value(int dimension, double coordinate) {
    double[] point = draws.point(0, from);
    point[dimension] = coordinate;
    return posterior.set(point).value(posterior.parameters().get(dimension).name());
  }

  /** Members at equal distances through the second half, chain after chain. */
  Table ensemble(int members, Map<String, String> provenance) {
    TableBuilder table = Table.builder().number("member").number("log_likelihood");
    List<String> names = posterior.parameters().stream().map(Parameter::name).toList();
    names.forEach(table::number);
    table.provenance(provenance);
    int perChain = draws.perChain() - from;
    int drawn = draws.chains() * perChain;
    int count = Math.min(members, drawn);
    for (int i = 0; i < count; i++) {
      int index = (int) ((long) i * drawn / count);
      int[] draw = {index / perChain, from + index % perChain};
      ParameterSet set = posterior.set(draws.point(draw[0], draw[1]));
      Object[] cells = new Object[names.size() + 2];
      cells[0] = i;
      cells[1] = logLikelihood(draw);
      for (int k = 0; k < names.size(); k++) {
        cells[k + 2] = set.value(names.get(k));
      }
      table.row(cells);
    }
    return table.build();
  }

  /** One row a finding, at the best draw. */
  Table likelihood(Map<String, String> provenance) {
    TableBuilder table =
        Table.builder()
            .text("id")
            .text("experiment")
            .number("number")
            .number("low")
            .number("high")
            .number("sd")
            .number("power")
            .number("log_probability")
            .provenance(provenance);
    int[] best = best();
    for (Likelihood.Row row : posterior.rows(draws.point(best[0], best[1])).orElse(List.of())) {
      table.row(
          row.finding().id(),
          row.experiment(),
          row.number(),
          finite(row.low()),
          finite(row.high()),
          row.deviation(),
          row.power(),
          row.logProbability());
    }
    return table.build();
  }

  private static @Nullable Double finite(double bound) {
    return Double.isInfinite(bound) ? null : (Double) bound;
  }

  private double logLikelihood(int[] draw) {
    return logDensity(draw) - Posterior.logPrior(draws.point(draw[0], draw[1]));
  }

  private double logDensity(int[] draw) {
    return draws.logDensity(draw[0], draw[1]);
  }

  /** Chain and number of the draw of the largest density. */
  private int[] best() {
    int[] best = {0, from};
    for (int chain = 0; chain < draws.chains(); chain++) {
      for (int i = from; i < draws.perChain(); i++) {
        if (draws.logDensity(chain, i) > logDensity(best)) {
          best = new int[] {chain, i};
        }
      }
    }
    return best;
  }
}
