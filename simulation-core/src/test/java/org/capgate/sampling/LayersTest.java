package org.capgate.sampling;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import org.capgate.random.RandomStream;
import org.junit.jupiter.api.Test;

class LayersTest {
  private static final int SAMPLES = 6; // more than are added at once
  private static final double STEP = 1e-5;

  private final Layers layers = new Layers(3, 5, 2);
  private final RandomStream stream = RandomStream.of(1, 0, 0, "layers");
  private final double[] weights = gaussian(layers.weights());
  private final double[][] inputs = new double[SAMPLES][];

  private double[] gaussian(int count) {
    double[] values = new double[count];
    Arrays.setAll(values, i -> 0.7 * stream.nextGaussian());
    return values;
  }

  /** y₀ − 2y₁, summed over the samples. */
  private double sum(double[] weights) {
    double sum = 0;
    for (double[] input : inputs) {
      Layers.Work work = layers.new Work();
      System.arraycopy(input, 0, work.input(), 0, input.length);
      work.forwards(weights);
      sum += work.output()[0] - 2 * work.output()[1];
    }
    return sum;
  }

  @Test
  void slopesByEveryWeightAreThoseOfTheSum() {
    Arrays.setAll(inputs, i -> gaussian(3));
    Layers.Work[] work = new Layers.Work[SAMPLES];
    for (int i = 0; i < SAMPLES; i++) {
      work[i] = layers.new Work();
      System.arraycopy(inputs[i], 0, work[i].input(), 0, 3);
      work[i].forwards(weights);
      work[i].slopes()[0] = 1;
      work[i].slopes()[1] = -2;
      work[i].backwards(layers.turned(weights));
    }
    double[] slopes = new double[weights.length];
    layers.addSlopes(work, SAMPLES, slopes);
    for (int i = 0; i < weights.length; i++) {
      double[] below = weights.clone();
      below[i] -= STEP;
      double[] above = weights.clone();
      above[i] += STEP;
      assertEquals((sum(above) - sum(below)) / (2 * STEP), slopes[i], 1e-7, "weight " + i);
    }
  }

  @Test
  void constantsAreThoseThatTheOutputFollowsAtNoInput() {
    int constants = 0;
    for (int i = 0; i < weights.length; i++) {
      constants += layers.isConstant(i) ? 1 : 0;
    }
    assertEquals(5 + 5 + 2, constants);
    assertEquals(3, layers.fanIn(0));
    assertEquals(5, layers.fanIn(4 * 5));
    assertEquals(8, layers.fanIn(weights.length - 1));
  }
}
