package org.capgate.trial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.capgate.random.RandomStream;
import org.junit.jupiter.api.Test;

class RuleSearchTest {
  private static final int[] ALL = IntStream.range(0, 800).toArray();
  private static final int[] BOTH = {0, 1};

  private static double[][] features() {
    return IntStream.of(ALL)
        .mapToObj(
            i -> {
              RandomStream stream = RandomStream.of(1, i, 0, "features");
              return new double[] {stream.nextDouble(), stream.nextDouble()};
            })
        .toArray(double[][]::new);
  }

  /** Arm 1 is better by 1 where both features are above a half, else worse by 1. */
  private static double[][] planted(double[][] features) {
    return IntStream.of(ALL)
        .mapToObj(i -> new double[] {0, features[i][0] > 0.5 && features[i][1] > 0.5 ? 1 : -1})
        .toArray(double[][]::new);
  }

  @Test
  void aRuleOfTwoQuestionsThatIsThereIsFound() {
    double[][] features = features();
    double[][] values = planted(features);
    Rule rule = RuleSearch.best(features, values, ALL, 2, BOTH);
    double worth = IntStream.of(ALL).mapToDouble(i -> values[i][rule.arm(features[i])]).sum();
    double known = IntStream.of(ALL).mapToDouble(i -> Math.max(0, values[i][1])).sum();
    assertTrue(worth > 0.9 * known, "thresholds are eighths: %s of %s".formatted(worth, known));
    Rule one = RuleSearch.best(features, values, ALL, 1, BOTH);
    double less = IntStream.of(ALL).mapToDouble(i -> values[i][one.arm(features[i])]).sum();
    assertTrue(less < 0.5 * known, "one question cannot tell: %s of %s".formatted(less, known));
  }

  @Test
  void onlyAllowedFeaturesAreAskedFor() {
    double[][] features = features();
    Rule rule = RuleSearch.best(features, planted(features), ALL, 1, new int[] {1});
    if (rule instanceof Rule.Question question) {
      assertEquals(1, question.feature());
    } else {
      assertInstanceOf(Rule.Same.class, rule);
    }
  }

  @Test
  void whereOneArmIsBestForAllNothingIsAsked() {
    double[][] features = features();
    double[][] values =
        IntStream.of(ALL).mapToObj(i -> new double[] {0, 1, 0.5}).toArray(double[][]::new);
    Rule rule = RuleSearch.best(features, values, ALL, 2, BOTH);
    assertEquals(new Rule.Same(1), rule);
    assertEquals("'b'", rule.words(List.of("x", "y"), List.of("a", "b", "c")));
  }

  /** What noise seems to gain where it was searched is not there in other subjects. */
  @Test
  void whatIsFoundInNoiseGainsNothingInOthers() {
    double[][] features = features();
    double[][] values =
        IntStream.of(ALL)
            .mapToObj(
                i -> {
                  RandomStream stream = RandomStream.of(2, i, 0, "noise");
                  return new double[] {stream.nextGaussian(), stream.nextGaussian()};
                })
            .toArray(double[][]::new);
    int[] train = IntStream.range(0, 400).toArray();
    Rule rule = RuleSearch.best(features, values, train, 2, BOTH);
    Rule same = RuleSearch.best(features, values, train, 0, BOTH);
    double there = gain(rule, same, features, values, 0);
    double elsewhere = gain(rule, same, features, values, 400);
    assertTrue(there > 0.02, "found: " + there);
    assertTrue(elsewhere < 3 * 1.5 / 20, "three standard errors of 400: " + elsewhere);
    assertTrue(elsewhere < there, "less than where it was found");
  }

  private static double gain(
      Rule rule, Rule same, double[][] features, double[][] values, int from) {
    return IntStream.range(from, from + 400)
        .mapToDouble(i -> values[i][rule.arm(features[i])] - values[i][same.arm(features[i])])
        .average()
        .orElseThrow();
  }
}
