package org.capgate.compile;

import static org.capgate.equations.Unit.DIMENSIONLESS;
import static org.capgate.equations.Unit.HOUR;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.capgate.compile.Op.Code;
import org.capgate.equations.EquationSystem;
import org.capgate.equations.Expression;
import org.capgate.equations.Expressions;
import org.capgate.equations.Symbol;
import org.junit.jupiter.api.Test;

class ProgramTest {
  private final EquationSystem.Builder e = EquationSystem.named("toy");
  private final Symbol tau = e.parameter("tauHours", HOUR, "");
  private final Symbol gain = e.parameter("gain", DIMENSIONLESS, "");
  private final Symbol drug = e.input("drug", DIMENSIONLESS, "");
  private final Symbol x = e.state("x", DIMENSIONLESS, "");
  private final Symbol z = e.state("z", DIMENSIONLESS, "");

  private Programs programs(Expression rateOfX, Expression rateOfZ) {
    e.rateOf(x).is(rateOfX.over(tau));
    e.rateOf(z).is(rateOfZ.over(tau));
    return Programs.of(e.build());
  }

  private static long count(Program program, Code code) {
    return program.ops().stream().filter(op -> op.code() == code).count();
  }

  @Test
  void whatIsWrittenTwiceIsComputedOnce() {
    Programs programs =
        programs(Expressions.hill(x, gain, 2).plus(z), z.minus(Expressions.hill(x, gain, 2)));
    assertEquals(1, count(programs.rhs(), Code.DIVIDE), "one saturation");
    // x², x² times the reciprocal, and two products with 1/tau
    assertEquals(4, count(programs.rhs(), Code.MULTIPLY));
  }

  @Test
  void whatDependsOnParametersOnlyIsPrepared() {
    Programs programs = programs(Expressions.hill(x, gain, 2), z.times(gain).times(2));
    assertEquals(1, count(programs.prepare(), Code.DIVIDE), "1/tau");
    assertEquals(3, programs.prepare().outputs().size(), "gain², 1/tau, 2 gain/tau");
    assertEquals(2 + 1, count(programs.rhs(), Code.MULTIPLY) - 1, "one product for z");
  }

  @Test
  void fusingKeepsTheValueAndSavesOperations() {
    Program plain = programs(x.times(z).plus(drug), x.minus(z)).rhs();
    Program fused = Fusing.of(plain);
    assertEquals(1, count(fused, Code.FUSED));
    assertTrue(fused.ops().size() < plain.ops().size());
    double[] out = new double[2];
    double[] scratch = new double[fused.ops().size()];
    double[] none = {};
    new InterpretedRoutine(fused, 1)
        .run(new double[] {3, 5}, new double[] {0.5}, new double[] {7}, none, none, scratch, out);
    assertEquals((3 * 5 + 7) * 0.5, out[0]);
  }

  @Test
  void sumsAndProductsAreSharedInEitherOrder() {
    Programs programs = programs(x.plus(z).times(gain), gain.times(z.plus(x)));
    assertEquals(1, count(programs.rhs(), Code.ADD));
    assertEquals(1, count(programs.rhs(), Code.MULTIPLY), "with the prepared gain/tau");
    assertEquals(0, count(programs.rhs(), Code.DIVIDE));
  }

  @Test
  void aDefinitionIsComputedOnceAndAnUnusedOneNever() {
    Symbol used = e.define("used", DIMENSIONLESS, "", x.squareRoot());
    e.define("unused", DIMENSIONLESS, "", z.squareRoot());
    Programs programs = programs(used.plus(gain), used.times(used));
    assertEquals(1, count(programs.rhs(), Code.SQUARE_ROOT));
  }

  @Test
  void powersAreSquaredAndMultiplied() {
    // x², x⁴, x⁵, x¹⁰, and two products with 1/tau
    assertEquals(4 + 2, count(programs(x.power(10), z).rhs(), Code.MULTIPLY));
  }

  @Test
  void numbersAreFoldedAndNeutralOnesVanish() {
    Expression three = Expressions.number(1).plus(2);
    Programs programs =
        programs(x.times(1).plus(0).over(1).times(three), x.times(0).plus(z.negate().negate()));
    assertEquals(2, count(programs.rhs(), Code.MULTIPLY), "with the prepared 3/tau and 1/tau");
    assertEquals(0, count(programs.rhs(), Code.ADD));
    assertEquals(0, count(programs.rhs(), Code.NEGATE));
    assertEquals(0, count(programs.rhs(), Code.CONSTANT));
  }

  @Test
  void theJacobianOfALinearSystemNeedsNoVariable() {
    Programs programs = programs(x.times(gain).minus(z), x.plus(z));
    assertEquals(0, count(programs.jacobian(), Code.VARIABLE));
    assertEquals(4, programs.jacobian().outputs().size());
  }

  @Test
  void theInputDerivativeComputesOnlyWhatInputsReach() {
    Programs programs = programs(drug.times(gain).minus(x.squareRoot()), z.negate());
    assertEquals(0, count(programs.inputDerivative(), Code.SQUARE_ROOT));
    assertEquals(0, count(programs.inputDerivative(), Code.VARIABLE));
    assertEquals(2, programs.inputDerivative().outputs().size());
  }

  @Test
  void aSharedDefinitionEntersTheJacobianThroughOneGradient() {
    Expression costly =
        x.plus(1)
            .power(2)
            .plus(x.plus(2).power(3))
            .plus(x.plus(3).squareRoot())
            .plus(x.over(x.plus(gain)));
    Symbol shared = e.define("shared", DIMENSIONLESS, "", costly);
    Program twice = programs(shared.times(x), shared.times(z)).jacobian();
    assertEquals(1, count(twice, Code.SQUARE_ROOT));
    assertTrue(
        twice.ops().size() < 50,
        "gradient made once, but there are " + twice.ops().size() + " operations");
    assertEquals(
        Arrays.asList(0, 2, 3), twice.outputs().stream().map(Program.Output::entry).toList());
  }
}
