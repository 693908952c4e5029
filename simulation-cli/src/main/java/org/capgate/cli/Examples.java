package org.capgate.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Model.UsageMessageSpec;

/** One line to copy for each command, shown below its options. */
final class Examples {
  private static final Map<String, String> BY_COMMAND = byCommand();

  private Examples() {}

  private static Map<String, String> byCommand() {
    Map<String, String> lines = new LinkedHashMap<>();
    lines.put(
        "compare",
        "capgate compare --genotypes 'wild type,4E-BP2 knockout (inhibitory)' --treatments"
            + " 'vehicle,ketamine 10 mg/kg ip'");
    lines.put("presets", "capgate presets");
    lines.put("run", "capgate run wild-type-ketamine --out ketamine");
    lines.put("explore", "capgate explore --port 8080");
    lines.put("findings", "capgate findings --format json");
    lines.put("network", "capgate network --neurons 400 --mosaic EIF4EBP2@inhibitory=0.3 --days 1");
    lines.put("sweep", "capgate sweep docs/sweep-example.yaml --out doses");
    lines.put("sensitivity", "capgate sensitivity wild-type-ketamine --of mood,immobility --at 24");
    lines.put("region", "capgate region B01 --by captureGainExcitatory,moodByExcitation");
    lines.put("search", "capgate search safer-than-ketamine --generations 20 --out designs");
    lines.put("explain", "capgate explain wild-type-ketamine --of mood --from 0 --to 24");
    lines.put(
        "cohort", "capgate cohort --treatment 'ketamine 0.5 mg/kg iv for 0.667 h' --subjects 200");
    lines.put("trial", "capgate trial treatment-resistance --replicates 10");
    lines.put("select", "capgate select --candidates 500 --out people");
    lines.put("fit", "capgate fit dose-ladder --data observed.csv --free ketamine/ --out fitted");
    lines.put("kinetics", "capgate kinetics --treatment 'ketamine 0.5 mg/kg iv for 0.667 h'");
    lines.put("steady-states", "capgate steady-states --genotypes 'wild type,EIF4EBP2 knockout'");
    lines.put("loops", "capgate loops inhibitory-knockout --at 1,24");
    lines.put("parameters", "capgate parameters eif4");
    lines.put("model", "capgate model > model.md");
    lines.put(
        "export", "capgate export --format sbml --scenario wild-type-ketamine --out model.xml");
    lines.put("calibrate", "capgate calibrate --evaluations 200 --out fitted");
    lines.put("learned", "capgate learned --out learned");
    lines.put("predict", "capgate predict --check");
    lines.put("plausibility", "capgate plausibility --samples 200 --seed 1");
    lines.put("posterior", "capgate posterior --generations 200 --out ensemble");
    lines.put("report", "capgate report --samples 0 --out report");
    lines.put("completion", "source <(capgate completion)");
    return lines;
  }

  /** The example of a command, "" if it has none. */
  static String of(String command) {
    return BY_COMMAND.getOrDefault(command, "");
  }

  /** Puts each example at the end of the help of its command. */
  static CommandLine shownIn(CommandLine line) {
    line.getSubcommands()
        .forEach(
            (name, command) -> {
              UsageMessageSpec help = command.getCommandSpec().usageMessage();
              List<String> footer = new ArrayList<>();
              if (!of(name).isEmpty()) {
                footer.addAll(List.of("", "Example:", "  " + of(name)));
              }
              footer.addAll(List.of(help.footer()));
              help.footer(footer.toArray(String[]::new));
            });
    return line;
  }
}
