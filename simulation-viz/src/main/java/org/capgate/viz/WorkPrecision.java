package org.capgate.viz;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.capgate.analysis.Table;

/**
 * What precision costs: time against error, both logarithmic, one line for each solver through its
 * runs from loose to tight tolerance. Lower and further left is better.
 */
public final class WorkPrecision extends FigureBuilder<WorkPrecision> {
  private final List<Series> solvers = new ArrayList<>();
  private AxisLabel error = AxisLabel.dimensionless("Error");
  private AxisLabel time = new AxisLabel("Time", "ms");

  private WorkPrecision(String title) {
    super(title, FigureWidth.ONE_COLUMN);
  }

  /** One column wide, error dimensionless, time in ms, unless told otherwise. */
  public static WorkPrecision titled(String title) {
    return new WorkPrecision(title);
  }

  /** What the error axis shows, as "Relative error of the end state". */
  public WorkPrecision error(AxisLabel label) {
    error = label;
    return this;
  }

  /** What the time axis shows, as "Time of 7 days" in ms. */
  public WorkPrecision time(AxisLabel label) {
    time = label;
    return this;
  }

  /**
   * The runs of all solvers.
   *
   * @param runs columns {@code solver} (text), {@code tolerance}, {@code error} (dimensionless) and
   *     {@code milliseconds}, all > 0; a row without error or time (a run that failed) is left out,
   *     and so is a solver of which no row is left
   */
  public WorkPrecision runs(Table runs) {
    for (String solver : runs.distinct("solver")) {
      Table rows = runs.where("solver", solver);
      int[] order =
          IntStream.range(0, rows.size())
              .filter(row -> !rows.isMissing(row, "error") && !rows.isMissing(row, "milliseconds"))
              .boxed()
              .sorted(Comparator.comparingDouble((Integer row) -> -rows.number(row, "tolerance")))
              .mapToInt(Integer::intValue)
              .toArray();
      if (order.length > 0) {
        solvers.add(
            Series.path(
                solver,
                positive(rows, solver, "error", order),
                positive(rows, solver, "milliseconds", order)));
      }
    }
    return this;
  }

  private static double[] positive(Table rows, String solver, String column, int[] order) {
    double[] numbers = new double[order.length];
    for (int i = 0; i < order.length; i++) {
      numbers[i] = rows.number(order[i], column);
      if (!(numbers[i] > 0)) {
        throw new IllegalArgumentException(
            column
                + " of "
                + solver
                + " must be > 0 on a logarithmic axis, but was "
                + numbers[i]
                + " at tolerance "
                + rows.number(order[i], "tolerance"));
      }
    }
    return numbers;
  }

  @Override
  WorkPrecision self() {
    return this;
  }

  @Override
  String furtherNames() {
    return " Curves: %s.".formatted(String.join("; ", solvers.stream().map(Series::name).toList()));
  }

  @Override
  SheetContent content() {
    if (solvers.isEmpty()) {
      throw new IllegalArgumentException("work-precision figure '" + title() + "' has no run");
    }
    return DecadeCurves.content(title(), width(), error, time, solvers, List.of());
  }
}
