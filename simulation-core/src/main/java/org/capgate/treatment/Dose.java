package org.capgate.treatment;

import java.util.stream.IntStream;
import org.capgate.dynamics.TimeGrid;
import org.capgate.input.Bounds;
import org.capgate.input.Numbers;

/**
 * A dose of a compound, once or repeated, at once or over a time. A sentence in code: {@code
 * Dose.of(Compounds.ketamine(), 10, MG_PER_KG).intraperitoneal().atHours(0)}.
 *
 * @param compound name of the compound, looked up in the catalogue when the exposure is computed
 * @param amount in {@code unit}, ≥ 0
 * @param unit unit of the amount
 * @param route how it is given
 * @param startHours when the first dose is given or starts (h)
 * @param durationHours how long one dose lasts (h): 0 = at once; a bath that is never washed out
 *     lasts for infinity
 * @param intervalHours from one dose to the next (h), > 0; 0 = a single dose
 * @param repeatDays doses are given while less than this time has passed since the first (d), > 0;
 *     0 = a single dose
 */
public record Dose(
    String compound,
    double amount,
    AmountUnit unit,
    Route route,
    double startHours,
    double durationHours,
    double intervalHours,
    double repeatDays)
    implements Administration {

  /** When something may start (h): within a century of t = 0. */
  static final Bounds START = Bounds.between(-876_000, 876_000, "h");

  /** How long something may last (h); the shortest is a few milliseconds. */
  static final Bounds DURATION = Bounds.between(1e-6, 876_000, "h");

  /** Days over which a dose may be repeated. */
  static final Bounds REPEAT = Bounds.positive("d").atMost(36_500);

  /** Most doses one repeated dose may stand for. */
  static final int MOST_DOSES = 100_000;

  public Dose {
    startHours = TimeGrid.rounded(startHours);
    durationHours = TimeGrid.rounded(durationHours);
    intervalHours = TimeGrid.rounded(intervalHours);
    repeatDays = TimeGrid.rounded(repeatDays);
    amountBounds(unit).check("amount", amount);
    START.check("startHours", startHours);
    if (durationHours != 0 && durationHours != Double.POSITIVE_INFINITY) {
      DURATION.check("durationHours", durationHours);
    }
    if (intervalHours != 0 || repeatDays != 0) {
      DURATION.check("intervalHours", intervalHours);
      REPEAT.check("repeatDays", repeatDays);
      if (repeatDays * 24 / intervalHours > MOST_DOSES) {
        throw new IllegalArgumentException(
            "a repeated dose must stand for at most " + MOST_DOSES + " doses");
      }
    }
    if ((route == Route.BATH) != (unit == AmountUnit.MICROMOLAR)) {
      throw new IllegalArgumentException(
          "a bath is dosed in uM and nothing else is, but the dose was "
              + Numbers.text(amount)
              + " "
              + unit.word()
              + " "
              + route.word());
    }
    if (durationHours == Double.POSITIVE_INFINITY && route != Route.BATH) {
      throw new IllegalArgumentException("only a bath may last for infinity");
    }
  }

  static Bounds amountBounds(AmountUnit unit) {
    return Bounds.between(0, unit.largest(), unit.word());
  }

  /** Begins the sentence with what is given. */
  public static Amount of(Compound compound, double amount, AmountUnit unit) {
    return of(compound.name(), amount, unit);
  }

  /** Begins the sentence with the name of a compound of the catalogue that will be used. */
  public static Amount of(String compound, double amount, AmountUnit unit) {
    return new Amount(compound, amount, unit);
  }

  /** When the first dose is given (h). */
  public Dose atHours(double hours) {
    return new Dose(compound, amount, unit, route, hours, durationHours, intervalHours, repeatDays);
  }

  /** Gives the dose at a constant rate over this time (h), > 0. */
  public Dose infusedForHours(double hours) {
    DURATION.check("durationHours", hours);
    return new Dose(compound, amount, unit, route, startHours, hours, intervalHours, repeatDays);
  }

  /** Repeats the dose at this interval (h), > 0; how long is said next. */
  public Repetition everyHours(double hours) {
    DURATION.check("intervalHours", hours);
    return new Repetition(this, hours);
  }

  /** When the single doses it stands for are given (h), ascending. */
  public double[] givenHours() {
    return IntStream.range(0, count())
        .mapToDouble(i -> TimeGrid.rounded(startHours + i * intervalHours))
        .toArray();
  }

  /** How many times the dose is given. */
  public int count() {
    if (intervalHours == 0) {
      return 1;
    }
    // every 24 h for 56 d is 56 doses; the allowance is what rounding to the grid of times may add
    double doses = repeatDays * 24 / intervalHours;
    double allowance = 1e-9 * (1 + (12 + doses) / intervalHours);
    return (int) Math.max(1, Math.ceil(doses - Math.min(allowance, 0.5)));
  }

  @Override
  public String text() {
    StringBuilder text = new StringBuilder();
    text.append(compound).append(' ').append(Numbers.text(amount)).append(' ').append(unit.word());
    text.append(' ').append(route.word());
    text.append(" at ").append(Numbers.text(startHours)).append(" h");
    if (durationHours > 0 && durationHours < Double.POSITIVE_INFINITY) {
      text.append(" for ").append(Numbers.text(durationHours)).append(" h");
    }
    if (intervalHours > 0) {
      text.append(" every ").append(Numbers.text(intervalHours)).append(" h");
      text.append(" for ").append(Numbers.text(repeatDays)).append(" d");
    }
    return text.toString();
  }

  /**
   * A dose whose route is still to be said.
   *
   * @param compound name of the compound
   * @param amount in {@code unit}
   * @param unit unit of the amount
   */
  public record Amount(String compound, double amount, AmountUnit unit) {

    /** Into a vein. */
    public Dose intravenous() {
      return by(Route.INTRAVENOUS);
    }

    /** Into the abdominal cavity. */
    public Dose intraperitoneal() {
      return by(Route.INTRAPERITONEAL);
    }

    /** By mouth. */
    public Dose oral() {
      return by(Route.ORAL);
    }

    /** Into the nose. */
    public Dose intranasal() {
      return by(Route.INTRANASAL);
    }

    /** Into a ventricle of the brain. */
    public Dose intracerebroventricular() {
      return by(Route.INTRACEREBROVENTRICULAR);
    }

    /** Into the bath of a slice, until the end or as long as said next. */
    public Dose bath() {
      return by(Route.BATH);
    }

    /** By any route, at once at t = 0 until said otherwise. */
    public Dose by(Route route) {
      double duration = route == Route.BATH ? Double.POSITIVE_INFINITY : 0;
      return new Dose(compound, amount, unit, route, 0, duration, 0, 0);
    }
  }

  /**
   * A repeated dose whose end is still to be said.
   *
   * @param dose what is repeated
   * @param intervalHours from one dose to the next (h)
   */
  public record Repetition(Dose dose, double intervalHours) {

    /** Doses are given while less than this time (d) has passed since the first. */
    public Dose forDays(double days) {
      REPEAT.check("repeatDays", days);
      return new Dose(
          dose.compound,
          dose.amount,
          dose.unit,
          dose.route,
          dose.startHours,
          dose.durationHours,
          intervalHours,
          days);
    }
  }
}
