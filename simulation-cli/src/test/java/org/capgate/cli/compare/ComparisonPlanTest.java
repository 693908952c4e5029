package org.capgate.cli.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.capgate.cli.options.ModelOptions;
import org.capgate.cli.options.ModelOptions.Model;
import org.capgate.dynamics.TimeGrid;
import org.capgate.input.Place;
import org.capgate.model.Gene;
import org.capgate.model.Genotype;
import org.capgate.treatment.Regimen;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ComparisonPlanTest {
  private static final Genotype KNOCKOUT = Genotype.knockout(Gene.EBP2).inAllCells();
  private static final Model MODEL = new ModelOptions().model();

  private static ComparisonPlan plan(double days, List<Genotype> genotypes, String... given) {
    List<Regimen> treatments =
        Arrays.stream(given)
            .map(text -> Regimen.parse(text, Place.UNKNOWN, MODEL.compounds()))
            .toList();
    return new ComparisonPlan(MODEL, genotypes, treatments, days);
  }

  @ParameterizedTest
  @ValueSource(doubles = {1, 1.3, 7, 14, 365})
  void samplesAscendToTheEndAndIncludeWhatIsReported(double days) {
    ComparisonPlan plan = plan(days, List.of(KNOCKOUT), "none");
    double[] samples = plan.samplesHours();
    for (int i = 1; i < samples.length; i++) {
      assertTrue(samples[i] > samples[i - 1], samples[i] + " h");
    }
    assertEquals(0, samples[0]);
    assertEquals(TimeGrid.rounded(24 * days), samples[samples.length - 1]);
    for (double tHours : plan.reportedHours()) {
      assertTrue(Arrays.binarySearch(samples, tHours) >= 0, tHours + " h");
    }
    assertEquals(days < 7 ? 2 : 3, plan.reportedHours().size());
  }

  @Test
  void othersAreSetAgainstTheWildTypeWhereverItStands() {
    ComparisonPlan plan = plan(14, List.of(KNOCKOUT, Genotype.wildType()), "none");
    assertEquals(Genotype.wildType(), plan.reference());
    assertEquals(List.of(KNOCKOUT), plan.others());
  }

  @Test
  void withoutWildTypeTheFirstIsTheReference() {
    assertEquals(KNOCKOUT, plan(14, List.of(KNOCKOUT), "none").reference());
  }

  @Test
  void runsBeginWithTheFirstDoseOfAnyTreatment() {
    ComparisonPlan plan =
        plan(14, List.of(KNOCKOUT), "none", "rapamycin 0.2 nmol icv at -0.5 h", "none");
    assertEquals(-0.5, plan.span().startHours());
    assertEquals(336, plan.span().endHours());
  }

  @Test
  void theFirstSingleDosePerBodyWeightIsVaried() {
    String infusion = "rapamycin 0.2 nmol icv at -0.5 h";
    String pair = "ketamine 1 mg/kg ip at 0 h; hnk 1 mg/kg ip at 0 h";
    assertTrue(DoseSweep.varied(plan(14, List.of(KNOCKOUT), "none", infusion, pair)).isEmpty());
    assertEquals(
        "hnk",
        DoseSweep.varied(plan(14, List.of(KNOCKOUT), pair, "hnk 1 mg/kg ip at 0 h"))
            .orElseThrow()
            .compound());
  }
}
