package org.capgate.sampling;

import java.util.Arrays;
import org.capgate.random.RandomStream;
import org.jspecify.annotations.Nullable;

/**
 * How often each kind of jump is tried: in proportion to the mean squared distance, in standard
 * deviations along the principal axes of what is remembered, that it moved a chain (Vrugt et al.
 * 2009, doi:10.1515/IJNSNS.2009.10.3.273, there for the crossovers alone), and never less than a
 * twentieth, so that none is forgotten. It changes, and the axes and the emulator with it, whenever
 * the number of blocks has doubled, so that the second half of a run of 2, 4, 8, … blocks is made
 * with one choice.
 */
final class JumpChoice {
  private static final double LEAST = 0.05;

  /** Until then too little is remembered to tell where the emulator should be right. */
  private static final int BLOCKS_BEFORE_TRAINING = 32;

  private final double[] probabilities = new double[Jump.KINDS];
  private final double[] tries = new double[Jump.KINDS];
  private final double[] distances = new double[Jump.KINDS];
  private final @Nullable EmulatorTraining training;
  private int kinds = Jump.WALK; // the others need an emulator
  private Axes axes;
  private @Nullable Emulator emulator;
  private int nextChange = 1;

  /**
   * Every kind is as likely as any other.
   *
   * @param training null for a density that cannot be emulated
   */
  JumpChoice(Archive archive, @Nullable EmulatorTraining training) {
    this.training = training;
    Arrays.fill(probabilities, 0, kinds, 1.0 / kinds);
    axes = Axes.of(archive);
  }

  /** The axes that jumps are made along. */
  Axes axes() {
    return axes;
  }

  /** What walks are made in; null as long as there is none. */
  @Nullable Emulator emulator() {
    return emulator;
  }

  /** Draws a kind of jump. */
  int draw(RandomStream stream) {
    double share = stream.nextDouble();
    int kind = 0;
    while (kind < kinds - 1 && share >= probabilities[kind]) {
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
    for (int kind = 0; kind < kinds; kind++) {
      sum += mean(kind);
    }
    for (int kind = 0; kind < kinds; kind++) {
      double share = sum > 0 ? mean(kind) / sum : 1.0 / kinds;
      probabilities[kind] = LEAST + (1 - kinds * LEAST) * share;
    }
    Arrays.fill(tries, 0);
    Arrays.fill(distances, 0);
    axes = Axes.of(archive);
    if (training != null && blocks >= BLOCKS_BEFORE_TRAINING) {
      emulator = training.after(blocks, archive);
      if (kinds < Jump.KINDS) {
        kinds = Jump.KINDS; // the new kind is tried as often as all others together
        for (int kind = 0; kind < Jump.WALK; kind++) {
          probabilities[kind] /= 2;
        }
        probabilities[Jump.WALK] = 0.5;
      }
    }
  }

  private double mean(int kind) {
    return tries[kind] == 0 ? 0 : distances[kind] / tries[kind];
  }
}
