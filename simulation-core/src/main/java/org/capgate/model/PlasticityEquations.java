package org.capgate.model;

import static org.capgate.equations.Expressions.hill;
import static org.capgate.equations.Unit.DIMENSIONLESS;
import static org.capgate.equations.Unit.HOUR;

import org.capgate.equations.EquationSystem;
import org.capgate.equations.Expression;
import org.capgate.equations.Symbol;

/**
 * Plasticity proteins, synaptic strengths and homeostasis.
 *
 * <p>Excitatory plasticity proteins are made when eIF4F exceeds a threshold that slides towards the
 * eIF4F of the last days (after Bienenstock, Cooper and Munro 1982
 * doi:10.1523/JNEUROSCI.02-01-00032.1982): a lifelong knockout is absorbed, a pulse is not.
 * ASSUMED: the threshold of inhibitory neurons does not slide. Strength and output are monotone
 * saturating maps of the pools. The brake on the excitatory drive restores the firing rate within
 * 1-3 days. Not modelled: dendritic compartments, single mRNAs.
 */
final class PlasticityEquations {
  private PlasticityEquations() {}

  static void state(
      EquationSystem.Builder e,
      Tissue tissue,
      Cell excitatory,
      Cell inhibitory,
      Mechanisms mechanisms) {
    excitatory(e, tissue, excitatory);
    inhibitory(e, tissue, inhibitory, mechanisms);
    e.mechanism("Homeostasis");
    Symbol strength =
        e.parameter(
            "brakeStrength", DIMENSIONLESS, "brake per relative excess of the excitatory rate");
    Symbol time = e.parameter("brakeTimeHours", HOUR, "time constant of the homeostatic brake");
    Expression excess = excitatory.rateHertz().over(e.find("restRateExcitatoryHertz")).minus(1);
    e.rateOf(tissue.intrinsicBrake())
        .is(strength.times(excess).minus(tissue.intrinsicBrake()).over(time));
  }

