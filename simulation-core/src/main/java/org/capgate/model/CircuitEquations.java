package org.capgate.model;

import static org.capgate.equations.Expressions.number;
import static org.capgate.equations.Expressions.oneMinus;
import static org.capgate.equations.Unit.DIMENSIONLESS;
import static org.capgate.equations.Unit.HERTZ;
import static org.capgate.equations.Unit.HOUR;

import org.capgate.equations.EquationSystem;
import org.capgate.equations.Expression;
import org.capgate.equations.Symbol;
import org.capgate.treatment.CellClass;
import org.capgate.treatment.Target;

/**
 * Wilson-Cowan circuit of excitatory and inhibitory rates with AMPA, NMDA and GABA-A weights, and
 * Naka-Rushton gain of exponent 2.
 *
 * <p>Rates relax in 10-20 ms, everything else in minutes to days, so they are quasi-steady. Weights
 * are drives at the resting rates (dimensionless), and the half-drive of the gain is such that the
 * untreated wild type rests at the stated rates. Sources: Wilson and Cowan 1972
 * doi:10.1016/S0006-3495(72)86068-5 (form); weights ASSUMED, fitted within their ranges. The
 * inhibition that sets the rate is perisomatic and does not follow translation; synapses whose
 * output 4E-BP controls are dendritic and gate plasticity (ASSUMED). Not modelled: synaptic delays,
 * subclasses of interneurons, oscillations.
 */
final class CircuitEquations {
  /**
   * Width of the smooth corner of the rectified drive, dimensionless, ASSUMED (0.01-0.1): it only
   * avoids a kink at drive 0.
   */
  private static final double CORNER = 0.05;

  private CircuitEquations() {}

  static void state(
      EquationSystem.Builder e,
      Tissue tissue,
      Cell excitatory,
      Cell inhibitory,
      DrugEffects drugs,
      Mechanisms mechanisms) {
    e.mechanism("Circuit");
    Symbol recurrent =
        e.parameter(
            "recurrentExcitationWeight",
            DIMENSIONLESS,
            "excitatory onto excitatory neurons, drive at rest");
    Symbol netAtRestE =
        e.parameter(
            "netDriveAtRestExcitatory",
            DIMENSIONLESS,
            "net drive of excitatory neurons in the untreated wild type");
    Symbol inhibition =
        e.parameter(
            "inhibitionWeight", DIMENSIONLESS, "inhibitory onto excitatory neurons, drive at rest");
    Symbol recruit =
        e.parameter(
            "interneuronRecruitmentWeight",
            DIMENSIONLESS,
            "excitatory onto inhibitory neurons, drive at rest");
    Symbol netAtRestI =
        e.parameter(
            "netDriveAtRestInhibitory",
            DIMENSIONLESS,
            "net drive of inhibitory neurons in the untreated wild type");
    Symbol mutual =
        e.parameter(
            "mutualInhibitionWeight",
            DIMENSIONLESS,
            "inhibitory onto inhibitory neurons, drive at rest");

    Symbol driveE =
        e.define(
            "externalDriveExcitatory",
            DIMENSIONLESS,
            "glutamatergic input from outside onto excitatory neurons that gives the drive at rest",
            netAtRestE.plus(inhibition).minus(recurrent));
    Symbol driveI =
        e.define(
            "externalDriveInhibitory",
            DIMENSIONLESS,
            "glutamatergic input from outside onto inhibitory neurons that gives the drive at rest",
            netAtRestI.plus(mutual).minus(recruit));
    Rest restE = Rest.declare(e, excitatory);
    Rest restI = Rest.declare(e, inhibitory);
    Expression x = excitatory.rateHertz().over(restE.rateHertz());
    Expression y = inhibitory.rateHertz().over(restI.rateHertz());
    Expression gabaA = drugs.factor(Target.GABA_A);

    Symbol inputE =
        e.describe("glutamatergic input gain of excitatory neurons: AMPA and NMDA shares, release")
            .define(
                "glutamatergicGainExcitatory",
                DIMENSIONLESS,
                "glutamatergic gain, 1 at rest",
                gain(e, excitatory, drugs, mechanisms));
    Symbol excitationOfE =
        e.define(
            "excitatoryInputExcitatory",
            DIMENSIONLESS,
            "firing of the excitatory neurons that reach an excitatory one, 1 at rest",
            x);
    Symbol inhibitionOfE =
        e.define(
            "inhibitoryInputExcitatory",
            DIMENSIONLESS,
            "firing of the inhibitory neurons that reach an excitatory one, 1 at rest",
            y);
    Symbol netE =
        e.define(
            "netDriveExcitatory",
            DIMENSIONLESS,
            "net drive of excitatory neurons",
            recurrent
                .times(tissue.excitatoryTransmission())
                .times(excitationOfE)
                .plus(driveE)
                .times(inputE)
                .minus(inhibition.times(gabaA).times(inhibitionOfE))
                .plus(drugs.effect(Target.EXCITABILITY_EXCITATORY)));
    state(e, excitatory, restE, netE, netAtRestE);

    Symbol inputI =
        e.describe("glutamatergic input gain of inhibitory neurons: AMPA and NMDA shares, release")
            .define(
                "glutamatergicGainInhibitory",
                DIMENSIONLESS,
                "glutamatergic gain, 1 at rest",
                gain(e, inhibitory, drugs, mechanisms));
    Symbol excitationOfI =
        e.define(
            "excitatoryInputInhibitory",
            DIMENSIONLESS,
            "firing of the excitatory neurons that reach an inhibitory one, 1 at rest",
            x);
    Symbol inhibitionOfI =
        e.define(
            "inhibitoryInputInhibitory",
            DIMENSIONLESS,
            "firing of the inhibitory neurons that reach an inhibitory one, 1 at rest",
            y);
    Symbol netI =
        e.define(
            "netDriveInhibitory",
            DIMENSIONLESS,
            "net drive of inhibitory neurons",
            recruit
                .times(excitationOfI)
                .plus(driveI)
                .times(inputI)
                .minus(mutual.times(gabaA).times(inhibitionOfI))
                .plus(drugs.effect(Target.EXCITABILITY_INHIBITORY)));
    state(e, inhibitory, restI, netI, netAtRestI);
  }

