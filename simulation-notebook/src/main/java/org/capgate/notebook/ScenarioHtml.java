package org.capgate.notebook;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.capgate.model.Mechanisms;
import org.capgate.model.Parameter;
import org.capgate.model.ParameterSet;
import org.capgate.scenario.Scenario;

/** An experiment in words: who, with which genes, in which state, given what. */
final class ScenarioHtml {
  private ScenarioHtml() {}

  static String of(Scenario scenario) {
    StringBuilder html = new StringBuilder(Html.tableStart("scenario " + scenario.hash()));
    lines(scenario)
        .forEach((name, value) -> html.append(Html.row(List.of(name, value), column -> false)));
    return html.append("</table>\n").toString();
  }

  static String text(Scenario scenario) {
    return lines(scenario).entrySet().stream()
        .map(line -> line.getKey() + ": " + line.getValue() + "\n")
        .collect(Collectors.joining("", "scenario " + scenario.hash() + "\n", ""));
  }

  private static Map<String, String> lines(Scenario scenario) {
    Map<String, String> lines = new LinkedHashMap<>();
    lines.put("species", scenario.species().word());
    lines.put("preparation", scenario.preparation().word());
    lines.put("stress", scenario.stress().word());
    lines.put("genotype", scenario.genotype().text());
    lines.put("treatment", scenario.treatment().text());
    if (!scenario.mechanisms().equals(Mechanisms.standard())) {
      lines.put("mechanisms", scenario.mechanisms().text());
    }
    List<String> changed = changedParameters(scenario);
    if (!changed.isEmpty()) {
      lines.put("parameters changed", String.join(", ", changed));
    }
    return lines;
  }

  private static List<String> changedParameters(Scenario scenario) {
    ParameterSet unchanged = scenario.parameters().unchanged();
    List<String> changed = new ArrayList<>();
    for (Parameter parameter : scenario.parameters().numbers().toList()) {
      if (parameter.value() != unchanged.value(parameter.name())) {
        changed.add(parameter.name() + " " + parameter.value());
      }
    }
    return changed;
  }
}
