package org.capgate.evidence;

import java.util.Optional;
import java.util.OptionalDouble;
import org.capgate.model.Readout;

/**
 * Judges findings by simulated numbers. The bounds are those of the vocabulary; no name of a
 * genotype, compound or finding takes part.
 */
final class Judgement {

  /** Least relative change that counts as an increase or decrease. */
  static final double LEAST_CHANGE = 0.10;

  /** Relative change below which nothing has changed. */
  static final double MOST_DRIFT = 0.05;

  /** Share of the wild type's response below which a mutant does not respond. */
  static final double MOST_SHARE_OF_WILD_TYPE = 0.25;

  /** Least share of another finding's response that counts as a reduced response. */
  static final double LEAST_SHARE = 0.10;

  /** Largest share of another finding's response that counts as a reduced response. */
  static final double MOST_SHARE = 0.90;

  private final Simulations simulations;
  private final FindingPlan plan;

  Judgement(Simulations simulations, FindingPlan plan) {
    this.simulations = simulations;
    this.plan = plan;
  }

  /** The verdict; a simulation that fails is a failed finding. */
  Evaluation evaluate(Finding finding) {
    try {
      return judge(finding);
    } catch (RuntimeException e) {
      String message = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
      return Evaluation.impossible(finding, "could not be simulated: " + message);
    }
  }

  private Evaluation judge(Finding finding) {
    Readout readout = finding.readout();
    double value = value(finding);
    double baseline = simulations.baseline(finding.condition().untreated(), readout);
    requireNumber(finding.at().isTime() ? finding.at().word() : readout.name(), value);
    requireNumber(readout.name(), baseline);
    if (finding.expected() == Expectation.VALUE) {
      return judgeValue(finding, baseline, value);
    }
    Comparison measure =
        finding.expected() == Expectation.REDUCED ? measure(finding) : finding.versus();
    double reference = reference(finding, measure);
    requireNumber(readout.name(), reference);
    Change change = Change.of(readout, reference, value);
    Outcome outcome =
        switch (finding.expected()) {
          case INCREASE, DECREASE -> directed(finding, change);
          case NO_CHANGE -> unchanged(finding, change);
          default -> reduced(finding, change, measure);
        };
    return evaluation(finding, baseline, change, outcome);
  }

  private Outcome directed(Finding finding, Change change) {
    double sign = finding.expected() == Expectation.INCREASE ? 1 : -1;
    if (finding.magnitude().isEmpty()) {
      String bound = Text.signedPercent(sign * LEAST_CHANGE) + (sign > 0 ? " or more" : " or less");
      return new Outcome(sign * change.relative() >= LEAST_CHANGE, "needs " + bound);
    }
    Magnitude magnitude = finding.magnitude().get();
    boolean rightWay = sign * change.relative() > 0;
    return new Outcome(
        rightWay && magnitude.contains(change.absolute()),
        "changes%s by %s, needs %s"
            .formatted(
                rightWay || change.absolute() == 0 ? "" : " the other way",
                Text.quantity(change.absolute(), finding.readout().unit()),
                magnitude.rangeText()));
  }

  private Outcome unchanged(Finding finding, Change change) {
    double relative = Math.abs(change.relative());
    String reason = "needs less than " + Text.percent(MOST_DRIFT) + " either way";
    if (!(relative < MOST_DRIFT)
        || finding.condition().isWildType()
        || !finding.versus().isSettled()) {
      return new Outcome(relative < MOST_DRIFT, reason);
    }
    double wildType = Math.abs(response(finding, finding.condition().wildType()).relative());
    if (wildType < MOST_DRIFT) {
      return new Outcome(true, reason + "; the wild type does not respond either");
    }
    double share = relative / wildType;
    return new Outcome(
        share < MOST_SHARE_OF_WILD_TYPE,
        reason
            + " and less than "
            + Text.percent(MOST_SHARE_OF_WILD_TYPE)
            + " of the wild type's response, is "
            + Text.percent(share));
  }

  private Outcome reduced(Finding finding, Change change, Comparison measure) {
    Finding other = other(finding);
    double reference = reference(other, measure);
    double theirs = Change.of(other.readout(), reference, value(other)).relative();
    if (theirs == 0 || !Double.isFinite(theirs)) {
      return new Outcome(false, other.id() + " shows no response to compare with");
    }
    double share = change.relative() / theirs;
    return new Outcome(
        LEAST_SHARE <= share && share <= MOST_SHARE,
        Text.percent(share)
            + " of the response of "
            + other.id()
            + " ("
            + Text.signedPercent(theirs)
            + "), needs "
            + Text.percent(LEAST_SHARE)
            + " to "
            + Text.percent(MOST_SHARE));
  }

