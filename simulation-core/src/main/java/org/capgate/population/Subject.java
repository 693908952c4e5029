package org.capgate.population;

import java.util.Optional;

/** One subject drawn from a population: its values of the varied numbers. Immutable. */
public final class Subject {
  private final Population population;
  private final long number;
  private final int attempts;
  private final double[] normals;
  private final double[] values;
  private final Optional<Placebo.OfSubject> placebo;

  Subject(
      Population population,
      long number,
      int attempts,
      double[] normals,
      double[] values,
      Optional<Placebo.OfSubject> placebo) {
    this.population = population;
    this.number = number;
    this.attempts = attempts;
    this.normals = normals;
    this.values = values;
    this.placebo = placebo;
  }

  /** The population it was drawn from. */
  public Population population() {
    return population;
  }

  /** Number in the population, from 0. */
  public long number() {
    return number;
  }

  /** How many draws it took until one was plausible, ≥ 1. */
  public int attempts() {
    return attempts;
  }

  /** The independent standard normal numbers it follows from, a fresh array. */
  public double[] normals() {
    return normals.clone();
  }

  /** Values in the order of {@link Population#varied}, a fresh array. */
  public double[] values() {
    return values.clone();
  }

  double value(int index) {
    return values[index];
  }

  /**
   * How it responds to being treated at all; empty where the population states no such response.
   */
  public Optional<Placebo.OfSubject> placebo() {
    return placebo;
  }

  /**
   * By how much a score has fallen beside what the model says, see {@link Placebo}.
   *
   * @param readout the score
   * @param isTreated whether anything is given, be it a vehicle
   * @param hours since the first treatment (h)
   * @return 0 where the population states no such response for that score
   */
  public double placeboFall(String readout, boolean isTreated, double hours) {
    return population
        .placebo()
        .filter(one -> one.readout().equals(readout))
        .map(one -> one.fall(placebo.orElseThrow(), isTreated, hours))
        .orElse(0.0);
  }

  /** Body weight (kg). */
  public double bodyWeightKilograms() {
    return population.bodyWeightKilograms(values);
  }

  /** Lasting stress, in [0, 1]. */
  public double chronicStress() {
    return population.chronicStress(values);
  }
}