  private static void excitatory(EquationSystem.Builder e, Tissue tissue, Cell cell) {
    e.mechanism("Plasticity proteins of excitatory neurons");
    Symbol slide =
        e.parameter("thresholdTimeHours", HOUR, "time constant of the sliding threshold");
    Symbol distance =
        e.parameter(
            "thresholdDistance",
            DIMENSIONLESS,
            "eIF4F at half-maximal plasticity, relative to the threshold variable");
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
            "plasticityGainExcitatory",
            DIMENSIONLESS,
            "gated synthesis at full plasticity, relative to constitutive synthesis");
    Symbol capFree =
        e.parameter(
            "capIndependentShare",
            DIMENSIONLESS,
            "cap-independent synthesis in units of eIF4F; large values make constitutive synthesis insensitive");
    Symbol loss =
        e.parameter(
            "stressOnSynapses",
            DIMENSIONLESS,
            "loss of excitatory plasticity proteins under full stress signal");
    Symbol rest =
        e.reference(
            "eif4fRestExcitatory",
            DIMENSIONLESS,
            "eIF4F of excitatory neurons in the untreated wild type",
            cell.eif4f());
    Symbol gate =
        e.define(
            "plasticityGateExcitatory",
            DIMENSIONLESS,
            "open share of gated synthesis, in [0, 1)",
            hill(cell.eif4f(), distance.times(tissue.plasticityThreshold()), 4));
    Symbol gateRest =
        e.define(
            "plasticityGateRestExcitatory",
            DIMENSIONLESS,
            "the same at rest",
            hill(rest, distance.times(rest), 4));
    e.describe("sliding threshold");
    e.rateOf(tissue.plasticityThreshold())
        .is(cell.eif4f().minus(tissue.plasticityThreshold()).over(slide));
    e.rateOf(cell.fastProtein())
        .is(gate.times(cell.elongation()).minus(cell.fastProtein()).over(fastTime));
    Expression constitutive = cell.eif4f().plus(capFree).over(rest.plus(capFree));
    e.describe("constitutive and gated synthesis, 1 at rest, against first-order loss");
    e.rateOf(cell.slowProtein())
        .is(
            cell.elongation()
                .times(constitutive.plus(gain.times(gate)))
                .over(gain.times(gateRest).plus(1))
                .over(loss.times(tissue.stressSignal()).plus(1))
                .minus(cell.slowProtein())
                .over(slowTime));
    Symbol fastWeight =
        e.parameter(
            "fastProteinWeightExcitatory", DIMENSIONLESS, "strength added by the full fast pool");
    Symbol ceiling =
        e.parameter(
            "strengthCeilingExcitatory",
            DIMENSIONLESS,
            "maximal strength of excitatory synapses, relative to rest");
    Symbol pools =
        e.define(
            "synapticPoolsExcitatory",
            DIMENSIONLESS,
            "slow pool and weighted excess of the fast pool, 1 at rest",
            cell.slowProtein().plus(fastWeight.times(cell.fastProtein().minus(gateRest))));
    e.describe("saturating strength of excitatory synapses");
    e.valueOf(tissue.excitatoryTransmission())
        .is(ceiling.times(pools).over(ceiling.minus(1).plus(pools)));
  }

  private static void inhibitory(
      EquationSystem.Builder e, Tissue tissue, Cell cell, Mechanisms mechanisms) {
    e.mechanism("Plasticity proteins of inhibitory neurons");
    Symbol half =
        e.parameter(
            "plasticityHalfInhibitory",
            DIMENSIONLESS,
            "eIF4F at half-maximal plasticity of inhibitory neurons");
    Symbol gain =
        e.parameter(
            "plasticityGainInhibitory",
            DIMENSIONLESS,
            "gated synthesis at full plasticity, relative to constitutive synthesis");
    Symbol fastTime =
        e.parameter(
            "fastProteinTimeInhibitoryHours",
            HOUR,
            "lifetime of fast plasticity proteins of inhibitory neurons");
    Symbol slowTime =
        e.parameter(
            "slowProteinTimeInhibitoryHours",
            HOUR,
            "lifetime of slow plasticity proteins of inhibitory neurons");
    Symbol rest =
        e.reference(
            "eif4fRestInhibitory",
            DIMENSIONLESS,
            "eIF4F of inhibitory neurons in the untreated wild type",
            cell.eif4f());
    Symbol synthesis =
        e.define(
            "synthesisInhibitory",
            DIMENSIONLESS,
            "synthesis of plasticity proteins, 1 at rest",
            cell.elongation()
                .times(gain.times(hill(cell.eif4f(), half, 4)).plus(1))
                .over(gain.times(hill(rest, half, 4)).plus(1)));
    e.rateOf(cell.fastProtein()).is(synthesis.minus(cell.fastProtein()).over(fastTime));
    e.rateOf(cell.slowProtein()).is(synthesis.minus(cell.slowProtein()).over(slowTime));
    Symbol saturation =
        e.parameter(
            "outputSaturationInhibitory",
            DIMENSIONLESS,
            "pool, relative to rest, at half of its effect on the output");
    Symbol byFast =
        e.parameter(
            "outputByFastInhibitory",
            DIMENSIONLESS,
            "effect of the fast pool on the output of inhibitory synapses");
    Symbol bySlow =
        e.parameter(
            "outputBySlowInhibitory",
            DIMENSIONLESS,
            "effect of the slow pool on the output of inhibitory synapses");
    Symbol load =
        e.define(
            "inhibitoryLoad",
            DIMENSIONLESS,
            "saturating effect of both pools on the output, 0 at rest",
            byFast
                .times(excess(cell.fastProtein(), saturation))
                .plus(bySlow.times(excess(cell.slowProtein(), saturation))));
    mechanisms.inhibitoryTranslation().state(e, tissue.inhibitoryTransmission(), load);
  }

  private static Expression excess(Symbol pool, Symbol half) {
    return pool.over(half.plus(pool)).minus(half.plus(1).power(-1));
  }
}
