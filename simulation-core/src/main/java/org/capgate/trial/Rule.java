package org.capgate.trial;

import java.util.List;
import java.util.Locale;

/** Which arm a subject gets, by what is asked of it. Immutable. */
sealed interface Rule {
  /**
   * The arm.
   *
   * @param features of the subject
   */
  int arm(double[] features);

  /** In words. */
  String words(List<String> features, List<String> arms);

  /** Everybody gets the same. */
  record Same(int only) implements Rule {
    @Override
    public int arm(double[] features) {
      return only;
    }

    @Override
    public String words(List<String> features, List<String> arms) {
      return "'%s'".formatted(arms.get(only));
    }
  }

  /** A question with two answers. */
  record Question(int feature, double atMost, Rule yes, Rule no) implements Rule {
    @Override
    public int arm(double[] features) {
      return (features[feature] <= atMost ? yes : no).arm(features);
    }

    @Override
    public String words(List<String> features, List<String> arms) {
      return "if %s <= %s: %s, else %s"
          .formatted(
              features.get(feature),
              shortened(atMost),
              inner(yes, features, arms),
              inner(no, features, arms));
    }

    private static String inner(Rule rule, List<String> features, List<String> arms) {
      String words = rule.words(features, arms);
      return rule instanceof Question ? "(%s)".formatted(words) : words;
    }

    private static String shortened(double value) {
      return String.format(Locale.ROOT, "%.3g", value);
    }
  }
}
