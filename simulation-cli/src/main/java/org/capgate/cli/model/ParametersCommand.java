package org.capgate.cli.model;

import java.util.List;
import java.util.Locale;
import org.capgate.analysis.Table;
import org.capgate.analysis.TableBuilder;
import org.capgate.cli.command.ExitCode;
import org.capgate.cli.command.Specification;
import org.capgate.cli.command.Subcommand;
import org.capgate.cli.options.FormatOption;
import org.capgate.cli.options.ModelOptions;
import org.capgate.cli.options.ModelOptions.Model;
import org.capgate.cli.options.OutputFormat;
import org.capgate.input.InputException;
import org.capgate.input.Names;
import org.capgate.input.Place;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code parameters}: every number of the model with its source. */
@Command(
    name = "parameters",
    description = "Prints every parameter with its unit, value, plausible range and source.")
public final class ParametersCommand extends Subcommand {
  @Parameters(
      arity = "0..1",
      paramLabel = "NAME",
      description = "Only parameters whose name contains this, as in 'ketamine/' or 'eif4'.")
  private @Nullable String filter;

  @Mixin private final FormatOption format = new FormatOption();
  @Mixin private final ModelOptions options = new ModelOptions();

  @Override
  public Integer call() {
    OutputFormat chosen = format.among(OutputFormat.TEXT, OutputFormat.CSV);
    Model model = options.model();
    List<ParameterLine> lines = ParameterLine.all(model).stream().filter(this::isAsked).toList();
    if (lines.isEmpty()) {
      throw new InputException(
          Place.UNKNOWN,
          Names.unknown(
              "parameter",
              String.valueOf(filter),
              ParameterLine.all(model).stream().map(ParameterLine::name).toList()));
    }
    if (chosen == OutputFormat.CSV) {
      out().print(table(lines, model).toCsv());
    } else {
      lines.forEach(line -> out().print(line.text()));
      out()
          .println(
              lines.size()
                  + " parameters, "
                  + lines.stream().filter(ParameterLine::isFitted).count()
                  + " of them fitted, "
                  + lines.stream().filter(ParameterLine::isAssumed).count()
                  + " ASSUMED");
    }
    out().flush();
    return ExitCode.SUCCESS;
  }

  private boolean isAsked(ParameterLine line) {
    return filter == null
        || line.name().toLowerCase(Locale.ROOT).contains(filter.toLowerCase(Locale.ROOT));
  }

  private Table table(List<ParameterLine> lines, Model model) {
    TableBuilder table =
        Table.builder()
            .text("name")
            .text("unit")
            .number("value")
            .number("low")
            .number("high")
            .text("fitted")
            .text("assumed")
            .text("source")
            .provenance(provenance().lines(Specification.of(List.of(model.mouse().build()))));
    for (ParameterLine line : lines) {
      table.row(
          line.name(),
          line.unit(),
          line.value(),
          line.low(),
          line.high(),
          line.isFitted() ? "yes" : "no",
          line.isAssumed() ? "yes" : "no",
          line.source());
    }
    return table.build();
  }
}
