package org.capgate.population;

/**
 * The response to being treated at all, whatever is given, and the natural course, as an amount by
 * which a score falls beside what the model says:
 *
 * <pre>fall = A·exp(−t/τ) for the treated, + B·(1 − exp(−t/T)) for all</pre>
 *
 * with t since the first treatment, for the untreated since 0 h. A (expectancy) and B (course)
 * differ between subjects, each log-normal with the stated mean and coefficient of variation.
 *
 * @param readout the score, which falls
 * @param expectancy mean of A, in the unit of the readout
 * @param expectancyVariation coefficient of variation of A
 * @param expectancyTimeHours τ (h)
 * @param course mean of B, in the unit of the readout
 * @param courseVariation coefficient of variation of B
 * @param courseTimeHours T (h)
 */
public record Placebo(
    String readout,
    Stated expectancy,
    Stated expectancyVariation,
    Stated expectancyTimeHours,
    Stated course,
    Stated courseVariation,
    Stated courseTimeHours) {
  /**
   * What one subject has of it.
   *
   * @param expectancy A
   * @param course B
   */
  public record OfSubject(double expectancy, double course) {}

  /**
   * The amounts of a subject.
   *
   * @param expecting standard normal
   * @param recovering standard normal
   */
  OfSubject of(double expecting, double recovering) {
    return new OfSubject(
        amount(expectancy, expectancyVariation, expecting),
        amount(course, courseVariation, recovering));
  }

  private static double amount(Stated mean, Stated variation, double z) {
    double squared = 1 + variation.value() * variation.value();
    double median = mean.value() / Math.sqrt(squared); // of a log-normal with that mean
    return Distribution.LOG_NORMAL.value(median, variation.value(), z);
  }

  /**
   * By how much the score has fallen.
   *
   * @param subject its amounts
   * @param isTreated whether anything is given, be it a vehicle
   * @param hours since the first treatment (h); nothing has fallen before
   */
  public double fall(OfSubject subject, boolean isTreated, double hours) {
    if (hours <= 0) {
      return 0;
    }
    double expected =
        isTreated ? subject.expectancy() * StrictMath.exp(-hours / expectancyTimeHours.value()) : 0;
    return expected - subject.course() * StrictMath.expm1(-hours / courseTimeHours.value());
  }
}
