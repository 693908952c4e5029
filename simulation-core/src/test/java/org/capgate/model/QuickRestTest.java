package org.capgate.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.capgate.scenario.Laboratory;
import org.capgate.scenario.Scenario;
import org.capgate.steady.StabilityCheck;
import org.capgate.steady.SteadyState;
import org.junit.jupiter.api.Test;

class QuickRestTest {
  private final Laboratory laboratory = Scenario.human().build().laboratory();
  private final MoodModel model = laboratory.model();

  @Test
  void itFindsTheStateThatIsFoundSlowly() {
    Random random = new Random(5);
    for (double stress : new double[] {0, 0.4, 1}) {
      double[] p = laboratory.parameters(Genotype.wildType(), stress);
      SteadyState known = laboratory.settled(Genotype.wildType(), stress);
      double[] guess = known.state();
      for (int i = 0; i < guess.length; i++) {
        guess[i] *= 1 + 0.03 * random.nextGaussian();
      }
      double[] found = model.quickRest().near(p, guess).orElseThrow();
      for (int i = 0; i < found.length; i++) {
        double allowed = 1e-9 * (Math.abs(found[i]) + 1e-2); // states are found to 1e-10
        assertEquals(known.state()[i], found[i], allowed, model.layout().variables().get(i).name());
      }
      assertTrue(model.quickRest().isInRange(p, found));
      assertTrue(
          StabilityCheck.isCertain(
              model.quickRest().jacobian(p, found), model.layout().differential()));
      assertEquals(
          known.valueOf(Readout.MOOD.quantity()),
          model.quickRest().readout(p, found, Readout.MOOD),
          1e-8);
    }
  }

  @Test
  void aGuessWithoutAValueGivesNoState() {
    double[] p = laboratory.parameters(Genotype.wildType(), 0);
    double[] guess = new double[model.layout().variables().size()];
    Arrays.fill(guess, Double.NaN);
    assertTrue(model.quickRest().near(p, guess).isEmpty());
  }

  @Test
  void aNegativeConcentrationIsOutOfRangeQuicklyAndSlowly() {
    double[] p = laboratory.parameters(Genotype.wildType(), 0);
    double[] state = laboratory.settled(Genotype.wildType(), 0).state();
    assertTrue(model.outOfRange(p, state).isEmpty());
    for (int i = 0; i < state.length; i++) {
      double[] wrong = state.clone();
      wrong[i] = -1;
      assertEquals(
          model.outOfRange(p, wrong).isEmpty(),
          model.quickRest().isInRange(p, wrong),
          model.layout().variables().get(i).name());
    }
    double[] none = state.clone();
    none[model.variableIndex("freeEif4eExcitatoryMicromolar")] = -0.5;
    assertFalse(model.quickRest().isInRange(p, none));
  }

  @Test
  void levelsOfDrugsAreZeroInWhoGetsNone() {
    double[] p = laboratory.parameters(Genotype.wildType(), 0);
    double[] state = laboratory.settled(Genotype.wildType(), 0).state();
    assertEquals(0, model.quickRest().readout(p, state, Readout.PLASMA_KETAMINE));
  }
}
