package org.capgate.cli.model;

import java.util.ArrayList;
import java.util.List;
import org.capgate.steady.Eigenvalues;

/**
 * Which eigenvalues differ between animals. The slowest motions, as that of a sliding threshold,
 * are often the same in all of them and say nothing about what a genotype changes.
 */
public final class TellingEigenvalues {
  /** Least difference between largest and smallest, relative to the largest size. */
  private static final double LEAST_DIFFERENCE = 0.01;

  private static final int MOST = 3;

  private TellingEigenvalues() {}

  /**
   * Places, from 0, of the slowest eigenvalues whose real parts differ, at most three, ascending.
   * Places that not all animals have are left out.
   */
  public static List<Integer> places(List<Eigenvalues> animals) {
    List<Integer> places = new ArrayList<>();
    int common = animals.stream().mapToInt(Eigenvalues::count).min().orElse(0);
    for (int place = 0; place < common && places.size() < MOST; place++) {
      double low = Double.POSITIVE_INFINITY;
      double high = Double.NEGATIVE_INFINITY;
      for (Eigenvalues animal : animals) {
        double real = animal.realPerHour()[place];
        low = Math.min(low, real);
        high = Math.max(high, real);
      }
      if (high - low > LEAST_DIFFERENCE * Math.max(Math.abs(low), Math.abs(high))) {
        places.add(place);
      }
    }
    return places;
  }
}
