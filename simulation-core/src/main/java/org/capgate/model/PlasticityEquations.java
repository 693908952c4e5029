package org.capgate.model;

import static org.capgate.equations.Expressions.hill;
import static org.capgate.equations.Expressions.number;
import static org.capgate.equations.Expressions.oneMinus;
import static org.capgate.equations.Unit.DIMENSIONLESS;
import static org.capgate.equations.Unit.HOUR;
import static org.capgate.equations.Unit.PER_HOUR;

import org.capgate.equations.EquationSystem;
import org.capgate.equations.Expression;
import org.capgate.equations.Symbol;
import org.capgate.treatment.Target;

/**
 * Plasticity proteins and synaptic strengths.
 *
 * <p>Excitatory neurons make plasticity proteins when eIF4F exceeds a threshold that slides towards
 * the eIF4F of the last days (after Bienenstock, Cooper and Munro 1982
 * doi:10.1523/JNEUROSCI.02-01-00032.1982): a lifelong knockout is absorbed, a pulse is not.
 * Synapses capture them while inhibition is below what it was over the last days, and as far as
 * they are eligible; NMDA block of the excitatory neuron erases eligibility (after Frey and Morris
 * 1997 doi:10.1038/385533a0). Inhibitory neurons lose a bounded share of their output when eIF4F
 * exceeds a fixed threshold; ASSUMED: this threshold does not slide. Not modelled: dendritic
 * compartments, single mRNAs.
 */
final class PlasticityEquations {
  /** Width of the smooth corner of excesses of eIF4F, dimensionless, ASSUMED. */
  private static final double CORNER = 0.03;

  /** Width of the smooth corner of the fall of inhibition, dimensionless, ASSUMED. */
  private static final double FALL_CORNER = 0.01;

  private PlasticityEquations() {}

  static void state(
      EquationSystem.Builder e,
      Tissue tissue,
      Cell excitatory,
      Cell inhibitory,
      DrugEffects drugs,
      Mechanisms mechanisms) {
    inhibitory(e, tissue, inhibitory, mechanisms);
    permission(e, tissue);
    excitatory(e, tissue, excitatory, drugs);
  }

  private static void inhibitory(
      EquationSystem.Builder e, Tissue tissue, Cell cell, Mechanisms mechanisms) {
    e.mechanism("Output of inhibitory neurons");
    Symbol threshold =
        e.parameter(
            "suppressionMarginInhibitory",
            DIMENSIONLESS,
            "rise of eIF4F, relative to the untreated wild type, above which output is suppressed");
    Symbol half =
        e.parameter(
            "suppressionHalfInhibitory",
            DIMENSIONLESS,
            "excess of eIF4F at half of the rate of suppression");
    Symbol onTime =
        e.parameter(
            "suppressionOnTimeHours", HOUR, "time in which full translation suppresses output");
    Symbol offTime =
        e.parameter("suppressionOffTimeHours", HOUR, "time in which output comes back");
    Symbol depth =
        e.parameter(
            "suppressionDepth", DIMENSIONLESS, "share of the output that can be suppressed");
    Symbol rest =
        e.reference(
            "eif4fRestInhibitory",
            DIMENSIONLESS,
            "eIF4F of inhibitory neurons in the untreated wild type",
            cell.eif4f());
    Symbol excess =
        e.define(
            "eif4fExcessInhibitory",
            DIMENSIONLESS,
            "eIF4F of inhibitory neurons above the threshold, smoothly rectified",
            rectified(cell.eif4f().minus(threshold.plus(1).times(rest)), CORNER));
    Symbol suppressed = tissue.suppression();
    e.rateOf(suppressed)
        .is(
            cell.elongation()
                .times(hill(excess, half, 2))
                .times(oneMinus(suppressed))
                .over(onTime)
                .minus(suppressed.over(offTime)));
    Symbol suppressedAtRest =
        e.reference(
            "suppressionRestInhibitory",
            DIMENSIONLESS,
            "suppressed share in the untreated wild type",
            suppressed);
    mechanisms
        .inhibitoryTranslation()
        .state(
            e,
            tissue.inhibitoryTransmission(),
            depth.times(suppressed),
            depth.times(suppressedAtRest));
  }

  private static void permission(EquationSystem.Builder e, Tissue tissue) {
    e.mechanism("Permission by disinhibition");
    Symbol averageTime =
        e.parameter(
            "inhibitionAverageTimeHours",
            HOUR,
            "time over which excitatory neurons average the inhibition they get");
    Symbol half =
        e.parameter(
            "inhibitionFallHalf",
            DIMENSIONLESS,
            "relative fall of inhibition at half of the permission");
    Symbol ungated =
        e.parameter(
            "ungatedShare", DIMENSIONLESS, "permission while inhibition is what it has been");
    Symbol time =
        e.parameter("permissionTimeHours", HOUR, "time in which permission follows inhibition");
    Symbol inhibition = tissue.inhibitoryTransmission();
    Symbol average = tissue.averageInhibition();
    e.rateOf(average).is(inhibition.minus(average).over(averageTime));
    Symbol fall =
        e.define(
            "inhibitionFall",
            DIMENSIONLESS,
            "inhibition below its average, relative to it, smoothly rectified",
            rectified(oneMinus(inhibition.over(average)), FALL_CORNER));
    e.rateOf(tissue.permission())
        .is(
            ungated
                .plus(oneMinus(ungated).times(hill(fall, half, 2)))
                .minus(tissue.permission())
                .over(time));
  }

