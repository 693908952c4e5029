package org.capgate.model;

import static org.capgate.equations.Expressions.oneMinus;
import static org.capgate.equations.Unit.DIMENSIONLESS;
import static org.capgate.equations.Unit.HOUR;

import org.capgate.equations.EquationSystem;
import org.capgate.equations.Symbol;
import org.capgate.treatment.Target;

/**
 * Chronic stress and the slow adaptation to a serotonin-transporter blocker.
 *
 * <p>Stress raises a REDD1-like signal that lowers the mTORC1 drive and excitatory plasticity
 * proteins (Ota et al. 2014 doi:10.1038/nm.3513, form ASSUMED). An SSRI acts only through an
 * adaptation of weeks, which relieves stress and with it the mTORC1 drive; that is why it needs
 * weeks where ketamine needs hours. Not modelled: glucocorticoids, autoreceptors by name.
 */
final class StressEquations {
  private StressEquations() {}

  static void state(EquationSystem.Builder e, Tissue tissue, DrugEffects drugs) {
    e.mechanism("Chronic stress and serotonin");
    Symbol stress = e.parameter("chronicStress", DIMENSIONLESS, "chronic stress, 0 none to 1 full");
    Symbol stressTime = e.parameter("stressTimeHours", HOUR, "time constant of the stress signal");
    Symbol adaptationTime =
        e.parameter(
            "serotoninTimeHours",
            HOUR,
            "time constant of the adaptation to serotonin-transporter block");
    Symbol relief =
        e.parameter(
            "stressReliefBySerotonin",
            DIMENSIONLESS,
            "share of the stress signal that full serotonergic adaptation takes away");
    e.rateOf(tissue.stressSignal())
        .is(
            stress
                .times(oneMinus(relief.times(tissue.serotoninAdaptation())))
                .minus(tissue.stressSignal())
                .over(stressTime));
    e.rateOf(tissue.serotoninAdaptation())
        .is(
            drugs
                .effect(Target.SEROTONIN_TRANSPORTER)
                .negate()
                .minus(tissue.serotoninAdaptation())
                .over(adaptationTime));
  }
}