  /** (1 + release) · [(1 − ν)(1 + AMPA) + ν · GluN2B · (1 + NMDA)], 1 at rest. */
  private static Expression gain(
      EquationSystem.Builder e, Cell cell, DrugEffects drugs, Mechanisms mechanisms) {
    Symbol nmdaShare =
        e.parameter(
            "nmdaShare" + cell.suffix(),
            DIMENSIONLESS,
            "NMDA share of the glutamatergic drive of " + cell.words() + " neurons");
    Symbol gluN2b =
        e.parameter(
            "gluN2bShare" + cell.suffix(),
            DIMENSIONLESS,
            "GluN2B share of the tonic NMDA drive of " + cell.words() + " neurons");
    Symbol scale = Genes.scale(e, Gene.GRIN2B, cell);
    Expression receptors = oneMinus(gluN2b).plus(gluN2b.times(scale));
    boolean felt =
        cell.cellClass() == CellClass.EXCITATORY || mechanisms.interneuronNmdaIsBlocked();
    Expression open = felt ? drugs.factor(DrugEffects.nmda(cell.cellClass())) : number(1);
    return drugs
        .factor(Target.GLUTAMATE_RELEASE)
        .times(
            oneMinus(nmdaShare)
                .times(drugs.factor(Target.AMPA))
                .plus(nmdaShare.times(receptors).times(open)));
  }

  private static void state(
      EquationSystem.Builder e, Cell cell, Rest rest, Expression netDrive, Expression restDrive) {
    String suffix = cell.suffix();
    Symbol positive =
        e.define(
            "rectifiedDrive" + suffix,
            DIMENSIONLESS,
            "smoothly rectified drive of " + cell.words() + " neurons",
            rectified(netDrive));
    Symbol atRest =
        e.define(
            "restDrive" + suffix,
            DIMENSIONLESS,
            "the same in the untreated wild type",
            rectified(restDrive));
    Expression restShare = rest.rateHertz().over(rest.maximalRateHertz());
    Symbol halfSquared =
        e.define(
            "halfDriveSquared" + suffix,
            DIMENSIONLESS,
            "square of the drive at half of the maximal rate; puts the resting rate where it is",
            atRest.power(2).times(oneMinus(restShare)).over(restShare));
    e.describe("Naka-Rushton gain, exponent 2, quasi-steady");
    e.relaxationOf(cell.rateHertz())
        .to(
            rest.maximalRateHertz()
                .times(positive.power(2))
                .over(halfSquared.plus(positive.power(2))))
        .within(rest.timeHours());
  }

  private static Expression rectified(Expression drive) {
    return drive.plus(drive.power(2).plus(number(CORNER).power(2)).squareRoot()).over(2);
  }

  /** Resting rate, ceiling and time constant of one class. */
  record Rest(Symbol rateHertz, Symbol maximalRateHertz, Symbol timeHours) {
    static Rest declare(EquationSystem.Builder e, Cell cell) {
      return new Rest(
          e.parameter(
              "restRate" + cell.suffix() + "Hertz",
              HERTZ,
              "firing rate of " + cell.words() + " neurons at rest"),
          e.parameter(
              "maximalRate" + cell.suffix() + "Hertz",
              HERTZ,
              "maximal mean firing rate of " + cell.words() + " neurons"),
          e.parameter(
              "membraneTime" + cell.suffix() + "Hours",
              HOUR,
              "relaxation time of the rate; enters only with explicit rates"));
    }
  }
}
