package org.capgate.calibration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.capgate.evidence.FindingFile;
import org.capgate.evidence.FindingsEvaluator;
import org.capgate.input.Bounds;
import org.capgate.input.CsvTable;
import org.capgate.input.SeedFiles;
import org.capgate.model.ParameterSet;
import org.capgate.uncertainty.ParameterEnsemble;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The sets that ship against the likelihood they were drawn from. */
@Tag("slow")
class ShippedEnsembleTest {
  private static final int LOOKED_AT = 50;
  private static final ParameterEnsemble SHIPPED = ParameterEnsemble.standard();

  private static final List<Integer> MEMBERS =
      IntStream.range(0, LOOKED_AT).map(i -> i * SHIPPED.size() / LOOKED_AT).boxed().toList();

  @Test
  void theLikelihoodOfEveryEighthSetIsTheOneInTheTable() {
    List<CsvTable.Row> rows = CsvTable.read(SeedFiles.text("ensemble/posterior.csv")).rows();
    Posterior posterior =
        new Posterior(
            FindingsEvaluator.standard(),
            ParameterSet.standard(),
            FindingFile.published().findings(),
            Scatter.published());
    for (int member : MEMBERS) {
      double[] point = posterior.point(SHIPPED.member(member, ParameterSet.standard()));
      assertEquals(
          rows.get(member).number("log_likelihood", Bounds.finite("")),
          posterior.at(point) - Posterior.logPrior(point),
          1e-4,
          "member " + member);
    }
  }

  @Test
  void inNoSetDoesATreatmentHaveALateEffect() {
    Aftermath aftermath = Aftermath.of(FindingFile.published().findings());
    for (int member : MEMBERS) {
      assertTrue(
          aftermath.diesAway(SHIPPED.member(member, ParameterSet.standard())), "member " + member);
    }
  }

  @Test
  void mostSetsReproduceMostEstablishedFindings() {
    Plausibility.Report report =
        new Plausibility(ParameterSet.standard(), FindingFile.published().findings(), 1, 1)
            .members(SHIPPED.thinned(LOOKED_AT), 2, done -> {});
    assertTrue(report.meanPassedShare() >= 0.93, "mean share " + report.meanPassedShare());
    assertTrue(report.mostPassed() >= LOOKED_AT / 2, report.mostPassed() + " of " + LOOKED_AT);
  }
}