  private Evaluation judgeValue(Finding finding, double baseline, double value) {
    Magnitude magnitude = finding.magnitude().orElseThrow();
    OptionalDouble reference = OptionalDouble.empty();
    OptionalDouble relative = OptionalDouble.empty();
    if (!finding.versus().equals(Comparison.NONE)) {
      double compared = reference(finding, finding.versus());
      reference = OptionalDouble.of(compared);
      double change = Change.of(finding.readout(), compared, value).relative();
      relative = Double.isFinite(change) ? OptionalDouble.of(change) : relative;
    }
    double simulated = value;
    String shown = "";
    if (magnitude.ofPeak()) {
      double peak = simulations.highest(finding.condition(), finding.readout());
      if (!(peak > 0)) {
        return Evaluation.impossible(finding, "has no peak to take a share of");
      }
      simulated = value / peak;
      shown = Text.number(simulated) + " of peak, ";
    }
    return new Evaluation(
        finding,
        finding.at().isTime() ? OptionalDouble.empty() : OptionalDouble.of(baseline),
        reference,
        OptionalDouble.of(value),
        relative,
        Verdict.when(magnitude.contains(simulated)),
        shown + "needs " + magnitude.rangeText());
  }

  private static Evaluation evaluation(
      Finding finding, double baseline, Change change, Outcome outcome) {
    double relative = change.relative();
    return new Evaluation(
        finding,
        OptionalDouble.of(baseline),
        OptionalDouble.of(change.reference()),
        OptionalDouble.of(change.value()),
        Double.isFinite(relative) ? OptionalDouble.of(relative) : OptionalDouble.empty(),
        Verdict.when(outcome.shown()),
        outcome.reason());
  }

  /** How a condition responds to its treatment, at the time and in the readout of a finding. */
  private Change response(Finding finding, Condition condition) {
    double untreated = simulations.baseline(condition.untreated(), finding.readout());
    return Change.of(finding.readout(), untreated, value(finding, condition));
  }

  private double value(Finding finding) {
    return value(finding, finding.condition());
  }

  private double value(Finding finding, Condition condition) {
    if (finding.at() instanceof SampleTime.At at) {
      return simulations.at(condition, finding.readout(), at.tHours());
    }
    return finding.at().equals(SampleTime.PEAK)
        ? extreme(finding, condition)
        : settledOrTime(finding, condition);
  }

  private double settledOrTime(Finding finding, Condition condition) {
    double untreated = simulations.baseline(condition.untreated(), finding.readout());
    if (finding.at().equals(SampleTime.PEAK_TIME)) {
      return simulations.course(condition, finding.readout()).peakHours(untreated);
    }
    return finding.at() instanceof SampleTime.Return back
        ? simulations.course(condition, finding.readout()).returnHours(untreated, back.share())
        : untreated;
  }

  private double extreme(Finding finding, Condition condition) {
    Readout readout = finding.readout();
    return switch (finding.expected()) {
      case INCREASE, VALUE -> simulations.highest(condition, readout);
      case DECREASE -> simulations.lowest(condition, readout);
      case NO_CHANGE, REDUCED -> {
        double baseline = simulations.baseline(condition.untreated(), readout);
        double high = simulations.highest(condition, readout);
        double low = simulations.lowest(condition, readout);
        yield high - baseline >= baseline - low ? high : low;
      }
    };
  }

  private double reference(Finding finding, Comparison versus) {
    if (versus instanceof Comparison.OtherFinding) {
      return value(other(finding));
    }
    Condition condition = finding.condition();
    if (versus.equals(Comparison.WILD_TYPE)) {
      return value(finding, condition.wildType());
    }
    if (versus.equals(Comparison.UNSTRESSED)) {
      return value(finding, condition.unstressed());
    }
    return versus.equals(Comparison.PEAK)
        ? simulations.highest(condition, finding.readout())
        : simulations.baseline(condition.untreated(), finding.readout());
  }

  /** How the response of the finding at the end of a line of comparisons is measured. */
  private Comparison measure(Finding finding) {
    Finding last = finding;
    while (last.versus() instanceof Comparison.OtherFinding) {
      last = other(last);
    }
    return last.versus();
  }

  private Finding other(Finding finding) {
    if (finding.versus() instanceof Comparison.OtherFinding other) {
      Optional<Finding> found = plan.find(other.id());
      if (found.isPresent()) {
        return found.get();
      }
    }
    throw new IllegalStateException(finding.id() + " is compared with no known finding");
  }

  private static void requireNumber(String name, double number) {
    if (!Double.isFinite(number)) {
      throw new IllegalStateException(name + " is " + number);
    }
  }

  /**
   * A verdict in the making.
   *
   * @param shown whether the simulation shows the finding
   * @param reason one line
   */
  private record Outcome(boolean shown, String reason) {}
}
