package org.capgate.calibration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.util.List;
import org.capgate.calibration.Influence.Lean;
import org.capgate.evidence.Evaluation;
import org.capgate.evidence.Finding;
import org.capgate.evidence.FindingFile;
import org.capgate.evidence.FindingsEvaluator;
import org.capgate.model.Parameter;
import org.capgate.model.ParameterSet;
import org.capgate.treatment.CompoundCatalogue;
import org.junit.jupiter.api.Test;

class InfluenceTest {
  private static final String HEADER =
      "id,area,subject,preparation,stress,genotype,treatment,readout,at_h,versus,expected,"
          + "magnitude,standing,source\n";

  private static List<Finding> rows(String... rows) {
    String text = HEADER + String.join("\n", rows) + "\n";
    return FindingFile.read("rows.csv", new StringReader(text), CompoundCatalogue.standard())
        .findings();
  }

  /** Resting rows only, so that no run has to be solved. */
  private static final List<Finding> FINDINGS =
      rows(
          "F1,area,mouse,in-vivo,none,wild-type,none,immobility,baseline,none,value,"
              + "120 s (119 to 121),established,here");

  private static final List<Finding> PROBES =
      rows(
          "stress,area,mouse,in-vivo,chronic,wild-type,none,mood,baseline,unstressed,decrease,,"
              + "inferred,here");

  private static final List<Lean> LEANS = leans(2);

  private static List<Lean> leans(int threads) {
    return new Influence(
            FindingsEvaluator.standard(), ParameterSet.standard(), FINDINGS, PROBES, 0.1)
        .compute(threads, done -> {});
  }

  @Test
  void restingImmobilityLeansOnItsMaximumAlone() {
    // At rest the map gives half of the maximum whatever the other parameters are.
    List<String> flipping =
        LEANS.stream()
            .filter(lean -> lean.flipped().equals(List.of("F1")))
            .map(Lean::parameter)
            .toList();
    assertEquals(List.of("immobilityMaximumSeconds"), flipping);
  }

  @Test
  void movesStayWithinTheRangeAndAgreeWithAnEvaluationByHand() {
    ParameterSet set = ParameterSet.standard();
    assertEquals(LEANS, leans(1));
    for (Lean lean : LEANS) {
      Parameter parameter = set.parameter(lean.parameter());
      assertTrue(lean.low() >= parameter.low() && lean.high() <= parameter.high(), lean::toString);
      assertFalse(lean.low() == lean.high(), lean::toString);
    }
    Lean stress =
        LEANS.stream()
            .filter(lean -> lean.parameter().equals("stressOnSynapses"))
            .findFirst()
            .orElseThrow();
    Evaluation unchanged = mood(set);
    double value = unchanged.value().orElseThrow();
    double response = Math.abs(value - unchanged.reference().orElseThrow());
    double expected =
        Math.max(
                Math.abs(moodAt(set.with("stressOnSynapses", stress.low())) - value),
                Math.abs(moodAt(set.with("stressOnSynapses", stress.high())) - value))
            / response;
    assertTrue(expected > 0.01, () -> "stress moves mood by " + expected);
    // The same computation with the same numbers.
    assertEquals(expected, stress.moves().get("stress"), 1e-12);
  }

  private static double moodAt(ParameterSet set) {
    return mood(set).value().orElseThrow();
  }

  private static Evaluation mood(ParameterSet set) {
    return FindingsEvaluator.standard()
        .withParameters(set)
        .evaluate("by hand", PROBES)
        .evaluations()
        .get(0);
  }
}
