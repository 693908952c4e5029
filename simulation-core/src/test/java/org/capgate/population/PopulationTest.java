package org.capgate.population;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.stat.correlation.PearsonsCorrelation;
import org.apache.commons.math3.stat.descriptive.moment.Mean;
import org.apache.commons.math3.stat.descriptive.moment.StandardDeviation;
import org.capgate.input.InputException;
import org.capgate.input.SourceText;
import org.capgate.model.ParameterSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class PopulationTest {
  private static final String HEAD =
      """
      capgate-population: 1
      name: test
      species: mouse
      varies:
      """;

  private static final String RATE =
      """
        - name: bdnfHalf
          distribution: log-normal
          spread: {value: 0.4, low: 0.1, high: 1, source: "ASSUMED"}
          plausible: [0, 100]
      """;

  private static final String SHARE =
      """
        - name: chronicStress
          distribution: logit-normal
          typical: {value: 0.3, low: 0.1, high: 0.9, source: "ASSUMED"}
          spread: {value: 0.7, low: 0.1, high: 1, source: "ASSUMED"}
          plausible: [0, 1]
      """;

  private static Population of(String text) {
    return Population.read(new SourceText("test.yaml", text), ParameterSet.standard());
  }

  private static double[] values(List<Subject> subjects, int index) {
    return subjects.stream().mapToDouble(subject -> subject.values()[index]).toArray();
  }

  static List<String> names() {
    return Population.names();
  }

  @ParameterizedTest
  @MethodSource("names")
  void whatShipsIsReadAndItsSubjectsArePlausible(String name) {
    Population population = Population.named(name);
    assertEquals(name, population.name());
    for (Subject subject : population.sample(200, 1)) {
      for (int i = 0; i < population.varied().size(); i++) {
        Varied varied = population.varied().get(i);
        if (varied.weightExponent() == 0) {
          assertTrue(varied.isPlausible(subject.values()[i]), varied.name());
        }
      }
    }
  }

  @Test
  void logNormalNumbersHaveTheStatedMedianAndCoefficientOfVariation() {
    double[] drawn = values(of(HEAD + RATE).sample(20_000, 1), 0);
    double typical = ParameterSet.standard().value("bdnfHalf");
    Arrays.sort(drawn);
    // the standard error of the median is 1.25 ω/√n = 0.0034 of it
    assertEquals(1, drawn[10_000] / typical, 4 * 0.0034);
    double mean = new Mean().evaluate(drawn);
    assertEquals(Math.sqrt(1 + 0.4 * 0.4), mean / typical, 4 * 0.4 / Math.sqrt(20_000) * 1.1);
    // about (1/√(2n))·√(1 + heavy tail) ≈ 0.011 of a CV of 0.4
    assertEquals(0.4, new StandardDeviation().evaluate(drawn) / mean, 0.02);
  }

  @Test
  void logitNormalSharesHaveTheStatedLogits() {
    double[] logits =
        Arrays.stream(values(of(HEAD + SHARE).sample(20_000, 2), 0))
            .map(share -> Math.log(share / (1 - share)))
            .toArray();
    assertEquals(Math.log(0.3 / 0.7), new Mean().evaluate(logits), 4 * 0.7 / Math.sqrt(20_000));
    assertEquals(0.7, new StandardDeviation().evaluate(logits), 4 * 0.7 / Math.sqrt(40_000));
  }

  @Test
  void correlationsAreThoseOfTheNormalNumbersBehind() {
    Population population =
        of(
            HEAD
                + RATE
                + SHARE
                + "correlations:\n  - {between: [bdnfHalf, chronicStress], value: 0.6, source: x}\n");
    List<Subject> subjects = population.sample(10_000, 3);
    double[] first = values(subjects, 0);
    double[] second = values(subjects, 1);
    for (int i = 0; i < first.length; i++) {
      first[i] = Math.log(first[i]);
      second[i] = Math.log(second[i] / (1 - second[i]));
    }
    // the standard error is (1 − ρ²)/√n = 0.0064
    assertEquals(0.6, new PearsonsCorrelation().correlation(first, second), 4 * 0.0064);
  }

  @Test
  void aSubjectFollowsFromSeedAndNumberAndNotFromWhatElseVaries() {
    List<Subject> alone = of(HEAD + RATE).sample(50, 7);
    List<Subject> more = of(HEAD + SHARE + RATE).sample(20, 7);
    assertArrayEquals(Arrays.copyOf(values(alone, 0), 20), values(more, 1), "the same numbers");
    assertEquals(alone.get(30).values()[0], of(HEAD + RATE).candidates(7, 30).next().values()[0]);
    assertTrue(alone.get(3).values()[0] != of(HEAD + RATE).sample(4, 8).get(3).values()[0]);
  }

  @Test
  void whatIsNotPlausibleIsDrawnAgainAndTheDrawsAreCounted() {
    Population narrow = of((HEAD + RATE).replace("[0, 100]", "[0.9, 1.1]"));
    double typical = ParameterSet.standard().value("bdnfHalf");
    long attempts = 0;
    for (Subject subject : narrow.sample(2000, 1)) {
      attempts += subject.attempts();
      assertTrue(Math.abs(subject.values()[0] / typical - 1) <= 0.1 + 1e-12);
    }
    // ω = 0.385: |z| from −0.274 to 0.2475, a share of 0.2057
    assertEquals(0.2057, 2000.0 / attempts, 0.02);
    Population none = of((HEAD + SHARE).replace("[0, 1]", "[0.999999, 1]"));
    assertThrows(ImplausibleException.class, () -> none.sample(1, 1));
  }

  @Test
  void aNumberThatIsStatedPerKilogramCanBeMadeIndependentOfWeight() {
    String weight =
        """
          - name: bodyWeightKilograms
            distribution: log-normal
            typical: {value: 0.02, source: "Somebody 2020"}
            spread: {value: 0.2, source: "Somebody 2020"}
            plausible: [0.1, 10]
          - name: ketamine/kinetics/mouse/central/clearanceLitresPerHourPerKilogram
            distribution: log-normal
            spread: {value: 0, source: "Somebody 2020"}
            plausible: [0.5, 2]
            weight-exponent: -1
        """;
    for (Subject subject : of(HEAD + weight).sample(20, 1)) {
      double total = subject.values()[0] * subject.values()[1];
      double typical =
          0.02
              * ParameterSet.standard()
                  .value("ketamine/kinetics/mouse/central/clearanceLitresPerHourPerKilogram");
      assertEquals(typical, total, 1e-12 * typical);
    }
  }

  @Test
  void measurementIsInStepsBetweenTheEndsOfTheScale() {
    Measurement rating = new Measurement("depression-score", 2.5, 0, 60, 1, "x");
    assertEquals(30, rating.of(30.4, 0));
    assertEquals(33, rating.of(30.4, 1));
    assertEquals(0, rating.of(1, -3));
    assertEquals(60, rating.of(59, 3));
  }

  @Test
  void thePlaceboResponseFadesAndTheNaturalCourseStaysAndTheUntreatedHaveOnlyThat() {
    Placebo placebo = Population.named("depressed-human").placebo().orElseThrow();
    Placebo.OfSubject subject = new Placebo.OfSubject(10, 6);
    assertEquals(0, placebo.fall(subject, true, 0));
    assertEquals(0, placebo.fall(subject, true, -1));
    assertEquals(10, placebo.fall(subject, true, 1e-6), 1e-3);
    assertEquals(6, placebo.fall(subject, true, 1e5), 1e-9);
    assertTrue(placebo.fall(subject, false, 2) < 0.2);
    double sum = 0;
    int count = 20_000;
    for (Subject drawn : Population.named("depressed-human").sample(count, 1)) {
      sum += drawn.placeboFall("depression-score", true, 1e-9);
    }
    double mean = placebo.expectancy().value();
    double error = mean * placebo.expectancyVariation().value() / Math.sqrt(count);
    assertEquals(mean, sum / count, 4 * error, "the stated amount is the mean");
  }

  @ParameterizedTest(name = "{1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "bdnfHalf | bdnfHafl | test.yaml:5:11: varies[0].name: unknown number 'bdnfHafl', did you mean 'bdnfHalf'?",
        "log-normal | lognormal | unknown distribution 'lognormal', did you mean 'log-normal'?",
        "value: 0.4 | value: -1 | varies[0].spread.value must be between 0 and 3, but was -1",
        "low: 0.1, high: 1, source | source | what is ASSUMED needs a range: low and high",
        "low: 0.1 | low: 0.5 | must be in its own range 0.5 to 1.0, but was 0.4",
        "[0, 100] | [2, 100] | varies[0].plausible[0] must be between 0 and 1, but was 2",
        "  distribution |   distributon | unknown field 'distributon', did you mean 'distribution'?",
        "mouse | mose | unknown species 'mose', did you mean 'mouse'?",
      })
  void aMistakeIsNamedWithItsPlace(String right, String wrong, String complaint) {
    InputException failure =
        assertThrows(InputException.class, () -> of((HEAD + RATE).replace(right, wrong)));
    assertTrue(String.valueOf(failure.getMessage()).contains(complaint), failure.getMessage());
    assertTrue(String.valueOf(failure.getMessage()).startsWith("test.yaml:"));
  }

  @Test
  void correlationsThatContradictEachOtherAreRefused() {
    String third = RATE.replace("bdnfHalf", "glutamateHalf");
    String text =
        HEAD
            + RATE
            + SHARE
            + third
            + """
            correlations:
              - {between: [bdnfHalf, chronicStress], value: 0.9, source: x}
              - {between: [bdnfHalf, glutamateHalf], value: 0.9, source: x}
              - {between: [chronicStress, glutamateHalf], value: -0.9, source: x}
            """;
    InputException failure = assertThrows(InputException.class, () -> of(text));
    assertTrue(
        String.valueOf(failure.getMessage()).contains("no numbers can have all of these"),
        failure.getMessage());
  }
}
