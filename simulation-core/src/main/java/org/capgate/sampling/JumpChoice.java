package org.capgate.sampling;

import java.util.Arrays;
import org.capgate.random.RandomStream;

/**
 * How often each kind of jump is tried: in proportion to the mean squared distance, in standard
 * deviations along the principal axes of what is remembered, that it moved a chain (Vrugt et al.
 * 2009, doi:10.1515/IJNSNS.2009.10.3.273, there for the crossovers alone), and never less than a
 * twentieth, so that none is forgotten. It changes, and the axes with it, whenever the number of
 * blocks has doubled, so that the second half of a run is made with one choice.
 */
final class JumpChoice {
  private static final double LEAST = 0.05;

  private final double[] probabilities = new double[Jump.KINDS];
  private final double[] tries = new double[Jump.KINDS];
  private final double[] distances = new double[Jump.KINDS];
  private Axes axes;
  private int nextChange = 1;

  /** Every kind is as likely as any other. */
  JumpChoice(Archive archive, int dimensions) {
    Arrays.fill(probabilities, 1.0 / Jump.KINDS);
    axes = Axes.of(archive, dimensions);
  }

  /** The axes that jumps are made along. */
  Axes axes() {
    return axes;
  }

  /** Draws a kind of jump. */
  int draw(RandomStream stream) {
    double share = stream.nextDouble();
    int kind = 0;
    while (kind < Jump.KINDS - 1 && share >= probabilities[kind]) {
      share -= probabilities[kind++];
    }
    return kind;
  }

  /** Squared distance between two points in standard deviations of the axes. */
  double squaredDistance(double[] from, double[] to) {
    double[] difference = new double[from.length];
    Arrays.setAll(difference, i -> to[i] - from[i]);
    return axes.squaredLength(difference);
  }

  /**
   * Counts what a chain did in a block.
   *
   * @param chain holds tries and distances of each kind, in turn, from an index on
   */
  void count(double[] chain, int from) {
    for (int kind = 0; kind < Jump.KINDS; kind++) {
      tries[kind] += chain[from + 2 * kind];
      distances[kind] += chain[from + 2 * kind + 1];
    }
  }

  /** Changes the choice where it is time to. */
  void afterBlock(int blocks, Archive archive) {
    if (blocks < nextChange) {
      return;
    }
    nextChange = 2 * blocks;
    double sum = 0;
    for (int kind = 0; kind < Jump.KINDS; kind++) {
      sum += mean(kind);
    }
    for (int kind = 0; kind < Jump.KINDS; kind++) {
      double share = sum > 0 ? mean(kind) / sum : 1.0 / Jump.KINDS;
      probabilities[kind] = LEAST + (1 - Jump.KINDS * LEAST) * share;
    }
    Arrays.fill(tries, 0);
    Arrays.fill(distances, 0);
    axes = Axes.of(archive, axes.count());
  }

  private double mean(int kind) {
    return tries[kind] == 0 ? 0 : distances[kind] / tries[kind];
  }
}
