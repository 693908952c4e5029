package org.capgate.equations;

import static org.capgate.equations.Unit.DIMENSIONLESS;
import static org.capgate.equations.Unit.HOUR;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class MissingValueTest {
  /** x relaxes to a gate of itself and a threshold, driven by an input; its root is read out. */
  private static EquationSystem gated() {
    EquationSystem.Builder e = EquationSystem.named("gated");
    e.mechanism("Gate");
    Symbol x = e.state("x", DIMENSIONLESS, "what relaxes");
    Symbol tau = e.parameter("tauHours", HOUR, "its lifetime");
    Symbol threshold = e.parameter("threshold", DIMENSIONLESS, "of the gate");
    Symbol drive = e.input("drive", DIMENSIONLESS, "from outside");
    Symbol gate = e.define("gate", DIMENSIONLESS, "open share", Expressions.hill(x, threshold, 2));
    e.rateOf(x).is(gate.plus(drive).minus(x).over(tau));
    e.readout("root", DIMENSIONLESS, "of x", x.squareRoot());
    return e.build();
  }

  private static Optional<String> at(double x, double tauHours, double threshold, double drive) {
    return MissingValue.in(
        gated(), new double[] {x}, new double[] {tauHours, threshold}, new double[] {drive});
  }

  @Test
  void theDefinitionThatIsNothingOverNothingIsNamedNotTheRateThatUsesIt() {
    assertEquals(
        Optional.of(
            "equation 1 (definition of gate, Gate) has no value: 0 / 0 in x^2 / (threshold^2 + x^2) with x = 0, threshold = 0"),
        at(0, 1, 0, 0));
  }

  @Test
  void aReciprocalThatOverflowsCountsAsItDoesInKernels() {
    // 0 · (1/1e-320) is not a number, although 0/1e-320 would be 0
    assertTrue(
        at(0, 1, 1e-160, 0).orElse("").contains("definition of gate"), "" + at(0, 1, 1e-160, 0));
  }

  @Test
  void aNumberThatIsGivenAndIsNoneIsNamed() {
    assertEquals(
        Optional.of("equation 2 (rate of x, Gate) has no value: drive is NaN"),
        at(0.5, 1, 1, Double.NaN));
    assertEquals(
        Optional.of("equation 2 (rate of x, Gate) has no value: tauHours is Infinity"),
        at(0.5, Double.POSITIVE_INFINITY, 1, 0));
  }

  @Test
  void aReadoutIsLookedAtToo() {
    assertEquals(
        Optional.of(
            "equation 3 (readout root, Gate) has no value: sqrt(-1) in sqrt(x) with x = -1"),
        at(-1, 1, 1, 0));
  }

  @Test
  void amongRatesAReadoutThatNothingUsesIsNotLookedAtAndADefinitionIs() {
    double[] given = {1, 1};
    assertEquals(
        Optional.empty(),
        MissingValue.inRates(gated(), new double[] {-1}, given, new double[] {0}));
    assertEquals(
        at(0, 1, 0, 0),
        MissingValue.inRates(gated(), new double[] {0}, new double[] {1, 0}, new double[] {0}));
  }

  @Test
  void aValueWhoseDerivativeHasNoneIsNamedWithTheSymbol() {
    String complaint = at(0, 1, 1, 0).orElse("");
    assertTrue(
        complaint.startsWith("equation 3 (readout root, Gate) has no value: 1 / 0 in ")
            && complaint.endsWith(" of its derivative by x"),
        complaint);
  }

  @Test
  void everyOperationIsEvaluated() {
    EquationSystem.Builder e = EquationSystem.named("operations");
    Symbol a = e.parameter("a", DIMENSIONLESS, "first");
    Symbol b = e.parameter("b", DIMENSIONLESS, "second");
    e.readout("sum", DIMENSIONLESS, "a + b", a.plus(b));
    e.readout("difference", DIMENSIONLESS, "a - b", a.minus(b));
    e.readout("product", DIMENSIONLESS, "a b", a.times(b));
    e.readout("power", DIMENSIONLESS, "1/b²", b.power(-2));
    e.readout("negation", DIMENSIONLESS, "1/(-b - a)", b.negate().minus(a).power(-1));
    EquationSystem system = e.build();
    String[][] cases = {
      {"readout sum", "1e308 + 1e308", "1e308", "1e308"},
      {"readout difference", "-1e308 - 1e308", "-1e308", "1e308"},
      {"readout product", "1e200 * 1e200", "1e200", "1e200"},
      {"readout power", "0 ^ -2", "1", "0"},
      {"readout negation", "0 ^ -1", "-2", "2"},
    };
    for (String[] c : cases) {
      double[] p = {Double.parseDouble(c[2]), Double.parseDouble(c[3])};
      String complaint = MissingValue.in(system, new double[0], p, new double[0]).orElse("none");
      assertTrue(
          complaint
              .replace("1.0E", "1e")
              .contains("(" + c[0] + ", operations) has no value: " + c[1]),
          c[0] + ": " + complaint);
    }
    assertEquals(
        Optional.empty(),
        MissingValue.in(system, new double[0], new double[] {3, 2}, new double[0]));
  }

  @Test
  void whereEverythingHasAValueNothingIsNamed() {
    assertEquals(Optional.empty(), at(0.5, 1, 1, 0.1));
  }
}
