package org.capgate.model;

import static org.capgate.equations.Expressions.oneMinus;

import org.capgate.equations.EquationSystem;
import org.capgate.equations.Symbol;
import org.capgate.treatment.Target;

/**
 * Chronic stress and the slow adaptation to a serotonin-transporter blocker.
 *
 * <p>Stress raises a REDD1-like signal that lowers the mTORC1 drive and excitatory plasticity
 * proteins (Ota et al. 2014 doi:10.1038/nm.3513, form ASSUMED). An SSRI acts only through an
 * adaptation of weeks, after which it raises BDNF; that is why it needs weeks where ketamine needs
 * hours. Not modelled: glucocorticoids, autoreceptors by name.
 */
final class StressEquations extends Equations {
  StressEquations(EquationSystem.Builder e, SymbolTable table, Mechanisms mechanisms) {
    super(e, table, mechanisms);
  }

  @Override
  void state() {
    mechanism("Chronic stress and serotonin");
    Symbol signal = given("stressSignal");
    Symbol adaptation = given("serotoninAdaptation");
    rateOf(signal)
        .is(
            given("chronicStress")
                .times(oneMinus(given("stressReliefBySerotonin").times(adaptation)))
                .minus(signal)
                .over(given("stressTime")));
    rateOf(adaptation)
        .is(
            effect(Target.SEROTONIN_TRANSPORTER)
                .negate()
                .minus(adaptation)
                .over(given("serotoninTime")));
  }
}
