package org.capgate.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.capgate.input.Place;
import org.capgate.model.Genotype;
import org.capgate.scenario.Scenario;
import org.capgate.solver.TestSystem;
import org.capgate.treatment.CompoundCatalogue;
import org.capgate.treatment.Regimen;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoopGainsTest {
  private static final Regimen KETAMINE =
      Regimen.parse("ketamine 10 mg/kg ip", Place.UNKNOWN, CompoundCatalogue.standard());

  /** x' = −2x + 3y, y' = x − 4y: for a rise of y, x comes to rest 3/2 as much higher. */
  @Test
  void theGainOfALoopIsTheProductOfWhatEachEquationPassesOn() {
    LoopGains gains = at(new double[][] {{-2, 3}, {1, -4}});
    assertEquals(1, gains.loops().size());
    assertEquals(List.of("y0", "y1"), gains.loops().get(0).variables());
    assertEquals(1.5 * 0.25, gains.loops().get(0).gain(), 1e-15);
    assertEquals(1 - 1.5 * 0.25, gains.returnDifference(), 1e-15);
    assertEquals(1.5 * 0.25, gains.through("y0"), 1e-15);
    assertEquals(1.5 * 0.25, gains.through("y1"), 1e-15);
  }

  @Test
  void whatAnEquationDoesToItsOwnVariableIsNoLoop() {
    LoopGains gains = at(new double[][] {{-1, 0}, {5, -0.1}});
    assertTrue(gains.loops().isEmpty());
    assertEquals(1, gains.returnDifference(), 1e-15);
    assertEquals(0, gains.through("y1"), 1e-15);
  }

  /** Two loops that share a variable, and one beside: 1 − a − b − c + ac + bc. */
  @Test
  void loopsThatDoNotTouchMultiply() {
    double[][] slopes = {
      {-1, 0.2, 0.3, 0, 0},
      {0.5, -1, 0, 0, 0},
      {-0.4, 0, -1, 0, 0},
      {0, 0, 0, -1, 0.7},
      {0, 0, 0, 0.6, -1}
    };
    LoopGains gains = at(slopes);
    double a = 0.1;
    double b = -0.12;
    double c = 0.42;
    assertEquals(
        List.of(c, b, a).toString(),
        gains.loops().stream()
            .map(loop -> Math.round(1e6 * loop.gain()) / 1e6)
            .toList()
            .toString());
    assertEquals((1 - a - b) * (1 - c), gains.returnDifference(), 1e-15);
    assertEquals(a + b, gains.through("y0"), 1e-15);
    assertEquals(a / (1 - b), gains.through("y1"), 1e-15, "the other loop is closed");
    assertEquals(c, gains.through("y3"), 1e-15);
  }

  @Test
  void unitsDoNotMatter() {
    double[][] slopes = {{-1, 0.2, 0.4}, {0.5, -1, 0.1}, {0.3, 0.6, -1}};
    double[] units = {1, 1e3, 1e-4};
    double[][] other = new double[3][3];
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < 3; j++) {
        other[i][j] = slopes[i][j] * units[i] / units[j];
      }
    }
    LoopGains one = at(slopes);
    LoopGains two = at(other);
    assertEquals(5, one.loops().size());
    for (int i = 0; i < 5; i++) {
      assertEquals(one.loops().get(i).gain(), two.loops().get(i).gain(), 1e-15);
    }
    assertEquals(one.returnDifference(), two.returnDifference(), 1e-14);
  }

  @Test
  void aVariableThatDoesNotComeBackByItselfHasNoGain() {
    LoopGains gains = at(new double[][] {{0, -1}, {1, -1}});
    assertTrue(Double.isNaN(gains.through("y0")));
    assertThrows(IllegalArgumentException.class, () -> gains.through("z"));
  }

  /**
   * The determinant by Mason's rule (1956, Proc. IRE 44, 920): over sets of loops that do not touch
   * the sum of ± products. So no loop of any weight was missed.
   */
  @ParameterizedTest
  @ValueSource(strings = {"wild-type", "4EBP2 x0 inhibitory", "4EBP2 x0 excitatory"})
  void theLoopsOfTheModelAddUpToItsReturnDifference(String genotype) {
    for (LoopGains gains : LoopGains.along(scenario(genotype), 1, 24)) {
      assertEquals(gains.returnDifference(), mason(gains.loops(), List.of(), 0), 0.02);
    }
  }

  private static double mason(List<LoopGains.Loop> loops, List<String> taken, int from) {
    double sum = 1;
    for (int i = from; i < loops.size(); i++) {
      LoopGains.Loop loop = loops.get(i);
      if (Collections.disjoint(loop.variables(), taken)) {
        List<String> more = Stream.concat(taken.stream(), loop.variables().stream()).toList();
        sum -= loop.gain() * mason(loops, more, i + 1);
      }
    }
    return sum;
  }

  /** Nothing keeps itself up: no fold is near at rest, nor on the way of ketamine. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "wild-type",
        "4EBP1 x0 all; 4EBP2 x0 all",
        "4EBP2 x0 excitatory",
        "4EBP1 x0 inhibitory",
        "4EBP2 x0 inhibitory"
      })
  void allLoopsTogetherStayFarFromAFold(String genotype) {
    for (LoopGains gains : LoopGains.along(scenario(genotype), 0.25, 0.5, 1, 2, 4, 8, 24, 168)) {
      assertTrue(gains.returnDifference() > 1, gains.hours() + " h: " + gains.returnDifference());
    }
  }

  /** What the knockout does: without the switch the loop through inhibition is open. */
  @Test
  void withoutThe4ebpsOfInhibitoryNeuronsTheLoopThroughTheirSynthesisIsOpen() {
    double whole = LoopGains.along(scenario("wild-type")).get(0).through("suppressionInhibitory");
    double open =
        LoopGains.along(scenario("4EBP2 x0 inhibitory")).get(0).through("suppressionInhibitory");
    assertTrue(whole > 0.1 && whole < 1, "wild type " + whole);
    assertTrue(Math.abs(open) < 0.1 * whole, "knockout " + open);
  }

  private static Scenario scenario(String genotype) {
    return Scenario.mouse()
        .genotype(Genotype.parse(genotype, Place.UNKNOWN))
        .treatment(KETAMINE)
        .build();
  }

  /** y' = A y at 0. */
  private static LoopGains at(double[][] slopes) {
    TestSystem linear =
        TestSystem.ordinary(
            new TestSystem.Equations() {
              @Override
              public void rhs(int segment, double t, double[] y, double[] f) {}

              @Override
              public void jacobian(int segment, double t, double[] y, double[] dfdy) {
                for (int i = 0; i < y.length; i++) {
                  System.arraycopy(slopes[i], 0, dfdy, i * y.length, y.length);
                }
              }
            },
            new double[slopes.length]);
    return LoopGains.at(linear, 0, 0, linear.initialState());
  }
}
