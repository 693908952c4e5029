package org.capgate.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.moeaframework.algorithm.NSGAII;
import org.moeaframework.core.PRNG;
import org.moeaframework.core.Solution;
import org.moeaframework.core.variable.RealVariable;
import org.moeaframework.problem.DTLZ.DTLZ2;
import org.moeaframework.problem.ZDT.ZDT1;
import org.moeaframework.problem.ZDT.ZDT2;
import org.moeaframework.problem.ZDT.ZDT3;

/** Against fronts that are known exactly, and against the NSGA-II of the MOEA Framework. */
class Nsga2Test {
  private static final int EVALUATIONS = 25_000;

  /** A problem of the framework, all of whose variables are in [0, 1]. */
  private static Problem of(org.moeaframework.problem.Problem theirs) {
    return new Problem() {
      @Override
      public int dimensions() {
        return theirs.getNumberOfVariables();
      }

      @Override
      public int aims() {
        return theirs.getNumberOfObjectives();
      }

      @Override
      public Worth at(double[] point) {
        Solution solution = theirs.newSolution();
        for (int i = 0; i < point.length; i++) {
          ((RealVariable) solution.getVariable(i)).setValue(point[i]);
        }
        theirs.evaluate(solution);
        return new Worth(solution.getObjectiveValues(), 0);
      }
    };
  }

  private static org.moeaframework.problem.Problem named(String name) {
    return switch (name) {
      case "ZDT1" -> new ZDT1();
      case "ZDT2" -> new ZDT2();
      case "ZDT3" -> new ZDT3();
      default -> new DTLZ2(3);
    };
  }

  private static double[] reference(int aims) {
    double[] reference = new double[aims];
    java.util.Arrays.fill(reference, 1.1);
    return reference;
  }

  private static double found(Problem problem, long seed) {
    List<Nsga2.Found> last =
        Nsga2.search(
            problem, new Nsga2.Settings(100, EVALUATIONS / 100 - 1, seed), 2, generations -> {});
    List<double[]> front =
        Nsga2.unbeaten(last).stream().map(found -> found.worth().aims()).toList();
    return Hypervolume.of(front, reference(problem.aims()));
  }

  private static double foundByThem(org.moeaframework.problem.Problem problem, long seed) {
    PRNG.setSeed(seed);
    NSGAII theirs = new NSGAII(problem);
    theirs.run(EVALUATIONS);
    List<double[]> front = new ArrayList<>();
    for (Solution solution : theirs.getResult()) {
      front.add(solution.getObjectiveValues());
    }
    return Hypervolume.of(front, reference(problem.getNumberOfObjectives()));
  }

  /** On average over seeds; single runs of three aims differ by a per cent. */
  @ParameterizedTest
  @ValueSource(strings = {"ZDT1", "ZDT2", "ZDT3", "DTLZ2"})
  void theVolumeIsThatOfTheMoeaFrameworkWithinOnePerCent(String name) {
    double ours = 0;
    double theirs = 0;
    for (long seed = 1; seed <= 2; seed++) {
      ours += found(of(named(name)), seed);
      theirs += foundByThem(named(name), seed);
    }
    assertEquals(theirs, ours, 0.01 * theirs);
  }

  /** Areas under the fronts 1 − √x and 1 − x². Steps between 100 points alone lose about 1 %. */
  @ParameterizedTest
  @CsvSource({"ZDT1,0.333333333", "ZDT2,0.666666667"})
  void theVolumeIsNearThatOfTheExactFront(String name, double below) {
    double exact = 1.21 - below;
    assertEquals(exact, found(of(named(name)), 7), 0.02 * exact);
  }

  @Test
  void theSameBitsOnAnyNumberOfThreads() {
    Nsga2.Settings settings = new Nsga2.Settings(20, 10, 3);
    List<Nsga2.Found> one = Nsga2.search(of(new ZDT1()), settings, 1, done -> {});
    List<Nsga2.Found> three = Nsga2.search(of(new ZDT1()), settings, 3, done -> {});
    for (int i = 0; i < one.size(); i++) {
      assertEquals(one.get(i).point(), three.get(i).point());
      assertEquals(one.get(i).number(), three.get(i).number());
    }
    List<Nsga2.Found> otherSeed =
        Nsga2.search(of(new ZDT1()), new Nsga2.Settings(20, 10, 4), 1, done -> {});
    assertFalse(one.get(0).point().equals(otherSeed.get(0).point()));
  }

  /** x as small as can be, y as small as can be, x + y at least 1: the line between the axes. */
  @Test
  void constraintsAreMetAndReached() {
    Problem problem =
        new Problem() {
          @Override
          public int dimensions() {
            return 2;
          }

          @Override
          public int aims() {
            return 2;
          }

          @Override
          public Worth at(double[] point) {
            return new Worth(point, Math.max(0, 1 - point[0] - point[1]));
          }
        };
    List<Nsga2.Found> front =
        Nsga2.unbeaten(Nsga2.search(problem, new Nsga2.Settings(40, 100, 1), 1, done -> {}));
    assertTrue(front.size() > 20);
    double sum = 0;
    for (Nsga2.Found found : front) {
      double both = found.worth().aim(0) + found.worth().aim(1);
      assertTrue(both >= 1 && found.worth().isFeasible());
      sum += both;
    }
    assertEquals(1, sum / front.size(), 0.03); // what a hundred generations leave
  }

  @Test
  void worthsBeatEachOtherByConstraintsFirst() {
    Worth good = new Worth(new double[] {1, 2}, 0);
    assertTrue(good.beats(new Worth(new double[] {1, 3}, 0)));
    assertFalse(good.beats(new Worth(new double[] {0, 3}, 0)));
    assertFalse(good.beats(new Worth(new double[] {1, 2}, 0)));
    assertTrue(good.beats(new Worth(new double[] {0, 0}, 0.1)));
    assertFalse(new Worth(new double[] {0, 0}, 0.1).beats(good));
    assertThrows(IllegalArgumentException.class, () -> new Worth(new double[] {Double.NaN}, 0));
    assertThrows(IllegalArgumentException.class, () -> new Worth(new double[] {1}, -1));
    assertThrows(IllegalArgumentException.class, () -> new Nsga2.Settings(5, 1, 1));
  }

  @Test
  void frontsComeInOrderAndEndsHaveTheMostRoom() {
    List<Worth> worths = new ArrayList<>();
    double[][] points = {{0, 4}, {1, 1}, {4, 0}, {2, 2}, {1, 3}, {5, 5}};
    for (double[] point : points) {
      worths.add(new Worth(point, 0));
    }
    List<List<Integer>> fronts = Fronts.of(worths);
    assertEquals(List.of(List.of(0, 1, 2), List.of(3, 4), List.of(5)), fronts);
    double[] room = Fronts.room(fronts.get(0), worths);
    assertEquals(Double.POSITIVE_INFINITY, room[0]);
    assertEquals(2, room[1]);
    assertEquals(Double.POSITIVE_INFINITY, room[2]);
  }
}
