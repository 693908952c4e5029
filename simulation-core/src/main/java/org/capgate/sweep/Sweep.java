package org.capgate.sweep;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntConsumer;
import org.capgate.analysis.Table;
import org.capgate.analysis.TableBuilder;
import org.capgate.dynamics.IntegrationException;
import org.capgate.ensemble.BlockStore;
import org.capgate.ensemble.BlockWork;
import org.capgate.ensemble.Blocks;
import org.capgate.ensemble.OrderedParallel;
import org.capgate.input.InputException;
import org.capgate.steady.SteadyStateException;
import org.jspecify.annotations.Nullable;

/**
 * An experiment at every point of a design. Immutable.
 *
 * <pre>{@code
 * Design doses = Design.grid(List.of(Axis.between("dose", 1, 30, Axis.Scale.LOG, 7)));
 * Sweep sweep = new Sweep(doses, point -> Map.of("mouse", Experiment.of(mouseGiven(point.value("dose")))),
 *     Measurement.of(Readout.MOOD, 24.0));
 * Table table = sweep.table(sweep.run(2, done -> {}), Map.of());
 * }</pre>
 *
 * @param design the points
 * @param experiments what is done at a point, by label; asked for on any thread, must depend on the
 *     point alone
 * @param measurement what is read of each
 */
public record Sweep(
    Design design, Function<Point, Map<String, Experiment>> experiments, Measurement measurement) {

  private static final int MOST_PER_BLOCK = 64;

  /** So that threads share them, and little is lost with one. */
  private static final int LEAST_BLOCKS = 32;

  /** Names a column of the table has already. */
  public static final List<String> TAKEN =
      List.of("run", "scenario", "time_h", "readout", "value", "unit", "failure");

  /**
   * One experiment of one point.
   *
   * @param point where
   * @param label of the experiment; empty when the point itself cannot be stated
   * @param values as {@link Measurement#in} orders them; null when it failed
   * @param failure why there are none; empty when there are
   */
  public record Run(Point point, String label, double @Nullable [] values, String failure) {
    /** Whether there are no values. */
    public boolean hasFailed() {
      return values == null;
    }

    /** A number of the measurement; NaN when there are none. */
    public double value(int index) {
      return values == null ? Double.NaN : values[index];
    }
  }

  /**
   * All runs in the order of the points; the same bits for any number of threads.
   *
   * @param threads ≥ 1
   * @param done told the number of finished points, on the calling thread
   */
  public List<Run> run(int threads, IntConsumer done) {
    List<Run> runs = new ArrayList<>();
    OrderedParallel.map(design.size(), threads, this::at, done).forEach(runs::addAll);
    return runs;
  }

  /**
   * The sweep as blocks of its table, so that one that was stopped goes on where it was.
   *
   * @param specification hexadecimal digits of everything the runs follow from but the seed
   * @param seed of the points
   */
  public Blocks blocks(String specification, long seed, BlockStore store) {
    int perBlock = Math.max(1, Math.min(MOST_PER_BLOCK, design.size() / LEAST_BLOCKS));
    return new Blocks(
        new BlockWork() {
          @Override
          public String specification() {
            return specification;
          }

          @Override
          public long seed() {
            return seed;
          }

          @Override
          public long subjects() {
            return design.size();
          }

          @Override
          public int perBlock() {
            return perBlock;
          }

          @Override
          public Table rows(long first, int count) {
            List<Run> runs = new ArrayList<>();
            for (int number = (int) first; number < first + count; number++) {
              runs.addAll(at(number));
            }
            return table(runs, Map.of());
          }

          @Override
          public Table columns() {
            return table(List.of(), Map.of());
          }
        },
        store);
  }

  /** The runs of blocks, which must have been computed, in the order of the points. */
  public List<Run> runs(Blocks blocks) {
    List<Run> runs = new ArrayList<>();
    double[] values = new double[measurement.size()];
    int[] filled = new int[1];
    blocks.forEachRow(
        row -> {
          values[filled[0]++] = row.number("value");
          if (filled[0] == values.length) {
            String failure = row.text("failure");
            runs.add(
                new Run(
                    design.point((int) row.number("run")),
                    row.text("scenario"),
                    failure.isEmpty() ? values.clone() : null,
                    failure));
            filled[0] = 0;
          }
        });
    return runs;
  }

  private List<Run> at(int number) {
    Point point = design.point(number);
    Map<String, Experiment> stated;
    try {
      stated = experiments.apply(point);
    } catch (InputException e) {
      return List.of(new Run(point, "", null, String.valueOf(e.getMessage())));
    }
    List<Run> runs = new ArrayList<>();
    stated.forEach(
        (label, experiment) -> {
          try {
            runs.add(new Run(point, label, experiment.measured(measurement), ""));
          } catch (IntegrationException | SteadyStateException | InputException e) {
            runs.add(new Run(point, label, null, String.valueOf(e.getMessage())));
          }
        });
    return runs;
  }

  /**
   * One row for each number of each run: the number of the point, a column for each axis, {@code
   * scenario}, {@code time_h}, {@code readout}, {@code value}, {@code unit} and {@code failure}.
   * The value of a run that failed is missing.
   */
  public Table table(List<Run> runs, Map<String, String> provenance) {
    TableBuilder table = Table.builder().number("run");
    for (Axis axis : design.axes()) {
      if (axis.isNumeric()) {
        table.number(axis.name());
      } else {
        table.text(axis.name());
      }
    }
    table
        .text("scenario")
        .number("time_h")
        .text("readout")
        .number("value")
        .text("unit")
        .text("failure")
        .provenance(provenance);
    for (Run run : runs) {
      for (int i = 0; i < measurement.size(); i++) {
        List<@Nullable Object> cells = new ArrayList<>();
        cells.add(run.point().number());
        for (Axis axis : design.axes()) {
          cells.add(
              axis.isNumeric() ? run.point().value(axis.name()) : run.point().word(axis.name()));
        }
        cells.add(run.label());
        cells.add(measurement.atHours(i));
        cells.add(measurement.readout(i).name());
        cells.add(run.hasFailed() ? null : run.value(i));
        cells.add(measurement.readout(i).unit());
        cells.add(run.failure());
        table.row(cells.toArray());
      }
    }
    return table.build();
  }
}
