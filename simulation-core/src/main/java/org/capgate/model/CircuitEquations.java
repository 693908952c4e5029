package org.capgate.model;

import static org.capgate.equations.Expressions.number;
import static org.capgate.equations.Expressions.oneMinus;

import org.capgate.equations.EquationSystem;
import org.capgate.equations.Expression;
import org.capgate.equations.Symbol;
import org.capgate.treatment.Target;

/**
 * Wilson-Cowan circuit of excitatory and inhibitory rates with AMPA, NMDA and GABA-A weights, and
 * Naka-Rushton gain of exponent 2.
 *
 * <p>Rates relax in 10-20 ms, everything else in minutes to days, so they are quasi-steady. Weights
 * are drives at the resting rates, relative to the net drive at rest, and the half-drive of the
 * gain is such that the untreated wild type rests at the stated rates. Sources: Wilson and Cowan
 * 1972 doi:10.1016/S0006-3495(72)86068-5 (form); weights ASSUMED, fitted within their ranges. Not
 * modelled: synaptic delays, subclasses of interneurons, oscillations.
 */
final class CircuitEquations extends Equations {
  /**
   * Width of the smooth corner of the rectified drive, relative to that at rest, ASSUMED
   * (0.005-0.05): it only avoids a kink at drive 0.
   */
  private static final double CORNER = 0.02;

  CircuitEquations(EquationSystem.Builder e, SymbolTable table, Mechanisms mechanisms) {
    super(e, table, mechanisms);
  }

  @Override
  void state() {
    mechanism("Circuit");
    for (Cell cell : cells) {
      glutamatergicGain(cell);
      externalDrive(cell);
      synapticInputs(cell);
      netDrive(cell);
      rectifiedDrive(cell);
      firingRate(cell);
    }
  }

  /** (1 + release) · [(1 − ν)(1 + AMPA) + ν · GluN2B · (1 + NMDA)], 1 at rest. */
  private void glutamatergicGain(Cell cell) {
    Symbol nmdaShare = cell.the("nmdaShare");
    Symbol gluN2b = cell.the("gluN2bShare");
    Expression receptors = oneMinus(gluN2b).plus(gluN2b.times(cell.total(Gene.GRIN2B)));
    valueOf(cell.the("glutamatergicGain"))
        .is(
            factor(Target.GLUTAMATE_RELEASE)
                .times(
                    oneMinus(nmdaShare)
                        .times(factor(Target.AMPA))
                        .plus(nmdaShare.times(receptors).times(openNmda(cell)))));
  }

  /** NMDA receptors that blockers leave open, as far as the firing of these neurons feels it. */
  private Expression openNmda(Cell cell) {
    boolean felt = cell == excitatory || mechanisms.interneuronNmdaIsBlocked();
    return felt ? factor(cell.nmda()) : number(1);
  }

  private void externalDrive(Cell cell) {
    boolean isExcitatory = cell == excitatory;
    valueOf(cell.the("externalDrive"))
        .is(
            given(isExcitatory ? "inhibitionWeight" : "mutualInhibitionWeight")
                .plus(1)
                .minus(
                    given(
                        isExcitatory
                            ? "recurrentExcitationWeight"
                            : "interneuronRecruitmentWeight")));
  }

  private void synapticInputs(Cell target) {
    Expression x = excitatory.the("rate").over(excitatory.the("restRate"));
    Expression y = inhibitory.the("rate").over(inhibitory.the("restRate"));
    valueOf(target.the("excitatoryInput")).is(x);
    valueOf(target.the("inhibitoryInput")).is(y);
  }

  private void netDrive(Cell cell) {
    if (cell == excitatory) {
      valueOf(cell.the("netDrive"))
          .is(
              given("recurrentExcitationWeight")
                  .times(given("excitatoryTransmission"))
                  .times(cell.the("excitatoryInput"))
                  .plus(cell.the("externalDrive"))
                  .times(cell.the("glutamatergicGain"))
                  .minus(inhibition(cell))
                  .plus(effect(Target.EXCITABILITY_EXCITATORY)));
    } else {
      valueOf(cell.the("netDrive"))
          .is(
              given("interneuronRecruitmentWeight")
                  .times(cell.the("excitatoryInput"))
                  .plus(cell.the("externalDrive"))
                  .times(cell.the("glutamatergicGain"))
                  .minus(inhibition(cell))
                  .plus(effect(Target.EXCITABILITY_INHIBITORY)));
    }
  }

  private Expression inhibition(Cell cell) {
    Symbol weight = given(cell == excitatory ? "inhibitionWeight" : "mutualInhibitionWeight");
    return weight.times(factor(Target.GABA_A)).times(cell.the("inhibitoryInput"));
  }

  private void rectifiedDrive(Cell cell) {
    valueOf(cell.the("rectifiedDrive")).is(rectified(cell.the("netDrive")));
  }

  /**
   * r = r_max · d²/(h² + d²), with h such that the untreated wild type fires at its resting rate.
   */
  private void firingRate(Cell cell) {
    Expression driveSquared = cell.the("rectifiedDrive").power(2);
    Symbol halfSquared = cell.the("halfDriveSquared");
    Expression restShare = cell.the("restRate").over(cell.the("maximalRate"));
    valueOf(halfSquared)
        .is(rectified(number(1)).power(2).times(oneMinus(restShare)).over(restShare));
    relaxationOf(cell.the("rate"))
        .to(cell.the("maximalRate").times(driveSquared).over(halfSquared.plus(driveSquared)))
        .within(cell.the("membraneTime"));
  }

  private static Expression rectified(Expression drive) {
    return drive.plus(drive.power(2).plus(number(CORNER).power(2)).squareRoot()).over(2);
  }
}
