package org.capgate.network.wiring;

import java.math.BigInteger;

/**
 * Numbers of synapses per neuron.
 *
 * @param least of any neuron
 * @param mean of all neurons
 * @param most of any neuron
 * @param standardDeviation over all neurons
 * @param without neurons that have none
 */
public record Degrees(int least, double mean, int most, double standardDeviation, int without) {

  static Degrees of(int[] degree) {
    int least = Integer.MAX_VALUE;
    int most = 0;
    int without = 0;
    long sum = 0;
    long squares = 0;
    for (int d : degree) {
      least = Math.min(least, d);
      most = Math.max(most, d);
      sum += d;
      squares += (long) d * d;
      without += d == 0 ? 1 : 0;
    }
    // In integers, so that the order of the neurons does not show in the last bits.
    BigInteger neurons = BigInteger.valueOf(degree.length);
    BigInteger spread =
        neurons.multiply(BigInteger.valueOf(squares)).subtract(BigInteger.valueOf(sum).pow(2));
    double standardDeviation = Math.sqrt(spread.doubleValue()) / degree.length;
    return new Degrees(least, (double) sum / degree.length, most, standardDeviation, without);
  }
}
