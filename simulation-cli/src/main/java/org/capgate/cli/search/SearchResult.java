package org.capgate.cli.search;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.capgate.analysis.Table;
import org.capgate.analysis.TableBuilder;
import org.capgate.cli.output.Numeral;
import org.capgate.io.ScenarioFile;
import org.capgate.io.SearchFile;
import org.capgate.model.Readout;
import org.capgate.scenario.Scenario;
import org.capgate.search.Goal;
import org.capgate.search.Measure;
import org.capgate.search.Nsga2;
import org.capgate.search.Search;
import org.capgate.sweep.Axis;
import org.capgate.treatment.Compound;
import org.capgate.viz.AxisLabel;
import org.capgate.viz.Figure;
import org.capgate.viz.TradeOff;
import org.jspecify.annotations.Nullable;

/**
 * What a search found.
 *
 * @param front designs that no other beats
 * @param references what they are compared with, by name
 */
record SearchResult(
    SearchFile file,
    Search search,
    Nsga2.Settings settings,
    List<Search.Scored> front,
    Map<String, Search.Scored> references) {
  private static final int NAME_WIDTH = 16;
  private static final int NUMBER_WIDTH = 14;
  private static final int MOST_SHOWN = 10;
  private static final double READ_EVERY_MINUTES = 10;

  private static String label(Goal goal) {
    String unit = goal.measure().unit();
    return goal.measure().name() + (unit.isEmpty() ? "" : " (" + unit + ")");
  }

  private static String number(double value) {
    return Double.isFinite(value) ? Numeral.compact(value) : "none";
  }

  String text() {
    StringBuilder text = new StringBuilder();
    text.append(
        "%s: %s designs tried in %s parameter set%s, %s that no other beats\n"
            .formatted(
                file.name(),
                settings.evaluations(),
                search.members(),
                search.members() == 1 ? "" : "s",
                front.size()));
    List<Goal> goals = search.goals();
    for (int goal = 0; goal < goals.size(); goal++) {
      text.append(
          "  (%s) %s, %s\n".formatted(goal + 1, label(goals.get(goal)), words(goals.get(goal))));
    }
    text.append(Numeral.left("", NAME_WIDTH));
    for (int goal = 0; goal < goals.size(); goal++) {
      text.append(Numeral.right("(%s)".formatted(goal + 1), NUMBER_WIDTH));
    }
    text.append('\n');
    references.forEach((name, scored) -> text.append(line(name, scored)));
    int step = Math.max(1, (front.size() + MOST_SHOWN - 1) / MOST_SHOWN);
    for (int i = 0; i < front.size(); i += step) {
      text.append(line("design " + (i + 1), front.get(i)));
    }
    return text.toString();
  }

  private static String words(Goal goal) {
    return switch (goal.sense()) {
      case HIGH -> "high";
      case LOW -> "low";
      case AT_LEAST -> "at least " + Numeral.compact(bound(goal));
      case AT_MOST -> "at most " + Numeral.compact(bound(goal));
    };
  }

  private static double bound(Goal goal) {
    Double bound = goal.bound();
    return bound == null ? Double.NaN : bound;
  }

  private static String line(String name, Search.Scored scored) {
    StringBuilder line = new StringBuilder(Numeral.left(name, NAME_WIDTH));
    for (double number : scored.numbers()) {
      line.append(Numeral.right(number(number), NUMBER_WIDTH));
    }
    return line.append('\n').toString();
  }

  /** A row for each design and each reference. */
  Table table(Map<String, String> provenance) {
    TableBuilder table = Table.builder().text("design").text("treatment");
    for (Axis axis : search.axes()) {
      if (axis.isNumeric()) {
        table.number(axis.name());
      } else {
        table.text(axis.name());
      }
    }
    search.goals().forEach(goal -> table.number(goal.measure().name()));
    table.number("failedMembers").provenance(provenance);
    references.forEach((name, scored) -> row(table, name, scored));
    for (int i = 0; i < front.size(); i++) {
      row(table, scenarioName(i), front.get(i));
    }
    return table.build();
  }

  private void row(TableBuilder table, String name, Search.Scored scored) {
    List<@Nullable Object> cells = new ArrayList<>();
    cells.add(name);
    cells.add(scored.design().treatment().text());
    for (Axis axis : search.axes()) {
      String value = scored.values().get(axis.name());
      cells.add(value == null ? (axis.isNumeric() ? null : "") : cell(axis, value));
    }
    for (double number : scored.numbers()) {
      cells.add(Numeral.orNone(number));
    }
    cells.add((double) scored.failed());
    table.row(cells.toArray());
  }

  private static Object cell(Axis axis, String value) {
    return axis.isNumeric() ? (Object) Double.valueOf(value) : value;
  }

  /** The first aim against each other one. */
  Map<String, Figure> figures(Map<String, String> provenance) {
    Map<String, Figure> figures = new LinkedHashMap<>();
    List<Goal> goals = search.goals();
    List<Integer> aims = new ArrayList<>();
    for (int i = 0; i < goals.size(); i++) {
      if (goals.get(i).isAim()) {
        aims.add(i);
      }
    }
    for (int aim : aims.subList(1, aims.size())) {
      int first = aims.get(0);
      TradeOff figure =
          TradeOff.titled(
                  "%s: %s against %s"
                      .formatted(
                          file.name(),
                          goals.get(first).measure().name(),
                          goals.get(aim).measure().name()))
              .horizontal(axis(goals.get(aim)))
              .vertical(axis(goals.get(first)))
              .note(
                  "Of two designs shown none beats the other in all %s aims."
                      .formatted(aims.size()))
              .provenance(provenance);
      if (!front.isEmpty()) {
        figure.designs(
            "designs found",
            front.stream().mapToDouble(scored -> scored.number(aim)).toArray(),
            front.stream().mapToDouble(scored -> scored.number(first)).toArray());
      }
      references.forEach(
          (name, scored) -> {
            if (Double.isFinite(scored.number(first)) && Double.isFinite(scored.number(aim))) {
              figure.reference(name, scored.number(aim), scored.number(first));
            }
          });
      figures.put(
          "%s-against-%s"
              .formatted(
                  word(goals.get(first).measure().name()), word(goals.get(aim).measure().name())),
          figure.build());
    }
    return figures;
  }

  private static AxisLabel axis(Goal goal) {
    String unit = goal.measure().unit();
    String name = goal.measure().name();
    String capital = name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    return unit.isEmpty() ? AxisLabel.dimensionless(capital) : new AxisLabel(capital, unit);
  }

  private static String word(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
  }

  /** As in {@code design-007}. */
  String scenarioName(int number) {
    String digits = Integer.toString(number + 1);
    return "design-" + "0".repeat(Math.max(0, 3 - digits.length())) + digits;
  }

  String compoundName(int number) {
    return scenarioName(number) + "-compound";
  }

  /** The design as a scenario that runs as long as anything was read. */
  String scenarioFile(int number) {
    Search.Scored scored = front.get(number);
    Compound compound = scored.design().compound();
    Scenario.Builder scenario = file.scenario().toBuilder();
    if (compound != null) {
      scenario.compounds(file.scenario().compounds().with(compound));
    }
    double lastHours = 24;
    List<Readout> readouts = new ArrayList<>();
    for (Goal goal : search.goals()) {
      Measure measure = goal.measure();
      lastHours = Math.max(lastHours, measure.toHours());
      if (measure.readout() != null && !readouts.contains(measure.readout())) {
        readouts.add(measure.readout());
      }
    }
    return new ScenarioFile(
            scenarioName(number),
            "Design %s of the search %s.".formatted(number + 1, file.name()),
            scenario.treatment(scored.design().treatment()).build(),
            List.of(),
            lastHours / 24,
            READ_EVERY_MINUTES,
            readouts.isEmpty() ? List.of(Readout.MOOD) : readouts,
            settings.seed())
        .toYaml();
  }

  /** The compound of the design as a file for {@code --compound}. */
  String compoundFile(int number) {
    return file.compoundText().apply(front.get(number).values());
  }
}
