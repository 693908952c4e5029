package org.capgate.viz;

import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What a treatment does to one number of a genotype: from untreated to treated.
 *
 * @param treatment the name of its curve
 * @param untreated in the unit of the effect axis
 * @param treated in the unit of the effect axis
 * @param changePercent band of the change (% of untreated), if known
 * @param verdict in a word or two, as "responds"; "" for none
 * @param share of the sets of an ensemble that give this verdict, in [0, 1], if known
 * @param published what was found for the same experiment
 */
public record Effect(
    String treatment,
    Estimate untreated,
    Estimate treated,
    Optional<Estimate.Spread> changePercent,
    String verdict,
    OptionalDouble share,
    List<PublishedEffect> published) {

  public Effect {
    treatment = Labels.clean("treatment", treatment);
    verdict = verdict.isEmpty() ? "" : Labels.clean("verdict", verdict);
    published = List.copyOf(published);
    if (share.isPresent() && !(share.getAsDouble() >= 0 && share.getAsDouble() <= 1)) {
      throw new IllegalArgumentException(
          "share of sets must be in [0, 1], but was " + share.getAsDouble());
    }
  }

  /** An effect without verdict. */
  public static Effect of(String treatment, Estimate untreated, Estimate treated) {
    return new Effect(
        treatment, untreated, treated, Optional.empty(), "", OptionalDouble.empty(), List.of());
  }

  /** The same with a verdict. */
  public Effect withVerdict(String words) {
    return new Effect(treatment, untreated, treated, changePercent, words, share, published);
  }

  /** The same with the share of sets, in [0, 1], that give the verdict. */
  public Effect inShareOfSets(double fraction) {
    return new Effect(
        treatment,
        untreated,
        treated,
        changePercent,
        verdict,
        OptionalDouble.of(fraction),
        published);
  }

  /** The same with a band of its change (%), which the ends alone do not tell. */
  public Effect withChangePercent(double low, double high) {
    Optional<Estimate.Spread> band = Optional.of(new Estimate.Spread(low, high));
    return new Effect(treatment, untreated, treated, band, verdict, share, published);
  }

  /** The same with one more published finding. */
  public Effect withPublished(PublishedEffect finding) {
    List<PublishedEffect> all = new ArrayList<>(published);
    all.add(finding);
    return new Effect(treatment, untreated, treated, changePercent, verdict, share, all);
  }

  /**
   * {@code −25.2 %} with spaces that do not break, or the plain difference where the untreated
   * value is 0.
   */
  String changeText() {
    double change = treated.value() - untreated.value();
    if (untreated.value() == 0) {
      return signed(change, 2);
    }
    String text = signed(100 * change / Math.abs(untreated.value()), 1) + "\u00a0%";
    return changePercent
        .map(
            band ->
                "%s (%s\u00a0to\u00a0%s)"
                    .formatted(text, signed(band.low(), 0), signed(band.high(), 0)))
        .orElse(text);
  }

  /** {@code responds in 97 % of sets}. */
  String verdictText() {
    if (share.isEmpty()) {
      return verdict;
    }
    String percent = Ticks.decimals(0).format(100 * share.getAsDouble());
    String sets = "in\u00a0%s\u00a0%%\u00a0of\u00a0sets".formatted(percent);
    return verdict.isEmpty() ? sets : verdict + " " + sets;
  }

  private static String signed(double number, int decimals) {
    NumberFormat format = Ticks.decimals(decimals);
    String text = format.format(number);
    if (text.equals(format.format(-0.0)) || text.equals(format.format(0.0))) {
      return format.format(0.0);
    }
    return number > 0 ? "+" + text : text;
  }
}
