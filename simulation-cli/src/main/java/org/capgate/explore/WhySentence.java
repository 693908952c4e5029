package org.capgate.explore;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.stream.Collectors;
import org.capgate.equations.Kind;
import org.capgate.explain.Explanation;
import org.capgate.explain.Explanation.Cause;
import org.capgate.explain.Explanation.Passage;
import org.capgate.input.Numbers;
import org.capgate.model.Readout;
import org.capgate.scenario.Scenario;

/** Why mood changed within a day, in a sentence or two that follow from the equations alone. */
final class WhySentence {
  private static final double HOURS = 24;

  /** A change of mood that nobody would see on the screen. */
  private static final double LEAST_CHANGE = 0.002;

  private WhySentence() {}

  /**
   * The sentences.
   *
   * @throws org.capgate.dynamics.IntegrationException when there is no solution to explain
   */
  static String of(Scenario scenario, double days) {
    double to = Math.min(HOURS, 24 * days);
    Explanation why = Explanation.of(scenario, Readout.MOOD, 0, to);
    String when = "%s h after the first dose".formatted(Numbers.text(to));
    if (Math.abs(why.change()) < LEAST_CHANGE || why.causes().isEmpty()) {
      return "Why: %s mood is as before.".formatted(when);
    }
    Cause cause = why.causes().get(0);
    String moved =
        "Why: %s mood is %s by %s, %s %% of it by the %s."
            .formatted(
                when,
                why.change() > 0 ? "higher" : "lower",
                digits(Math.abs(why.change())),
                digits(100 * cause.contribution() / why.change()),
                Explanation.words(cause.symbol()));
    List<Passage> way =
        why.mainWay().stream().filter(step -> step.symbol().kind() == Kind.STATE).toList();
    return way.isEmpty()
        ? moved
        : moved
            + way.stream()
                .map(step -> brief(Explanation.words(step.symbol())))
                .collect(Collectors.joining(" → ", " Most of it came by ", "."));
  }

  /** Without examples in parentheses and without what something is relative to. */
  private static String brief(String words) {
    return words.replaceAll("\\s*\\([^)]*\\)", "").replaceAll(" relative to .*", "");
  }

  private static String digits(double value) {
    return new BigDecimal(value).round(new MathContext(2)).toPlainString();
  }
}
