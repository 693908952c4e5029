package org.capgate.region;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.capgate.evidence.Evaluation;
import org.capgate.evidence.Finding;
import org.capgate.evidence.FindingsEvaluator;
import org.capgate.model.ParameterSet;

/**
 * Whether the simulation shows a finding, as a statement about some numbers of the model. A subject
 * that does not settle or cannot be solved does not show it. Immutable.
 *
 * @param evaluator with the mechanisms and compounds that count
 * @param base what the other numbers are
 * @param names of the numbers, in the order of points
 */
public record FindingVerdict(
    FindingsEvaluator evaluator, ParameterSet base, Finding finding, List<String> names)
    implements Statement {
  public FindingVerdict {
    names = List.copyOf(names);
  }

  @Override
  public boolean holdsAt(double[] point) {
    return at(point).passed();
  }

  /** The finding beside what the simulation gives at a point. */
  public Evaluation at(double[] point) {
    Map<String, Double> values = new LinkedHashMap<>();
    for (int i = 0; i < point.length; i++) {
      values.put(names.get(i), point[i]);
    }
    return evaluator
        .withParameters(base.with(values))
        .evaluate("region", List.of(finding))
        .evaluations()
        .get(0);
  }
}
