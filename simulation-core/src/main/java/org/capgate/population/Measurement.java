package org.capgate.population;

/**
 * How a readout is measured: with an error, in steps, between the ends of its scale.
 *
 * @param readout what is measured
 * @param deviation standard deviation of the error of one measurement, in the unit of the readout
 * @param low lower end of the scale
 * @param high upper end of the scale
 * @param step of the scale, in the same unit; 0 = any value
 * @param source of the deviation
 */
public record Measurement(
    String readout, double deviation, double low, double high, double step, String source) {
  /**
   * What is measured.
   *
   * @param value true value
   * @param z standard normal
   */
  public double of(double value, double z) {
    double noisy = value + deviation * z;
    double stepped = step > 0 ? step * Math.rint(noisy / step) : noisy;
    return Math.max(low, Math.min(high, stepped));
  }
}
