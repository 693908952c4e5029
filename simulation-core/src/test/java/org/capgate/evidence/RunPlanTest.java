package org.capgate.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunPlanTest {

  @Test
  void whateverAFindingMayBeComparedWithIsSampledWhenItIs() {
    Finding finding =
        new Rows().row("genotype", "4EBP2 x0 all", "stress", "chronic").read().finding("R1");
    RunPlan plan = new RunPlan(List.of(finding));
    Condition own = finding.condition();
    for (Condition condition : List.of(own, own.wildType(), own.unstressed())) {
      assertEquals(Set.of(24.0), plan.timesHours(condition), condition.text());
    }
    assertEquals(Set.of(), plan.timesHours(own.untreated()));
  }

  @Test
  void timesOfAllFindingsUnderOneConditionAreSampledInOneRun() {
    FindingFile file =
        new Rows()
            .row("id", "A", "at_h", "72")
            .row("id", "B", "at_h", "24")
            .row("id", "C", "treatment", "ketamine 10 mg/kg ip at -1 h", "at_h", "-0.0")
            .row("id", "D", "treatment", "ketamine 10 mg/kg ip at -1 h", "at_h", "0")
            .read();
    RunPlan plan = new RunPlan(file.findings());
    assertEquals(List.of(24.0, 72.0), List.copyOf(plan.timesHours(file.finding("A").condition())));
    // -0 and 0 are one time, written 0.
    assertEquals(List.of(0.0), List.copyOf(plan.timesHours(file.finding("C").condition())));
  }

  @ParameterizedTest(name = "at {0} versus {1}, magnitude ''{2}'': {3}")
  @CsvSource({
    "24, untreated, , false",
    "24, none, 0.5 uM (0 to 1), false",
    "peak, untreated, , true",
    "24, peak, , true",
    "24, none, 1 (0 to 1 of peak), true"
  })
  void extremesAreSampledOnlyWhereAFindingAsksForThem(
      String at, String versus, String magnitude, boolean needed) {
    Finding finding =
        new Rows()
            .row(
                "at_h",
                at,
                "versus",
                versus,
                "magnitude",
                magnitude == null ? "" : magnitude,
                "readout",
                "plasma-ketamine",
                "expected",
                magnitude == null ? "increase" : "value")
            .read()
            .finding("R1");
    RunPlan plan = new RunPlan(List.of(finding));
    assertEquals(needed, plan.needsExtremes(finding.condition()));
  }

  @Test
  void extremesOfOneConditionAreNotSampledInAnother() {
    FindingFile file =
        new Rows().row("id", "A", "at_h", "peak").row("id", "B", "subject", "rat").read();
    RunPlan plan = new RunPlan(file.findings());
    assertTrue(plan.needsExtremes(file.finding("A").condition()));
    assertFalse(plan.needsExtremes(file.finding("B").condition()));
  }
}
