package org.capgate.trial;

import static org.capgate.treatment.AmountUnit.MG_PER_KG;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.capgate.analysis.Table;
import org.capgate.ensemble.BlockStore;
import org.capgate.ensemble.Blocks;
import org.capgate.model.Readout;
import org.capgate.population.Population;
import org.capgate.treatment.Dose;
import org.junit.jupiter.api.Test;

class PartsOfATrialTest {
  private static Trial.Builder trial() {
    return Trial.in(Population.named("mouse"))
        .measuring(Readout.IMMOBILITY)
        .arm("vehicle", Dose.of("vehicle", 0, MG_PER_KG).intraperitoneal().atHours(0))
        .arm("ketamine", Dose.of("ketamine", 10, MG_PER_KG).intraperitoneal().atHours(0))
        .atHours(0, 1, 24, 72)
        .endpoint(Endpoint.response("fall", 24, 0.25))
        .endpoint(Endpoint.value("immobility", 24))
        .subjects(16)
        .seed(4);
  }

  @Test
  void thePartAndTheOthersAreAllAndTheDecidingShareIsNoneOfThePart() {
    Trial trial =
        trial()
            .assignment(Assignment.SAME_SUBJECTS)
            .among(new Among("ketamine", "fall", false))
            .build();
    TrialReport report = trial.run(2);
    double responds = report.endpoints().where("endpoint", "fall").number(1, "mean");
    assertEquals(1 - responds, report.part().share(), 1e-12);
    Table part = report.partEndpoints().where("endpoint", "fall");
    assertEquals(0, part.number(1, "mean"), "nobody of the part responds");
    assertEquals(Math.round(16 * report.part().share()), part.number(0, "subjects"));
    Table carriers = report.part().carriers();
    assertEquals(trial.population().varied().size(), carriers.size());
    assertTrue(
        Math.abs(carriers.number(0, "difference")) >= Math.abs(carriers.number(1, "difference")));
  }

  @Test
  void aPartIsAskedOfTheSameSubjectsAlone() {
    Trial.Builder own = trial().among(new Among("ketamine", "fall", false));
    assertThrows(IllegalArgumentException.class, own::build);
    Trial.Builder unknown =
        trial().assignment(Assignment.SAME_SUBJECTS).among(new Among("ketamin", "fall", false));
    assertThrows(IllegalArgumentException.class, unknown::build);
  }

  @Test
  void powerGrowsWithTheSubjectsAndIsThatOfTheReplicatesInTheEnd() {
    TrialReport report = trial().subjects(6).replicates(12).build().run(2);
    Table power = report.power().where("endpoint", "immobility");
    Table curve = power.where("kind", "t-test");
    for (int row = 1; row < curve.size(); row++) {
      assertTrue(curve.number(row, "power") >= curve.number(row - 1, "power") - 1e-9);
      assertTrue(curve.number(row, "low") <= curve.number(row, "high"));
    }
    Table replicates = power.where("kind", "replicates");
    int last = replicates.size() - 1;
    assertEquals(6, replicates.number(last, "subjects"));
    Table compared = report.comparisons().where("endpoint", "immobility");
    assertEquals(compared.number(0, "power"), replicates.number(last, "power"), 1e-12);
    assertTrue(
        trial().assignment(Assignment.SAME_SUBJECTS).build().run(2).power().size() == 0,
        "the same subjects are not tested");
  }

  @Test
  void theBestArmIsWorthNoLessThanAnyAndLateFeaturesAreNotAskedFor() {
    Feature before = new Feature("before", Feature.Kind.MEASURED, "", 0, 0);
    Feature late = new Feature("late", Feature.Kind.MEASURED, "", 24, 0);
    Feature weight = new Feature("weight", Feature.Kind.NUMBER, "bodyWeightKilograms", 0, 0.01);
    Trial trial =
        trial()
            .assignment(Assignment.SAME_SUBJECTS)
            .reading(List.of(Readout.named("dopamine")))
            .subjects(30)
            .tailoring(
                new Tailoring(
                    List.of(0.0, 24.0, 72.0),
                    "dopamine",
                    List.of(1.0),
                    2,
                    List.of(before, late, weight)))
            .build();
    Blocks blocks = trial.blocks(BlockStore.inMemory());
    blocks.compute(2, done -> {});
    TailoringReport report = trial.tailored(blocks).orElseThrow();
    assertEquals(30, report.subjects());
    assertEquals(List.of("late"), report.tooLate(), "the arms have parted by then");
    assertEquals(2, report.features().size());
    Table arms = report.arms();
    assertEquals(1, arms.number(0, "bestFor") + arms.number(1, "bestFor"), 1e-12);
    assertEquals(0, arms.number(0, "liability"), 1e-6, "a vehicle releases no dopamine");
    assertTrue(arms.number(1, "liability") > 0);
    Table summary = report.summary();
    for (int row = 0; row < summary.size(); row++) {
      assertTrue(summary.number(row, "gainIfKnown") >= 0);
      assertTrue(
          summary.number(row, "gainOfTwoQuestions") <= summary.number(row, "gainIfKnown") + 1e-9);
    }
    assertFalse(report.rule().contains("late"));
  }
}
