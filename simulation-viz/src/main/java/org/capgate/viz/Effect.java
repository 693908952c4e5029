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
 * @param mostSetsSay the verdict of most sets of an ensemble, "" if it is not known
 * @param share of the sets that give that verdict, in [0, 1], if known
 * @param published what was found for the same experiment
 */
public record Effect(
    String treatment,
    Estimate untreated,
    Estimate treated,
    Optional<Estimate.Spread> changePercent,
    String verdict,
    String mostSetsSay,
    OptionalDouble share,
    List<PublishedEffect> published) {

  public Effect {
    treatment = Labels.clean("treatment", treatment);
    verdict = verdict.isEmpty() ? "" : Labels.clean("verdict", verdict);
    mostSetsSay = mostSetsSay.isEmpty() ? "" : Labels.clean("verdict of most sets", mostSetsSay);
    published = List.copyOf(published);
    if (share.isPresent() && !(share.getAsDouble() >= 0 && share.getAsDouble() <= 1)) {
      throw new IllegalArgumentException(
          "share of sets must be in [0, 1], but was " + share.getAsDouble());
    }
  }

  /** An effect without verdict. */
  public static Effect of(String treatment, Estimate untreated, Estimate treated) {
    return new Effect(
        treatment, untreated, treated, Optional.empty(), "", "", OptionalDouble.empty(), List.of());
  }

  /** The same with a verdict. */
  public Effect withVerdict(String words) {
    return new Effect(
        treatment, untreated, treated, changePercent, words, mostSetsSay, share, published);
  }

  /**
   * The same with what most sets of an ensemble say, which may be something else.
   *
   * @param words the verdict of most sets
   * @param fraction their share, in [0, 1]
   */
  public Effect whereMostSetsSay(String words, double fraction) {
    OptionalDouble sets = OptionalDouble.of(fraction);
    return new Effect(
        treatment, untreated, treated, changePercent, verdict, words, sets, published);
  }

  /** The same with a band of its change (%), which the ends alone do not tell. */
  public Effect withChangePercent(double low, double high) {
    Optional<Estimate.Spread> band = Optional.of(new Estimate.Spread(low, high));
    return new Effect(treatment, untreated, treated, band, verdict, mostSetsSay, share, published);
  }

  /** The same with one more published finding. */
  public Effect withPublished(PublishedEffect finding) {
    List<PublishedEffect> all = new ArrayList<>(published);
    all.add(finding);
    return new Effect(
        treatment, untreated, treated, changePercent, verdict, mostSetsSay, share, all);
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

  /**
   * {@code responds in 97 % of sets}, or {@code no response in 93 % of sets; shipped set: in
   * between}.
   */
  String verdictText() {
    if (share.isEmpty()) {
      return verdict;
    }
    String percent = Ticks.decimals(0).format(100 * share.getAsDouble());
    String sets = "%s in\u00a0%s\u00a0%%\u00a0of\u00a0sets".formatted(mostSetsSay, percent);
    return mostSetsSay.equals(verdict) || verdict.isEmpty()
        ? sets
        : "%s; shipped set: %s".formatted(sets, verdict);
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