  private static void excitatory(
      EquationSystem.Builder e, Tissue tissue, Cell cell, DrugEffects drugs) {
    e.mechanism("Plasticity of excitatory neurons");
    Symbol slide =
        e.parameter("thresholdTimeHours", HOUR, "time constant of the sliding threshold");
    Symbol distance =
        e.parameter(
            "thresholdMarginExcitatory",
            DIMENSIONLESS,
            "rise of eIF4F, relative to its average, above which plasticity proteins are made");
    Symbol half =
        e.parameter(
            "plasticityHalfExcitatory",
            DIMENSIONLESS,
            "excess of eIF4F at half of the synthesis of plasticity proteins");
    Symbol fastTime =
        e.parameter(
            "fastProteinTimeExcitatoryHours",
            HOUR,
            "lifetime of fast plasticity proteins of excitatory neurons");
    Symbol slowTime =
        e.parameter(
            "slowProteinTimeExcitatoryHours",
            HOUR,
            "lifetime of slow plasticity proteins of excitatory neurons");
    Symbol gain =
        e.parameter(
            "captureGainExcitatory",
            DIMENSIONLESS,
            "capture at full synthesis, permission and eligibility, relative to maintenance");
    Symbol byDisinhibition =
        e.parameter(
            "maintenanceByDisinhibition",
            DIMENSIONLESS,
            "gain of maintenance without inhibitory transmission");
    Symbol loss =
        e.parameter(
            "stressOnSynapses",
            DIMENSIONLESS,
            "loss of excitatory synaptic proteins under full stress signal");
    Symbol erasure =
        e.parameter(
            "eligibilityErasurePerHour",
            PER_HOUR,
            "rate at which full NMDA block of excitatory neurons erases eligibility");
    Symbol recovery =
        e.parameter("eligibilityTimeHours", HOUR, "time in which eligibility comes back");
    e.rateOf(tissue.plasticityThreshold())
        .is(cell.eif4f().minus(tissue.plasticityThreshold()).over(slide));
    Symbol excess =
        e.define(
            "eif4fExcessExcitatory",
            DIMENSIONLESS,
            "eIF4F of excitatory neurons above the sliding threshold, smoothly rectified",
            rectified(
                cell.eif4f().minus(distance.plus(1).times(tissue.plasticityThreshold())), CORNER));
    Symbol fast = tissue.fastProtein();
    e.rateOf(fast).is(cell.elongation().times(hill(excess, half, 2)).minus(fast).over(fastTime));
    Symbol eligible = tissue.eligibility();
    e.rateOf(eligible)
        .is(
            oneMinus(eligible)
                .over(recovery)
                .plus(erasure.times(drugs.effect(Target.NMDA_EXCITATORY)).times(eligible)));
    Symbol capture =
        e.define(
            "captureExcitatory",
            DIMENSIONLESS,
            "plasticity proteins captured at eligible synapses under permission",
            fast.times(tissue.permission()).times(eligible));
    Symbol captureRest =
        e.reference(
            "captureRestExcitatory", DIMENSIONLESS, "the same in the untreated wild type", capture);
    Symbol maintenance =
        e.define(
            "maintenanceExcitatory",
            DIMENSIONLESS,
            "constitutive synthesis of synaptic proteins, 1 at rest",
            byDisinhibition.times(oneMinus(tissue.averageInhibition())).plus(1));
    e.rateOf(tissue.slowProtein())
        .is(
            maintenance
                .plus(gain.times(capture.minus(captureRest)))
                .over(loss.times(tissue.stressSignal()).plus(1))
                .minus(tissue.slowProtein())
                .over(slowTime));
    Symbol fastWeight =
        e.parameter(
            "fastProteinWeightExcitatory", DIMENSIONLESS, "strength added by the full fast pool");
    Symbol fastRest =
        e.reference(
            "fastProteinRestExcitatory",
            DIMENSIONLESS,
            "fast plasticity proteins in the untreated wild type",
            fast);
    e.valueOf(tissue.excitatoryTransmission())
        .is(tissue.slowProtein().plus(fastWeight.times(fast.minus(fastRest))));
  }

  /** (u + sqrt(u² + w²))/2, positive everywhere. */
  private static Expression rectified(Expression u, double width) {
    return u.plus(u.power(2).plus(number(width).power(2)).squareRoot()).over(2);
  }
}
