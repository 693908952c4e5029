package org.capgate.evidence;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import org.capgate.input.CsvTable;
import org.capgate.input.Names;
import org.capgate.input.Numbers;
import org.capgate.input.SeedFiles;
import org.capgate.model.ParameterSet;
import org.capgate.steady.SteadyStateException;

/**
 * A part of the mechanism and how it is taken out: parameters set to values at which the part does
 * nothing, outside their plausible ranges as a rule. What breaks then is what the part is there
 * for; a part without which nothing breaks has no reason in the findings.
 *
 * @param part what is taken out
 * @param set the values, by name of the parameter or of the compound's number
 * @param meaning what is left, in words
 */
public record Ablation(String part, Map<String, Double> set, String meaning) {
  private static final String FILE = "model/ablations.csv";

  public Ablation {
    set = Map.copyOf(set);
  }

  /** All parts that are listed in seeds/model/ablations.csv, in its order. */
  public static List<Ablation> published() {
    List<Ablation> ablations = new ArrayList<>();
    CsvTable.read(SeedFiles.text(FILE))
        .withColumns("part", "set", "meaning")
        .each(
            row ->
                ablations.add(
                    new Ablation(
                        row.requiredText("part"), settings(row), row.requiredText("meaning"))));
    return List.copyOf(ablations);
  }

  private static Map<String, Double> settings(CsvTable.Row row) {
    Map<String, Double> values = new LinkedHashMap<>();
    for (String one : row.requiredText("set").split(";", -1)) {
      String[] sides = one.trim().split("=", -1);
      if (sides.length != 2) {
        throw row.complaint("set", "must be name=value, more of them separated by ';'");
      }
      ParameterSet known = ParameterSet.standard();
      if (!known.contains(sides[0])) {
        throw row.complaint("set", known.unknown(sides[0]));
      }
      OptionalDouble value = Numbers.parse(sides[1]);
      if (value.isEmpty()) {
        throw row.complaint("set", "must be a number, but was " + Names.quoted(sides[1]));
      }
      values.put(sides[0], value.getAsDouble());
    }
    return values;
  }

  /**
   * The findings that are reproduced with a parameter set and are not without the part, in their
   * order; all of those reproduced where the wild type without the part does not settle.
   *
   * @param evaluator with the parameters the part is taken out of
   * @param parameters the same parameters
   * @param findings that are judged
   */
  public List<Finding> lost(
      FindingsEvaluator evaluator, ParameterSet parameters, List<Finding> findings) {
    Set<String> kept = passed(evaluator.withParameters(parameters.with(set)), findings);
    Set<String> had = passed(evaluator.withParameters(parameters), findings);
    return findings.stream()
        .filter(finding -> had.contains(finding.id()) && !kept.contains(finding.id()))
        .toList();
  }

  private static Set<String> passed(FindingsEvaluator evaluator, List<Finding> findings) {
    Set<String> ids = new LinkedHashSet<>();
    try {
      evaluator.evaluate("ablation", findings).evaluations().stream()
          .filter(Evaluation::passed)
          .forEach(evaluation -> ids.add(evaluation.finding().id()));
    } catch (SteadyStateException withoutRest) {
      ids.clear();
    }
    return ids;
  }
}
