package org.capgate.presets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import org.capgate.analysis.Table;
import org.capgate.dynamics.IntegrationException;
import org.capgate.dynamics.Sampling;
import org.capgate.dynamics.Trajectory;
import org.capgate.io.ScenarioFile;
import org.capgate.scenario.Scenario;
import org.capgate.solver.Solvers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PresetMainsTest {
  /** A main is one experiment; the scenario file samples more often, which changes no step. */
  private static final double TOLERANCE = 1e-9;

  private static final List<String> LABEL_COLUMNS = List.of("scenario", "doseMgPerKg", "timeHours");

  /**
   * A preset.
   *
   * @param type of the program
   * @param main as started from a shell
   * @param table it prints
   */
  record Preset(Class<?> type, Consumer<String[]> main, Function<Attempts, Table> table) {
    Table solved() {
      Attempts attempts = new Attempts();
      Table solved = table.apply(attempts);
      assertEquals(Map.of(), attempts.reasons());
      return solved;
    }

    /** WildTypeKetamine: wild-type-ketamine. */
    String fileName() {
      return type.getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
      return fileName();
    }
  }

  static List<Preset> presets() {
    return List.of(
        new Preset(WildTypeKetamine.class, WildTypeKetamine::main, WildTypeKetamine::table),
        new Preset(InhibitoryKnockout.class, InhibitoryKnockout::main, InhibitoryKnockout::table),
        new Preset(ExcitatoryKnockout.class, ExcitatoryKnockout::main, ExcitatoryKnockout::table),
        new Preset(
            RapamycinPretreatment.class, RapamycinPretreatment::main, RapamycinPretreatment::table),
        new Preset(Hnk.class, Hnk::main, Hnk::table),
        new Preset(
            StressKetamineVsSsri.class, StressKetamineVsSsri::main, StressKetamineVsSsri::table),
        new Preset(DoseLadder.class, DoseLadder::main, DoseLadder::table));
  }

  @ParameterizedTest
  @MethodSource("presets")
  void printsItsTable(Preset preset) {
    PrintStream usual = System.out;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    try {
      preset.main().accept(new String[0]);
    } finally {
      System.setOut(usual);
    }
    assertEquals(preset.solved().toText(), printed.toString(StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @MethodSource("presets")
  void givesTheNumbersOfTheScenarioFileOfItsName(Preset preset) {
    ScenarioFile file = ScenarioFile.preset(preset.fileName());
    Map<String, Scenario> scenarios = new LinkedHashMap<>(file.scenarios());
    scenarios.put("10 mg/kg", file.scenario()); // the ladder's own dose
    Map<String, Trajectory> runs = new HashMap<>();
    Table table = preset.solved();
    assertTrue(table.size() > 0);
    for (int row = 0; row < table.size(); row++) {
      String label = label(table, row, file);
      assertTrue(scenarios.containsKey(label), label + " is not in " + scenarios.keySet());
      double tHours = table.number(row, "timeHours");
      Trajectory run =
          runs.computeIfAbsent(label, name -> solve(scenarios.get(name), file, timesHours(table)));
      for (String column : table.header()) {
        if (!LABEL_COLUMNS.contains(column)) {
          double value = table.number(row, column);
          assertTrue(Double.isFinite(value), column);
          assertEquals(
              run.valueAt(column, tHours), value, TOLERANCE, label + ", " + column + ", " + tHours);
        }
      }
    }
  }

  @Test
  void anExperimentWithoutASolutionIsNamedAndTheOthersStand() {
    AtomicInteger runs = new AtomicInteger();
    Attempts attempts =
        new Attempts(
            (system, span, sampling) -> {
              if (runs.incrementAndGet() == 3) {
                throw new IntegrationException(
                    IntegrationException.Reason.EXPLODED, "bdnf", 2.0, "bdnf grew without bound");
              }
              return Solvers.standard().solve(system, span, sampling);
            });
    Table table = DoseLadder.table(attempts);
    assertEquals(
        List.of(0.3, 1.0, 10.0, 30.0, 100.0),
        Arrays.stream(table.numbers("doseMgPerKg")).distinct().boxed().toList());
    ByteArrayOutputStream remarks = new ByteArrayOutputStream();
    int code = attempts.report(new PrintStream(remarks, true, StandardCharsets.UTF_8));
    assertEquals(1, code);
    String said = remarks.toString(StandardCharsets.UTF_8);
    assertEquals(1, said.lines().count(), said);
    assertEquals("3 mg/kg: bdnf grew without bound", said.strip());
    assertEquals(0, new Attempts().report(new PrintStream(remarks)));
  }

  private static String label(Table table, int row, ScenarioFile file) {
    if (table.header().contains("scenario")) {
      return table.text(row, "scenario");
    }
    return table.header().contains("doseMgPerKg")
        ? table.text(row, "doseMgPerKg") + " mg/kg"
        : file.name();
  }

  private static double[] timesHours(Table table) {
    return Arrays.stream(table.numbers("timeHours")).distinct().sorted().toArray();
  }

  private static Trajectory solve(Scenario scenario, ScenarioFile file, double[] timesHours) {
    return Solvers.standard()
        .solve(scenario.instantiate(file.seed()), file.span(), Sampling.at(timesHours));
  }
}
