package org.capgate.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.capgate.model.ParameterSet;
import org.junit.jupiter.api.Test;

class AblationTest {
  private static List<String> lost(Map<String, Double> set) {
    return new Ablation("part", set, "without")
            .lost(
                FindingsEvaluator.standard(),
                ParameterSet.standard(),
                FindingFile.published().findings())
            .stream()
            .map(Finding::id)
            .toList();
  }

  @Test
  void nothingIsLostWhereNothingIsTakenOut() {
    double depth = ParameterSet.standard().value("suppressionDepth");
    assertEquals(List.of(), lost(Map.of("suppressionDepth", depth)));
  }

  /** The finding of the article: without the switch of interneurons inhibition does not fall. */
  @Test
  void withoutSuppressionTheFallOfInhibitionIsLost() {
    assertTrue(lost(Map.of("suppressionDepth", 0.0)).contains("E02"));
  }

  /**
   * Parts that no finding needs, and why they stand in the model: the second target of ketamine is
   * a conflict of the evidence and an option; interneurons that inhibit each other keep networks at
   * rest; GluN2B of excitatory neurons makes a genotype that was measured, in rows the fit does not
   * gate on; the anaesthetic action bounds what doses above 30 mg/kg may say; S6K is how rapamycin
   * reaches eEF2 kinase; limited elongation is what a blocker of eEF2 kinase acts on; the average
   * of inhibition lets animals that lack repressors for life respond to anything; the ceiling of
   * synapses keeps sets of the ensemble from running away; that mood sees lost inhibition is what a
   * blocker of GABA-A receptors acts on within hours, and a day later a sixth of the effect; fast
   * proteins at the synapse act before any is captured, and another set needed them for S15.
   */
  private static final Set<String> WITHOUT_A_FINDING =
      Set.of(
          "release of BDNF by eEF2",
          "mutual inhibition",
          "GluN2B in excitatory neurons",
          "ketamine at GABA-A receptors",
          "mTORC1 on eEF2 kinase",
          "elongation",
          "average of inhibition",
          "ceiling of synapses",
          "mood by disinhibition",
          "fast proteins at the synapse");

  @Test
  void everyPartIsNeededByAFinding() {
    List<String> idle = new ArrayList<>();
    for (Ablation ablation : Ablation.published()) {
      assertFalse(ablation.set().isEmpty(), ablation.part());
      if (!WITHOUT_A_FINDING.contains(ablation.part())
          && ablation
              .lost(
                  FindingsEvaluator.standard(),
                  ParameterSet.standard(),
                  FindingFile.published().findings())
              .isEmpty()) {
        idle.add(ablation.part());
      }
    }
    assertEquals(List.of(), idle);
  }
}
