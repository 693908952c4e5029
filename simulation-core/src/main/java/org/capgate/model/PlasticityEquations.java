package org.capgate.model;

import static org.capgate.equations.Expressions.hill;

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
final class PlasticityEquations extends Equations {
  PlasticityEquations(EquationSystem.Builder e, SymbolTable table, Mechanisms mechanisms) {
    super(e, table, mechanisms);
  }

  @Override
  void state() {
    mechanism("Plasticity proteins of excitatory neurons");
    gate(excitatory);
    excitatoryPools(excitatory);
    excitatoryStrength(excitatory);
    mechanism("Plasticity proteins of inhibitory neurons");
    inhibitoryPools(inhibitory);
    inhibitoryOutput(inhibitory);
    mechanism("Homeostasis");
    brake(excitatory);
  }

  private void gate(Cell cell) {
    Symbol rest = cell.the("eif4fRest");
    Symbol distance = given("thresholdDistance");
    Symbol threshold = given("plasticityThreshold");
    valueOf(rest).is(cell.the("eif4f"));
    valueOf(cell.the("plasticityGate")).is(hill(cell.the("eif4f"), distance.times(threshold), 4));
    valueOf(cell.the("plasticityGateRest")).is(hill(rest, distance.times(rest), 4));
    rateOf(threshold).is(cell.the("eif4f").minus(threshold).over(given("thresholdTime")));
  }

  private void excitatoryPools(Cell cell) {
    rateOf(cell.the("fastProtein"))
        .is(
            cell.the("plasticityGate")
                .times(cell.the("elongation"))
                .minus(cell.the("fastProtein"))
                .over(cell.the("fastProteinTime")));
    Symbol capFree = given("capIndependentShare");
    Symbol gain = cell.the("plasticityGain");
    Expression constitutive =
        cell.the("eif4f").plus(capFree).over(cell.the("eif4fRest").plus(capFree));
    rateOf(cell.the("slowProtein"))
        .is(
            cell.the("elongation")
                .times(constitutive.plus(gain.times(cell.the("plasticityGate"))))
                .over(gain.times(cell.the("plasticityGateRest")).plus(1))
                .over(given("stressOnSynapses").times(given("stressSignal")).plus(1))
                .minus(cell.the("slowProtein"))
                .over(cell.the("slowProteinTime")));
  }

  private void excitatoryStrength(Cell cell) {
    Symbol pools = cell.the("synapticPools");
    Symbol ceiling = cell.the("strengthCeiling");
    Expression excess = cell.the("fastProtein").minus(cell.the("plasticityGateRest"));
    valueOf(pools).is(cell.the("slowProtein").plus(cell.the("fastProteinWeight").times(excess)));
    valueOf(given("excitatoryTransmission"))
        .is(ceiling.times(pools).over(ceiling.minus(1).plus(pools)));
  }

  private void inhibitoryPools(Cell cell) {
    Symbol synthesis = cell.the("synthesis");
    Symbol gain = cell.the("plasticityGain");
    Symbol half = cell.the("plasticityHalf");
    valueOf(cell.the("eif4fRest")).is(cell.the("eif4f"));
    valueOf(synthesis)
        .is(
            cell.the("elongation")
                .times(gain.times(hill(cell.the("eif4f"), half, 4)).plus(1))
                .over(gain.times(hill(cell.the("eif4fRest"), half, 4)).plus(1)));
    for (String pool : new String[] {"fastProtein", "slowProtein"}) {
      rateOf(cell.the(pool)).is(synthesis.minus(cell.the(pool)).over(cell.the(pool + "Time")));
    }
  }

  private void inhibitoryOutput(Cell cell) {
    Symbol half = cell.the("outputSaturation");
    Symbol load = given("inhibitoryLoad");
    valueOf(load)
        .is(
            cell.the("outputByFast")
                .times(saturated(cell.the("fastProtein"), half))
                .plus(cell.the("outputBySlow").times(saturated(cell.the("slowProtein"), half))));
    InhibitoryTranslation chosen = mechanisms.inhibitoryTranslation();
    optionOf(given("inhibitoryTransmission"), chosen.word(), chosen.note()).is(chosen.output(load));
  }

  private void brake(Cell cell) {
    Expression excess = cell.the("rate").over(cell.the("restRate")).minus(1);
    rateOf(given("intrinsicBrake"))
        .is(
            given("brakeStrength")
                .times(excess)
                .minus(given("intrinsicBrake"))
                .over(given("brakeTime")));
  }

  /** p/(h + p) − 1/(h + 1): 0 at rest, where the pool is 1. */
  private static Expression saturated(Symbol pool, Symbol half) {
    return pool.over(half.plus(pool)).minus(half.plus(1).power(-1));
  }
}
