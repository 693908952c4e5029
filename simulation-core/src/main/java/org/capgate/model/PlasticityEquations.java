package org.capgate.model;

import static org.capgate.equations.Expressions.hill;
import static org.capgate.equations.Expressions.number;
import static org.capgate.equations.Expressions.oneMinus;

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
 * Synapses capture them while inhibition is below what it was over the last days, as far as they
 * are eligible and have places left (ASSUMED: twice as many as at rest, so that strength has a
 * ceiling); NMDA block of the excitatory neuron erases eligibility (after Frey and Morris 1997
 * doi:10.1038/385533a0), and capture goes with its square (ASSUMED: two sites of a synapse must
 * both be eligible), so that little is captured before it has come back. Inhibitory neurons lose a
 * bounded share of their output when eIF4F exceeds a fixed threshold; ASSUMED: this threshold does
 * not slide. Not modelled: dendritic compartments, single mRNAs.
 */
final class PlasticityEquations extends Equations {
  /** Width of the smooth corner of excesses of eIF4F, dimensionless, ASSUMED (0.01-0.05). */
  private static final double CORNER = 0.03;

  /** Width of the smooth corner of the fall of inhibition, dimensionless, ASSUMED (0.005-0.03). */
  private static final double FALL_CORNER = 0.01;

  PlasticityEquations(EquationSystem.Builder e, SymbolTable table, Mechanisms mechanisms) {
    super(e, table, mechanisms);
  }

  @Override
  void state() {
    mechanism("Output of inhibitory neurons");
    suppression(inhibitory);
    inhibitoryOutput(inhibitory);
    mechanism("Permission by disinhibition");
    permission();
    mechanism("Plasticity of excitatory neurons");
    plasticityProteins(excitatory);
    eligibility(excitatory);
    synapticProteins(excitatory);
    strength(excitatory);
  }

  private void suppression(Cell cell) {
    Symbol suppressed = cell.the("suppression");
    Symbol rest = cell.the("eif4fRest");
    valueOf(rest).is(cell.the("eif4f"));
    valueOf(cell.the("eif4fExcess"))
        .is(excess(cell.the("eif4f"), cell.the("suppressionMargin"), rest));
    rateOf(suppressed)
        .is(
            cell.the("elongation")
                .times(hill(cell.the("eif4fExcess"), cell.the("suppressionHalf"), 1))
                .times(oneMinus(suppressed))
                .over(given("suppressionOnTime"))
                .minus(suppressed.over(given("suppressionOffTime"))));
  }

  private void inhibitoryOutput(Cell cell) {
    Symbol depth = given("suppressionDepth");
    valueOf(cell.the("suppressionRest")).is(cell.the("suppression"));
    InhibitoryTranslation chosen = mechanisms.inhibitoryTranslation();
    optionOf(given("inhibitoryTransmission"), chosen.word(), chosen.note())
        .is(
            chosen.output(
                depth.times(cell.the("suppression")), depth.times(cell.the("suppressionRest"))));
  }

  private void permission() {
    Symbol inhibition = given("inhibitoryTransmission");
    Symbol average = given("averageInhibition");
    Symbol permission = given("plasticityPermission");
    Symbol ungated = given("ungatedShare");
    rateOf(average).is(inhibition.minus(average).over(given("inhibitionAverageTime")));
    valueOf(given("inhibitionFall")).is(rectified(oneMinus(inhibition.over(average)), FALL_CORNER));
    rateOf(permission)
        .is(
            ungated
                .plus(
                    oneMinus(ungated)
                        .times(hill(given("inhibitionFall"), given("inhibitionFallHalf"), 1)))
                .minus(permission)
                .over(given("permissionTime")));
  }

  private void plasticityProteins(Cell cell) {
    Symbol threshold = given("plasticityThreshold");
    Symbol fast = cell.the("fastProtein");
    rateOf(threshold).is(cell.the("eif4f").minus(threshold).over(given("thresholdTime")));
    valueOf(cell.the("eif4fExcess"))
        .is(excess(cell.the("eif4f"), cell.the("thresholdMargin"), threshold));
    rateOf(fast)
        .is(
            cell.the("elongation")
                .times(hill(cell.the("eif4fExcess"), cell.the("plasticityHalf"), 2))
                .minus(fast)
                .over(cell.the("fastProteinTime")));
  }

  private void eligibility(Cell cell) {
    Symbol eligible = cell.the("eligibility");
    rateOf(eligible)
        .is(
            oneMinus(eligible)
                .over(given("eligibilityTime"))
                .plus(
                    given("eligibilityErasure")
                        .times(effect(Target.NMDA_EXCITATORY))
                        .times(eligible)));
  }

  private void synapticProteins(Cell cell) {
    Symbol slow = cell.the("slowProtein");
    Symbol capture = cell.the("capture");
    valueOf(capture)
        .is(
            cell.the("fastProtein")
                .times(given("plasticityPermission"))
                .times(cell.the("eligibility").power(2)));
    valueOf(cell.the("captureRest")).is(capture);
    valueOf(cell.the("maintenance"))
        .is(
            given("maintenanceByDisinhibition")
                .times(oneMinus(given("averageInhibition")))
                .plus(1));
    Symbol capacity = cell.the("synapticCapacity");
    valueOf(cell.the("vacancy")).is(capacity.minus(slow).over(capacity.minus(1)));
    rateOf(slow)
        .is(
            cell.the("maintenance")
                .plus(
                    cell.the("captureGain")
                        .times(capture.minus(cell.the("captureRest")))
                        .times(cell.the("vacancy")))
                .over(given("stressOnSynapses").times(given("stressSignal")).plus(1))
                .minus(slow)
                .over(cell.the("slowProteinTime")));
  }

  private void strength(Cell cell) {
    Symbol fast = cell.the("fastProtein");
    Symbol rest = cell.the("fastProteinRest");
    valueOf(rest).is(fast);
    valueOf(given("excitatoryTransmission"))
        .is(cell.the("slowProtein").plus(cell.the("fastProteinWeight").times(fast.minus(rest))));
  }

  /** a − (1 + δ) · θ, smoothly rectified: a difference, so that it is defined without eIF4F too. */
  private static Expression excess(Symbol eif4f, Symbol margin, Symbol usual) {
    return rectified(eif4f.minus(margin.plus(1).times(usual)), CORNER);
  }

  /** (u + sqrt(u² + w²))/2, positive everywhere. */
  private static Expression rectified(Expression u, double width) {
    return u.plus(u.power(2).plus(number(width).power(2)).squareRoot()).over(2);
  }
}
