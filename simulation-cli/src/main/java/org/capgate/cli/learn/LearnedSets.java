package org.capgate.cli.learn;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.capgate.calibration.Learned;
import org.capgate.calibration.Posterior;
import org.capgate.calibration.Scatter;
import org.capgate.cli.command.Progress;
import org.capgate.cli.output.Numeral;
import org.capgate.evidence.Finding;
import org.capgate.evidence.FindingFile;
import org.capgate.evidence.FindingsEvaluator;
import org.capgate.input.InputException;
import org.capgate.input.Place;
import org.capgate.model.ParameterSet;
import org.capgate.uncertainty.ParameterEnsemble;
import org.capgate.viz.AxisLabel;
import org.capgate.viz.Estimates;
import org.capgate.viz.Figure;

/**
 * What the findings say of the parameters of the model that ships, from all sets of a file.
 *
 * @param learned what they say
 * @param sets how many there were
 */
public record LearnedSets(Learned learned, int sets) {
  /** A parameter became known by half. */
  private static final double HALF = 0.5;

  /**
   * Looks at sets, which takes a twentieth of a second for each.
   *
   * @throws InputException where they are too few or leave fitted parameters out
   */
  public static LearnedSets of(ParameterEnsemble sets, int threads, PrintWriter terminal) {
    Posterior posterior = posterior();
    if (!isEnough(sets, posterior)) {
      throw new InputException(
          new Place(sets.name(), 1, 0),
          "must hold more sets than the %s fitted parameters, and values of all of them"
              .formatted(posterior.parameters().size()));
    }
    try (Progress progress = Progress.of("parameter sets", sets.size(), terminal)) {
      return new LearnedSets(
          Learned.of(posterior, sets, threads, done -> progress.step()), sets.size());
    }
  }

  /** Whether there are more sets than fitted parameters, with values of all of them. */
  public static boolean isEnough(ParameterEnsemble sets) {
    return isEnough(sets, posterior());
  }

  private static boolean isEnough(ParameterEnsemble sets, Posterior posterior) {
    List<String> drawn =
        posterior.parameters().stream().map(parameter -> parameter.name()).toList();
    return sets.numbers().equals(drawn) && sets.size() > drawn.size();
  }

  static Posterior posterior() {
    return new Posterior(
        FindingsEvaluator.standard(), ParameterSet.standard(), findings(), Scatter.published());
  }

  /** The findings that were learned from. */
  static List<Finding> findings() {
    return FindingFile.published().findings();
  }

  /** All parameters, that which became known best first. */
  public List<Learned.OfParameter> mostLearnedFirst() {
    return learned.parameters().stream()
        .sorted(Comparator.comparingDouble(one -> -one.contraction()))
        .toList();
  }

  /** Each pair of parameters that go together once, the strongest first. */
  public List<Learned.OfParameter> strongestPairsFirst() {
    List<Learned.OfParameter> pairs = new ArrayList<>();
    learned.parameters().stream()
        .sorted(Comparator.comparingDouble(one -> -Math.abs(one.correlation())))
        .forEach(
            one -> {
              if (pairs.stream().noneMatch(other -> isSamePair(one, other))) {
                pairs.add(one);
              }
            });
    return pairs;
  }

  private static boolean isSamePair(Learned.OfParameter one, Learned.OfParameter other) {
    return one.partner().equals(other.parameter().name())
        && other.partner().equals(one.parameter().name());
  }

  /** {@code 42 of 82 parameters by half or more}. */
  public String halfKnown() {
    long half =
        learned.parameters().stream().filter(parameter -> parameter.contraction() >= HALF).count();
    return "%s of %s parameters by half or more".formatted(half, learned.parameters().size());
  }

  /** {@code 33 of 82 combinations are at least half as wide as before}. */
  public String stillWide() {
    long sloppy =
        learned.directions().stream().filter(direction -> direction.variance() >= HALF).count();
    return "%s of %s combinations are at least half as wide as before"
        .formatted(sloppy, learned.directions().size());
  }

  /** The largest parts of a combination: {@code + 0.42 a − 0.37 b}. */
  public static String parts(Learned.Direction direction) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < direction.loads().size(); i++) {
      double part = direction.parts().get(i);
      text.append(i > 0 ? " " : "")
          .append(part < 0 ? "− " : "+ ")
          .append(Numeral.fixed(Math.abs(part), 2))
          .append(' ')
          .append(direction.loads().get(i));
    }
    return text.toString();
  }

  /** {@code 0.346 to 0.800}, in the unit of the parameter. */
  public static String range(Learned.OfParameter one) {
    return "%s to %s"
        .formatted(
            Numeral.digits(one.values().at(0.05), 3), Numeral.digits(one.values().at(0.95), 3));
  }

  /** Where each parameter lies in its plausible range. */
  public Figure marginals(Map<String, String> lines) {
    Estimates figure =
        Estimates.titled("What the findings say of each parameter")
            .value(new AxisLabel("Share of the plausible range", "1"))
            .sources("median and 90 %% of %s sets".formatted(sets), "shipped value")
            .provenance(lines)
            .row(
                "prior of each",
                Posterior.priorQuantile(0.5),
                Posterior.priorQuantile(0.05),
                Posterior.priorQuantile(0.95),
                Double.NaN);
    for (Learned.OfParameter one : mostLearnedFirst()) {
      figure.row(
          one.parameter().name(),
          one.shares().at(0.5),
          one.shares().at(0.05),
          one.shares().at(0.95),
          one.shippedShare());
    }
    return figure.build();
  }
}
