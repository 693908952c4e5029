package org.capgate.cli.explain;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.capgate.analysis.Table;
import org.capgate.analysis.TableBuilder;
import org.capgate.cli.command.ExitCode;
import org.capgate.cli.command.Specification;
import org.capgate.cli.command.Subcommand;
import org.capgate.cli.options.Arguments;
import org.capgate.cli.options.FormatOption;
import org.capgate.cli.options.ModelOptions;
import org.capgate.cli.options.OutputFormat;
import org.capgate.cli.options.ScenarioArgument;
import org.capgate.cli.output.Numeral;
import org.capgate.cli.output.Wrapped;
import org.capgate.explain.LoopGains;
import org.capgate.input.Bounds;
import org.capgate.input.InputException;
import org.capgate.input.Place;
import org.capgate.io.ScenarioFile;
import org.capgate.scenario.Scenario;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code loops}: where the equations feed back on themselves, and how strongly. */
@Command(
    name = "loops",
    description = {
      "Lists the loops in which the equations feed back on themselves, with their gains at rest and",
      "along a run: below 1 what goes round dies away. Genotypes: see --run."
    })
public final class LoopsCommand extends Subcommand {
  private static final Bounds HOURS = Bounds.between(0, 87_600, "h");
  private static final int MOST_TIMES = 8; // columns of a terminal

  /** Loops that reach this gain at one of the times are shown. */
  private static final double SHOWN = 0.05;

  @Parameters(
      paramLabel = "PRESET|FILE.yaml",
      arity = "0..1",
      defaultValue = "wild-type-ketamine",
      description =
          "A name that 'capgate presets' lists, or a scenario file of your own (default:"
              + " ${DEFAULT-VALUE}).")
  private String what = "wild-type-ketamine";

  @Option(
      names = "--run",
      paramLabel = "LABEL",
      description = "Which run of the file; the scenario itself if not stated.")
  private @Nullable String run;

  @Option(
      names = "--at",
      paramLabel = "H,...",
      defaultValue = "0.5,1,2,8,24,168",
      description = "Times along the run, h after t = 0, at most 8 (default: ${DEFAULT-VALUE}).")
  private String times = "0.5,1,2,8,24,168";

  @Mixin private final FormatOption format = new FormatOption();
  @Mixin private final ModelOptions options = new ModelOptions();

  @Override
  public Integer call() {
    OutputFormat chosen = format.among(OutputFormat.TEXT, OutputFormat.CSV);
    double[] hours = hours();
    ScenarioFile file = ScenarioArgument.file(what, options);
    Map.Entry<String, Scenario> one = ScenarioArgument.run(file, run);
    List<LoopGains> gains = LoopGains.along(one.getValue(), hours);
    if (chosen == OutputFormat.CSV) {
      out().print(table(one.getValue(), gains).toCsv());
    } else {
      out().print(text(one.getKey(), gains));
    }
    out().flush();
    return ExitCode.SUCCESS;
  }

  private double[] hours() {
    List<Double> hours = Arguments.ascendingHours("--at", times, HOURS);
    if (hours.size() > MOST_TIMES) {
      throw new InputException(
          new Place("--at", 0, 0),
          "at most %s times, but there were %s".formatted(MOST_TIMES, hours.size()));
    }
    return hours.stream().mapToDouble(Double::doubleValue).toArray();
  }

  /** Loops that are strong at one of the times, those strongest at rest first. */
  private static List<List<String>> shown(List<LoopGains> gains) {
    return gains.stream()
        .flatMap(at -> at.loops().stream())
        .filter(loop -> Math.abs(loop.gain()) >= SHOWN)
        .map(LoopGains.Loop::variables)
        .distinct()
        .sorted(
            Comparator.comparingDouble((List<String> loop) -> -Math.abs(gains.get(0).gain(loop))))
        .toList();
  }

  private static String text(String label, List<LoopGains> gains) {
    List<List<String>> loops = shown(gains);
    StringBuilder text = new StringBuilder();
    text.append("Loops of the equations: ").append(label).append("\n\n");
    text.append(Numeral.left("gain", 22));
    for (int i = 0; i < gains.size(); i++) {
      String at = i == 0 ? "rest" : Numeral.compact(gains.get(i).hours()) + " h";
      text.append(Numeral.right(at, 9));
    }
    text.append('\n');
    for (int i = 0; i < loops.size(); i++) {
      text.append(Numeral.left("loop %s".formatted(i + 1), 22));
      for (LoopGains at : gains) {
        text.append(Numeral.right(Numeral.fixed(at.gain(loops.get(i)), 3), 9));
      }
      text.append('\n');
    }
    text.append(Numeral.left("all, det(I - G)", 22));
    for (LoopGains at : gains) {
      text.append(Numeral.right(Numeral.fixed(at.returnDifference(), 3), 9));
    }
    text.append("\n\n");
    for (int i = 0; i < loops.size(); i++) {
      text.append(
          Wrapped.text("loop %s: %s".formatted(i + 1, String.join(" > ", loops.get(i))), "    "));
    }
    text.append('\n');
    text.append(
        Wrapped.text(
            "A gain says how much of a small change comes round when every variable has followed"
                + " the one before: below 1 it dies away, below 0 it works against the change. All"
                + " loops together: 1 without loops, larger where they hold the state, 0 where it"
                + " ends in a fold.",
            ""));
    return text.toString();
  }

  private Table table(Scenario scenario, List<LoopGains> gains) {
    TableBuilder table =
        Table.builder()
            .number("hours")
            .text("loop")
            .number("gain")
            .provenance(provenance().lines(Specification.of(List.of(scenario))));
    for (LoopGains at : gains) {
      at.loops()
          .forEach(
              loop -> table.row(at.hours(), String.join(" > ", loop.variables()), loop.gain()));
      for (int i = 0; i < at.variables().size(); i++) {
        table.row(
            at.hours(),
            "all through " + at.variables().get(i),
            Numeral.orNone(at.through().get(i)));
      }
      table.row(at.hours(), "all: det(I - G)", at.returnDifference());
    }
    return table.build();
  }
}
