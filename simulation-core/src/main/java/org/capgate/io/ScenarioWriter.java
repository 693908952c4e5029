package org.capgate.io;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.capgate.input.Numbers;
import org.capgate.model.Mechanisms;
import org.capgate.model.ParameterSet;
import org.capgate.model.Readout;
import org.capgate.scenario.Scenario;
import org.capgate.treatment.Administration;
import org.capgate.treatment.Regimen;

/** Writes {@code capgate-scenario: 1}: every field of the file, of variants what is different. */
final class ScenarioWriter {

  private final ScenarioFile file;
  private final StringBuilder yaml = new StringBuilder();

  ScenarioWriter(ScenarioFile file) {
    this.file = file;
  }

  String render() {
    Scenario scenario = file.scenario();
    field(0, "capgate-scenario", Integer.toString(ScenarioReader.VERSION));
    field(0, "name", file.name());
    if (!file.description().isEmpty()) {
      field(0, "description", quoted(file.description()));
    }
    field(0, "species", scenario.species().word());
    field(0, "preparation", scenario.preparation().word());
    field(0, "stress", scenario.stress().word());
    field(0, "genotype", quoted(scenario.genotype().text()));
    treatment(0, scenario.treatment());
    field(0, "duration-days", Numbers.text(file.durationDays()));
    field(0, "sample-every-minutes", Numbers.text(file.sampleEveryMinutes()));
    parameters(0, scenario.parameters().unchanged(), scenario.parameters());
    mechanisms(0, Mechanisms.standard(), scenario.mechanisms());
    if (!file.variants().isEmpty()) {
      line(0, "compare-with:");
      file.variants().forEach(variant -> variant(scenario, variant));
    }
    line(0, "readouts:");
    for (Readout readout : file.readouts()) {
      line(1, "- " + quoted(readout.name()));
    }
    field(0, "seed", Long.toString(file.seed()));
    return yaml.toString();
  }

  private void variant(Scenario base, ScenarioFile.Variant variant) {
    Scenario scenario = variant.scenario();
    line(1, "- name: " + quoted(variant.name()));
    // Stated even when it is the same, so that a variant always states something.
    field(2, "genotype", quoted(scenario.genotype().text()));
    if (scenario.stress() != base.stress()) {
      field(2, "stress", scenario.stress().word());
    }
    if (!scenario.treatment().equals(base.treatment())) {
      treatment(2, scenario.treatment());
    }
    parameters(2, base.parameters(), scenario.parameters());
    mechanisms(2, base.mechanisms(), scenario.mechanisms());
  }

  private void treatment(int depth, Regimen treatment) {
    List<Administration> given = treatment.administrations();
    if (given.size() < 2) {
      field(depth, "treatment", quoted(treatment.text()));
      return;
    }
    line(depth, "treatment:");
    for (Administration one : given) {
      line(depth + 1, "- " + quoted(one.text()));
    }
  }

  private void parameters(int depth, ParameterSet from, ParameterSet to) {
    Map<String, String> changed = new LinkedHashMap<>();
    to.numbers()
        .filter(number -> number.tiedTo().isEmpty())
        .filter(number -> !number.equals(from.parameter(number.name())))
        .forEach(number -> changed.put(number.name(), Numbers.text(number.value())));
    fields(depth, "parameters", changed);
  }

  private void mechanisms(int depth, Mechanisms from, Mechanisms to) {
    Map<String, String> changed = new LinkedHashMap<>();
    Mechanisms.choices()
        .keySet()
        .forEach(
            mechanism -> {
              if (!to.choice(mechanism).equals(from.choice(mechanism))) {
                changed.put(mechanism, to.choice(mechanism));
              }
            });
    fields(depth, "mechanisms", changed);
  }

  private void fields(int depth, String name, Map<String, String> values) {
    if (!values.isEmpty()) {
      line(depth, name + ":");
      values.forEach((key, value) -> field(depth + 1, key, value));
    }
  }

  private void field(int depth, String name, String value) {
    line(depth, name + ": " + value);
  }

  private void line(int depth, String text) {
    yaml.append("  ".repeat(depth)).append(text).append('\n');
  }

  /** A double-quoted YAML scalar on one line. */
  private static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        quoted.append('\\').append(c);
      } else if (c == '\n') {
        quoted.append("\\n");
      } else if (Character.isISOControl(c)) {
        quoted.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
      } else {
        quoted.append(c);
      }
    }
    return quoted.append('"').toString();
  }
}
