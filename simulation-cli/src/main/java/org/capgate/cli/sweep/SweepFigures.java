package org.capgate.cli.sweep;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.capgate.cli.output.Numeral;
import org.capgate.cli.output.ReadoutLabel;
import org.capgate.io.SweepFile;
import org.capgate.model.Readout;
import org.capgate.sweep.Axis;
import org.capgate.sweep.Measurement;
import org.capgate.sweep.Sweep;
import org.capgate.viz.AxisLabel;
import org.capgate.viz.Curves;
import org.capgate.viz.Figure;
import org.capgate.viz.HeatMap;
import org.capgate.viz.Series;

/**
 * A sweep as figures, one for each readout: lines where one number is varied, also beside a word; a
 * heat map for each time and experiment where two numbers are, in a grid. Designs that vary more
 * have a table only.
 */
final class SweepFigures {
  /** Lines that look different. */
  private static final int MOST_LINES = 12;

  /** Heat maps of one sweep. */
  private static final int MOST_MAPS = 24;

  private final SweepFile file;
  private final List<Sweep.Run> runs;
  private final Map<String, String> provenance;
  private final List<Axis> axes;
  private final Measurement measurement;

  SweepFigures(SweepFile file, List<Sweep.Run> runs, Map<String, String> provenance) {
    this.file = file;
    this.runs = runs;
    this.provenance = provenance;
    axes = file.sweep().design().axes();
    measurement = file.sweep().measurement();
  }

  Map<String, Figure> figures() {
    List<Axis> numbers = axes.stream().filter(Axis::isNumeric).toList();
    if (numbers.size() == 1 && axes.size() <= 2) {
      return lines(numbers.get(0));
    }
    return axes.size() == 2 && numbers.size() == 2 && file.sweep().design().isGrid()
        ? maps(axes.get(0), axes.get(1))
        : Map.of();
  }

  private List<String> labels() {
    return runs.stream()
        .map(Sweep.Run::label)
        .filter(label -> !label.isEmpty())
        .distinct()
        .toList();
  }

  private Map<String, Figure> lines(Axis across) {
    Map<String, Figure> figures = new LinkedHashMap<>();
    int times = measurement.atHours().size();
    String when = times == 1 ? " at " + Numeral.time(measurement.atHours(0)) : "";
    for (int r = 0; r < measurement.readouts().size(); r++) {
      Readout readout = measurement.readouts().get(r);
      Map<String, List<double[]>> points = new LinkedHashMap<>();
      for (int t = 0; t < times; t++) {
        int index = r * times + t;
        for (Sweep.Run run : runs) {
          if (!run.hasFailed()) {
            points
                .computeIfAbsent(name(run, across, t), name -> new ArrayList<>())
                .add(new double[] {run.point().value(across.name()), run.value(index)});
          }
        }
      }
      if (points.isEmpty() || points.size() > MOST_LINES) {
        continue;
      }
      Curves figure =
          Curves.titled("%s: %s%s".formatted(file.name(), readout.title(), when))
              .varied(label(across))
              .value(ReadoutLabel.axis(readout))
              .provenance(provenance);
      points.forEach((name, line) -> figure.line(series(name, line)));
      figures.put(
          readout.name().replace(' ', '-'),
          (across.isLogarithmic() ? figure.logarithmic() : figure).build());
    }
    return figures;
  }

  private static Series series(String name, List<double[]> points) {
    points.sort((a, b) -> Double.compare(a[0], b[0]));
    return Series.of(
        name,
        points.stream().mapToDouble(point -> point[0]).toArray(),
        points.stream().mapToDouble(point -> point[1]).toArray());
  }

  /** What tells a line from the others: the word beside the number, the experiment, the time. */
  private String name(Sweep.Run run, Axis across, int time) {
    List<String> words = new ArrayList<>();
    run.point()
        .values()
        .forEach(
            (axis, value) -> {
              if (!axis.equals(across.name())) {
                words.add(value);
              }
            });
    if (labels().size() > 1) {
      words.add(run.label());
    }
    if (measurement.atHours().size() > 1) {
      words.add(Numeral.time(measurement.atHours().get(time)));
    }
    return words.isEmpty() ? file.name() : String.join(", ", words);
  }

  private Map<String, Figure> maps(Axis across, Axis upward) {
    Map<String, Figure> figures = new LinkedHashMap<>();
    List<String> labels = labels();
    for (String label : labels) {
      for (int index = 0; index < measurement.size() && figures.size() < MOST_MAPS; index++) {
        double[][] cells = new double[across.points()][upward.points()];
        for (double[] column : cells) {
          Arrays.fill(column, Double.NaN);
        }
        for (Sweep.Run run : runs) {
          if (run.label().equals(label)) {
            int number = run.point().number();
            cells[number / upward.points()][number % upward.points()] = run.value(index);
          }
        }
        boolean isEmpty =
            Arrays.stream(cells).flatMapToDouble(Arrays::stream).noneMatch(Double::isFinite);
        if (isEmpty) {
          continue;
        }
        Readout readout = measurement.readout(index);
        String time = Numeral.time(measurement.atHours(index));
        String which = labels.size() > 1 ? ", " + label : "";
        String name =
            "%s-%s%s"
                .formatted(
                    readout.name(),
                    Numeral.compact(measurement.atHours(index)) + "h",
                    labels.size() > 1 ? "-" + labels.indexOf(label) : "")
                .replace(' ', '-');
        figures.put(
            name,
            HeatMap.titled("%s: %s at %s%s".formatted(file.name(), readout.title(), time, which))
                .across(label(across), printed(across))
                .upward(label(upward), printed(upward))
                .value(ReadoutLabel.axis(readout))
                .cells(cells)
                .provenance(provenance)
                .build());
      }
    }
    return figures;
  }

  private static AxisLabel label(Axis axis) {
    return axis.unit().isEmpty()
        ? AxisLabel.dimensionless(axis.name())
        : new AxisLabel(axis.name(), axis.unit());
  }

  private static List<String> printed(Axis axis) {
    return axis.values().stream().map(value -> Numeral.compact(Double.parseDouble(value))).toList();
  }
}
