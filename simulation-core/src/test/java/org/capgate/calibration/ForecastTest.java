package org.capgate.calibration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.util.List;
import org.capgate.evidence.Expectation;
import org.capgate.evidence.Finding;
import org.capgate.evidence.FindingFile;
import org.capgate.evidence.FindingsEvaluator;
import org.capgate.treatment.CompoundCatalogue;
import org.capgate.uncertainty.ParameterEnsemble;
import org.junit.jupiter.api.Test;

class ForecastTest {
  private static final FindingsEvaluator EVALUATOR = FindingsEvaluator.standard();
  private static final ParameterEnsemble SETS = ParameterEnsemble.standard().thinned(8);

  private static List<Forecast.Row> forecast(ParameterEnsemble sets, List<Finding> asked) {
    return Forecast.of(EVALUATOR, sets, asked, Scatter.published(), 2, done -> {}).rows();
  }

  private static Finding immobility(String expected) {
    String header = String.join(",", FindingFile.COLUMNS);
    String row =
        "Z1,behaviour,mouse,in-vivo,none,wild-type,ketamine 10 mg/kg ip at 0 h,immobility,24,untreated,%s,,inferred,a test"
            .formatted(expected);
    return FindingFile.read(
            "asked.csv", new StringReader(header + "\n" + row + "\n"), CompoundCatalogue.standard())
        .finding("Z1");
  }

  @Test
  void theWaysAnExperimentCanEndShareTheProbabilityWhateverTheRowStates() {
    double decrease = forecast(SETS, List.of(immobility("decrease"))).get(0).probability();
    double increase = forecast(SETS, List.of(immobility("increase"))).get(0).probability();
    double noChange = forecast(SETS, List.of(immobility("no-change"))).get(0).probability();
    assertEquals(1, decrease + increase + noChange, 1e-12);
    assertTrue(decrease > noChange && noChange > increase, decrease + " " + noChange);
  }

  @Test
  void oneSetTellsNothingMoreAndManyTellNoMoreThanTheWaysToEnd() {
    List<Finding> asked = FindingFile.predictions().findings();
    forecast(SETS.thinned(1), asked)
        .forEach(row -> assertEquals(0, row.informationBits(), 1e-12, row.finding().id()));
    for (Forecast.Row row : forecast(SETS, asked)) {
      double ways = row.endings().size();
      assertTrue(row.informationBits() <= StrictMath.log(ways) / StrictMath.log(2) + 1e-12);
      assertEquals(1, row.endings().stream().mapToDouble(x -> x).sum(), 1e-12);
      assertTrue(row.endings().stream().allMatch(p -> p >= Forecast.MISSED / ways - 1e-12));
      assertTrue(row.shareOfSets() >= 0 && row.shareOfSets() <= 1, row.toString());
    }
  }

  /** Of itself a row that always ends the same way tells nothing, and no row more than its own. */
  @Test
  void anExperimentTellsOfAnotherAtMostWhatItTellsOfTheParameters() {
    List<Finding> asked = FindingFile.experiments().findings();
    Forecast forecast = Forecast.of(EVALUATOR, SETS, asked, Scatter.published(), 2, done -> {});
    double most = 0;
    for (int i = 0; i < asked.size(); i++) {
      for (int k = 0; k < asked.size(); k++) {
        double bits = forecast.bitsAbout(i, k);
        assertEquals(bits, forecast.bitsAbout(k, i), 1e-12);
        assertTrue(bits <= forecast.rows().get(k).informationBits() + 1e-12, i + " " + k);
        most = Math.max(most, i == k ? 0 : bits);
      }
    }
    assertTrue(most > 0.01, "no experiment tells of any other: " + most);
    Forecast one =
        Forecast.of(EVALUATOR, SETS.thinned(1), asked, Scatter.published(), 2, done -> {});
    assertEquals(0, one.bitsAbout(0, 1), 1e-12);
  }

  @Test
  void everyFindingIsForecastWithoutItsExperiment() {
    List<Finding> findings = FindingFile.published().findings();
    CrossValidation validation =
        CrossValidation.of(EVALUATOR, SETS, findings, Scatter.published(), 2, done -> {});
    assertEquals(findings.size(), validation.rows().size());
    for (CrossValidation.Left left : validation.rows()) {
      assertTrue(left.effectiveSets() >= 1 - 1e-12 && left.effectiveSets() <= SETS.size() + 1e-9);
      assertTrue(left.baseRate() > 0 && left.baseRate() < 1);
    }
    assertTrue(validation.score() > validation.baseScore(), "no better than base rates");
    List<Forecast.Row> forecasts =
        validation.rows().stream().map(CrossValidation.Left::forecast).toList();
    int endings = forecasts.stream().mapToInt(row -> row.endings().size()).sum();
    assertEquals(
        endings,
        CrossValidation.reliability(forecasts).stream()
            .mapToInt(CrossValidation.Group::count)
            .sum());
  }

  @Test
  void whatTheSetsAgreeOnIsCalled() {
    Forecast.Row row = forecast(SETS, List.of(immobility("decrease"))).get(0);
    assertTrue(row.isCalledRight() && row.finding().expected() == Expectation.DECREASE);
    assertEquals(SETS.size(), row.sets());
  }
}
