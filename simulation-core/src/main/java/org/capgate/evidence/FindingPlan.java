package org.capgate.evidence;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Findings that are judged together, and what they ask of simulations: prepared once, for any
 * number of parameter sets. Immutable.
 */
public final class FindingPlan {
  private final List<Finding> findings;
  private final RunPlan runs;
  private final Map<String, Finding> byId = new LinkedHashMap<>();

  private FindingPlan(List<Finding> findings) {
    this.findings = List.copyOf(findings);
    List<Finding> all = FindingReferences.withShipped(findings);
    runs = new RunPlan(all);
    all.forEach(finding -> byId.put(finding.id(), finding));
  }

  /**
   * Of findings that need not stand in one file; ids must be unique. Those they are compared with
   * are taken from the shipped ones where they are not among them.
   */
  public static FindingPlan of(List<Finding> findings) {
    return new FindingPlan(findings);
  }

  /** The findings, in their order. */
  public List<Finding> findings() {
    return findings;
  }

  RunPlan runs() {
    return runs;
  }

  /** One of them, or a shipped one that one of them is compared with. */
  Optional<Finding> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }
}
